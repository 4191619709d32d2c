// The menu of a message: what one may do with it, and nothing else.

import { h } from "../dom.js";
import { open } from "./channels.js";
import { answer } from "./composer.js";
import { confirm } from "./dialogs.js";
import { alert, ask, onClick, tell, use } from "./doing.js";
import { edit } from "./editing.js";
import { menu } from "./menu.js";
import { here, may, now } from "./now.js";
import { chooseEmoji } from "./reactions.js";

const TEXT = 0, DIRECT = 1;
const article = (id) => document.querySelector(`article[data-key="${CSS.escape(id)}"]`);

function entries(said, back) {
  const place = here();
  const { channel, id: message } = said;
  const where = { channel, message };
  const own = said.author.id === now.view.me.id;
  const plain = !said.only_you && !said.by_discord;
  const awake = plain && !place.archived;
  const offered = [
    plain && may("write") && { words: "Reply", act: () => answer(said) },
    awake && may("react") && { words: "React", act: () => chooseEmoji(where, back) },
    awake && own && !said.poll && { words: "Edit", act: () => edit(said) },
    awake && may("pin") && { words: said.pinned ? "Unpin" : "Pin", act: () => tell("pin", { ...where, on: !said.pinned }) },
    plain && place.type === TEXT && !said.thread && may("threads") && { words: "Open a thread", act: () => openThread(where) },
    said.content && { words: "Copy text", act: () => copy(message) },
    said.poll && own && !said.poll.over && { words: "End the poll now", act: () => tell("end poll", where) },
    said.only_you ? { words: "Dismiss", act: () => tell("dismiss", where) }
      : (own || (may("clear") && place.type !== DIRECT)) && { words: "Delete", bad: true, act: () => remove(where) },
  ];
  const commands = plain ? now.view.commands.on_messages : [];
  return [...offered.filter(Boolean), ...(commands.length ? [{ title: "Apps" }] : []),
    ...commands.map((command) => ({ words: command, act: () => use("use on message", `${message}:menu`, { ...where, command }) }))];
}

function show(id, point) {
  const said = now.view.log?.messages.find((each) => each.id === id);
  const back = article(id)?.querySelector(".more");
  const found = said && entries(said, back);
  if (found?.length) menu(`What to do with what ${said.author.name} wrote`, found, back, point);
  else alert("There is nothing you can do with this message.");
}

function remove(where) {
  confirm("Delete this message?", "It is deleted for everybody.", "Delete", async () => {
    const answered = await ask("delete", where);
    if (!answered.refused) setTimeout(() => document.getElementById("text")?.focus()); // its own button is gone
    return answered;
  });
}

function openThread(where) {
  const name = h("input", { id: "thread-name", maxlength: "100", required: true });
  confirm("Open a thread", h("label", {}, "What is it called?", name), "Open it", async () => {
    const answered = await ask("open thread", { ...where, name: name.value.trim() });
    if (answered.found) open(answered.found);
    return answered;
  });
}

async function copy(id) {
  const words = [...article(id).querySelectorAll(".said > .text")].map((each) => each.innerText).join("\n");
  try {
    await navigator.clipboard.writeText(words);
    alert("Copied.");
  } catch {
    alert("This browser does not let the page copy. Mark the text and copy it yourself.");
  }
}

onClick({ more: ({ dataset }) => show(dataset.message) });

/** Right click, the menu key and Shift+F10 all come as this; links and fields keep the browser's own menu. */
document.addEventListener("contextmenu", (event) => {
  const message = event.target.closest("article.message");
  if (!message || event.target.closest("a, input, textarea") || String(getSelection())) return;
  event.preventDefault();
  show(message.dataset.key, event.pointerType ? { x: event.clientX, y: event.clientY } : null);
});

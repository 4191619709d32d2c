// The line in which one writes. What is typed is kept for each channel, whatever happens to the connection.

import { aside, h } from "../dom.js";
import { complete, completing, completions } from "./completing.js";
import { alert, onClick, onInput, onKey, onSubmit, redraw, tell } from "./doing.js";
import { chips, chosen, drop, encoded, fileButton, letGo } from "./enclosing.js";
import { editLast } from "./editing.js";
import { here, kept, may, now } from "./now.js";
import { run } from "./slash.js";

const MOST = 2000, NEAR = 200;
const draft = (channel = now.channel) => `draft:${now.view.me.id}:${channel}`;
export const typed = () => kept.get(draft()) ?? "";
const replying = new Map(); // channel to the message that is answered there
const sending = new Set(); // channels

export function composer(place) {
  const busy = sending.has(place.id);
  const box = h("textarea", {
    id: "text", name: "text", rows: "1", placeholder: hint(place), data: { input: "typed" }, "aria-describedby": "left", dir: "auto",
    ...completing(typed()),
  }, typed());
  return h("form", { class: "line", id: "line", data: { do: "say", key: `line-${place.id}-${now.view.me.id}` }, autocomplete: "off" },
    h("div", { class: "above" }, completions(typed()), answering(place.id), chips(place.id)), // comes and goes without moving the line
    h("label", { class: "unseen", for: "text" }, `Message to ${place.name}`),
    h("div", { class: "above" }, may("write", place) && may("attach", place) && fileButton(place.id)),
    box,
    h("button", { type: "submit", class: busy ? "button primary busy" : "button primary", "aria-disabled": busy ? "true" : null }, busy ? "Sending" : "Send"),
    h("p", { id: "left", class: "note", role: "status" }, left(typed())));
}

function hint(place) {
  const commands = now.view.commands.lines.length > 0;
  if (may("write", place)) return commands ? `Write to ${place.name}, or / for commands` : `Write to ${place.name}`;
  return commands ? "You can read here; / shows commands" : "You can read here, but not write";
}

/** What is said of the length, from near the limit on. */
function left(text) {
  const room = MOST - [...text].length;
  if (room < 0) return h("strong", { class: "problem" }, `${-room} characters too long: a message has room for ${MOST.toLocaleString()}.`);
  return room <= NEAR ? `${room} characters left` : "";
}

function answering(channel) {
  const said = replying.get(channel);
  return said && h("p", { class: "answering", data: { key: "answering" } }, "Replying to ", h("strong", {}, said.author.name), " ",
    h("button", { type: "button", class: "link", data: { do: "no reply" } }, "Cancel", aside(" the reply")));
}

export function answer(said) {
  replying.set(said.channel, said);
  redraw();
  requestAnimationFrame(() => document.getElementById("text")?.focus());
}

/** Put a text into the line. */
export function write(text) {
  kept.set(draft(), text);
  const box = document.getElementById("text");
  if (box) box.value = text;
  redraw();
}

async function say() {
  const text = typed().trim();
  const { lines } = now.view.commands;
  if (text.startsWith("/")) {
    const command = lines.find((each) => each.line === text) ?? lines.find((each) => each.line.startsWith(text));
    if (command) return run(command.line);
  }
  if (!may("write")) return alert("You can read here, but not write.");
  if ([...text].length > MOST) return; // the line says so
  if ((text || chosen(now.channel).length) && !sending.has(now.channel)) await send(now.channel, typed(), text);
}

/** While it is on its way one may write on; when it is refused everything is as it was. */
async function send(channel, whole, text) {
  const to = replying.get(channel)?.id;
  const key = draft(channel);
  sending.add(channel);
  now.expecting = true;
  redraw();
  if (await tell("say", { channel, text, files: await encoded(channel), ...(to && { to }) })) {
    replying.delete(channel);
    letGo(channel);
    const after = kept.get(key) ?? "";
    kept.set(key, after.startsWith(whole) ? after.slice(whole.length) : after);
    const box = document.getElementById("text");
    if (box && here()?.id === channel) box.value = typed();
  }
  sending.delete(channel);
  redraw();
}

onSubmit({ say });
onClick({
  "no reply"() {
    replying.delete(now.channel);
    redraw();
    document.getElementById("text")?.focus();
  },
});
onInput({
  typed(box) {
    const before = typed();
    kept.set(draft(), box.value);
    complete(box);
    if (before.startsWith("/") || box.value.startsWith("/") || box.value.length > MOST - NEAR || before.length > MOST - NEAR) redraw();
  },
});
onKey((event) => {
  if (event.target.id !== "text" || event.isComposing || event.defaultPrevented) return;
  if (event.key === "Enter" && !event.shiftKey) {
    event.preventDefault();
    event.target.form.requestSubmit();
  } else if (event.key === "ArrowUp" && !event.target.value && editLast()) {
    event.preventDefault();
  } else if (event.key === "Escape" && replying.delete(now.channel)) redraw();
});

/** Files that are dropped anywhere on the page or pasted into the line. */
const mayAttach = () => now.view?.guild && may("write") && may("attach");
document.addEventListener("dragover", (event) => event.preventDefault());
document.addEventListener("drop", (event) => {
  event.preventDefault();
  if (mayAttach() && event.dataTransfer.files.length) drop(now.channel, event.dataTransfer.files);
});
document.addEventListener("paste", (event) => {
  if (event.target.id !== "text" || !mayAttach() || !event.clipboardData.files.length) return;
  event.preventDefault();
  drop(now.channel, event.clipboardData.files);
});

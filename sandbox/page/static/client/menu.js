// What opens in front of the page near what it belongs to; above all the menu of a message: what may be done with it.

import { h } from "../dom.js";
import { answer } from "./composer.js";
import { alert, onClick } from "./doing.js";
import { edit } from "./editing.js";
import { now } from "./now.js";

/** At a point, or near `back`, to which the focus goes when it closes. */
export function popup(props, content, back, point) {
  const box = h("div", { popover: "auto", ...props }, content);
  document.body.append(box);
  back?.focus();
  box.showPopover();
  put(box, back?.getBoundingClientRect(), point);
  box.addEventListener("click", ({ target }) => target.closest("button[data-do]") && box.hidePopover());
  box.addEventListener("toggle", ({ newState }) => newState === "closed" && box.remove());
  box.querySelector("button").focus();
  return box;
}

function put(box, near, point) {
  const { width, height } = box.getBoundingClientRect();
  const { x, y } = point ?? (near ? { x: near.right - width, y: near.bottom } : { x: 0, y: 0 });
  const within = (at, size, room) => `${Math.max(4, Math.min(at, room - size - 4))}px`;
  box.style.setProperty("--x", within(x, width, innerWidth));
  box.style.setProperty("--y", within(y, height, innerHeight));
}

const article = (id) => document.querySelector(`article[data-key="${CSS.escape(id)}"]`);
const found = (id) => now.view.log?.messages.find((each) => each.id === id);

/** What the page does by itself is an `act`. */
function show(id, point) {
  const said = found(id);
  if (!said?.offers.length) return alert("There is nothing you can do with this message.");
  const entries = said.offers.map(({ title, act, ...offer }) => (title ? h("div", { class: "note", role: "presentation" }, title)
    : h("button", {
      type: "button", role: "menuitem", tabindex: "-1", class: offer.look === "danger" && "bad",
      data: { do: act ?? "offer", channel: said.channel, message: id, person: said.author.id, offer: JSON.stringify(offer) },
    }, offer.text)));
  const props = { role: "menu", "aria-label": `What to do with what ${said.author.name} wrote`, class: "popup menu" };
  const box = popup(props, entries, article(id)?.querySelector(".more"), point);
  box.addEventListener("keydown", (event) => step(box, event));
}

function step(box, event) {
  const { key } = event;
  if (key === "Tab") return box.hidePopover();
  const items = [...box.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  const round = items.map((_, number) => items[(at + 1 + number) % items.length]);
  const next = { Home: items[0], End: items.at(-1), ArrowDown: round[0], ArrowUp: round.at(-2) ?? round[0] }[key]
    ?? (key.length === 1 && key !== " " && round.find((each) => each.textContent.toLowerCase().startsWith(key.toLowerCase())));
  if (!next) return;
  event.preventDefault();
  next.focus();
}

onClick({
  more: ({ dataset }) => show(dataset.message),
  reply: ({ dataset }) => answer(found(dataset.message)),
  change: ({ dataset }) => edit(found(dataset.message)),
  async copy({ dataset }) {
    const words = [...article(dataset.message).querySelectorAll(".said > .text")].map((each) => each.innerText).join("\n");
    try {
      await navigator.clipboard.writeText(words);
      alert("Copied.");
    } catch {
      alert("This browser does not let the page copy. Mark the text and copy it yourself.");
    }
  },
});

/** Right click, the menu key and Shift+F10 all come as this; links and fields keep the browser's own menu. */
document.addEventListener("contextmenu", (event) => {
  const message = event.target.closest("article.message");
  if (!message || event.target.closest("a, input, textarea") || String(getSelection())) return;
  event.preventDefault();
  show(message.dataset.key, event.pointerType ? { x: event.clientX, y: event.clientY } : null);
});

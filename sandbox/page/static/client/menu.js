// What opens in front of the page near what it belongs to: the menu of a message, and whatever else is small.

import { h } from "../dom.js";

/** At a point, or near `back`, to which the focus goes when it closes. */
export function popup(props, content, back, point) {
  const box = h("div", { popover: "auto", ...props }, content);
  document.body.append(box);
  back?.focus();
  box.showPopover();
  put(box, back?.getBoundingClientRect(), point);
  box.addEventListener("click", ({ target }) => target.closest("[data-do]") && box.hidePopover());
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

/** What is offered to be done with a message: what the page does by itself is an `act`. */
export function menu(label, { id, channel, offers }, back, point) {
  const entry = ({ title, text, act, look, ...offer }) => (title ? h("div", { class: "note", role: "presentation" }, title)
    : h("button", {
      type: "button", role: "menuitem", tabindex: "-1", class: look === "danger" && "bad",
      data: { do: act ?? "offer", channel, message: id, offer: JSON.stringify({ text, ...offer }) },
    }, text));
  const box = popup({ role: "menu", "aria-label": label, class: "popup menu" }, offers.map(entry), back, point);
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

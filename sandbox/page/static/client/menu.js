// What opens in front of the page: menus where they are asked for, and what one only looks at.

import { h } from "../dom.js";

/** Something small in front of the page, near what it belongs to or at a point; the focus goes `back` when it closes. */
export function popup(props, content, back, point) {
  const box = h("div", { popover: "auto", ...props }, content);
  document.body.append(box);
  back?.focus();
  box.showPopover();
  put(box, back?.getBoundingClientRect(), point);
  box.addEventListener("toggle", ({ newState }) => newState === "closed" && box.remove());
  return box;
}

/** Something to look at in front of everything, which any button in it closes. */
export function modal(props, ...content) {
  const dialog = h("dialog", props, content,
    h("p", { class: "row end" }, h("button", { type: "button", class: "button primary" }, "Close")));
  dialog.addEventListener("click", ({ target }) => target.closest("button, img") && dialog.close());
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

function put(box, near, point) {
  const { width, height } = box.getBoundingClientRect();
  const x = point?.x ?? (near ? near.right - width : 0);
  const y = point?.y ?? (near ? near.bottom : 0);
  const within = (at, size, room) => `${Math.max(4, Math.min(at, room - size - 4))}px`;
  box.style.setProperty("--x", within(x, width, innerWidth));
  box.style.setProperty("--y", within(y, height, innerHeight));
}

/** `entries`: {words, act, bad} for something to do, {title} for what stands above some of them. */
export function menu(label, entries, back, point) {
  const items = entries.map(({ title, words, act, bad }) => {
    if (title) return h("div", { class: "note", role: "presentation" }, title);
    const item = h("button", { type: "button", role: "menuitem", tabindex: "-1", class: bad && "bad" }, words);
    item.addEventListener("click", () => {
      box.hidePopover();
      act();
    });
    return item;
  });
  const box = popup({ role: "menu", "aria-label": label, class: "popup menu" }, items, back, point);
  box.addEventListener("keydown", (event) => step(box, event));
  box.querySelector("[role=menuitem]")?.focus();
}

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

function step(box, event) {
  const { key } = event;
  if (key === "Tab") return box.hidePopover();
  const items = [...box.querySelectorAll("[role=menuitem]")];
  const at = items.indexOf(document.activeElement);
  const next = key === "Home" ? 0 : key === "End" ? items.length - 1 : STEPS[key] ? (at + STEPS[key] + items.length) % items.length
    : key.length === 1 && key !== " " ? lettered(items, at, key) : -1;
  if (next < 0) return;
  event.preventDefault();
  items[next].focus();
}

/** The next entry that begins with this letter. */
function lettered(items, at, key) {
  const order = items.map((_, number) => (at + 1 + number) % items.length);
  return order.find((number) => items[number].textContent.toLowerCase().startsWith(key.toLowerCase())) ?? -1;
}

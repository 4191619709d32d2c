// What is chosen one after another and can be taken out again: people, roles and channels, or files.

import { aside, h } from "../dom.js";
import { Combobox } from "./combobox.js";
import { ask } from "./doing.js";
import { size } from "./files.js";

class Chosen {
  /** `box` is where more are chosen; `changed()` is called whenever these are others. */
  constructor(label, box, changed) {
    Object.assign(this, { box, changed, items: [] });
    this.list = h("ul", { class: "chosen", "aria-label": label, hidden: true });
    this.list.addEventListener("click", ({ target }) => {
      if (target.closest("button")) this.remove([...this.list.children].indexOf(target.closest("li")));
    });
  }

  /** `items`: {value, label, note} */
  show(items) {
    this.items = items;
    this.list.replaceChildren(...items.map(({ label, note }) => h("li", {}, label, note && h("span", { class: "note" }, note),
      h("button", { type: "button", class: "link" }, "Remove", aside(` ${label}`)))));
    this.list.hidden = items.length === 0;
    this.changed();
  }

  remove(index) {
    this.show(this.items.filter((_, at) => at !== index));
    this.box.focus();
  }
}

/** `box` becomes a line to look for them by name. */
export function chooser(box, { label, high, find: what, chosen: before = [] }, changed) {
  const chosen = new Chosen(`Chosen: ${label}`, box, changed);
  const place = (value) => chosen.items.findIndex((each) => each.value === value);
  const find = (text) => ask("find choices", { ...what, text });
  const combobox = new Combobox(box, { find, label, has: (value) => place(value) >= 0, choose(option) {
    const { items } = chosen;
    box.value = "";
    if (place(option.value) >= 0) chosen.remove(place(option.value));
    else if (high > 1 && items.length >= high) combobox.status.textContent = `You can choose ${high} at most. Remove one first.`;
    else chosen.show(high === 1 ? [option] : [...items, option]);
  } });
  box.addEventListener("keydown", (event) => {
    if (event.key === "Enter") event.preventDefault(); // half a name is no reason to send the form
    if (event.key === "Backspace" && !box.value) chosen.remove(chosen.items.length - 1);
  });
  chosen.show(before);
  return { chosen, combobox, content: h("div", {}, chosen.list, box, combobox.unfolds) };
}

/** `box` is the browser's own, behind a button that says what it is for. */
export function fileChooser(box, { high }, changed) {
  const chosen = new Chosen("Chosen files", box, changed);
  box.addEventListener("change", () => {
    const more = [...box.files].map((file) => ({ value: file, label: file.name, note: size(file.size) }));
    box.value = ""; // so that more can be added, or the same one again
    chosen.show(high === 1 ? more : [...chosen.items, ...more]);
  });
  const button = h("label", { for: box.id, class: "button secondary" }, high > 1 ? "Choose files…" : "Choose a file…");
  return { chosen, content: h("div", {}, chosen.list, box, button) };
}

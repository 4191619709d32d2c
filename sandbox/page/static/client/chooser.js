// Choosing people, roles or channels: one line to look for them, and below it whoever is chosen.

import { h } from "../dom.js";
import { Combobox } from "./combobox.js";
import { Taken } from "./taken.js";

const PAUSE = 120;

/** `changed()` is called whenever somebody is chosen or taken out. `box` is where one types. */
export class Chooser {
  constructor({ id, label, field, props = {}, changed = () => {} }) {
    const { find, high, chosen } = field;
    Object.assign(this, { high, changed, chosen: new Map(chosen.map((each) => [each.value, each.label])) });
    this.box = h("input", { id, type: "text", placeholder: field.placeholder ?? "Type a name", ...props });
    this.combobox = new Combobox(this.box, {
      find, label, wait: PAUSE, has: (value) => this.chosen.has(value), choose: (option) => this.choose(option),
    });
    this.taken = new Taken(`Chosen: ${label}`, (index) => this.remove(this.values[index]));
    this.element = h("div", {}, this.taken.list, this.box, this.combobox.unfolds);
    this.box.addEventListener("keydown", (event) => {
      if (event.key === "Enter") event.preventDefault(); // half a name is no reason to send the form
      if (event.key === "Backspace" && !this.box.value) this.remove([...this.chosen.keys()].at(-1));
    });
    this.draw();
  }

  get values() {
    return [...this.chosen.keys()];
  }

  choose({ value, label }) {
    if (this.chosen.has(value)) return this.remove(value);
    if (this.high === 1) this.chosen.clear();
    this.box.value = "";
    if (this.chosen.size >= this.high) this.combobox.status.textContent = `You can choose ${this.high} at most. Remove one first.`;
    else this.chosen.set(value, label);
    this.draw();
  }

  remove(value) {
    this.chosen.delete(value);
    this.box.value = "";
    this.box.focus();
    this.draw();
  }

  draw() {
    this.taken.show([...this.chosen.values()].map((label) => [label]));
    this.changed();
  }
}

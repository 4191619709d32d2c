// A line to type in with a list of what fits below it (the combobox of ARIA 1.2).

import { h } from "../dom.js";
import { step } from "./walking.js";

const PAUSE = 200; // so long it is still before it is asked
let made = 0;

/**
 * Make `box`, an input, a combobox. `find(text)` answers like Socket.ask; what is found is {value, label, description}.
 * `choose(option)` is called with the one that is chosen.
 * `free`: what is typed counts as it is, nothing is proposed; `has(value)`: whether that one is chosen already.
 * The list, `unfolds`, has to be put below the box.
 */
export class Combobox {
  constructor(box, { find, choose, label, free = false, has = () => false }) {
    Object.assign(this, { box, find, choose, free, has });
    this.id = `choices-${++made}`;
    this.list = h("ul", { id: this.id, class: "choices", role: "listbox", "aria-label": label, hidden: true });
    this.status = h("p", { class: "note", role: "status" });
    this.unfolds = h("div", {}, this.list, this.status);
    this.options = [];
    this.active = -1;
    this.asked = 0;
    Object.assign(box, { role: "combobox", ariaAutoComplete: "list", ariaExpanded: "false", autocomplete: "off" });
    box.setAttribute("aria-controls", this.id);
    box.addEventListener("input", () => this.look());
    box.addEventListener("click", () => this.open || this.look(0));
    box.addEventListener("keydown", (event) => this.key(event));
    box.addEventListener("blur", () => this.close());
    this.list.addEventListener("mousedown", (event) => event.preventDefault()); // the cursor stays in the box
    this.list.addEventListener("click", ({ target }) => this.take(this.options[[...this.list.children].indexOf(target.closest("li"))]));
  }

  get open() {
    return !this.list.hidden;
  }

  /** Ask for what fits. An answer that comes when something else is typed already is dropped. */
  look(wait = PAUSE) {
    clearTimeout(this.soon);
    const asked = ++this.asked;
    this.soon = setTimeout(async () => {
      const slow = setTimeout(() => this.status.textContent = "Loading…", 150);
      const answer = await this.find(this.box.value);
      clearTimeout(slow);
      if (asked === this.asked) this.show(answer);
    }, wait);
  }

  show({ found = [], refused = found.length ? "" : "Nothing fits." }) {
    this.options = found;
    this.list.replaceChildren(...found.map((option, index) => this.drawn(option, index)));
    this.list.hidden = found.length === 0;
    this.box.ariaExpanded = String(this.open);
    this.status.textContent = refused;
    if (this.open || refused) this.unfolds.scrollIntoView({ block: "nearest" });
    this.point(this.open && !this.free && this.box.value ? 0 : -1);
  }

  drawn({ value, label, description }, index) {
    return h("li", { id: `${this.id}-${index}`, role: "option", "aria-selected": String(this.has(value)) },
      h("span", {}, label), description && h("small", {}, description));
  }

  point(index) {
    this.list.children[this.active]?.classList.remove("active");
    this.active = index;
    const option = this.list.children[index];
    option?.classList.add("active");
    option?.scrollIntoView({ block: "nearest" });
    if (option) this.box.setAttribute("aria-activedescendant", option.id);
    else this.box.removeAttribute("aria-activedescendant");
  }

  take(option) {
    if (!option) return;
    this.close();
    this.choose(option);
  }

  close() {
    clearTimeout(this.soon);
    this.asked++;
    this.show({ refused: "" });
  }

  key(event) {
    if (event.isComposing) return;
    const { key } = event;
    const inList = this.open && (this.active >= 0 || key.startsWith("Arrow")); // else Home and End belong to what is typed
    const to = inList ? step(key, this.active, this.options.length) : undefined;
    if (to !== undefined) this.point(to);
    else if (key === "ArrowDown") this.look(0);
    else if (key === "Tab" && this.active >= 0) return this.take(this.options[this.active]);
    else if (!this.open || (key !== "Enter" && key !== "Escape")) return;
    else if (key === "Enter" && this.active >= 0) this.take(this.options[this.active]);
    else this.close();
    event.preventDefault();
    event.stopPropagation();
  }
}

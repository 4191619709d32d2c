// What was chosen, each with a button that takes it out again.

import { aside, h } from "../dom.js";

export class Taken {
  /** `remove(index)` is called for the one that is to go. */
  constructor(label, remove) {
    this.list = h("ul", { class: "chosen", "aria-label": label });
    this.list.addEventListener("click", ({ target }) => target.closest("button") && remove([...this.list.children].indexOf(target.closest("li"))));
  }

  /** `rows`: [name, what else there is to say] */
  show(rows) {
    this.list.replaceChildren(...rows.map(([name, more]) => h("li", {}, name, more && h("span", { class: "note" }, more),
      h("button", { type: "button", class: "link" }, "Remove", aside(` ${name}`)))));
    this.list.hidden = rows.length === 0;
  }
}

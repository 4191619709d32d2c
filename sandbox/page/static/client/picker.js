// Select menus in messages: a list that unfolds, where nothing is sent before it is confirmed.
//
// Discord sends a single choice at once. Here it waits for "Done" as several do: one may look and change one's mind,
// a slip of the hand sends nothing, and arrow keys, which choose as they go, may be used to read the list.

import { h, same } from "../dom.js";
import { use } from "./doing.js";
import { Field } from "./inputs.js";

/** Once on the page, a menu lives by itself until the bot changes it: what is chosen in it stays. */
export function picker(control, place) {
  const key = `${place.message}:${control.id} ${JSON.stringify(control)}`;
  const there = document.querySelector(`[data-key="${CSS.escape(key)}"]`);
  return same(there, key, {}, () => (control.disabled
    ? button("secondary", said(control.field), { disabled: true, data: { key } }) : new Picker(control, place, key).element));
}

class Picker {
  constructor({ id, field }, { channel, message }, key) {
    this.about = field;
    this.what = { channel, message, component: id };
    this.kept = preset(field);
    this.summary = h("summary", {}, said(field));
    this.body = h("div");
    this.element = h("details", { class: "picker", data: { key } }, this.summary, this.body);
    this.summary.addEventListener("click", (event) => {
      event.preventDefault();
      if (this.element.open) this.fold();
      else this.unfold();
    });
    this.element.addEventListener("keydown", ({ key: pressed }) => pressed === "Escape" && this.fold());
    this.body.addEventListener("click", ({ target }) => {
      if (target.dataset.pick === "done") this.send();
      if (target.dataset.pick === "fold") this.fold();
    });
  }

  /** Always with what was chosen last, so that what was tried and not confirmed is gone. */
  unfold() {
    const choices = this.about.choices?.map((each) => ({ ...each, chosen: this.kept.some(({ value }) => value === each.value) }));
    this.field = new Field({ ...this.about, choices, chosen: this.kept });
    this.body.replaceChildren(this.field.element, h("div", { class: "row" },
      button("primary", "Done", { data: { pick: "done" } }), button("secondary", "Cancel", { data: { pick: "fold" } })));
    this.element.open = true;
    this.field.input.focus();
    this.field.combobox?.look(0);
    this.body.scrollIntoView({ block: "nearest" });
  }

  async send() {
    if (this.field.check()) return this.field.input.focus();
    if (this.waiting) return;
    this.waiting = true;
    this.kept = this.field.picked();
    this.fold();
    const chosen = said(this.about, this.kept);
    this.summary.textContent = `${chosen} – sending…`;
    const { message, component } = this.what;
    await use("pick", `${message}:${component}`, { ...this.what, values: real(this.kept).map(({ value }) => value) });
    this.waiting = false;
    this.summary.textContent = chosen;
  }

  fold() {
    this.element.open = false;
    this.summary.focus();
  }
}

const preset = ({ chosen, choices }) => chosen ?? choices?.filter((each) => each.chosen) ?? [];
const real = (chosen) => chosen.filter(({ value }) => value !== null); // "No answer" is none

/** What is chosen, as one reads it. */
const said = (about, chosen = preset(about)) => real(chosen).map(({ label }) => label).join(", ") || about.label;

const button = (look, text, props) => h("button", { type: "button", class: `button ${look}`, ...props }, text);

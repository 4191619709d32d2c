// Select menus in messages: a list that unfolds, where nothing is sent before it is confirmed.
//
// Discord sends a single choice at once. Here it waits for "Done" as several do: whoever is not at home on a screen
// may look and change their mind, a slip of the hand sends nothing, and with the arrow keys, which choose as they go
// through radio buttons, one could otherwise not even read the list.

import { h } from "../dom.js";
import { use } from "./doing.js";
import { Field } from "./inputs.js";

/** Once on the page, a menu lives by itself until the bot changes it: what is chosen in it stays. */
export function picker(control, place) {
  const key = `${place.message}:${control.id} ${JSON.stringify(control)}`;
  if (!document.querySelector(`[data-key="${CSS.escape(key)}"]`)) return new Picker(control, place, key).element;
  const mark = h("div", { data: { key } });
  mark.untouched = true;
  return mark;
}

class Picker {
  constructor(control, place, key) {
    const about = control.field;
    Object.assign(this, { about, kept: about.chosen ?? about.choices?.filter((each) => each.chosen) ?? [] });
    this.what = { channel: place.channel, message: place.message, component: control.id };
    this.element = h("div", { class: "select", data: { key } }, control.disabled
      ? h("button", { type: "button", class: "button secondary", disabled: true }, this.said()) : this.menu());
  }

  /** What is chosen, as one reads it. */
  said() {
    return this.kept.map(({ label }) => label).join(", ") || this.about.label;
  }

  menu() {
    this.summary = h("summary", {}, this.said());
    this.body = h("div", { class: "menu" });
    this.body.addEventListener("click", ({ target: { dataset } }) => dataset.pick && (dataset.pick === "done" ? this.send() : this.fold()));
    this.details = h("details", { class: "picker" }, this.summary, this.body);
    this.summary.addEventListener("click", (event) => {
      event.preventDefault();
      if (this.details.open) this.fold();
      else this.unfold();
    });
    this.details.addEventListener("keydown", ({ key }) => key === "Escape" && this.fold());
    return this.details;
  }

  /** Always with what was chosen last, so that what was tried and not confirmed is gone. */
  unfold() {
    const choices = this.about.choices?.map((each) => ({ ...each, chosen: this.kept.some(({ value }) => value === each.value) }));
    this.field = new Field({ ...this.about, choices, chosen: this.kept });
    this.body.replaceChildren(this.field.element, h("div", { class: "row" }, button("primary", "done", "Done"), button("secondary", "fold", "Cancel")));
    this.details.open = true;
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
    this.summary.textContent = `${this.said()} – sending…`;
    await use("pick", `${this.what.message}:${this.what.component}`, { ...this.what, values: this.kept.map(({ value }) => value) });
    this.waiting = false;
    this.summary.textContent = this.said();
  }

  fold() {
    this.details.open = false;
    this.summary.focus();
  }
}

const button = (look, pick, text) => h("button", { type: "button", class: `button ${look}`, data: { pick } }, text);

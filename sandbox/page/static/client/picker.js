// Select menus in messages: a list that unfolds, where nothing is sent before it is confirmed.
//
// Discord sends a single choice at once. Here it waits for "Done" as several do: whoever is not at home on a screen
// may look and change their mind, a slip of the hand sends nothing, and with the arrow keys, which choose as they go
// through radio buttons, one could otherwise not even read the list.

import { h } from "../dom.js";
import { howMany, wrong } from "./checking.js";
import { Chooser } from "./chooser.js";
import { use } from "./doing.js";
import { bounds, choices } from "./fields.js";
import { finder, preset } from "./finding.js";
import { ticks } from "./inputs.js";
import { walkable } from "./walking.js";

const versions = new Map(); // key to {as, count}: what a menu was like when it was drawn

/** Once on the page, a menu lives by itself until the bot changes it: what is chosen in it stays. */
export function picker(control, place) {
  const key = `${place.message}:${control.id}`;
  const as = JSON.stringify(control);
  const before = versions.get(key);
  if (before?.as !== as) versions.set(key, { as, count: (before?.count ?? 0) + 1 });
  const version = `${key}#${versions.get(key).count}`;
  if (document.querySelector(`[data-key="${version}"]`)) {
    const mark = h("div", { data: { key: version } });
    mark.untouched = true;
    return mark;
  }
  return new Picker(control, place, key, version).element;
}

class Picker {
  constructor(control, place, key, version) {
    const { low, high } = bounds(control);
    const found = control.options ? { choices: choices(control) } : { find: finder(control), chosen: preset(control, place.names) };
    this.field = { kind: control.options ? "boxes" : "search", required: low > 0, low, high, placeholder: null, ...found };
    this.where = { channel: place.channel, message: place.message, component: control.id };
    Object.assign(this, { key, name: control.placeholder || "Make a selection" });
    this.element = h("div", { class: "select", data: { key: version } }, control.disabled ? this.disabled() : this.menu());
  }

  disabled() {
    return h("button", { type: "button", class: "button secondary", disabled: true }, this.chosen() || this.name);
  }

  menu() {
    this.title = h("summary", {});
    this.problem = h("p", { class: "wrong", role: "alert" });
    this.body = h("div", { class: "menu" }, this.offered(), this.problem,
      h("div", { class: "row" },
        this.done = button("primary", "Done", () => this.send()),
        button("secondary", "Cancel", () => this.fold(true))));
    this.menuElement = h("details", { class: "picker" }, this.title, this.body);
    this.menuElement.addEventListener("toggle", () => this.menuElement.open && this.unfolded());
    this.menuElement.addEventListener("keydown", (event) => event.key === "Escape" && this.menuElement.open && this.fold(true));
    this.menuElement.addEventListener("input", () => this.problem.replaceChildren());
    this.sent = this.values();
    this.say();
    return this.menuElement;
  }

  offered() {
    const { low, high, choices: all } = this.field;
    const hint = high > 1 && h("p", { class: "note" }, `Choose ${howMany(low, high)}.`);
    if (!all) {
      this.chooser = new Chooser({ id: `find-${this.key}`, label: this.name, field: { ...this.field, placeholder: "Type a name to look for" }, props: { "aria-label": this.name } });
      return [hint, this.chooser.element];
    }
    const group = ticks({ kind: high > 1 ? "boxes" : "radio", choices: all, required: low > 0 }, this.key);
    return walkable(h("fieldset", {}, h("legend", { class: "unseen" }, this.name), hint, group));
  }

  unfolded() {
    const first = this.body.querySelector("input:checked") ?? this.body.querySelector("input");
    first?.focus();
    this.chooser?.combobox.look(0);
    this.body.scrollIntoView({ block: "nearest" });
  }

  values() {
    if (this.chooser) return this.chooser.values;
    return [...this.body.querySelectorAll("input:checked")].map((each) => each.value).filter(Boolean);
  }

  /** What is chosen, as one reads it. */
  chosen() {
    const { choices: all, chosen } = this.field;
    if (this.chooser) return [...this.chooser.chosen.values()].join(", ");
    if (!this.body) return (chosen ?? all.filter((each) => each.chosen)).map(({ label }) => label).join(", ");
    const values = this.values();
    return all.filter(({ value }) => values.includes(value)).map(({ label }) => label).join(", ");
  }

  say(waiting = false) {
    this.title.textContent = `${this.chosen() || this.name}${waiting ? " – sending…" : ""}`;
    this.title.toggleAttribute("aria-busy", waiting);
  }

  async send() {
    const values = this.values();
    const said = wrong({ ...this.field, unfinished: () => this.chooser?.box.value.trim() }, values);
    this.problem.textContent = said ?? "";
    if (said) return (this.chooser?.box ?? this.body.querySelector("input")).focus();
    if (this.waiting) return;
    this.waiting = true;
    this.fold(false);
    this.sent = values;
    this.chooser?.keep();
    this.say(true);
    await use("pick", this.key, { ...this.where, values });
    this.waiting = false;
    this.say();
  }

  /** Close the list; `back`: to what was chosen before it was opened. */
  fold(back) {
    if (back) this.restore();
    this.problem.textContent = "";
    this.menuElement.open = false;
    this.title.focus();
  }

  restore() {
    if (this.chooser) return this.chooser.restore();
    for (const each of this.body.querySelectorAll("input")) each.checked = this.sent.includes(each.value) || (!each.value && !this.sent.length);
  }
}

function button(look, text, then) {
  const made = h("button", { type: "button", class: `button ${look}` }, text);
  made.addEventListener("click", then);
  return made;
}

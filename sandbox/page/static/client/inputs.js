// One field of a dialog: drawn from its description, read back into one value, with what is wrong beside it.

import { h } from "../dom.js";
import { howMany, left, over, wrong } from "./checking.js";
import { Chooser } from "./chooser.js";
import { Combobox } from "./combobox.js";
import { Files } from "./files.js";
import { walkable } from "./walking.js";

const COUNTED = 4000; // whoever may write less is told how much is left
const PAUSE = 250;

let made = 0;

/** `about` is its description as fields.js makes it; `element` goes on the page, `value()` is what stands in it. */
export class Field {
  constructor(field) {
    const id = `field-${++made}`;
    Object.assign(this, { about: { ...field, unfinished: () => this.chooser?.box.value.trim() }, id, name: field.name });
    this.wrong = h("p", { class: "wrong", id: `${id}-wrong` });
    const told = hint(field);
    this.help = told && h("p", { class: "note", id: `${id}-help` }, told);
    if (field.kind === "long" || field.longest < COUNTED) this.count = h("p", { class: "note counter", id: `${id}-count` });
    this.described = {
      "aria-describedby": [this.help, this.count, this.wrong].filter(Boolean).map((each) => each.id).join(" "),
      "aria-required": field.required && field.kind !== "files" ? "true" : null,
    };
    this.element = this.drawn(field);
    this.element.addEventListener("input", () => this.changed());
    this.changed();
  }

  drawn(field) {
    const { id, help, count, described } = this;
    const title = [field.label, !field.required && field.kind !== "box" && h("span", { class: "note" }, " (optional)")];
    if (field.kind === "box") {
      const box = h("input", { type: "checkbox", checked: Boolean(field.value), "aria-describedby": described["aria-describedby"] });
      return h("div", { class: "field" }, h("label", { class: "choice" }, box, h("span", {}, field.label)), help, this.wrong);
    }
    if (field.kind === "radio" || field.kind === "boxes") {
      const group = field.kind === "radio" ? { role: "radiogroup", ...described } : { "aria-describedby": described["aria-describedby"] };
      return walkable(h("fieldset", { class: "field", ...group }, h("legend", {}, title), help, ticks(field, id), this.wrong));
    }
    return h("div", { class: "field" }, h("label", { for: id }, title), help, this.box(field), count, this.wrong);
  }

  box(field) {
    const props = { id: this.id, ...this.described };
    const line = { type: "text", dir: "auto", autocomplete: "off", value: field.value, placeholder: field.placeholder, inputmode: field.number && "decimal", ...props };
    const parts = { id: this.id, label: field.label, field, props, changed: () => this.element && this.changed() };
    switch (field.kind) {
      case "long": return h("textarea", { rows: 5, dir: "auto", placeholder: field.placeholder, ...props }, field.value ?? "");
      case "list": return h("select", props, h("option", { value: "" }, field.placeholder ?? "Choose…"), field.choices.map(listed));
      case "search": return (this.chooser = new Chooser(parts)).element;
      case "files": return (this.files = new Files(parts)).element;
      case "suggested": return this.suggested(h("input", line));
      default: return h("input", line);
    }
  }

  /** What is typed counts as it is, and the name of a suggestion for the value behind it. */
  suggested(box) {
    const choose = ({ value, label }) => {
      this.suggestion = { value, label };
      box.value = label;
      this.changed();
    };
    const { find, label } = this.about;
    return [box, new Combobox(box, { find, choose, label, wait: PAUSE, free: true }).unfolds];
  }

  get input() {
    return this.element.querySelector(":is(input, select, textarea):checked") ?? this.element.querySelector("input, select, textarea");
  }

  value() {
    const { about: field, input } = this;
    switch (field.kind) {
      case "box": return input.checked;
      case "radio": return this.ticked()[0] || null;
      case "boxes": return this.ticked();
      case "search": return this.chooser.values;
      case "files": return this.files.files;
      case "list": return input.value === "" ? null : (field.values?.[input.value] ?? input.value);
      default: return this.typed(input.value);
    }
  }

  /** What is chosen, with its names. */
  picked() {
    if (this.chooser) return [...this.chooser.chosen].map(([value, label]) => ({ value, label }));
    const values = this.ticked();
    return this.about.choices.filter(({ value }) => values.includes(value));
  }

  ticked() {
    return [...this.element.querySelectorAll("input:checked")].map((each) => each.value);
  }

  typed(text) {
    if (this.suggestion?.label === text) return this.suggestion.value;
    if (!this.about.number || text.trim() === "") return text;
    const number = Number(text.trim().replace(",", "."));
    return Number.isNaN(number) ? text : number;
  }

  changed() {
    const text = this.count && this.input.value;
    if (this.count) this.count.textContent = left(this.about, text);
    if (this.wrong.textContent || (this.count && over(this.about, text))) this.check();
  }

  /** Say what is wrong with it, if anything. */
  check() {
    return this.complain(wrong(this.about, this.value()));
  }

  complain(text) {
    this.wrong.textContent = text ?? "";
    const target = this.about.kind === "radio" ? [this.element] : this.element.querySelectorAll("input, select, textarea");
    for (const each of target) {
      if (text) each.setAttribute("aria-invalid", "true");
      else each.removeAttribute("aria-invalid");
    }
    return Boolean(text);
  }
}

/** What one should know before one begins, in sentences. */
function hint(field) {
  const { description, kind, low, high, least, most, number } = field;
  const many = kind !== "files" && high > 1 && !(kind === "boxes" && low <= 1 && high >= field.choices?.length);
  const told = [
    description?.replace(/^…$/, "").replace(/([^.!?…])$/, "$1."),
    many && `Choose ${howMany(low, high)}.`,
    kind === "files" && (high > 1 ? `Up to ${high} files, at most 10 MB each.` : "One file, at most 10 MB."),
    number && least !== undefined && `At least ${least}.`, number && most !== undefined && `At most ${most}.`,
  ];
  return told.filter(Boolean).join(" ");
}

/** Radio buttons or check boxes. Where one may leave a question alone, that is a choice too. */
function ticks({ kind, choices, required }, name) {
  const chosen = choices.some((each) => each.chosen);
  const none = kind === "radio" && !required && { value: "", label: "No answer", chosen: !chosen };
  return [...choices, ...(none ? [none] : [])].map((each) => tick(kind === "radio" ? "radio" : "checkbox", name, each));
}

function tick(type, name, { value, label, description, emoji, chosen }) {
  return h("label", { class: "choice" }, h("input", { type, name, value, checked: chosen }),
    h("span", {}, emoji && `${emoji} `, label, description && h("small", {}, description)));
}

function listed({ value, label, description, emoji, chosen }) {
  const text = [emoji, label].filter(Boolean).join(" ");
  return h("option", { value, selected: chosen }, description ? `${text} – ${description}` : text);
}

// One field of a dialog: drawn as the sandbox describes it, read back into one value, with what is wrong beside it.

import { h } from "../dom.js";
import { chooser, fileChooser } from "./chooser.js";
import { Combobox } from "./combobox.js";
import { encoded, MOST_BYTES, size } from "./files.js";
import { walkable } from "./walking.js";

const TICKS = { radio: "radio", boxes: "checkbox" };
const letters = (count) => `${count} ${count === 1 ? "character" : "characters"}`;
const length = (text) => [...text].length; // as Discord counts: an emoji is one

let made = 0;

export class Field {
  /** `about`: see slices/fields.py. `suggest(text)` answers like Socket.ask with what a bot offers while one types. */
  constructor(about, suggest) {
    const id = `field-${++made}`;
    Object.assign(this, { about, suggest, id, name: about.name });
    this.help = about.help && h("p", { class: "note", id: `${id}-help` }, about.help);
    this.count = about.counted && h("p", { class: "note counter", id: `${id}-count` });
    this.wrong = h("p", { class: "problem wrong", id: `${id}-wrong` });
    this.props = {
      "aria-describedby": [this.help, this.count, this.wrong].filter(Boolean).map((each) => each.id).join(" "),
      "aria-required": about.required && !["files", "box", "boxes"].includes(about.kind) ? "true" : null,
    };
    this.element = this.drawn();
    this.element.addEventListener("input", () => this.changed());
    this.changed();
  }

  drawn() {
    const { about: { kind, label, required, choices, value }, id, help, count, wrong, props } = this;
    if (kind === "box") {
      const box = h("input", { type: "checkbox", checked: value, ...props });
      return h("div", { class: "field" }, h("label", { class: "choice" }, box, h("span", {}, label)), help, wrong);
    }
    const title = [label, !required && h("span", { class: "note" }, " (optional)")];
    if (kind in TICKS) {
      return walkable(h("fieldset", { class: "field", role: kind === "radio" && "radiogroup", ...props },
        h("legend", {}, title), help, choices.map((each) => tick(TICKS[kind], id, each)), wrong));
    }
    return h("div", { class: "field" }, h("label", { for: id }, title), help, this.box(), count, wrong);
  }

  box() {
    const { about, id, props } = this;
    const { kind, value, placeholder } = about;
    if (kind === "long") return h("textarea", { id, rows: 5, dir: "auto", placeholder, ...props }, value ?? "");
    if (kind === "list") return h("select", { id, ...props }, about.choices.map(listed));
    const changed = () => this.changed();
    if (kind === "files") {
      const box = h("input", { id, type: "file", class: "unseen", multiple: about.high > 1, accept: about.accept, ...props });
      return this.choosing(fileChooser(box, about, changed));
    }
    const line = h("input", {
      id, type: kind === "moment" ? "datetime-local" : "text", dir: "auto", autocomplete: "off", value, placeholder,
      inputmode: about.number && "decimal", ...props,
    });
    if (kind === "suggested") return this.suggested(line);
    return kind === "search" ? this.choosing(chooser(line, about, changed)) : line;
  }

  choosing({ content, ...parts }) {
    Object.assign(this, parts);
    return content;
  }

  /** What is typed counts as it is, and the name of a suggestion for the value behind it. */
  suggested(box) {
    const choose = (option) => {
      this.suggestion = option;
      box.value = option.label;
      this.changed();
    };
    return [box, new Combobox(box, { find: this.suggest, choose, label: this.about.label, free: true }).unfolds];
  }

  get input() {
    return this.element.querySelector("input:checked") ?? this.element.querySelector("input, select, textarea");
  }

  value() {
    const { input, about: { kind } } = this;
    if (kind === "box") return input.checked;
    if (kind === "radio" || kind === "list") return this.picked()[0]?.value ?? null;
    if (kind === "moment") return input.value && new Date(input.value).toISOString();
    return this.chosen || kind === "boxes" ? this.picked().map(({ value }) => value) : this.typed(input.value);
  }

  /** The same, with files as they travel. */
  async toSend() {
    return this.about.kind === "files" ? Promise.all(this.value().map(encoded)) : this.value();
  }

  /** All that is in it, to be compared. */
  state() {
    return JSON.stringify([this.chosen?.items ?? this.value(), this.input.value]);
  }

  /** What is chosen, with its names. */
  picked() {
    const marks = [...this.element.querySelectorAll("input, option")];
    return this.chosen?.items ?? this.about.choices.filter((_, index) => marks[index].checked || marks[index].selected);
  }

  typed(text) {
    if (this.suggestion?.label === text) return this.suggestion.value;
    if (!this.about.number || text.trim() === "") return text;
    const number = Number(text.trim().replace(",", "."));
    return Number.isNaN(number) ? text : number;
  }

  changed() {
    if (!this.element) return; // it is only being made
    const { low, high } = this.about;
    const count = length(this.input.value);
    const left = count > high ? "" : `${letters(high - count)} left`;
    if (this.count) this.count.textContent = count < low ? `${letters(low - count)} more needed` : left;
    if (this.wrong.textContent || (this.count && count > high)) this.check();
  }

  /** Say what is wrong with it, if anything. */
  check() {
    return this.complain(this.problem());
  }

  /** The sentence that is due, most often one of those that came with it. */
  problem() {
    const { kind, required, number, least, most, low = 0, high = Infinity, says } = this.about;
    const value = this.value();
    const count = typeof value === "string" ? length(value) : value?.length ?? (value === null ? 0 : 1);
    if (kind === "search" && this.input.value.trim()) return says.half;
    if (count === 0) return required && says.none;
    if (number) {
      if (!(number === "whole" ? Number.isSafeInteger(value) : typeof value === "number")) return says.number;
      return value < least ? says.least : value > most && says.most;
    }
    const big = kind === "files" && value.find((file) => file.size > MOST_BYTES);
    if (big) return `${big.name} has ${size(big.size)}. A file may have at most 10 MB.`;
    if (typeof value === "string" && count > high) return `This is too long by ${letters(count - high)}.`;
    return (count < low || count > high) && says.count;
  }

  complain(text) {
    this.wrong.textContent = text || "";
    const marked = this.about.kind === "radio" ? [this.element] : this.element.querySelectorAll("input, select, textarea");
    for (const each of marked) each.ariaInvalid = text ? "true" : null;
    return Boolean(text);
  }
}

function tick(type, name, { label, description, emoji, chosen }) {
  return h("label", { class: "choice" }, h("input", { type, name, checked: chosen }),
    h("span", {}, emoji && `${emoji} `, label, description && h("small", {}, description)));
}

const listed = ({ label, chosen }) => h("option", { selected: chosen }, label);

// Faults and time by hand: what is armed, what the sandbox offers, and what came of it.

import { h } from "../dom.js";

/** `chosen`: which fault the form is about. */
export function steering({ armed, sections, happened }, chosen) {
  return [
    section("Armed now", armed.length ? inForce(armed) : h("p", {}, "Nothing is armed.")),
    sections.map(({ title, words, buttons, form }) => section(title,
      words && h("p", {}, words), buttons && row(buttons.map(button)), form && fields(form, chosen))),
    section("What came of it", happened.length ? log(happened) : h("p", {}, "Nothing yet.")),
  ];
}

const section = (title, ...inside) => h("section", { data: { key: title } }, h("h2", {}, title), inside);
const row = (...buttons) => h("div", { class: "row" }, buttons);

/** `label`: what a screen reader says instead of the text. */
function button({ text, deed, what, label }) {
  const data = { key: text, do: deed, what: JSON.stringify(what) };
  return h("button", { type: "button", class: "button secondary", "aria-label": label, data }, text);
}

function inForce(list) {
  return [
    h("ul", { class: "armed" }, list.map(({ id, words, until, struck }) => h("li", { data: { key: id } },
      h("span", {}, words, until && [" (until ", clock(until), ")"], struck),
      button({ text: "Clear", label: `Clear: ${words}`, deed: "clear", what: { id } })))),
    list.length > 1 && row(button({ text: "Clear all", deed: "clear", what: {} })),
  ];
}

export const clock = (iso) => h("time", { datetime: iso }, new Date(iso).toLocaleTimeString([], { timeStyle: "medium" }));

function log(happened) {
  const lines = happened.map(({ at, words }) => h("li", {}, clock(at), " ", words));
  return h("div", { role: "log", "aria-label": "What came of it" }, h("ol", { class: "happened" }, lines.reverse()));
}

function fields({ deed, action, fields: asked }, chosen) {
  const more = asked[0].options?.[chosen].more;
  return h("form", { data: { do: deed } }, (more ? [asked[0], more, ...asked.slice(1)] : asked).map(field),
    h("button", { type: "submit", class: "button primary" }, action));
}

/** A choice says what it asks for; a number is asked for by its name. */
function field({ name, label, options, value, most }) {
  return h("label", { data: { key: name } }, h("span", { class: "note" }, label), options
    ? h("select", { name }, options.map(({ text, what }) => h("option", { value: JSON.stringify(what) }, text)))
    : h("input", { name, type: "number", min: 0, max: most, step: "any", value, required: true }));
}

/** What a form asks for. */
export function filled(form) {
  const given = [...new FormData(form)].map(([name, value]) => (form[name].options ? JSON.parse(value) : { [name]: Number(value) }));
  return Object.assign({}, ...given);
}

// Slash commands: what is offered while one types, and the dialog for a command's options.

import { h } from "../dom.js";
import { write } from "./composer.js";
import { Dialog } from "./dialogs.js";
import { ask, onClick, redraw, use } from "./doing.js";
import { Field } from "./inputs.js";
import { now } from "./now.js";

const LIST = "commands";
let pointed = { text: "", index: 0, away: false }; // the command under the arrow keys, for what is typed

function at(text) {
  if (pointed.text !== text) pointed = { text, index: 0, away: false };
  return pointed;
}

/** The commands that fit what is typed, those that begin with it first. */
function fitting(text) {
  const wanted = text.trimEnd().toLowerCase();
  const begins = ({ line }) => line.startsWith(wanted);
  const all = now.view.commands.lines.filter(({ line }) => line.includes(wanted.slice(1)));
  return [...all.filter(begins), ...all.filter((each) => !begins(each))];
}

const isOffered = (text) => text.startsWith("/") && !text.includes("\n") && !at(text).away;

export function offered(text) {
  if (!isOffered(text)) return null;
  const found = fitting(text);
  if (!found.length) return h("p", { class: "commands note", role: "status" }, "There is no such command for you here.");
  return h("ul", { class: "commands", id: LIST, role: "listbox", "aria-label": "Commands" },
    found.map((each, index) => command(each, index, index === at(text).index)));
}

/** What the line in which one types says of them to a screen reader. */
export function suggesting(text) {
  if (!isOffered(text) || !fitting(text).length) return {};
  return { "aria-autocomplete": "list", "aria-controls": LIST, "aria-activedescendant": `${LIST}-${at(text).index}` };
}

function command({ line, description, asks }, index, active) {
  return h("li", { id: `${LIST}-${index}`, role: "option", "aria-selected": String(active), class: active && "active", data: { do: "command", line } },
    h("strong", {}, line), h("span", { class: "note" }, description),
    asks && h("small", {}, asks));
}

export function run(line) {
  const { description, options } = now.view.commands.lines.find((each) => each.line === line);
  const where = { channel: now.channel, line };
  write("");
  if (!options.length) return use("run", line, { ...where, options: {} });
  const fields = options.map((option) => new Field(option, (text) => suggest(where, fields, option.name, text)));
  new Dialog({
    title: line, action: "Run", content: [h("p", { class: "note" }, description), ...fields],
    send(values) {
      now.expecting = true;
      return ask("run", { ...where, options: given(Object.entries(values)) });
    },
  });
}

/** What is filled in, one value for each. */
function given(entries) {
  const single = entries.map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]);
  return Object.fromEntries(single.filter(([, value]) => value !== undefined && value !== null && value !== ""));
}

function suggest(where, fields, name, text) {
  const others = fields.filter((field) => field.name !== name && field.about.kind !== "files").map((field) => [field.name, field.value()]);
  return ask("suggest", { ...where, options: { ...given(others), [name]: text } });
}

function point(text, index) {
  pointed = { text, index, away: false };
  redraw();
  requestAnimationFrame(() => document.getElementById(`${LIST}-${index}`)?.scrollIntoView({ block: "nearest" }));
}

function key(event) {
  const { value } = event.target;
  const found = fitting(value);
  const { index } = at(value);
  if (event.key === "Escape") {
    pointed = { text: value, index: 0, away: true };
    redraw();
  } else if (event.key === "ArrowDown") point(value, (index + 1) % found.length);
  else if (event.key === "ArrowUp") point(value, (index + found.length - 1) % found.length);
  else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") run(found[index].line);
  else return;
  event.preventDefault();
  event.stopPropagation();
}

onClick({ command: ({ dataset }) => run(dataset.line) });
document.addEventListener("keydown", (event) => {
  const { id, value } = event.target;
  if (id === "text" && !event.isComposing && isOffered(value) && fitting(value).length) key(event);
}, true); // before the line takes Enter for "send"
document.addEventListener("mousedown", (event) => event.target.closest(`#${LIST}`) && event.preventDefault()); // the cursor stays

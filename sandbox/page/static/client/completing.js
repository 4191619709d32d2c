// What is offered above the line while one writes: commands after /, people after @, channels after #.

import { h } from "../dom.js";
import { ask, onClick, redraw } from "./doing.js";
import { now } from "./now.js";
import { run } from "./slash.js";
import { step } from "./walking.js";

const NAMED = /(?:^|\s)([@#])([^\s@#]{0,32})$/;
const LIST = "commands";
const line = () => document.getElementById("text");

let state = { text: "", index: 0 }; // for this text: the entry under the arrow keys, `names` that fit, `away` by Escape

/** What fits, as {label, entries}; an entry is {title, note, more, take}. */
function fitting(text) {
  if (state.text !== text) state = { text, index: 0 };
  if (state.away) return null;
  if (text.startsWith("/") && !text.includes("\n")) return { label: "Commands", entries: commands(text) };
  return state.names;
}

/** Those that begin with what is typed first. */
function commands(text) {
  const wanted = text.trimEnd().toLowerCase();
  const begins = ({ title }) => title.startsWith(wanted);
  const all = now.view.commands.lines.filter((each) => each.line.includes(wanted.slice(1)))
    .map((each) => ({ title: each.line, note: each.description, more: each.asks, take: () => run(each.line) }));
  return [...all.filter(begins), ...all.filter((each) => !begins(each))];
}

/** Look for whoever or whatever is named before the cursor. */
export async function complete({ value, selectionStart }) {
  const [, sign, text] = NAMED.exec(value.slice(0, selectionStart)) ?? [];
  const { found } = sign ? await ask("find names", { sign, text }) : {};
  if (line()?.value !== value) return; // typed on meanwhile
  if (found?.length) {
    const from = selectionStart - text.length - 1;
    const entries = found.map(({ name, note }) => ({ title: sign + name, note, take: () => put(`${sign}${name} `, from) }));
    state = { text: value, index: 0, names: { label: sign === "@" ? "People" : "Channels", entries } };
  }
  if (found?.length || document.getElementById(LIST)) redraw();
}

function put(word, from) {
  const box = line();
  box.setRangeText(word, from, box.selectionStart, "end");
  box.focus();
  box.dispatchEvent(new Event("input", { bubbles: true }));
}

export function completions(text) {
  const found = fitting(text);
  if (!found) return null;
  const { label, entries } = found;
  if (!entries.length) return h("p", { class: "commands note", role: "status" }, "There is no such command for you here.");
  return h("ul", { class: "commands", id: LIST, role: "listbox", "aria-label": label }, entries.map(drawn));
}

function drawn({ title, note, more }, index) {
  const active = index === state.index;
  return h("li", {
    id: `${LIST}-${index}`, role: "option", "aria-selected": String(active), class: active && "active", data: { do: "complete", index },
  }, h("strong", {}, title), note && h("span", { class: "note" }, ` ${note}`), more && h("small", {}, more));
}

/** What the line says of them to a screen reader. */
export function completing(text) {
  return fitting(text)?.entries.length
    ? { "aria-autocomplete": "list", "aria-controls": LIST, "aria-activedescendant": `${LIST}-${state.index}` } : {};
}

function point(change) {
  Object.assign(state, change);
  redraw();
  requestAnimationFrame(() => document.getElementById(`${LIST}-${state.index}`)?.scrollIntoView({ block: "nearest" }));
}

function key(event, { entries }) {
  const to = event.key.startsWith("Arrow") ? step(event.key, state.index, entries.length) : undefined;
  if (to !== undefined) point({ index: to });
  else if (event.key === "Escape") point({ away: true });
  else if ((event.key === "Enter" && !event.shiftKey) || event.key === "Tab") entries[state.index].take();
  else return;
  event.preventDefault();
  event.stopPropagation();
}

onClick({ complete: ({ dataset }) => fitting(line().value)?.entries[dataset.index].take() });
document.addEventListener("keydown", (event) => {
  if (event.target.id !== "text" || event.isComposing) return;
  const found = fitting(event.target.value);
  if (found?.entries.length) key(event, found);
}, true); // before the line takes Enter for "send"
document.addEventListener("mousedown", (event) => event.target.closest(`#${LIST}`) && event.preventDefault()); // the cursor stays

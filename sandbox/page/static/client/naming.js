// Naming somebody or a channel while one writes: @ offers people, # offers channels.

import { h } from "../dom.js";
import { ask, onClick, onKey, redraw } from "./doing.js";
import { now } from "./now.js";

const BEGUN = /(?:^|\s)([@#])([^\s@#]{0,32})$/;
const NOT_NAMED = new Set([1, 4]); // direct messages, categories
const MOST = 8;
let offered = null; // {sign, from, choices: [{word, note}], at}

/** What the line says about the list above it. */
export const naming = () => offered && { "aria-autocomplete": "list", "aria-controls": "names", "aria-activedescendant": `name-${offered.at}` };

export function named() {
  return offered && h("ul", { class: "commands", id: "names", role: "listbox", "aria-label": offered.sign === "@" ? "People" : "Channels" },
    offered.choices.map(({ word, note }, index) => h("li", { role: "option", id: `name-${index}`, "aria-selected": String(index === offered.at), class: index === offered.at && "active", data: { do: "name", index } },
      h("strong", {}, offered.sign + word), note && h("span", { class: "note" }, ` ${note}`))));
}

/** Look for what fits the word before the cursor. */
export async function suggest(box) {
  const begun = BEGUN.exec(box.value.slice(0, box.selectionStart));
  if (!begun) return offered && show(null);
  const [, sign, text] = begun;
  const choices = sign === "#" ? places(text) : await people(text);
  if (!box.value.slice(0, box.selectionStart).endsWith(sign + text)) return; // typed on meanwhile
  show(choices.length ? { sign, from: box.selectionStart - text.length - 1, choices: choices.slice(0, MOST), at: 0 } : null);
}

function show(next) {
  offered = next;
  redraw();
}

const places = (text) => now.view.channels.filter(({ type, name }) => !NOT_NAMED.has(type) && name.toLowerCase().includes(text.toLowerCase())).map(({ name }) => ({ word: name }));

async function people(text) {
  const { found = [] } = await ask("find people", { text });
  return (found ?? []).map(({ name, shown, bot }) => ({ word: name, note: [shown !== name && shown, bot && "App"].filter(Boolean).join(", ") }));
}

function take(index) {
  const box = document.getElementById("text");
  const { sign, from, choices } = offered;
  offered = null;
  box.setRangeText(`${sign}${choices[index].word} `, from, box.selectionStart, "end");
  box.focus();
  box.dispatchEvent(new Event("input", { bubbles: true }));
  redraw();
}

const STEPS = { ArrowDown: 1, ArrowUp: -1 };

onClick({ name: ({ dataset }) => take(Number(dataset.index)) });
onKey((event) => {
  if (!offered || event.target.id !== "text" || event.isComposing) return;
  const { key } = event;
  if (STEPS[key]) show({ ...offered, at: (offered.at + STEPS[key] + offered.choices.length) % offered.choices.length });
  else if (key === "Enter" || key === "Tab") take(offered.at);
  else if (key === "Escape") show(null);
  else return;
  event.preventDefault();
});

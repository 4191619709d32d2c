// What the sandbox offers as buttons: pressed, asked back or filled in first, and done.

import { h } from "../dom.js";
import { confirm, Dialog } from "./dialogs.js";
import { ask, onClick, redraw, tell } from "./doing.js";
import { Field } from "./inputs.js";
import { now } from "./now.js";

/** Offers as they came (see slices/offers.py): {text, deed, what, look, sure, fields, about, opens}. */
export const offers = (list) => list?.map((each) => h("button", {
  type: "button", class: each.look === "link" ? "link" : `button ${each.look}`, data: { do: "offer", offer: JSON.stringify(each) },
}, each.text));

/** A button that a module answers itself, by onClick. */
export const button = (text, to, data = {}, look = "button secondary", more = {}) =>
  h("button", { type: "button", class: look, data: { do: to, ...data }, ...more }, text);

/** What does not fit into one line of buttons. */
export const more = (key, list) => list?.length > 0
  && h("details", { class: "others", data: { key: `more-${key}` } }, h("summary", {}, "More"), h("div", {}, offers(list)));

/** What stands in the place of the messages. */
export function panel(title, ...content) {
  return [
    h("header", { class: "channel" }, h("h2", { id: "panel", tabindex: "-1" }, title), button("Close", "panel", {}, "link")),
    h("div", { class: "panel", data: { key: title } }, content),
  ];
}

/** Draw it anew, with the focus on its title. */
export function toPanel() {
  redraw();
  requestAnimationFrame(() => document.getElementById("panel")?.focus());
}

/** Something to look at, put away by a button or Escape. */
export function show(title, ...content) {
  const dialog = h("dialog", { "aria-label": title }, h("h2", {}, title), content,
    h("div", { class: "row end" }, button("Close", "put away")));
  dialog.addEventListener("close", () => dialog.remove());
  document.body.append(dialog);
  dialog.showModal();
}

export const putAway = (element) => element.closest("dialog")?.close();

export function open(channel) {
  now.channel = channel;
  now.later = now.view.me.id;
  now.shown = now.panel = null;
  redraw();
}

/** Its fields are sent with what the offer says already. */
function fill({ about, text, deed, what, fields, opens }) {
  new Dialog({ title: about, content: fields.map((each) => new Field(each)), action: text, async send(values) {
    const answer = await ask(deed, { ...values, ...what });
    if (opens && answer.found) open(answer.found);
    return answer;
  } });
}

onClick({
  offer(element) {
    const it = JSON.parse(element.dataset.offer);
    putAway(element);
    element.closest(".others")?.removeAttribute("open");
    if (it.fields) fill(it);
    else if (it.sure) confirm(`${it.text}?`, it.sure, it.text, () => ask(it.deed, it.what));
    else tell(it.deed, it.what);
    now.expecting ||= it.deed.startsWith("use on "); // the bot answers in the channel
  },
  "put away": putAway,
  open: ({ dataset }) => open(dataset.channel),
  panel({ dataset }) {
    now.panel = dataset.what ?? null;
    if (!now.panel) now.later = now.view.me.id;
    now.shown = null;
    toPanel();
  },
});

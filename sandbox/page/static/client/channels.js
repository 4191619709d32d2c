// The list of channels at the left, and the heading of the one that is open.

import { aside, h } from "../dom.js";
import { confirm } from "./dialogs.js";
import { ask, onClick, redraw } from "./doing.js";
import { pinsButton } from "./pins.js";
import { may, now } from "./now.js";
import { isUnread } from "./unread.js";

const DIRECT = 1, VOICE = 2, CATEGORY = 4, STAGE = 13, FORUM = 15;
const THREADS = new Set([10, 11, 12]);
const MARKS = { [DIRECT]: "@ ", [VOICE]: "♪ ", [STAGE]: "♪ " };

export function channels() {
  const all = now.view.channels;
  const categories = all.filter((each) => each.type === CATEGORY);
  const direct = all.filter((each) => each.type === DIRECT);
  const above = (place) => (THREADS.has(place.type) ? all.find((each) => each.id === place.parent)?.parent : place.parent);
  const within = (parent) => all.filter((each) => each.type !== CATEGORY && each.type !== DIRECT && (above(each) ?? null) === parent);
  return [
    list(within(null)),
    categories.map((category) => section(category.name, within(category.id))),
    section("Direct messages", direct),
  ];
}

const section = (title, places) => places.length > 0 && [h("h2", {}, title), list(places)];
const list = (places) => h("ul", {}, places.map((place) => h("li", { data: { key: place.id } }, channel(place))));

function channel(place) {
  const fresh = isUnread(place);
  return h("button", {
    type: "button", class: [fresh && "unread", THREADS.has(place.type) && "thread"].filter(Boolean).join(" "),
    "aria-current": place.id === now.channel ? "page" : null, data: { do: "open", channel: place.id },
  }, h("span", { "aria-hidden": "true" }, MARKS[place.type] ?? "# "), title(place), fresh && aside(" (new messages)"));
}

const title = (place) => (place.archived ? `${place.name} (archived)` : place.name);

export function heading(place) {
  return h("header", { class: "channel" },
    h("h2", {}, place.type === DIRECT ? place.name : `#${place.name}`),
    may("manage", place) && !THREADS.has(place.type) && remove("delete channel", { channel: place.id, name: `#${place.name}` }),
    ![CATEGORY, FORUM].includes(place.type) && pinsButton(place),
    place.topic && h("p", { class: "note" }, place.topic));
}

export function remove(deed, data) {
  return h("button", { type: "button", class: "link", data: { do: deed, ...data } }, "Delete", aside(` ${data.name}`));
}

function sure(deed, what, about) {
  confirm(`Delete ${what}?`, "It is deleted for everybody.", "Delete", () => ask(deed, about));
}

export function open(channel) {
  now.channel = channel;
  now.shown = now.panel = null;
  redraw();
}

onClick({
  open: ({ dataset }) => open(dataset.channel),
  "delete role": ({ dataset }) => sure("delete role", `the role ${dataset.name}`, { role: dataset.role }),
  "delete channel": ({ dataset }) => sure("delete channel", dataset.name, { channel: dataset.channel }),
});

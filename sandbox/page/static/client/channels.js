// The list of channels at the left, the heading of the one that is open, and its threads.

import { aside, h } from "../dom.js";
import { button, more, offers, panel } from "./asking.js";
import { onClick, redraw } from "./doing.js";
import { chip } from "./frame.js";
import { inline } from "./inline.js";
import { here, kept, names, now } from "./now.js";
import { pinsButton } from "./pins.js";
import { present } from "./rooms.js";
import { isUnread, mentions } from "./unread.js";

export { open } from "./asking.js";

const TEXT = 0, DIRECT = 1, CATEGORY = 4, PRIVATE = 12;
export const FORUM = 15;
const THREADS = new Set([10, 11, PRIVATE]);
const KINDS = {
  0: ["#", "text channel"], 1: ["@", "direct messages"], 2: ["♪", "voice room"], 11: ["↳", "thread"],
  12: ["↳", "private thread"], 13: ["◉", "stage"], 15: ["☰", "forum"],
};
const mark = ({ type }) => h("span", { class: "mark", "aria-hidden": "true" }, KINDS[type]?.[0] ?? "#");

export function channels() {
  const { channels: all, events, welcome, steward } = now.view;
  const listed = all.filter((each) => each.type !== CATEGORY && each.type !== DIRECT && isListed(each));
  const parents = new Map(all.map((each) => [each.id, each.parent]));
  const within = (parent) => listed.filter((each) => ((THREADS.has(each.type) ? parents.get(each.parent) : each.parent) ?? null) === parent);
  return [
    h("ul", {},
      shortcut(events.list.length ? `Events (${events.list.length})` : "Events", "events"),
      welcome.questions.length > 0 && shortcut("Channels & roles", "welcome"),
      steward.length > 0 && shortcut("Server settings", "settings")),
    list(within(null)),
    all.filter((each) => each.type === CATEGORY).map((each) => section(each.id, each.name, within(each.id))),
    section("direct", "Direct messages", all.filter((each) => each.type === DIRECT)),
  ];
}

/** A thread stands in the list while it is open, or while it goes on and is followed. */
const isListed = (place) => !THREADS.has(place.type) || place.id === now.channel || (place.joined && !place.archived);

const shortcut = (text, what) => h("li", {}, button(text, "panel", { what }, null, { "aria-current": now.panel === what ? "page" : null }));

const list = (places) => h("ul", {}, places.map((place) => h("li", { data: { key: place.id } }, channel(place), present(place))));

/** A category; folded, it still shows what is open and what is new. */
function section(id, title, places) {
  if (!places.length) return null;
  const folded = Boolean(kept.get(`fold:${id}`));
  const shown = folded ? places.filter((each) => each.id === now.channel || isUnread(each)) : places;
  return h("div", { data: { key: `in-${id}` } },
    h("h2", {}, button([h("span", { "aria-hidden": "true" }, folded ? "▸ " : "▾ "), title], "fold places", { what: id }, null, { "aria-expanded": String(!folded) })),
    list(shown));
}

function channel(place) {
  const fresh = isUnread(place), calls = mentions(place);
  return button([mark(place), h("span", {}, place.archived ? `${place.name} (archived)` : place.name),
  place.private && h("small", {}, " only for some"), fresh && aside(" (new messages)"),
  calls > 0 && h("span", { class: "count" }, String(calls), aside(calls === 1 ? " mention of you" : " mentions of you"))],
  "open", { channel: place.id }, `${fresh ? "unread" : ""} ${THREADS.has(place.type) ? "thread" : ""}`,
  { title: KINDS[place.type]?.[1], "aria-current": place.id === now.channel && !now.panel ? "page" : null });
}

/** What the sandbox says of the open channel, when it has come. */
export const about = (place) => (now.view.here?.channel === place.id ? now.view.here : {});

export function heading(place) {
  const thread = THREADS.has(place.type), { tags, offers: offered, more: others } = about(place);
  const parent = thread && now.view.channels.find((each) => each.id === place.parent);
  return h("header", { class: "channel", data: { key: `head-${place.id}` } },
    parent && button(`‹ Back to ${parent.name}`, "open", { channel: parent.id }, "link"),
    h("h2", {}, mark(place), place.name),
    tags?.map(chip),
    place.type === TEXT && button("Threads", "panel", { what: "threads" }),
    thread && offers(offered), place.type !== FORUM && pinsButton(place), more(place.id, others),
    place.topic && place.type !== FORUM && h("p", { class: "note" }, inline(place.topic, names())));
}

export function threadsPanel() {
  const place = here();
  const below = now.view.channels.filter((each) => each.parent === place?.id && THREADS.has(each.type));
  const some = (title, threads) => threads.length > 0 && [h("h3", {}, title), h("ul", { class: "cards" }, threads.map(card))];
  return panel(`Threads in ${place?.name}`, h("p", {}, offers(about(place).threads)),
    !below.length && h("p", { class: "wait" }, "There are no threads here yet. A thread keeps one subject together, beside the channel."),
    some("Going on", below.filter((each) => !each.archived)), some("At rest", below.filter((each) => each.archived)));
}

function card(place) {
  const words = [place.type === PRIVATE && "private", place.joined && "you follow it", place.locked && "locked"].filter(Boolean).join(", ");
  return h("li", { data: { key: place.id } }, button(place.name, "open", { channel: place.id }, "link"), words && h("span", { class: "note" }, words));
}

onClick({
  "fold places"({ dataset: { what } }) {
    kept.set(`fold:${what}`, kept.get(`fold:${what}`) ? null : "yes");
    redraw();
  },
});

// The open forum: its posts as cards, by tag and in order, and new ones.

import { h } from "../dom.js";
import { moment } from "../time.js";
import { button, offers } from "./asking.js";
import { onChange, onClick, redraw } from "./doing.js";
import { chip } from "./frame.js";
import { inline } from "./inline.js";
import { names, now } from "./now.js";

const EPOCH = 1420070400000n;
const seconds = (id) => Number(((BigInt(id) >> 22n) + EPOCH) / 1000n);
let chosen = null, order = "active";

export function forum(place) {
  const found = now.view.forum?.channel === place.id ? now.view.forum : null;
  if (!found) return h("div", { class: "panel" }, h("p", { class: "wait" }, "One moment…"));
  const { tags, posts } = found, by = tags.some(([id]) => id === chosen);
  const fitting = posts.filter((each) => !by || each.held.includes(chosen)).sort(inOrder);
  const old = fitting.filter((each) => each.archived);
  return h("div", { class: "panel", data: { key: `forum-${place.id}` } },
    found.guidelines && h("p", {}, inline(found.guidelines, names())),
    h("div", { class: "row" }, offers(found.offers),
      h("select", { "aria-label": "Order", data: { change: "order" } },
        h("option", { value: "active" }, "Newest activity first"), h("option", { value: "id" }, "Newest post first"))),
    tags.length > 0 && h("div", { class: "row", role: "group", "aria-label": "Only posts with this tag" }, tags.map(filter)),
    !fitting.length && h("p", { class: "wait" }, by ? "No post has this tag." : "Nobody has posted here yet. A post is a subject of its own, which others answer."),
    cards(fitting.filter((each) => !each.archived)),
    old.length > 0 && [h("h3", {}, "Older posts"), cards(old)],
    found.older > 0 && h("p", { class: "note" }, `${found.older} posts that are older still are not listed.`));
}

const inOrder = (a, b) => b.pinned - a.pinned || Number(BigInt(b[order]) - BigInt(a[order]));

const filter = ([id, name]) => button(name, "filter", { tag: id, key: id }, undefined, { "aria-pressed": String(chosen === id) });

const cards = (posts) => h("ul", { class: "cards" }, posts.map(card));

function card(post) {
  return h("li", { data: { key: post.id } },
    h("h3", {}, button(post.title, "open", { channel: post.id }, "link"), post.pinned && h("span", { class: "badge" }, "Pinned")),
    h("p", { class: "note" }, post.by), h("p", {}, post.excerpt), post.tags.map(chip),
    h("p", { class: "note" }, post.messages, ", last activity ", moment(seconds(post.active), "R", now.view.me.locale)));
}

onClick({
  filter({ dataset }) {
    chosen = chosen === dataset.tag ? null : dataset.tag;
    redraw();
  },
});
onChange({
  order({ value }) {
    order = value;
    redraw();
  },
});

// Scheduled events: what is planned, and who is interested.

import { h } from "../dom.js";
import { moment } from "../time.js";
import { button, more, offers, panel } from "./asking.js";
import { markdown } from "./markdown.js";
import { names, now } from "./now.js";

export function eventsPanel() {
  const { list, offers: plan } = now.view.events;
  return panel("Events", h("p", {}, offers(plan)),
    !list.length && h("p", { class: "wait" }, "Nothing is planned at the moment."),
    h("ul", { class: "cards" }, list.map(card)));
}

function card(event) {
  const { id, name, room } = event;
  const place = now.view.channels.find((each) => each.id === room);
  return h("li", { data: { key: id } },
    event.on ? h("p", {}, h("strong", {}, "On now")) : h("p", {}, when(event)),
    h("h3", {}, name), event.repeats && h("p", { class: "note" }, event.repeats),
    h("p", {}, "Where: ", place ? button(place.name, "open", { channel: room }, "link") : event.where),
    event.cover && h("img", { src: event.cover, alt: `Picture of ${name}` }),
    event.description && h("div", { class: "text" }, markdown(event.description, { ...names(), users: event.names })),
    h("p", { class: "note" }, event.interest),
    h("div", { class: "row" }, offers(event.offers), more(id, event.more)));
}

function when({ start, end }) {
  const at = (iso, style) => moment(Date.parse(iso) / 1000, style, now.view.me.locale);
  const sameDay = end && new Date(start).toDateString() === new Date(end).toDateString();
  return [at(start, "F"), end && [" to ", at(end, sameDay ? "t" : "F")], " (", at(start, "R"), ")"];
}

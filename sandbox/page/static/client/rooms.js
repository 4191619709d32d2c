// Voice rooms and stages: who is there, coming and going, and the bar that stays while one is in one.

import { h } from "../dom.js";
import { button, offers } from "./asking.js";
import { about } from "./channels.js";
import { now } from "./now.js";
import { personButton } from "./person.js";


/** Who is in a room, below it in the list. */
export function present({ id }) {
  const people = now.view.rooms[id]?.people ?? [];
  return people.length > 0 && h("ul", { class: "present" }, people.map((each) => h("li", { data: { key: each.id } },
    each.name, each.marks.length > 0 && h("small", {}, ` ${each.marks.join(", ")}`))));
}

export function room(place) {
  const found = now.view.rooms[place.id];
  if (!found) return null;
  return h("section", { class: "room", "aria-label": `Who is in ${place.name}` },
    found.says.map((line) => h("p", {}, line)),
    h("ul", {}, found.people.map((each) => h("li", { data: { key: each.id } },
      personButton(each.id, each.name), h("span", { class: "note" }, each.marks.join(", ")), offers(each.offers)))),
    h("div", { class: "row" }, offers(about(place).offers)));
}

/** While one is in a room, wherever else one looks. */
export function roomBar() {
  const { room: mine } = now.view;
  return mine && h("section", { class: "in-room", "aria-label": "The room you are in" },
    h("span", {}, "You are in ", button(mine.name, "open", { channel: mine.channel }, "link")), offers(mine.offers));
}

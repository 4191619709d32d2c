// Somebody's card: who they are, what the bot can do with them, and what one may do to them.

import { h } from "../dom.js";
import { moment } from "../time.js";
import { button, offers, show } from "./asking.js";
import { alert, ask, onClick } from "./doing.js";
import { chip } from "./frame.js";
import { now } from "./now.js";

/** A name that opens its card. */
export const personButton = (id, name) => button(name, "person", { person: id }, "link");

async function person({ dataset }) {
  const { found, refused } = await ask("look at person", { person: dataset.person });
  if (refused) return alert(refused);
  const at = (iso, style) => moment(Date.parse(iso) / 1000, style, now.view.me.locale);
  const group = (title, buttons) => buttons.length > 0 && [h("h3", {}, title), h("div", { class: "row" }, buttons)];
  show(found.shown,
    h("p", {}, found.name !== found.shown && `${found.name} `, found.bot && h("span", { class: "badge" }, "App"),
      found.owner && chip("owner"), found.roles.map(chip)),
    h("p", { class: "note" }, "Here since ", at(found.joined, "D")),
    found.silent_until && h("p", {}, "Timed out until ", at(found.silent_until, "f")),
    group("Apps", offers(found.apps)), group("Roles", offers(found.give)), group("What you may do", offers(found.offers)));
}

onClick({ person });

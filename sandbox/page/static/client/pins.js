// The pinned messages of a channel.

import { h } from "../dom.js";
import { alert, ask, onClick } from "./doing.js";
import { inline } from "./inline.js";
import { modal } from "./menu.js";
import { goTo } from "./messages.js";
import { names } from "./now.js";
import { sent } from "../time.js";

/** For the heading of a channel. */
export function pinsButton(place) {
  return h("button", { type: "button", class: "link", "aria-haspopup": "dialog", data: { do: "pins", channel: place.id } }, "Pinned messages");
}

async function show({ dataset: { channel } }) {
  const { found, refused } = await ask("look at pins", { channel });
  if (refused) return alert(refused);
  modal({ class: "pins", "aria-labelledby": "pins-title" }, h("h2", { id: "pins-title" }, "Pinned messages"),
    found.length ? h("ul", {}, found.map(pinned)) : h("p", {}, "Nothing is pinned here yet. What is pinned is found again easily."));
}

function pinned(said) {
  const known = { ...names(), users: said.names };
  return h("li", {}, h("p", {}, h("strong", {}, said.author.name), " ", sent(said.at, known.locale)),
    h("p", { class: "short", dir: "auto" }, said.content ? inline(said.content, known).map((part) => part.textContent ?? part) : "(no text)"),
    goTo({ channel: said.channel, message: said.id }, "Go to it", `what ${said.author.name} wrote`));
}

onClick({ pins: show });

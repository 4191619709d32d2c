// The pinned messages of a channel.

import { h } from "../dom.js";
import { button, show } from "./asking.js";
import { alert, ask, onClick } from "./doing.js";
import { goTo, short } from "./messages.js";
import { names } from "./now.js";
import { sent } from "../time.js";

/** For the heading of a channel. */
export const pinsButton = (place) => button("Pinned messages", "pins", { channel: place.id }, "link", { "aria-haspopup": "dialog" });

function pinned(said) {
  const known = { ...names(), users: said.names };
  return h("li", {}, h("p", {}, h("strong", {}, said.author.name), " ", sent(said.at, known.locale)),
    h("p", { class: "short", dir: "auto" }, said.content ? short(said.content, known) : "(no text)"),
    goTo({ channel: said.channel, message: said.id }, `what ${said.author.name} wrote`));
}

onClick({
  async pins({ dataset: { channel } }) {
    const { found, refused } = await ask("look at pins", { channel });
    if (refused) return alert(refused);
    show("Pinned messages", found.length ? h("ul", { class: "pins" }, found.map(pinned))
      : h("p", {}, "Nothing is pinned here yet. What is pinned is found again easily."));
  },
});

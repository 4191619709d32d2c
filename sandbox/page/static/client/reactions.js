// Reactions: what stands below a message, and a small choice of emojis to put there.

import { aside, h } from "../dom.js";
import { onClick, onSubmit, tell } from "./doing.js";
import { popup } from "./menu.js";

const WORDS = {
  "👍": "thumbs up", "❤️": "heart", "😂": "laughing", "🎉": "party", "😮": "surprised", "😢": "sad", "🙏": "thank you", "✅": "done",
};

export function reactions({ id, channel, offers, reactions: found }) {
  if (!found.length) return null;
  const where = { channel, message: id };
  return h("ul", { class: "reactions", "aria-label": "Reactions" },
    found.map(({ emoji, count, mine }) => h("li", { data: { key: emoji } }, h("button", {
      type: "button", class: "reaction", "aria-pressed": String(mine), data: { do: "react", ...where, emoji },
      "aria-label": `${WORDS[emoji] ?? emoji}: ${count}${mine ? ", including you" : ""}`,
    }, `${emoji} ${count}`))),
    offers.some(({ act }) => act === "choose emoji") && h("li", {},
      h("button", { type: "button", class: "reaction", data: { do: "choose emoji", ...where } },
        h("span", { "aria-hidden": "true" }, "+ "), aside("Add a "), "Reaction")));
}

/** Offer emojis for a message, beside what was pressed for it. */
function choose({ dataset: { channel, message } }, back) {
  const offered = Object.entries(WORDS).map(([emoji, word]) => h("button", {
    type: "button", data: { do: "react", channel, message, emoji },
  }, h("span", { "aria-hidden": "true" }, emoji), ` ${word}`));
  const other = h("form", { data: { do: "react", channel, message } },
    h("label", { for: "emoji" }, "Any other emoji"), h("input", { id: "emoji", autocomplete: "off", maxlength: "16" }),
    h("button", { type: "submit", class: "button primary" }, "Add"));
  popup({ role: "dialog", "aria-label": "Add a reaction", class: "popup emojis" }, [offered, other], back);
}

const put = ({ channel, message }, emoji, on) => emoji && tell("react", { channel, message, emoji, on });

onClick({
  react: (button) => put(button.dataset, button.dataset.emoji, button.getAttribute("aria-pressed") !== "true"),
  "choose emoji": (button) => choose(button, button.closest(".menu") ? document.activeElement : button),
});
onSubmit({
  react(form) {
    form.parentElement.hidePopover();
    put(form.dataset, form.elements.emoji.value.trim(), true);
  },
});

// Reactions: what stands below a message, and a small choice of emojis to put there.

import { aside, h } from "../dom.js";
import { onClick, tell } from "./doing.js";
import { may } from "./now.js";
import { popup } from "./menu.js";

const WORDS = {
  "👍": "thumbs up", "❤️": "heart", "😂": "laughing", "🎉": "party", "😮": "surprised", "😢": "sad", "🙏": "thank you", "✅": "done",
};

export function reactions({ id, channel, reactions: found }) {
  if (!found.length) return null;
  return h("ul", { class: "reactions", "aria-label": "Reactions" }, found.map(({ emoji, count, mine }) => h("li", { data: { key: emoji } },
    h("button", {
      type: "button", class: "reaction", "aria-pressed": String(mine), data: { do: "react", channel, message: id, emoji },
      "aria-label": `${WORDS[emoji] ?? emoji}: ${count}${mine ? ", including you" : ""}`,
    }, `${emoji} ${count}`))),
  h("li", {}, may("react") && h("button", { type: "button", class: "reaction", data: { do: "choose emoji", channel, message: id } },
    h("span", { "aria-hidden": "true" }, "+ "), aside("Add a "), "Reaction")));
}

const put = ({ channel, message }, emoji, on) => tell("react", { channel, message, emoji, on });

/** Offer emojis for a message, beside what was pressed for it. */
export function chooseEmoji(where, back) {
  const field = h("input", { id: "emoji", autocomplete: "off", maxlength: "16" });
  const choose = (emoji) => {
    box.hidePopover();
    if (emoji) put(where, emoji, true);
  };
  const form = h("form", {}, h("label", { for: "emoji" }, "Any other emoji"), field, h("button", { type: "submit", class: "button primary" }, "Add"));
  const offered = Object.entries(WORDS).map(([emoji, word]) => {
    const button = h("button", { type: "button" }, h("span", { "aria-hidden": "true" }, emoji), ` ${word}`);
    button.addEventListener("click", () => choose(emoji));
    return button;
  });
  form.addEventListener("submit", (event) => {
    event.preventDefault();
    choose(field.value.trim());
  });
  const box = popup({ role: "dialog", "aria-label": "Add a reaction", class: "popup emojis" }, [offered, form], back);
  offered[0].focus();
}

onClick({
  react: (button) => put(button.dataset, button.dataset.emoji, button.getAttribute("aria-pressed") !== "true"),
  "choose emoji": (button) => chooseEmoji(button.dataset, button),
});

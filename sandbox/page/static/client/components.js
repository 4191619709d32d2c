// Everything a bot may build a message from: components, and embeds, which are older.

import { aside, h } from "../dom.js";
import { attached, elsewhere, hidden, picture } from "./attachments.js";
import { markdown } from "./markdown.js";
import { now } from "./now.js";
import { picker } from "./picker.js";
import { sent } from "../time.js";

const PARTS = {
  1: (part, place) => h("div", { class: "row" }, inside(part, place)),
  2: button,
  3: picker,
  5: picker,
  6: picker,
  7: picker,
  8: picker,
  9: section,
  10: (part, place) => text(part.content, place),
  11: (part) => shown(part),
  12: (part) => h("div", { class: "gallery", data: { count: part.items.length } }, part.items.map(shown)),
  13: (part) => hidden(part.spoiler, "a file", attached(part.name || "file", part.file.url, part.size)),
  14: (part) => h("hr", { class: `${part.spacing === 2 ? "wide" : ""}${part.divider === false ? " bare" : ""}` }),
  17: (part, place) => hidden(part.spoiler, "a part of this message",
    h("div", { class: "container", colour: colour(part.accent_color) }, inside(part, place))),
};

/** One part; `place` has names, channel and message. */
export function component(part, place) {
  const draw = PARTS[part.type];
  return draw ? draw(part, place) : h("p", { class: "note" }, `(This page cannot show component type ${part.type}.)`);
}

export const text = (source, place) => h("div", { class: "text" }, markdown(source, place.names));
const colour = (number) => (number === null || number === undefined ? null : `#${number.toString(16).padStart(6, "0")}`);
const inside = (part, place) => part.components.map((child) => component(child, place));
const shown = (item) => hidden(item.spoiler, "a picture", picture(item.media.url, item.description));

function section(part, place) {
  return h("div", { class: "section" }, h("div", {}, inside(part, place)), component(part.accessory, place));
}

const PREMIUM = 6;
const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "secondary", 6: "primary" };

function button(part, place) {
  const look = `button ${STYLES[part.style]}`;
  const content = [emoji(part.emoji), part.label ? h("span", {}, part.label) : part.style === PREMIUM && "Something to buy"];
  if (part.url) {
    if (part.disabled) return h("button", { type: "button", class: look, disabled: true }, content);
    return elsewhere(part.url, [content, aside(" (a link)"), h("span", { "aria-hidden": "true" }, " ↗")], { class: look });
  }
  const key = `${place.message}:${part.id}`;
  const busy = now.busy.has(key);
  return h("button", {
    type: "button", class: busy ? `${look} busy` : look,
    disabled: Boolean(part.disabled) || part.style === PREMIUM, "aria-disabled": busy ? "true" : null,
    data: { key, do: "press", channel: place.channel, message: place.message, component: part.id },
  }, content, busy && aside(" – waiting for an answer"));
}

/** A custom emoji is a picture from elsewhere: its name has to do. */
export function emoji(found) {
  return found && h("span", { class: "emoji" }, found.id ? `:${found.name}:` : found.name);
}

export function card(embed, place) {
  const { author, footer, fields = [], image, thumbnail } = embed;
  return h("div", { class: "container embed", colour: colour(embed.color) },
    thumbnail && h("div", { class: "thumbnail" }, picture(thumbnail.url)),
    author?.name && h("p", { class: "note", dir: "auto" }, elsewhere(author.url, author.name)),
    embed.title && h("p", { class: "title", dir: "auto" }, elsewhere(embed.url, embed.title)),
    embed.description && text(embed.description, place),
    fields.length > 0 && h("dl", {}, fields.map((each) => h("div", { class: each.inline ? "beside" : null },
      h("dt", {}, each.name), h("dd", {}, text(each.value, place))))),
    image && picture(image.url),
    (footer?.text || embed.timestamp) && h("p", { class: "note", dir: "auto" },
      footer?.text, footer?.text && embed.timestamp && " · ", embed.timestamp && sent(embed.timestamp, place.names.locale)));
}

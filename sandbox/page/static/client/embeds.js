// Embeds: the older way in which a bot sets something off from its text.

import { h } from "../dom.js";
import { elsewhere, picture } from "./attachments.js";
import { colour, text } from "./components.js";
import { sent } from "../time.js";

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

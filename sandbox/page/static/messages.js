// Messages and everything a bot may put into them.

import { aside, h } from "./dom.js";
import { markdown } from "./markdown.js";
import { picker } from "./picker.js";
import { sent } from "./time.js";

/** One message. `scene` has names, channel, busy (keys of controls that wait for the bot) and view. */
export function message(said, scene) {
  const names = { ...scene.names, users: { ...scene.names.users, ...said.mentions } };
  const place = { ...scene, names, message: said.id };
  return h("article", { class: said.only_you ? "message only-you" : "message", data: { key: said.id }, "aria-label": `${said.author.name} wrote` },
    h("span", { class: `face tint${Number(said.author.id.slice(-4)) % 6}`, "aria-hidden": "true" }, initial(said.author.name)),
    h("div", { class: "said" }, head(said, scene), body(said, place), said.only_you && onlyYou(said, scene)));
}

const initial = (name) => [...name.trim()][0]?.toUpperCase() ?? "?";

function head(said, scene) {
  return h("header", {},
    h("strong", {}, said.author.name), said.author.bot && h("span", { class: "badge" }, "App"),
    " ", sent(said.at, scene.names.locale),
    said.edited && !said.only_you && h("span", { class: "note" }, " (edited)"),
    said.pinned && h("span", { class: "note" }, " · pinned"),
    said.answers && !said.only_you && h("span", { class: "note" }, ` · to ${said.answers}`));
}

function body(said, place) {
  if (said.thinking) return h("p", { class: "thinking" }, `${said.author.name} is thinking…`);
  if (said.type === 6) return h("p", { class: "note" }, "pinned a message to this channel.");
  if (said.type === 7) return h("p", { class: "note" }, "is here now.");
  return [
    said.content && h("div", { class: "text" }, markdown(said.content, place.names)),
    said.embeds.map((embed) => card(embed, place)),
    said.components.map((part) => component(part, place)),
    said.files.map((file) => attached(file.name, file.url)),
  ];
}

function onlyYou(said, scene) {
  return h("footer", { class: "note" }, "Only you can see this · ",
    h("button", { type: "button", class: "link", data: { do: "dismiss", channel: scene.channel, message: said.id } }, "Dismiss", aside(" this message")));
}

const PARTS = {
  1: (part, place) => h("div", { class: "row" }, inside(part, place)),
  2: button,
  3: picker,
  5: picker,
  6: picker,
  7: picker,
  8: picker,
  9: (part, place) => h("div", { class: "section" }, h("div", {}, inside(part, place)), component(part.accessory, place)),
  10: (part, place) => h("div", { class: "text" }, markdown(part.content, place.names)),
  11: (part) => picture(part),
  12: (part) => h("div", { class: "gallery" }, part.items.map(picture)),
  13: (part) => attached(part.name ?? "file", part.file.url),
  14: (part) => h("hr", { class: `${part.spacing === 2 ? "wide" : ""}${part.divider === false ? " bare" : ""}` }),
  17: (part, place) => h("div", { class: "container", colour: colour(part.accent_color) }, inside(part, place)),
};

function component(part, place) {
  return PARTS[part.type]?.(part, place) ?? h("p", { class: "note" }, `(This page cannot show component type ${part.type}.)`);
}

const inside = (part, place) => part.components.map((child) => component(child, place));
const colour = (number) => (number === null || number === undefined ? null : `#${number.toString(16).padStart(6, "0")}`);
const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "secondary", 6: "primary" };

function button(part, place) {
  const text = [emoji(part.emoji), part.label ? h("span", {}, part.label) : null];
  const look = `button ${STYLES[part.style]}`;
  if (part.url) return h("a", { class: look, href: safe(part.url), target: "_blank", rel: "noopener noreferrer" }, text, aside(" (a link)"), h("span", { "aria-hidden": "true" }, " ↗"));
  const key = `${place.message}:${part.id}`;
  const busy = place.busy.has(key);
  return h("button", {
    type: "button", class: busy ? `${look} busy` : look, disabled: Boolean(part.disabled) || part.style === 6, "aria-disabled": busy ? "true" : null,
    data: { key, do: "press", channel: place.channel, message: place.message, component: part.id },
  }, text, busy && aside(" – waiting for an answer"));
}

/** A custom emoji is a picture from elsewhere: its name has to do. */
export const emoji = (found) => (found ? h("span", { class: "emoji" }, found.id ? `:${found.name}:` : found.name) : null);
const safe = (address) => (/^(https?|discord):\/\//i.test(address) ? address : null);

/** Pictures of the sandbox are shown, others named: nothing is loaded from elsewhere. */
function picture(item) {
  const { url } = item.media;
  const text = item.description ?? "picture";
  if (URL.canParse(url) && new URL(url).origin === location.origin) return h("img", { src: url, alt: text });
  return h("p", { class: "picture" }, "Picture: ", safe(url) ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer" }, text) : text);
}

function attached(name, url) {
  return h("p", { class: "file" }, "File: ", safe(url) ? h("a", { href: url, target: "_blank", rel: "noopener noreferrer", download: name }, name) : name);
}

function card(embed, place) {
  const text = (source, props) => source && h("div", props, markdown(source, place.names));
  return h("div", { class: "container", colour: colour(embed.color) },
    embed.author?.name && h("p", { class: "note" }, embed.author.name),
    embed.title && h("p", {}, h("strong", {}, embed.title)),
    text(embed.description, { class: "text" }),
    (embed.fields ?? []).map((field) => h("div", { class: "field" }, h("strong", {}, field.name), text(field.value, { class: "text" }))),
    embed.footer?.text && h("p", { class: "note" }, embed.footer.text));
}

// Messages and everything a bot may put into them.

import { aside, h } from "../dom.js";
import { markdown } from "./markdown.js";
import { picker } from "./picker.js";
import { sent } from "../time.js";

const PINNED = 6, ARRIVED = 7;

/** One message. `scene` has names, channel, busy (keys of controls that wait for the bot) and view. */
export function message(said, scene) {
  const names = { ...scene.names, users: said.names };
  const place = { ...scene, names, message: said.id };
  const tint = `face tint${Number(said.author.id.slice(-4)) % 6}`;
  return h("article", {
    class: said.only_you ? "message only-you" : "message", data: { key: said.id }, "aria-label": `${said.author.name} wrote`,
  },
  h("span", { class: tint, "aria-hidden": "true" }, initial(said.author.name)),
  h("div", { class: "said" }, head(said, scene), body(said, place), said.only_you && onlyYou(said, scene)));
}

const initial = (name) => [...name.trim()][0]?.toUpperCase() ?? "?";
const note = (text) => h("span", { class: "note" }, text);

function head(said, scene) {
  return h("header", {},
    h("strong", {}, said.author.name), said.author.bot && h("span", { class: "badge" }, "App"),
    " ", sent(said.at, scene.names.locale),
    said.edited && !said.only_you && note(" (edited)"),
    said.pinned && note(" · pinned"),
    said.answers && !said.only_you && note(` · to ${said.answers}`));
}

function body(said, place) {
  if (said.thinking) return h("p", { class: "thinking" }, `${said.author.name} is thinking…`);
  if (said.type === PINNED) return h("p", { class: "note" }, "pinned a message to this channel.");
  if (said.type === ARRIVED) return h("p", { class: "note" }, "is here now.");
  return [
    said.content && text(said.content, place),
    said.embeds.map((embed) => card(embed, place)),
    said.components.map((part) => component(part, place)),
    said.files.map((file) => attached(file.filename, file.url)),
  ];
}

const text = (source, place) => h("div", { class: "text" }, markdown(source, place.names));

function onlyYou(said, scene) {
  const data = { do: "dismiss", channel: scene.channel, message: said.id };
  return h("footer", { class: "note" }, "Only you can see this · ",
    h("button", { type: "button", class: "link", data }, "Dismiss", aside(" this message")));
}

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
  11: picture,
  12: (part) => h("div", { class: "gallery" }, part.items.map(picture)),
  13: (part) => attached(part.name ?? "file", part.file.url),
  14: (part) => h("hr", { class: `${part.spacing === 2 ? "wide" : ""}${part.divider === false ? " bare" : ""}` }),
  17: (part, place) => h("div", { class: "container", colour: colour(part.accent_color) }, inside(part, place)),
};

function component(part, place) {
  const draw = PARTS[part.type];
  return draw ? draw(part, place) : h("p", { class: "note" }, `(This page cannot show component type ${part.type}.)`);
}

const inside = (part, place) => part.components.map((child) => component(child, place));
const colour = (number) => (number === null || number === undefined ? null : `#${number.toString(16).padStart(6, "0")}`);

function section(part, place) {
  return h("div", { class: "section" }, h("div", {}, inside(part, place)), component(part.accessory, place));
}

const PREMIUM = 6;
const STYLES = { 1: "primary", 2: "secondary", 3: "success", 4: "danger", 5: "secondary", 6: "primary" };

function button(part, place) {
  const look = `button ${STYLES[part.style]}`;
  const content = [emoji(part.emoji), part.label ? h("span", {}, part.label) : null];
  if (part.url) {
    return elsewhere(part.url, [content, aside(" (a link)"), h("span", { "aria-hidden": "true" }, " ↗")], { class: look });
  }
  const key = `${place.message}:${part.id}`;
  const busy = place.busy.has(key);
  return h("button", {
    type: "button", class: busy ? `${look} busy` : look,
    disabled: Boolean(part.disabled) || part.style === PREMIUM, "aria-disabled": busy ? "true" : null,
    data: { key, do: "press", channel: place.channel, message: place.message, component: part.id },
  }, content, busy && aside(" – waiting for an answer"));
}

/** A link that opens beside the page; an address that is no web address is only text. */
function elsewhere(address, content, props = {}) {
  if (!/^(https?|discord):\/\//i.test(address)) return h("span", {}, content);
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer", ...props }, content);
}

/** A custom emoji is a picture from elsewhere: its name has to do. */
function emoji(found) {
  return found && h("span", { class: "emoji" }, found.id ? `:${found.name}:` : found.name);
}

/** Pictures of the sandbox are shown, others named: nothing is loaded from elsewhere. */
function picture(item) {
  const { url } = item.media;
  const alt = item.description ?? "picture";
  if (URL.canParse(url) && new URL(url).origin === location.origin) return h("img", { src: url, alt });
  return h("p", { class: "picture" }, "Picture: ", elsewhere(url, alt));
}

function attached(name, url) {
  return h("p", { class: "file" }, "File: ", elsewhere(url, name, { download: name }));
}

function card(embed, place) {
  return h("div", { class: "container", colour: colour(embed.color) },
    embed.author?.name && h("p", { class: "note" }, embed.author.name),
    embed.title && h("p", {}, h("strong", {}, embed.title)),
    embed.description && text(embed.description, place),
    (embed.fields ?? []).map((each) => h("div", {}, h("strong", {}, each.name), text(each.value, place))),
    embed.footer?.text && h("p", { class: "note" }, embed.footer.text));
}

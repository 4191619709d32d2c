// Messages: who said what and when, what came of it, and what one can do with it.

import { aside, h } from "../dom.js";
import { file } from "./attachments.js";
import { component, text } from "./components.js";
import { editor } from "./editing.js";
import { card } from "./embeds.js";
import { inline } from "./inline.js";
import { poll } from "./polls.js";
import { reactions } from "./reactions.js";
import { sent } from "../time.js";

const POLL_RESULT = 46;

/** One message. `scene` has names, channel, busy (keys of controls that wait for the bot) and view; `compact` ones go on from the one before. */
export function message(said, scene, compact, touched) {
  const names = { ...scene.names, users: said.names };
  const place = { ...scene, names, message: said.id };
  const looks = ["message", said.only_you && "only-you", said.calls_you && "calls-you", compact && "compact", said.by_discord && "notice"];
  return h("article", {
    class: looks.filter(Boolean).join(" "), data: { key: said.id }, "aria-label": said.by_discord ? "A note by Discord" : `${said.author.name} wrote`,
  }, said.by_discord ? note(said, place) : whole(said, place, compact, touched ?? {}), more(said));
}

function whole(said, place, compact, touched) {
  const tint = `face tint${Number(said.author.id.slice(-4)) % 6}`;
  return [
    h("span", { class: tint, "aria-hidden": "true" }, initial(said.author.name)),
    h("div", { class: "said" },
      said.quote && quote(said.quote, place),
      said.used && h("p", { class: "context note" }, h("strong", {}, said.used.by), ` used ${said.used.command}`),
      head(said, place, compact),
      said.calls_you && aside("This is addressed to you. "),
      touched.editing ? editor(said, place) : body(said, place, touched),
      reactions(said),
      said.thread && thread(said.thread),
      said.only_you && onlyYou(said)),
  ];
}

const initial = (name) => [...name.trim()][0]?.toUpperCase() ?? "?";

function head(said, { names }, compact) {
  const { author } = said;
  return h("header", { class: compact && "unseen" },
    h("strong", { dir: "auto" }, author.name), author.bot && h("span", { class: "badge" }, "App"), " ", sent(said.at, names.locale));
}

function body(said, place, touched) {
  if (said.thinking) return h("p", { class: "thinking" }, `${said.author.name} is thinking…`);
  return [
    said.content && text(said.content, place),
    said.poll && poll(said, touched, place.names.locale),
    said.embeds.map((embed) => card(embed, place)),
    said.components.map((part) => component(part, place)),
    said.files.filter(({ url }) => !placed(said.components, url)).map(file),
    (said.edited || said.pinned) && !said.only_you && h("p", { class: "note marks" }, said.edited && "(edited) ", said.pinned && "Pinned"),
  ];
}

/** A file that a part of the message shows is not shown again below it. */
function placed(parts, url) {
  return parts.length > 0 && JSON.stringify(parts).includes(JSON.stringify(url));
}

/** What is answered, in short, with the way there. */
function quote(quoted, { names }) {
  if (quoted.gone) return h("p", { class: "context note" }, "↱ The message that is answered is no longer there.");
  return h("p", { class: "context note" }, h("span", { "aria-hidden": "true" }, "↱ "), aside("Answers "),
    h("strong", {}, quoted.author), ": ", inline(quoted.text.replace(/\s+/g, " "), names).map(plain), " ",
    goTo(quoted, "Go to it", "the message that is answered"));
}

/** In a short quote nothing can be used. */
const plain = (part) => part.textContent ?? part;

export function goTo({ channel, message }, words, what) {
  return h("button", { type: "button", class: "link", data: { do: "go to", channel, message } }, words, what && aside(`: ${what}`));
}

/** What Discord itself says. */
function note(said, { names }) {
  return h("div", { class: "said" },
    h("p", { class: "note" }, h("span", { "aria-hidden": "true" }, "→ "), said.type !== POLL_RESULT && [h("strong", { dir: "auto" }, said.author.name), " "],
      inline(said.content, names), " ", sent(said.at, names.locale), " ", said.about && way(said.about)),
    said.quote && quote(said.quote, { names }));
}

function way({ channel, message }) {
  return message ? goTo({ channel, message }, "Go to it") : h("button", { type: "button", class: "link", data: { do: "open", channel } }, "Open the thread");
}

function thread({ id, name, count }) {
  return h("button", { type: "button", class: "thread-below", data: { do: "open", channel: id } },
    h("strong", {}, aside("Thread: "), name), h("span", { class: "note" }, ` ${count === 1 ? "1 message" : `${count} messages`} ›`));
}

function onlyYou(said) {
  const data = { do: "dismiss", channel: said.channel, message: said.id };
  return h("footer", { class: "note" }, "Only you can see this · ",
    h("button", { type: "button", class: "link", data }, "Dismiss", aside(" this message")));
}

function more(said) {
  return h("button", { type: "button", class: "more", "aria-haspopup": "menu", data: { do: "more", message: said.id } },
    h("span", { "aria-hidden": "true" }, "⋯ "), "More", aside(` about what ${said.author.name} wrote`));
}

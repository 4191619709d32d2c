// Messages: who said what and when, what came of it, and what one can do with it.

import { aside, h } from "../dom.js";
import { button } from "./asking.js";
import { file } from "./attachments.js";
import { card, component, text } from "./components.js";
import { editor } from "./editing.js";
import { inline } from "./inline.js";
import { poll } from "./polls.js";
import { reactions } from "./reactions.js";
import { sent } from "../time.js";

const POLL_RESULT = 46;

/** `scene` has names and channel; `compact` ones go on from the one before. */
export function message(said, scene, compact, touched) {
  const names = { ...scene.names, users: said.names };
  const place = { ...scene, names, message: said.id };
  const looks = ["message", said.only_you && "only-you", said.calls_you && "calls-you", compact && "compact", said.by_discord && "notice"];
  const author = said.author.name;
  return h("article", {
    class: looks.filter(Boolean).join(" "), data: { key: said.id }, "aria-label": said.by_discord ? "A note by Discord" : `${author} wrote`,
  }, said.by_discord ? note(said, names) : whole(said, place, compact, touched ?? {}),
  h("button", { type: "button", class: "more", "aria-haspopup": "menu", data: { do: "more", message: said.id } },
    sign("⋯ "), "More", aside(` about what ${author} wrote`)));
}

/** What a screen reader does not say. */
const sign = (text) => h("span", { "aria-hidden": "true" }, text);

function whole(said, place, compact, touched) {
  const { author, used, thread } = said;
  return [
    h("span", { class: `face tint${Number(author.id.slice(-4)) % 6}`, "aria-hidden": "true" },
      [...author.name.trim()][0]?.toUpperCase() ?? "?"),
    h("div", { class: "said" },
      said.quote && quote(said.quote, place.names),
      used && h("p", { class: "context note" }, h("strong", {}, used.by), ` used ${used.command}`),
      h("header", { class: compact && "unseen" },
        h("strong", { dir: "auto" }, author.name), author.bot && h("span", { class: "badge" }, "App"), " ",
        sent(said.at, place.names.locale)),
      said.calls_you && aside("This is addressed to you. "),
      touched.editing ? editor(said, place.names) : body(said, place, touched),
      reactions(said),
      thread && button([h("strong", {}, aside("Thread: "), thread.name),
        h("span", { class: "note" }, ` ${thread.count} ${thread.count === 1 ? "message" : "messages"} ›`)],
      "open", { channel: thread.id }, "file"),
      said.only_you && h("footer", { class: "note" }, "Only you can see this · ",
        button(["Dismiss", aside(" this message")], "dismiss", { channel: said.channel, message: said.id }, "link"))),
  ];
}

function body(said, place, touched) {
  if (said.thinking) return h("p", { class: "thinking" }, `${said.author.name} is thinking…`);
  return [
    said.content && text(said.content, place),
    said.poll && poll(said, touched, place.names),
    said.embeds.map((embed) => card(embed, place)),
    said.components.map((part) => component(part, place)),
    said.files.map(file),
    (said.edited || said.pinned) && !said.only_you && h("p", { class: "note marks" }, said.edited && "(edited) ", said.pinned && "Pinned"),
  ];
}

/** What is answered, in short, with the way there. */
function quote(quoted, names) {
  return h("p", { class: "context note" }, sign("↱ "), quoted.gone ? "The message that is answered is no longer there." : [
    aside("Answers "), h("strong", {}, quoted.author), ": ", short(quoted.text.replace(/\s+/g, " "), names), " ",
    goTo(quoted, "the message that is answered"),
  ]);
}

/** In a short quote nothing can be used. */
export const short = (source, names) => inline(source, names).map((part) => part.textContent ?? part);

export const goTo = ({ channel, message }, what) => button(["Go to it", what && aside(`: ${what}`)], "go to", { channel, message }, "link");

/** What Discord itself says, and the way to what it speaks of. */
function note({ type, author, content, at, about, quote: quoted }, names) {
  return h("div", { class: "said" },
    h("p", { class: "note" }, sign("→ "), type !== POLL_RESULT && [h("strong", { dir: "auto" }, author.name), " "],
      inline(content, names), " ", sent(at, names.locale), " ",
      about && (about.message ? goTo(about) : button("Open the thread", "open", { channel: about.channel }, "link"))),
    quoted && quote(quoted, names));
}

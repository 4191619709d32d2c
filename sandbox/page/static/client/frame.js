// What stands around the messages: who you are, the channels, the members, the line to write in.

import { h } from "../dom.js";
import { button } from "./asking.js";
import { about, channels, FORUM, heading, threadsPanel } from "./channels.js";
import { composer } from "./composer.js";
import { onClick, redraw } from "./doing.js";
import { eventsPanel } from "./events.js";
import { forum } from "./forum.js";
import { log } from "./log.js";
import { members } from "./members.js";
import { here, now } from "./now.js";
import { room, roomBar } from "./rooms.js";
import { settingsPanel, youPanel } from "./settings.js";
import { isAsked, rules, welcomePanel } from "./welcome.js";

const PANELS = { events: eventsPanel, threads: threadsPanel, welcome: welcomePanel, settings: settingsPanel, you: youPanel };

/** The whole page for somebody who is in a guild. */
export function frame() {
  const open = here();
  const { shown } = now;
  return [
    h("a", { class: "skip", href: "#line" }, "Skip to the line where you write"),
    top(),
    roomBar(),
    h("div", { class: "columns" },
      h("nav", { id: "channels", class: shown === "channels" && "shown", "aria-label": "Channels" }, channels()),
      h("main", {}, middle(open)),
      h("section", { id: "members", class: shown === "members" && "shown", "aria-label": "Members" }, members())),
  ];
}

function top() {
  const { view, shown, lost } = now;
  const { me } = view;
  return h("header", { class: "top" },
    toggle("channels", "Channels", shown),
    h("h1", {}, view.guild.name),
    view.guilds.length > 1 && h("select", { "aria-label": "Server", data: { change: "visit" } }, servers(view)),
    h("p", { class: "you" }, "You are ", h("strong", {}, me.name), me.owner && chip("owner"), me.roles.map(chip)),
    button("Settings", "panel", { what: "you" }),
    button("Be somebody else", "stand up"),
    toggle("members", "Members", shown),
    lost ? h("p", { class: "lost", role: "status" }, "The connection is lost. Trying again…")
      : !view.bot.here && h("p", { class: "lost", role: "status" }, `${view.bot.name} is away. Its buttons will not answer until it is back.`));
}

/** On a narrow screen a column unfolds. */
function toggle(what, text, shown) {
  return h("button", {
    type: "button", class: "button secondary narrow", data: { do: "toggle", what },
    "aria-expanded": String(shown === what), "aria-controls": what,
  }, text);
}

export const chip = (text) => h("span", { class: "chip" }, text);

function servers({ guilds, guild }) {
  return guilds.map((each) => h("option", { value: each.id, selected: each.id === guild.id }, each.name));
}

/** A panel, or the open channel. */
function middle(open) {
  const panel = PANELS[now.panel] ?? (isAsked() && welcomePanel);
  if (panel) return panel();
  return open ? conversation(open) : h("p", { class: "wait" }, "There is no channel here that you can see.");
}

function conversation(open) {
  if (open.type === FORUM) return [heading(open), forum(open)];
  return [heading(open), room(open), log(open), about(open).note && h("p", { class: "hint" }, about(open).note), now.view.welcome.pending ? rules() : composer(open)];
}

onClick({
  toggle({ dataset }) {
    now.shown = now.shown === dataset.what ? null : dataset.what;
    redraw();
  },
});

// What stands around the messages: who you are, the channels, the members, the line to write in.

import { aside, h } from "./dom.js";
import { message } from "./messages.js";

const CATEGORY = 4, VOICE = 2, DIRECT = 1;

/** The whole page for somebody who is in a guild. */
export function frame(scene) {
  const { view, channel } = scene;
  const open = view.channels.find((each) => each.id === channel);
  return [
    h("a", { class: "skip", href: "#line" }, "Skip to the messages"),
    top(scene),
    h("div", { class: "columns" },
      h("nav", { id: "channels", class: scene.shown === "channels" ? "shown" : "", "aria-label": "Channels" }, channels(scene)),
      h("main", {}, open ? conversation(open, scene) : h("p", { class: "wait" }, "There is no channel here that you can see.")),
      h("section", { id: "members", class: scene.shown === "members" ? "shown side" : "side", "aria-label": "Members" }, members(view))),
  ];
}

function top({ view, shown, lost }) {
  const { me } = view;
  const toggle = (what, text) => h("button", { type: "button", class: "button secondary narrow", data: { do: "toggle", what }, "aria-expanded": String(shown === what), "aria-controls": what }, text);
  return h("header", { class: "top" },
    toggle("channels", "Channels"),
    h("h1", {}, view.guild.name),
    view.guilds.length > 1 && h("select", { "aria-label": "Server", data: { change: "visit" } }, view.guilds.map((guild) => h("option", { value: guild.id, selected: guild.id === view.guild.id }, guild.name))),
    h("p", { class: "you" }, "You are ", h("strong", {}, me.name), me.owner && h("span", { class: "chip" }, "owner"), me.roles.map((role) => h("span", { class: "chip" }, role))),
    h("button", { type: "button", class: "button secondary", data: { do: "stand up" } }, "Be somebody else"),
    !me.owner && h("button", { type: "button", class: "link", data: { do: "leave" } }, "Leave"),
    toggle("members", "Members"),
    lost && h("p", { class: "lost", role: "status" }, "The connection is lost. Trying again…"));
}

function channels(scene) {
  const { channels: all } = scene.view;
  const loose = all.filter((each) => each.type !== CATEGORY && each.type !== DIRECT && !all.some((one) => one.id === each.parent));
  const direct = all.filter((each) => each.type === DIRECT);
  return [
    list(loose, scene),
    all.filter((each) => each.type === CATEGORY).map((category) => {
      const inside = all.filter((each) => each.parent === category.id);
      return inside.length > 0 && [h("h2", {}, category.name), list(inside, scene)];
    }),
    direct.length > 0 && [h("h2", {}, "Direct messages"), list(direct, scene)],
  ];
}

function list(places, scene) {
  return h("ul", {}, places.map((place) => h("li", { data: { key: place.id } }, channelButton(place, scene))));
}

function channelButton(place, { channel, unread }) {
  const fresh = unread.has(place.id);
  return h("button", { type: "button", class: fresh ? "unread" : "", "aria-current": place.id === channel ? "page" : null, data: { do: "open", channel: place.id } },
    h("span", { "aria-hidden": "true" }, { [VOICE]: "♪ ", [DIRECT]: "@ " }[place.type] ?? "# "), place.name,
    fresh && aside(" (new messages)"));
}

function conversation(open, scene) {
  const said = scene.view.messages[open.id] ?? [];
  return [
    h("header", { class: "channel" }, h("h2", {}, open.type === DIRECT ? open.name : `#${open.name}`), open.topic && h("p", { class: "note" }, open.topic)),
    h("div", { class: "log", id: "log", role: "log", tabindex: "0", "aria-label": `Messages in ${open.name}`, data: { key: `log-${open.id}` } },
      said.length ? said.map((each) => message(each, scene)) : h("p", { class: "wait" }, "Nothing has been said here yet.")),
    line(open, scene),
  ];
}

/** Where one writes; a slash shows the commands. */
function line(open, { view, typed }) {
  const commands = typed.startsWith("/") ? view.commands.filter((each) => each.line.startsWith(typed.trimEnd())) : [];
  return h("form", { class: "line", id: "line", data: { do: "say", key: `line-${open.id}` }, autocomplete: "off" },
    typed.startsWith("/") && h("ul", { class: "commands", "aria-label": "Commands" },
      commands.map((each) => h("li", {}, h("button", { type: "button", data: { do: "command", line: each.line } }, h("strong", {}, each.line), h("span", { class: "note" }, each.description)))),
      commands.length === 0 && h("li", { class: "note" }, "There is no such command for you here.")),
    h("label", { class: "unseen", for: "text" }, `Message to ${open.name}`),
    h("textarea", { id: "text", name: "text", rows: "1", maxlength: "2000", placeholder: hint(open, view.commands), data: { types: true } }),
    h("button", { type: "submit", class: "button primary" }, "Send"));
}

function hint(open, commands) {
  if (open.writable) return commands.length ? `Write to ${open.name}, or / for commands` : `Write to ${open.name}`;
  return commands.length ? "You can read here; / shows commands" : "You can read here, but not write";
}

function members(view) {
  return [
    h("h2", {}, `Members (${view.members.length})`),
    h("ul", {}, view.members.map((each) => h("li", { data: { key: each.id } },
      h("strong", {}, each.shown), each.bot && h("span", { class: "badge" }, "App"), each.owner && h("span", { class: "chip" }, "owner"),
      each.roles.map((role) => h("span", { class: "chip" }, role))))),
  ];
}

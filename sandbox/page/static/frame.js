// What stands around the messages: who you are, the channels, the members, the line to write in.

import { aside, h } from "./dom.js";
import { message } from "./messages.js";

const CATEGORY = 4, VOICE = 2, DIRECT = 1;

/** The whole page for somebody who is in a guild. */
export function frame(scene) {
  const { view, channel, shown } = scene;
  const open = view.channels.find((each) => each.id === channel);
  return [
    h("a", { class: "skip", href: "#line" }, "Skip to the line where you write"),
    top(scene),
    h("div", { class: "columns" },
      h("nav", { id: "channels", class: shown === "channels" && "shown", "aria-label": "Channels" }, channels(scene)),
      h("main", {}, open ? conversation(open, scene) : h("p", { class: "wait" }, "There is no channel here that you can see.")),
      h("section", { id: "members", class: shown === "members" && "shown", "aria-label": "Members" }, members(view))),
  ];
}

function top({ view, shown, lost }) {
  const { me } = view;
  return h("header", { class: "top" },
    toggle("channels", "Channels", shown),
    h("h1", {}, view.guild.name),
    view.guilds.length > 1 && h("select", { "aria-label": "Server", data: { change: "visit" } }, servers(view)),
    h("p", { class: "you" }, "You are ", h("strong", {}, me.name), me.owner && chip("owner"), me.roles.map(chip)),
    h("button", { type: "button", class: "button secondary", data: { do: "stand up" } }, "Be somebody else"),
    !me.owner && h("button", { type: "button", class: "link", data: { do: "leave" } }, "Leave the server"),
    toggle("members", "Members", shown),
    lost && h("p", { class: "lost", role: "status" }, "The connection is lost. Trying again…"));
}

/** On a narrow screen a column unfolds. */
function toggle(what, text, shown) {
  return h("button", {
    type: "button", class: "button secondary narrow", data: { do: "toggle", what },
    "aria-expanded": String(shown === what), "aria-controls": what,
  }, text);
}

const chip = (text) => h("span", { class: "chip" }, text);
const badge = () => h("span", { class: "badge" }, "App");

function servers({ guilds, guild }) {
  return guilds.map((each) => h("option", { value: each.id, selected: each.id === guild.id }, each.name));
}

function channels(scene) {
  const all = scene.view.channels;
  const categories = all.filter((each) => each.type === CATEGORY);
  const direct = all.filter((each) => each.type === DIRECT);
  const within = (parent) => all.filter((each) => each.type !== CATEGORY && each.type !== DIRECT && each.parent === parent);
  const loose = [null, ...all.map((each) => each.parent)].filter((id) => !categories.some((each) => each.id === id));
  return [
    list([...new Set(loose)].flatMap(within), scene),
    categories.map((category) => section(category.name, within(category.id), scene)),
    section("Direct messages", direct, scene),
  ];
}

const section = (title, places, scene) => places.length > 0 && [h("h2", {}, title), list(places, scene)];

function list(places, scene) {
  return h("ul", {}, places.map((place) => h("li", { data: { key: place.id } }, channelButton(place, scene))));
}

function channelButton(place, { channel, unread }) {
  const fresh = unread.has(place.id);
  const mark = { [VOICE]: "♪ ", [DIRECT]: "@ " }[place.type] ?? "# ";
  return h("button", {
    type: "button", class: fresh && "unread", "aria-current": place.id === channel ? "page" : null,
    data: { do: "open", channel: place.id },
  }, h("span", { "aria-hidden": "true" }, mark), place.name, fresh && aside(" (new messages)"));
}

function conversation(open, scene) {
  const said = scene.view.messages[open.id] ?? [];
  return [
    h("header", { class: "channel" },
      h("h2", {}, open.type === DIRECT ? open.name : `#${open.name}`),
      open.managed && remove("delete channel", { channel: open.id, name: `#${open.name}` }),
      open.topic && h("p", { class: "note" }, open.topic)),
    h("div", {
      class: "log", id: "log", role: "log", tabindex: "0", "aria-label": `Messages in ${open.name}`,
      data: { key: `log-${open.id}` },
    }, said.length ? said.map((each) => message(each, scene)) : h("p", { class: "wait" }, "Nothing has been said here yet.")),
    line(open, scene),
  ];
}

/** Where one writes; a slash shows the commands. */
function line(open, { view, typed }) {
  const fitting = view.commands.filter((each) => each.line.startsWith(typed.trimEnd()));
  return h("form", { class: "line", id: "line", data: { do: "say", key: `line-${open.id}` }, autocomplete: "off" },
    typed.startsWith("/") && commands(fitting),
    h("label", { class: "unseen", for: "text" }, `Message to ${open.name}`),
    h("textarea", {
      id: "text", name: "text", rows: "1", maxlength: "2000", placeholder: hint(open, view.commands), data: { types: true },
    }),
    h("button", { type: "submit", class: "button primary" }, "Send"));
}

function commands(fitting) {
  const none = h("li", { class: "note" }, "There is no such command for you here.");
  return h("ul", { class: "commands", "aria-label": "Commands" }, fitting.length ? fitting.map(command) : none);
}

function command(each) {
  return h("li", {}, h("button", { type: "button", data: { do: "command", line: each.line } },
    h("strong", {}, each.line), h("span", { class: "note" }, each.description)));
}

function hint(open, offered) {
  if (open.writable) return offered.length ? `Write to ${open.name}, or / for commands` : `Write to ${open.name}`;
  return offered.length ? "You can read here; / shows commands" : "You can read here, but not write";
}

function members(view) {
  const deletable = view.deletable_roles;
  return [
    h("h2", {}, `Members (${view.members.length})`), h("ul", {}, view.members.map(member)),
    deletable.length > 0 && [h("h2", {}, "Roles"), h("ul", {}, deletable.map((id) => role(id, view.roles[id])))],
  ];
}

/** What a steward may delete, to see it come back. */
function role(id, name) {
  return h("li", { data: { key: id } }, name, " ", remove("delete role", { role: id, name }));
}

function remove(deed, data) {
  return h("button", { type: "button", class: "link", data: { do: deed, ...data } }, "Delete", aside(` ${data.name}`));
}

function member(each) {
  return h("li", { data: { key: each.id } },
    h("strong", {}, each.shown), each.bot && badge(), each.owner && chip("owner"), each.roles.map(chip));
}

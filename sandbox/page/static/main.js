// Puts it together: one state from the socket, one picture from the state, one place where clicks arrive.

import { confirm, showCommand, showForm } from "./dialogs.js";
import { h, morph } from "./dom.js";
import { door, outside } from "./door.js";
import { frame } from "./frame.js";
import { follow, isAtEnd } from "./scroll.js";
import { Socket } from "./socket.js";

const REFRESH = 30000;
const page = document.getElementById("app");

const now = {
  state: null,
  channel: null,
  asked: null, // the channel the sandbox knows of
  busy: new Set(),
  expecting: false, // something was done that will be answered
  read: new Map(), // "person:channel" to the newest message seen there
  shown: null, // what is unfolded on a narrow screen
  typed: "",
  lost: false,
  dialog: null,
  form: null,
};

const socket = new Socket({
  connected() {
    now.lost = false;
    now.asked = null;
    const name = sessionStorage.getItem("name");
    if (name) be({ name });
  },
  lost() {
    now.lost = true;
    draw();
  },
  changed(state) {
    now.state = state;
    draw();
  },
});

// Drawing

function draw() {
  if (!now.state) return;
  const { view } = now.state;
  if (view?.guild) settle(view);
  const atEnd = isAtEnd();
  morph(page, h("div", {}, picture(view)));
  if (view?.guild && now.channel) {
    const answered = follow(`${view.me.id}:${now.channel}`, view.messages[now.channel], { atEnd, expecting: now.expecting });
    if (answered) now.expecting = false;
  }
  document.title = view?.guild ? `${view.me.name} in ${view.guild.name}` : "Discord, on this computer";
  keepForm(view);
}

function picture(view) {
  if (!view) return door({ people: now.state.people, lost: now.lost });
  return view.guild ? frame(scene(view)) : outside({ view });
}

function scene(view) {
  const names = {
    users: Object.fromEntries(view.members.map((each) => [each.id, each.shown])),
    channels: Object.fromEntries(view.channels.map((each) => [each.id, each.name])),
    roles: view.roles,
    locale: view.me.locale,
  };
  return { ...now, view, names, unread: unread(view) };
}

/** Keep to a channel that can be seen, tell the sandbox which, and remember what has been read there. */
function settle(view) {
  if (!view.channels.some((each) => each.id === now.channel)) {
    const first = view.channels.find((each) => each.id === view.start) ?? view.channels.find((each) => each.type === 0);
    now.channel = first?.id ?? null;
  }
  if (now.channel && now.asked !== now.channel) {
    now.asked = now.channel;
    socket.ask("open", { channel: now.channel });
  }
  const said = view.messages[now.channel] ?? [];
  if (said.length) now.read.set(`${view.me.id}:${now.channel}`, said.at(-1).id);
}

function unread(view) {
  const fresh = Object.entries(view.messages).filter(([channel, said]) => {
    const key = `${view.me.id}:${channel}`;
    if (!now.read.has(key)) now.read.set(key, said.at(-1)?.id ?? "0");
    return said.length > 0 && BigInt(said.at(-1).id) > BigInt(now.read.get(key));
  });
  return new Set(fresh.map(([channel]) => channel));
}

/** A form that the bot opens is shown once and keeps what is typed, whatever happens behind it. */
function keepForm(view) {
  const form = view?.form ?? null;
  if (now.form === (form?.id ?? null)) return;
  now.form = form?.id ?? null;
  now.dialog?.close();
  now.dialog = null;
  if (!form) return;
  const send = (values) => {
    now.expecting = true;
    return socket.ask("submit", { form: form.id, values });
  };
  now.dialog = showForm(form, scene(view), send, () => now.form === form.id && socket.ask("close form"));
}

setInterval(draw, REFRESH); // "in 5 minutes" becomes "in 4 minutes"

// Doing

function alert(text) {
  const close = h("button", { type: "button", class: "link", data: { do: "hush" } }, "Close");
  document.getElementById("alerts").replaceChildren(h("p", {}, text, " ", close));
}

/** Ask for something and say so when it is refused, unless the channel says so already. */
async function tell(deed, what) {
  const answer = await socket.ask(deed, what);
  const last = now.state?.view?.messages?.[now.channel]?.at(-1);
  const said = last?.only_you && last.content && answer.refused?.startsWith(last.content);
  if (answer.refused && !said) alert(answer.refused);
  return !answer.refused;
}

async function be(who) {
  now.channel = now.asked = null;
  if (await tell("be", who)) sessionStorage.setItem("name", who.name);
  else sessionStorage.removeItem("name");
}

/** A control that waits for the bot says so and cannot be used again meanwhile. */
async function use(deed, key, what) {
  if (now.busy.has(key)) return;
  hush();
  now.expecting = true;
  now.busy.add(key);
  draw();
  await tell(deed, what);
  now.busy.delete(key);
  draw();
}

function control({ channel, message, component }) {
  return [`${message}:${component}`, { channel, message, component: Number(component) }];
}

function pick(button) {
  const menu = button.closest("details");
  const values = [...menu.querySelectorAll("input:checked")].map((each) => each.value);
  menu.open = false;
  menu.querySelector("summary").focus();
  const [key, what] = control(button.dataset);
  use("pick", key, { ...what, values });
}

function fold(button) {
  const menu = button.closest("details");
  menu.open = false;
  menu.querySelector("summary").focus();
}

function run(line) {
  const command = now.state.view.commands.find((each) => each.line === line);
  const where = { channel: now.channel, line };
  write("");
  const send = (options) => {
    now.expecting = true;
    return socket.ask("run", { ...where, options });
  };
  const suggest = (options) => socket.ask("suggest", { ...where, options });
  if (command.options.length) showCommand(command, scene(now.state.view), send, suggest);
  else use("run", line, { ...where, options: {} });
}

function write(text) {
  now.typed = text;
  const box = document.getElementById("text");
  if (box) box.value = text;
  draw();
}

async function say() {
  const { view } = now.state;
  const text = document.getElementById("text").value.trim();
  if (text.startsWith("/")) {
    const command = view.commands.find((each) => each.line === text) ?? view.commands.find((each) => each.line.startsWith(text));
    if (command) run(command.line);
  } else if (!view.channels.find((each) => each.id === now.channel)?.writable) {
    alert("You can read here, but not write.");
  } else if (text && (await tell("say", { channel: now.channel, text }))) {
    write("");
  }
}

function open(channel) {
  now.channel = channel;
  now.shown = null;
  write("");
}

function sure(deed, what, ask) {
  confirm(`Delete ${what}?`, "It is deleted for everybody.", "Delete", () => socket.ask(deed, ask));
}

const hush = () => document.getElementById("alerts").replaceChildren();

const CLICKS = {
  press: ({ dataset }) => use("press", ...control(dataset)),
  pick,
  fold,
  hush,
  dismiss: ({ dataset: { channel, message } }) => tell("dismiss", { channel, message }),
  open: ({ dataset }) => open(dataset.channel),
  command: ({ dataset }) => run(dataset.line),
  toggle({ dataset }) {
    now.shown = now.shown === dataset.what ? null : dataset.what;
    draw();
  },
  be: ({ dataset }) => be({ name: dataset.name }),
  "stand up"() {
    sessionStorage.removeItem("name");
    now.channel = null;
    tell("stand up");
  },
  "delete role": ({ dataset }) => sure("delete role", `the role ${dataset.name}`, { role: dataset.role }),
  "delete channel": ({ dataset }) => sure("delete channel", dataset.name, { channel: dataset.channel }),
  leave: () => confirm("Leave the server?", "You can come back at any time.", "Leave", () => socket.ask("leave")),
  "come back": () => tell("come back"),
};

document.addEventListener("click", (event) => {
  const element = event.target.closest("button[data-do]");
  if (element && element.getAttribute("aria-disabled") !== "true") CLICKS[element.dataset.do]?.(element);
});

document.addEventListener("submit", (event) => {
  const deed = event.target.dataset.do;
  if (!deed) return;
  event.preventDefault();
  if (deed === "say") say();
  else be(Object.fromEntries(new FormData(event.target)));
});

document.addEventListener("input", ({ target }) => {
  if (!target.dataset.types) return;
  now.typed = target.value;
  draw();
});

document.addEventListener("change", ({ target }) => {
  if (target.dataset.change === "visit") tell("visit", { guild: target.value });
});

document.addEventListener("keydown", (event) => {
  const { target, key } = event;
  if (key === "Enter" && !event.shiftKey && target.id === "text") {
    event.preventDefault();
    target.form.requestSubmit();
  }
  if (key === "Escape") target.closest("details.picker[open]")?.querySelector("[data-do=fold]").click();
});

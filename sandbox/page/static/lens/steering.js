// Faults and time by hand: buttons, a form, what is armed, and what came of it.

import { h } from "../dom.js";

const FAULTS = [
  ["429", "429: too many requests", "Try again in (seconds)"],
  ["503 before", "503: Discord does not do it"],
  ["502 after", "502: done, but the answer is lost"],
  ["drop before", "The line is cut before anything is done"],
  ["drop after", "The line is cut after it is done"],
  ["hang", "Silence, then the line is cut", "Seconds of silence"],
  ["delay", "The real answer comes late", "Seconds too late"],
  ["403 before", "403: the bot may not do that"],
  ["404 before", "404: that is not there"],
];
const CALLS = [
  ["", "Any call"],
  ["^/interactions/", "First answers to clicks and commands"],
  ["^/webhooks/", "Later answers (follow-ups and changes)"],
  ["^/channels/\\d+/messages", "Messages"],
  ["/roles", "Roles"],
  ["^/(guilds/\\d+/channels|channels/\\d+$)", "Channels"],
];
const TIMES = [
  [{ times: 1 }, "Once"], [{ times: 3 }, "Three times"], [{ times: 10 }, "Ten times"],
  [{ seconds: 10 }, "For 10 seconds"], [{ seconds: 60 }, "For a minute"], [{}, "Until it is cleared"],
];
const JUMPS = [[300, "5 minutes"], [3600, "An hour"], [86400, "A day"]];
const UNITS = [[60, "minutes"], [3600, "hours"], [86400, "days"]];

/** `chosen`: which fault the form is about. */
export function steering(state, chosen) {
  const down = state.armed.some((each) => each.id === "outage");
  return [
    section("armed", "Armed now", armed(state.armed)),
    section("time", "Time", h("p", {}, state.ahead ? `The sandbox is ${state.ahead} ahead.` : "The sandbox goes by real time."),
      row(JUMPS.map(([seconds, name]) => button(`+ ${name}`, "jump", { seconds }))), jumpForm()),
    section("calls", "Calls of the bot", armForm(chosen)),
    section("bot", "The bot's connection", row(
      button("Drop its socket", "drop socket"), button("Ask it to reconnect", "ask reconnect"),
      button("End its session", "end session"), button("Stop answering heartbeats", "gateway", { what: "zombie" }),
      button("Hold events back", "gateway", { what: "held" }), button("Make events 2 s late", "gateway", { what: "lag", seconds: 2 }))),
    section("discord", "All of Discord", row(down ? button("Bring Discord back", "come back") : button("Take Discord down", "outage"))),
    section("log", "What came of it", happened(state.happened)),
  ];
}

const section = (key, title, ...inside) => h("section", { data: { key } }, h("h2", {}, title), ...inside);
const row = (...buttons) => h("div", { class: "row" }, buttons);
const button = (label, deed, what = {}) => h("button", { type: "button", data: { key: label, do: deed, ...what } }, label);

function armed(list) {
  if (!list.length) return h("p", {}, "Nothing is armed.");
  return [
    h("ul", { class: "armed" }, list.map((each) => h("li", { data: { key: each.id } },
      h("span", {}, each.words, each.until && ` (until ${clock(each.until)})`, each.struck > 0 && ` (struck ${each.struck === 1 ? "once" : `${each.struck} times`})`),
      h("button", { type: "button", "aria-label": `Clear: ${each.words}`, data: { do: "clear", id: each.id } }, "Clear")))),
    list.length > 1 && row(button("Clear all", "clear")),
  ];
}

const clock = (iso) => new Date(iso).toLocaleTimeString([], { timeStyle: "medium" });

function happened(list) {
  if (!list.length) return h("p", {}, "Nothing yet.");
  const lines = list.map((each) => h("li", {}, h("time", { datetime: each.at }, clock(each.at)), " ", each.words));
  return h("div", { role: "log", "aria-label": "What came of it" }, h("ol", { class: "happened" }, lines.reverse()));
}

const field = (label, control) => h("label", {}, h("span", {}, label), control);
const select = (name, options) => h("select", { name }, options.map(([, label], at) => h("option", { value: String(at) }, label)));
const whole = (name, value, most) => h("input", { name, type: "number", min: "0", max: String(most), step: "any", value: String(value), required: true });

function armForm(chosen) {
  const wait = FAULTS[chosen][2];
  return h("form", { data: { do: "arm" } },
    field("What happens", select("fault", FAULTS)),
    wait && h("label", { data: { key: "wait" } }, h("span", {}, wait), whole("wait", 5, 3600)),
    field("To which calls", select("calls", CALLS)),
    field("How often", select("often", TIMES)),
    row(h("button", { type: "submit" }, "Arm it")));
}

function jumpForm() {
  return h("form", { class: "jump", data: { do: "jump" } },
    field("Or so many", whole("count", 30, 9999)), field("of", select("unit", UNITS)),
    h("button", { type: "submit" }, "Jump"));
}

/** What a button asks for, besides its deed. */
export function asked({ seconds, what, id }) {
  return { ...(seconds && { seconds: Number(seconds) }), ...(what && { what }), ...(id && { id }) };
}

/** What a form asks for: the deed, and what comes with it. */
export function filled(form) {
  const given = Object.fromEntries(new FormData(form));
  if (form.dataset.do === "jump") {
    return ["jump", { seconds: Math.round(Number(given.count) * UNITS[given.unit][0]) }];
  }
  const [fault, , wait] = FAULTS[given.fault];
  return ["arm", { fault: wait ? `${fault} ${Number(given.wait)}` : fault, path: CALLS[given.calls][0], ...TIMES[given.often][0] }];
}

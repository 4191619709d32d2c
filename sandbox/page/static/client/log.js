// The messages of the open channel: drawn once each, read on at both ends, and where one stands in them.

import { h, same } from "../dom.js";
import { day } from "../time.js";
import { button, open, putAway } from "./asking.js";
import { ask, onClick, onKey, redraw } from "./doing.js";
import { message } from "./messages.js";
import { names, now } from "./now.js";
import { touch } from "./touched.js";

const NEAR = 120;
const SOON = 600;

const box = () => document.getElementById("log");

export function log(place) {
  const found = now.view.log?.channel === place.id ? now.view.log : null;
  return h("div", {
    class: "log", id: "log", role: "log", tabindex: "0", "aria-label": `Messages in ${place.name}`, data: { key: `log-${place.id}` },
  },
  found?.earlier && h("p", { class: "wait", data: { key: "earlier" } }, "Earlier messages are coming…"),
  found?.messages.length ? conversation(found.messages)
    : h("p", { class: "wait" }, found ? "Nothing has been said here yet." : "One moment…"),
  found?.later && h("p", { data: { key: "later" } }, button("Go to the newest messages", "newest")));
}

/** Message by message, with the date wherever a day begins. */
function conversation(messages) {
  const scene = { channel: now.channel, names: names() }; // all that a picture of a message depends on beside itself
  const mark = JSON.stringify(scene);
  const there = new Map([...(box()?.children ?? [])].map((each) => [each.dataset.key, each]));
  return messages.map((said, index) => {
    const before = messages[index - 1];
    const fresh = !before || new Date(before.at).toDateString() !== new Date(said.at).toDateString();
    const date = fresh && h("p", { class: "day", data: { key: `day-${said.id}` } }, h("span", {}, day(said.at, scene.names.locale)));
    const stamp = { said, mark, waiting: waiting(said), compact: !fresh && said.goes_on, touched: touch(said.id) };
    return [date, same(there.get(said.id), said.id, stamp, () => message(said, scene, stamp.compact, stamp.touched))];
  });
}

/** A message is drawn again when another of its controls waits. */
const waiting = ({ id }) => [...now.busy].filter((key) => key.startsWith(`${id}:`)).join();

/** Where one stands, before the picture changes. */
export function standing() {
  const log = box();
  if (!log) return null;
  const top = log.getBoundingClientRect().top;
  const first = [...log.children].find((each) => each.nodeName === "ARTICLE" && each.getBoundingClientRect().bottom > top);
  return {
    atEnd: log.scrollHeight - log.scrollTop - log.clientHeight < NEAR,
    first, offset: first && first.getBoundingClientRect().top - top,
    focused: document.activeElement.closest("article, .line"),
  };
}

/** Stand there again, or at the newest message for whoever stood at the end, has just come, or expects an answer. */
export function follow(before) {
  const log = box();
  if (!log || now.view.log?.channel !== now.channel) return;
  const last = now.view.log.messages.at(-1)?.id;
  const came = `${now.view.me.id}:${now.channel}`;
  const moved = came !== now.came;
  const answered = now.expecting && last !== now.drawn;
  if (answered) now.expecting = false;
  if (moved || (!now.view.log.later && (answered || (before?.atEnd && last !== now.drawn)))) {
    showNewest(log);
  } else if (before?.first?.isConnected) {
    log.scrollTop += before.first.getBoundingClientRect().top - log.getBoundingClientRect().top - before.offset;
  }
  now.came = came;
  now.drawn = last;
  if (now.target) found(now.target);
  if (!moved && before?.focused?.isConnected === false) document.getElementById("text")?.focus(); // it was deleted
}

/** Show the message that was asked for, and say which it is. */
function found(id) {
  const article = box().querySelector(`article[data-key="${CSS.escape(id)}"]`);
  if (!article) return;
  now.target = null;
  article.scrollIntoView({ block: "center" });
  article.classList.add("found");
  article.querySelector(".more").focus({ preventScroll: true });
  setTimeout(() => article.classList.remove("found"), 2500);
}

/** Go to a message, wherever it stands. */
export async function goTo({ channel, message: id }) {
  if (channel !== now.channel) {
    open(channel);
    now.asked = channel;
    await ask("open", { channel });
  }
  now.target = id;
  if (!now.view.log?.messages.some((each) => each.id === id)) await scroll(id);
  redraw();
}

/** The end of what was said, but of a message longer than the screen its beginning. */
function showNewest(log) {
  const last = log.lastElementChild;
  log.scrollTop = log.scrollHeight;
  if (last && last.offsetHeight > log.clientHeight) log.scrollTop = last.offsetTop - log.offsetTop; // scrollIntoView moves the window too
}

/** Near an end, the next messages in that direction are asked for. */
document.addEventListener("scroll", ({ target }) => {
  if (target !== box() || now.scrolling || !now.view?.log) return;
  const { earlier, later } = now.view.log;
  const below = target.scrollHeight - target.scrollTop - target.clientHeight;
  const to = earlier && target.scrollTop < SOON ? "earlier" : later && below < SOON ? "later" : null;
  if (to) scroll(to);
}, true);

async function scroll(to) {
  now.scrolling = true;
  await ask("scroll", { to });
  requestAnimationFrame(() => requestAnimationFrame(() => (now.scrolling = false)));
}

onClick({
  "go to"(element) {
    putAway(element);
    goTo(element.dataset);
  },
  async newest() {
    now.came = null;
    await scroll("newest");
  },
});

/** From message to message with the arrows, for whoever has the keyboard alone: the newest is the first. */
onKey((event) => {
  const step = { ArrowUp: -1, ArrowDown: 1 }[event.key];
  if (!step || !event.target.matches("#log, .more")) return;
  const buttons = [...box().querySelectorAll(".more")];
  const at = buttons.indexOf(event.target);
  event.preventDefault();
  buttons.at(at < 0 ? -1 : Math.max(0, Math.min(at + step, buttons.length - 1)))?.focus();
});

// The lens: what the last click caused, as it comes, and faults and time by hand.

import { h, morph } from "../dom.js";
import { Socket } from "../socket.js";
import { filters, kindsOf, matches } from "./filters.js";
import { deedPicture } from "./story.js";
import { filled, steering } from "./steering.js";

const MOST = 1500; // records; the sandbox keeps no more either
const find = (id) => document.getElementById(id);

const now = {
  deeds: new Map(),
  records: [],
  state: null,
  paused: null, // the last record that is shown while paused
  cleared: 0, // records up to this one are not shown any more
  turned: new Map(), // deeds that somebody has opened or closed
  unfolded: new Set(), // records whose details are shown
  hidden: new Set(JSON.parse(sessionStorage.getItem("hidden") ?? "[]")), // kinds
  text: "",
  fault: 0, // which one is chosen in the form
  lost: false,
};

const socket = new Socket("/page/lens/live", {
  connected: () => put({ lost: false }),
  lost: () => put({ lost: true }),
  heard: take,
});

function put(what) {
  Object.assign(now, what);
  draw();
}

function take({ fresh, deeds = [], records = [], state }) {
  if (fresh) Object.assign(now, { deeds: new Map(), records: [] });
  for (const deed of deeds) now.deeds.set(deed.n, deed);
  put({ records: [...now.records, ...records].slice(-MOST), state: state ?? now.state });
}

// Drawing

let planned = 0;

/** Once for each picture of the screen, however much comes. */
function draw() {
  planned ||= requestAnimationFrame(() => {
    planned = 0;
    drawNow();
  });
}

function drawNow() {
  const last = now.paused ?? Infinity;
  const kept = now.records.filter((each) => each.n > now.cleared && each.n <= last);
  const shown = kept.filter((each) => matches(each, now));
  drawStory(shown);
  drawBar(kept.length - shown.length);
  if (now.state) morph(find("steering"), h("div", {}, steering(now.state, now.fault)));
}

function drawStory(shown) {
  const deeds = [...new Set(shown.map(({ deed }) => deed))].sort((one, other) => other - one);
  const isOpen = (n) => now.turned.get(n) ?? n === deeds[0];
  const pictures = deeds.filter((n) => now.deeds.has(n))
    .map((n) => deedPicture(now.deeds.get(n), shown.filter(({ deed }) => deed === n), isOpen(n), now.unfolded));
  morph(find("story"), h("div", {}, pictures.length ? pictures : nothing()));
  for (const each of find("story").querySelectorAll("details")) { // whether one is open, morph leaves to its reader
    each.open = each.dataset.deed ? isOpen(Number(each.dataset.deed)) : now.unfolded.has(Number(each.dataset.record));
  }
}

function nothing() {
  const words = now.text || now.hidden.size ? "Nothing that happened fits what is chosen above." : "Press something, and see here what it causes.";
  return h("p", { class: "wait" }, words);
}

function drawBar(held) {
  const fresh = now.paused === null ? 0 : now.records.filter((each) => each.n > now.paused).length;
  const pause = find("pause");
  pause.textContent = now.paused === null ? "Pause" : `Go on (${fresh} new)`;
  pause.setAttribute("aria-pressed", String(now.paused !== null));
  const bot = now.state?.online ? "The bot is connected" : "The bot is not connected";
  const words = now.lost ? "No connection to the sandbox; trying again" : now.state ? bot : "Connecting…";
  const status = find("status");
  if (status.textContent !== words) status.textContent = words;
  status.classList.toggle("lost", now.lost || !now.state?.online);
  const armed = now.state?.armed.length ?? 0;
  find("steer").textContent = armed ? `Faults and time (${armed} armed)` : "Faults and time";
  const box = find("kinds");
  box.querySelector("summary").textContent = held ? `Show (${held} hidden)` : "Show";
  morph(box.querySelector("fieldset"), h("div", {}, filters(kindsOf(now.records), now.hidden)));
}

// Doing

async function ask(deed, what) {
  const answer = await socket.ask(deed, what);
  find("alerts").replaceChildren(...(answer.refused ? [h("p", {}, answer.refused)] : []));
  return !answer.refused;
}

function toggle(set, one) {
  if (!set.delete(one)) set.add(one);
}

function fold(summary) {
  const { deed, record } = summary.parentElement.dataset;
  if (deed) now.turned.set(Number(deed), !summary.parentElement.open);
  else toggle(now.unfolded, Number(record));
  draw();
}

function showSteering(shown) {
  find("steering").hidden = !shown;
  find("steer").setAttribute("aria-expanded", String(shown));
  document.body.classList.toggle("steering", shown);
}

const last = () => now.records.at(-1)?.n ?? 0;
find("pause").addEventListener("click", () => put({ paused: now.paused === null ? last() : null }));
find("clear").addEventListener("click", () => put({ cleared: last() }));
find("find").addEventListener("input", ({ target }) => put({ text: target.value.trim().toLowerCase() }));

find("steer").addEventListener("click", () => showSteering(find("steering").hidden));

document.addEventListener("click", (event) => {
  const summary = event.target.closest("#story summary");
  if (summary) {
    event.preventDefault();
    fold(summary);
  }
  const button = event.target.closest("button[data-do]");
  if (button) ask(button.dataset.do, JSON.parse(button.dataset.what));
});

document.addEventListener("submit", (event) => {
  event.preventDefault();
  ask(event.target.dataset.do, filled(event.target));
});

document.addEventListener("change", ({ target }) => {
  if (target.dataset.kind) {
    toggle(now.hidden, target.dataset.kind);
    sessionStorage.setItem("hidden", JSON.stringify([...now.hidden]));
  }
  if (target.name === "fault") now.fault = target.selectedIndex;
  draw();
});

document.addEventListener("keydown", ({ key, target }) => {
  if (key === "Escape" && target.closest("#kinds")) {
    find("kinds").open = false;
    find("kinds").querySelector("summary").focus();
  }
});

showSteering(matchMedia("(min-width: 64rem)").matches);

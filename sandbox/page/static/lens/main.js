// The lens: what the last click caused, as it comes, and faults and time by hand.

import { h, morph } from "../dom.js";
import { Socket } from "../socket.js";
import { filters, kindsOf, matches } from "./filters.js";
import { deedPicture } from "./story.js";
import { asked, filled, steering } from "./steering.js";

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
  connected() {
    now.lost = false;
    draw();
  },
  lost() {
    now.lost = true;
    draw();
  },
  heard: take,
});

function take({ fresh, deeds = [], records = [], state }) {
  if (fresh) Object.assign(now, { deeds: new Map(), records: [] });
  for (const deed of deeds) now.deeds.set(deed.n, deed);
  now.records.push(...records);
  if (now.records.length > MOST) now.records.splice(0, now.records.length - MOST);
  if (state) now.state = state;
  draw();
}

// Drawing

let planned = false;

/** Once for each picture of the screen, however much comes. */
function draw() {
  if (planned) return;
  planned = true;
  requestAnimationFrame(() => {
    planned = false;
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
  const byDeed = new Map();
  for (const record of shown) {
    if (!byDeed.has(record.deed)) byDeed.set(record.deed, []);
    byDeed.get(record.deed).push(record);
  }
  const newest = Math.max(0, ...byDeed.keys());
  const isOpen = (n) => now.turned.get(n) ?? n === newest;
  const deeds = [...byDeed.keys()].sort((one, other) => other - one).filter((n) => now.deeds.has(n));
  const pictures = deeds.map((n) => deedPicture(now.deeds.get(n), byDeed.get(n), isOpen(n), now.unfolded));
  morph(find("story"), h("div", {}, pictures.length ? pictures : nothing()));
  for (const each of find("story").querySelectorAll("details")) { // whether one is open, morph leaves to its reader
    each.open = each.dataset.deed ? isOpen(Number(each.dataset.deed)) : now.unfolded.has(Number(each.dataset.record));
  }
}

function nothing() {
  const words = now.text || now.hidden.size ? "Nothing that happened fits what is chosen above." : "Press something, and see here what it causes.";
  return h("p", { class: "nothing" }, words);
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
  status.classList.toggle("bad", now.lost || !now.state?.online);
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

find("pause").addEventListener("click", () => {
  now.paused = now.paused === null ? (now.records.at(-1)?.n ?? 0) : null;
  draw();
});

find("clear").addEventListener("click", () => {
  now.cleared = now.records.at(-1)?.n ?? 0;
  draw();
});

find("find").addEventListener("input", ({ target }) => {
  now.text = target.value.trim().toLowerCase();
  draw();
});

find("steer").addEventListener("click", () => showSteering(find("steering").hidden));

document.addEventListener("click", (event) => {
  const summary = event.target.closest("#story summary");
  if (summary) {
    event.preventDefault();
    fold(summary);
  }
  const button = event.target.closest("button[data-do]");
  if (button) ask(button.dataset.do, asked(button.dataset));
});

document.addEventListener("submit", (event) => {
  event.preventDefault();
  const [deed, what] = filled(event.target);
  ask(deed, what);
});

document.addEventListener("change", ({ target }) => {
  if (target.dataset.kind) {
    toggle(now.hidden, target.dataset.kind);
    sessionStorage.setItem("hidden", JSON.stringify([...now.hidden]));
  }
  if (target.name === "fault") now.fault = Number(target.value);
  draw();
});

document.addEventListener("keydown", ({ key, target }) => {
  if (key === "Escape" && target.closest("#kinds")) {
    find("kinds").open = false;
    find("kinds").querySelector("summary").focus();
  }
});

showSteering(matchMedia("(min-width: 64rem)").matches);

// The guide at the side: what each person in the window could try next.

import { aside, h, morph } from "./dom.js";
import { inline } from "./client/inline.js";

const NAMES = { users: {}, roles: {}, channels: {}, locale: "en-US" };
const panel = document.getElementById("guide");
const people = new Map(); // seat to {name, guide}

/** Take in what a person's Discord says of them; without a name nobody sits there. */
export function guides(seat, about) {
  if (about?.name) people.set(seat, about);
  else people.delete(seat);
  draw();
}

function draw() {
  const seats = [...people].sort(([one], [other]) => (one < other ? -1 : 1));
  const parts = seats.length ? seats.map(([seat, about]) => section(seat, about)) : [
    h("h2", {}, "What to try"),
    h("p", {}, "Choose who you would like to be. Then a guide for that person stands here."),
  ];
  morph(panel, h("div", {}, parts));
}

function section(seat, { name, guide }) {
  const done = guide.filter((step) => step.done).length;
  const next = guide.find((step) => !step.done);
  return h("section", { data: { key: seat }, "aria-label": `What ${name} could try` },
    h("h2", {}, `What ${name} could try`),
    h("p", { class: "note", role: "status" }, guide.length ? `${done} of ${guide.length} done` : ""),
    h("ol", { class: "steps" }, guide.map((each) => step(each, each === next))),
    guide.length > 0 && !next && h("p", { class: "all-done" }, "That was all. Be somebody else, or look behind the scenes."));
}

function step({ text, hint, done }, isNext) {
  return h("li", { class: done ? "done" : isNext ? "next" : "", "aria-current": isNext ? "step" : null },
    h("span", { class: "tick", "aria-hidden": "true" }, done ? "✓" : ""),
    h("div", {}, h("p", {}, inline(text, NAMES), done && aside(" (done)")), isNext && h("p", { class: "note" }, inline(hint, NAMES))));
}

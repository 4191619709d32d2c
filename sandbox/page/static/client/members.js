// Who is here: by role, and of a long list only the part that is looked at.

import { h } from "../dom.js";
import { button } from "./asking.js";
import { ask, onInput, redraw } from "./doing.js";
import { chip } from "./frame.js";
import { now } from "./now.js";

const ROW = 2.5; // rem; so high stands every row and heading in places.css
const AHEAD = 40;
const WAIT = 200;
let found = null, typing = 0, asking = false;

const box = () => document.getElementById("members");
const high = () => ROW * parseFloat(getComputedStyle(document.documentElement).fontSize);

export function members() {
  const { total } = now.view.members;
  if (!box()) found = null; // somebody else looks
  return [
    h("h2", {}, `Members (${total})`),
    h("input", { type: "search", "aria-label": "Find somebody", placeholder: "Find somebody", data: { input: "find people" } }),
    found ? h("ul", { class: "roster", data: { key: "found" } }, found.length ? found.map(member) : h("li", { class: "note" }, "Nobody is called that.")) : roster(),
  ];
}

function roster() {
  const { total, groups, from, rows } = now.view.members;
  const headings = starts(groups);
  const before = headings.filter((each) => each.at < from).length;
  const part = rows.flatMap((row, index) => {
    const heading = headings.find((each) => each.at === from + index);
    return [heading && h("li", { class: "group", data: { key: `group-${heading.at}` } }, h("h3", {}, `${heading.name} – ${heading.count}`)), member(row, index)];
  });
  const after = headings.filter((each) => each.at >= from + rows.length).length;
  return h("ul", { class: "roster", data: { key: "roster" } },
    gap("above", from + before), part, gap("below", total - from - rows.length + after));
}

/** Where each heading's first member stands in the whole list. */
function starts(groups) {
  let at = 0;
  return groups.map((group) => ({ ...group, at: (at += group.count) - group.count }));
}

const gap = (key, rows) => h("li", { class: "gap", "aria-hidden": "true", size: `${rows * ROW}rem`, data: { key } });

function member(each, index) {
  const { from, total } = now.view.members;
  return h("li", { data: { key: each.id }, ...(found ? {} : { "aria-setsize": total, "aria-posinset": from + index + 1 }) },
    button([each.shown, each.bot && h("span", { class: "badge" }, "App"), each.owner && chip("owner")], "person", { person: each.id }, null));
}

/** Ask for the part that is looked at, ahead of need, one at a time. */
async function look() {
  const list = box()?.querySelector("[data-key=roster]");
  if (!list || asking) return;
  const { total, groups, from, rows } = now.view.members;
  const top = Math.max(0, (box().scrollTop - list.offsetTop) / high());
  const passed = starts(groups).filter((each, index) => each.at + index < top).length;
  const first = Math.max(0, Math.floor(top) - passed), last = first + Math.ceil(box().clientHeight / high());
  const near = (first < from + AHEAD / 4 && from > 0) || (last > from + rows.length - AHEAD / 4 && from + rows.length < total);
  if (!near) return;
  asking = true;
  await ask("look at members", { from: Math.max(0, first - AHEAD) });
  requestAnimationFrame(() => requestAnimationFrame(() => {
    asking = false;
    look();
  }));
}

document.addEventListener("scroll", ({ target }) => target === box() && look(), true);

onInput({
  "find people"({ value }) {
    clearTimeout(typing);
    typing = setTimeout(async () => {
      found = value.trim() ? (await ask("find people", { text: value.trim() })).found ?? [] : null;
      redraw();
    }, WAIT);
  },
});

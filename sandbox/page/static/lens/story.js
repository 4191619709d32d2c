// A deed and what it caused, as a list with a bar of time beside each line.

import { aside, h } from "../dom.js";
import { KINDS } from "./filters.js";
import { clock } from "./steering.js";

const WAYS = { to: ["→ bot", "to the bot"], from: ["bot →", "from the bot"], "": ["", ""] };
const LEGEND = "Meanwhile: it happened then, but nothing proves that this was its cause.";
const MOST_AT_EACH_END = 60;
const SINGULAR = { person: "person", job: "job", fault: "fault" };

export function deedPicture(deed, records, open, unfolded) {
  const inOrder = [...records].sort((one, other) => one.at - other.at || one.n - other.n);
  return h("details", { class: "deed", data: { key: `d${deed.n}`, deed: deed.n }, open },
    h("summary", {},
      h("h2", {}, deed.words),
      h("span", { class: "note" }, summed(deed, records)),
      clock(deed.at)),
    open && h("ol", {}, lines(inOrder, unfolded)),
    open && !inOrder.every((each) => each.sure) && h("p", { class: "note" }, LEGEND));
}

/** Of a long story the beginning and the end. */
function lines(records, unfolded) {
  const whole = span(records);
  const picture = (each) => line(each, whole, unfolded.has(each.n));
  const left = records.length - 2 * MOST_AT_EACH_END;
  if (left <= 0) return records.map(picture);
  const gap = h("li", { class: "wait", data: { key: "gap" } }, `${left} records between these are not shown: search, or choose what to show.`);
  return [...records.slice(0, MOST_AT_EACH_END).map(picture), gap, ...records.slice(-MOST_AT_EACH_END).map(picture)];
}

function summed(deed, records) {
  const count = `${records.length} ${records.length === 1 ? "record" : "records"}`;
  if (!deed.expects) return count;
  return `${deed.answered === null ? "not answered" : `answered after ${duration(deed.answered)}`} · ${count}`;
}

/** How many milliseconds the bars stand for: until the last thing that the deed certainly caused. */
function span(records) {
  const sure = records.filter((each) => each.sure);
  return Math.max(1, ...(sure.length ? sure : records).map((each) => each.at + (each.took ?? 0)));
}

function line(record, whole, unfolded) {
  const [way, said] = WAYS[record.way];
  return h("li", { data: { key: `r${record.n}` } },
    h("details", { class: record.sure ? "record sure" : "record", data: { record: record.n }, open: unfolded },
      h("summary", {},
        h("span", { class: "at note" }, `+${duration(record.at)}`),
        bar(record, whole),
        h("span", { class: `kind ${record.kind in KINDS ? record.kind : "other"}` }, SINGULAR[record.kind] ?? record.kind),
        h("span", { class: "way note" }, h("span", { "aria-hidden": "true" }, way), aside(said)),
        h("span", { class: "what" },
          h("code", {}, record.name), " ", record.words, " ",
          record.sure ? aside("certainly caused by it") : h("span", { class: "chip" }, "meanwhile")),
        h("span", { class: "took note" }, status(record.status), record.took !== null && h("span", {}, duration(record.took)))),
      unfolded && h("pre", { tabindex: "0" }, record.details === null ? "Nothing more is known." : JSON.stringify(record.details, null, 2))));
}

function status(code) {
  if (code === null) return null;
  const bad = code === 0 || code >= 400;
  return h(bad ? "strong" : "span", { class: bad && "problem" }, code === 0 ? "line cut" : code);
}

function bar(record, whole) {
  const from = Math.min(100, (Math.max(0, record.at) / whole) * 100);
  const long = Math.min(100 - from, ((record.took ?? 0) / whole) * 100);
  const filled = h("span", { class: "duration", "aria-hidden": "true" }, h("i"));
  filled.style.setProperty("--from", `${from.toFixed(1)}%`);
  filled.style.setProperty("--long", `${long.toFixed(1)}%`);
  return filled;
}

/** 3.1 ms, 140 ms, 2.4 s, 3 min */
export function duration(ms) {
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 100000) return `${(ms / 1000).toFixed(1)} s`;
  return `${Math.round(ms / 60000)} min`;
}

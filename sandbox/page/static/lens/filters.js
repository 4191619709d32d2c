// What of all that happened is shown.

import { h } from "../dom.js";

/** Kinds in the order they are offered; a bot's notes may bring others. */
export const KINDS = {
  person: "What people do",
  gateway: "Gateway",
  rest: "REST",
  world: "World",
  database: "Database",
  job: "Jobs",
  fault: "Faults and time",
};

export const MEANWHILE = "meanwhile";

export function kindsOf(records) {
  const others = records.map((each) => each.kind).filter((kind) => !(kind in KINDS));
  return [...Object.keys(KINDS), ...new Set(others)];
}

export function filters(kinds, hidden) {
  const choice = (kind, label) => h("label", { data: { key: kind } },
    h("input", { type: "checkbox", checked: !hidden.has(kind), data: { kind } }), label);
  return [
    h("legend", {}, "What is shown"),
    ...kinds.map((kind) => choice(kind, KINDS[kind] ?? kind)),
    choice(MEANWHILE, "What is not certainly caused by the click"),
  ];
}

export function matches(record, { hidden, text }) {
  if (hidden.has(record.kind) || (!record.sure && hidden.has(MEANWHILE))) return false;
  if (!text) return true;
  record.searched ??= JSON.stringify([record.name, record.words, record.details]).toLowerCase();
  return record.searched.includes(text);
}

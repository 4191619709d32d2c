// What stands within a line of Discord's markdown: bold, spoilers, links, mentions, times.
//
// Every search for the end of a mark that fails is made once: what is not closed after here is not closed after there.

import { h } from "../dom.js";
import { moment } from "../time.js";
import { elsewhere, hidden } from "./attachments.js";

const DEEPEST = 12;
const LETTER = /[\p{L}\p{N}]/u;
const PLAIN = /[^\\\n`*_~|[<@h]+/y;

/** Marks that come in pairs, and what they make of what is between. `**` before `*`: the longer is meant. */
const PAIRS = [
  ["**", (inner) => h("strong", {}, inner)],
  ["__", (inner) => h("u", {}, inner)],
  ["~~", (inner) => h("s", {}, inner)],
  ["||", (inner) => hidden(true, "text", inner, "span")],
  ["*", (inner) => h("em", {}, inner)],
  ["_", (inner) => h("em", {}, inner)],
];

const TOKENS = [
  [/\n/y, () => h("br")],
  [/\\([^\p{L}\p{N}\s])/uy, (found) => found[1]],
  [/\[([^\]\n]{1,500})\]\(<?(https?:\/\/[^\s)>]{1,1000})>?(?: "[^"\n]{0,200}")?\)/iy, (found, inside) => elsewhere(found[2], inside(found[1]))],
  [/<(https?:\/\/[^\s>]+)>/iy, (found) => elsewhere(found[1], found[1])],
  [/https?:\/\/[^\s<]*[^\s<.,:;"')\]*_~|]/y, (found) => elsewhere(found[0], found[0])],
  [/<@!?(\d+)>/y, (found, _, names) => person(found[1], names)],
  [/<@&(\d+)>/y, (found, _, names) => role(found[1], names)],
  [/<#(\d+)>/y, (found, _, names) => channel(found[1], names)],
  [/<\/([^:>\n]{1,100}):\d+>/y, (found) => mention(`/${found[1]}`)],
  [/<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/y, (found, _, names) => moment(Number(found[1]), found[2], names.locale)],
  [/<id:(\w{1,20})>/y, (found) => mention(GUIDES[found[1]] ?? found[0])],
  [/<a?:(\w{1,32}):\d+>/y, (found) => `:${found[1]}:`],
  [/@(everyone|here)\b/y, (found) => mention(found[0], true)],
];
const GUIDES = { customize: "Channels & Roles", browse: "Browse Channels", guide: "Server Guide" };

/** A mention of whoever reads stands in a frame. */
const mention = (text, mine) => h("span", { class: mine ? "mention mine" : "mention", title: mine && "That is you" }, text);
const person = (id, names) => mention(`@${names.users[id] ?? "unknown"}`, id === names.me);
const role = (id, names) => mention(`@${names.roles[id]?.replace(/^@/, "") ?? "deleted-role"}`, names.mine?.includes(names.roles[id]));

/** A channel that is seen can be gone to from wherever it is named. */
function channel(id, names) {
  const name = names.channels[id];
  if (!name) return mention("#no-access");
  return h("button", { type: "button", class: "mention", data: { do: "open", channel: id } }, `#${name}`);
}

/** Mark by mark; what is no mark is text. */
export function inline(source, names, depth = 0) {
  const text = { source, dead: new Set(), names, depth };
  const parts = [];
  for (let at = 0; at < source.length;) {
    const [end, part] = code(text, at) ?? pair(text, at) ?? token(text, at) ?? plain(text, at);
    if (typeof part === "string" && typeof parts.at(-1) === "string") parts[parts.length - 1] += part;
    else parts.push(part);
    at = end;
  }
  return parts;
}

function plain({ source }, at) {
  PLAIN.lastIndex = at;
  const end = at + (PLAIN.exec(source)?.[0].length ?? 1);
  return [end, source.slice(at, end)];
}

function token({ source, names, depth }, at) {
  if (!"\n\\[<h@".includes(source[at])) return null;
  if ("h@".includes(source[at]) && at && LETTER.test(source[at - 1])) return null;
  const inside = (inner) => (depth < DEEPEST ? inline(inner, names, depth + 1) : inner);
  for (const [pattern, make] of TOKENS) {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) return [pattern.lastIndex, make(found, inside, names)];
  }
  return null;
}

/** `code`, closed by as many backticks as it is opened with. */
function code({ source, dead }, at) {
  if (source[at] !== "`") return null;
  const length = ticks(source, at);
  for (let end = at + length; !dead.has(length) && (end = source.indexOf("`", end)) >= 0;) {
    const closing = ticks(source, end);
    if (closing === length) return [end + length, h("code", {}, source.slice(at + length, end).trim() || " ")];
    end += closing;
  }
  dead.add(length);
  return [at + length, source.slice(at, at + length)];
}

function ticks(source, at) {
  let end = at;
  while (source[end] === "`") end++;
  return end - at;
}

function pair(text, at) {
  const { source, dead, names, depth } = text;
  if (!"*_~|".includes(source[at]) || depth >= DEEPEST) return null;
  for (const [mark, make] of PAIRS) {
    if (dead.has(mark) || !source.startsWith(mark, at) || !opens(source, at, mark)) continue;
    const end = closing(source, at + mark.length, mark);
    if (end > 0) return [end + mark.length, make(inline(source.slice(at + mark.length, end), names, depth + 1))];
    dead.add(mark);
  }
  return null;
}

function opens(source, at, mark) {
  const after = source[at + mark.length];
  if (after === undefined || (mark !== "||" && /\s/.test(after))) return false;
  if (mark === "*") return after !== "*";
  return mark !== "_" || (after !== "_" && !(at && LETTER.test(source[at - 1])));
}

/** Where what was opened is closed; -1 when it is not. */
function closing(source, from, mark) {
  for (let at = from; (at = source.indexOf(mark[0], at)) >= 0; at++) {
    if (escaped(source, at)) continue;
    if (mark.length === 2 ? closesTwo(source, at, mark) && at > from : closesOne(source, at, mark)) return at;
    if (mark.length === 1 && source[at + 1] === mark) at = skipped(source, at, mark);
  }
  return -1;
}

const closesTwo = (source, at, mark) => source.startsWith(mark, at) && (mark === "||" || mark === "~~" || source[at + 2] !== mark[0]);

function closesOne(source, at, mark) {
  if (source[at + 1] === mark || /\s/.test(source[at - 1])) return false;
  return mark === "*" || !LETTER.test(source[at + 1] ?? "");
}

/** Over `**bold**` within `*slanted*`; the last character of it. */
function skipped(source, at, mark) {
  const end = source.indexOf(mark + mark, at + 2);
  return end < 0 ? at + 1 : end + 1;
}

function escaped(source, at) {
  let before = at;
  while (source[before - 1] === "\\") before--;
  return (at - before) % 2 === 1;
}

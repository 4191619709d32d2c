// Discord's markdown as elements. Text only ever becomes text nodes, so nothing in it can be markup or script.

import { h } from "../dom.js";
import { moment } from "../time.js";

/** Block by block. `names` turns ids into names: {users, roles, channels}. */
export function markdown(source, names) {
  const lines = source.split("\n");
  const blocks = [];
  while (lines.length) blocks.push(block(lines, names));
  return blocks;
}

function block(lines, names) {
  if (/^```/.test(lines[0]) && lines.slice(1).some((line) => line.trimEnd().endsWith("```"))) return fence(lines);
  const heading = /^(#{1,3}) +(.+)/.exec(lines[0]);
  if (heading) return take(lines, h(`h${heading[1].length + 2}`, {}, inline(heading[2], names)));
  const small = /^-# +(.+)/.exec(lines[0]);
  if (small) return take(lines, h("p", { class: "small" }, inline(small[1], names)));
  if (/^> /.test(lines[0])) return quote(run(lines, /^> /), names);
  if (ITEM.test(lines[0])) return list(lines, names);
  if (!lines[0].trim()) return take(lines, h("p", { class: "gap" }));
  return h("p", {}, inline(paragraph(lines).join("\n"), names));
}

function quote(lines, names) {
  return h("blockquote", {}, markdown(lines.map((line) => line.slice(2)).join("\n"), names));
}

function take(lines, element) {
  lines.shift();
  return element;
}

/** The lines from the front that match. */
function run(lines, pattern) {
  const taken = [];
  while (lines.length && pattern.test(lines[0])) taken.push(lines.shift());
  return taken;
}

const ITEM = /^( *)([-*]|\d+\.) +(.+)/;
const BULLETED = /^( *[-*]| {2,}\d+\.) +.+/;
const NUMBERED = /^( *\d+\.| {2,}[-*]) +.+/;
const SPECIAL = /^(```|#{1,3} +\S|-# +\S|> |\s*$| *([-*]|\d+\.) +\S)/;

function paragraph(lines) {
  const taken = [lines.shift()];
  while (lines.length && !SPECIAL.test(lines[0])) taken.push(lines.shift());
  return taken;
}

function fence(lines) {
  const first = lines.shift().slice(3);
  const taken = /^\w*$/.test(first) ? [] : [first];
  while (!lines[0].trimEnd().endsWith("```")) taken.push(lines.shift());
  const last = lines.shift().trimEnd().slice(0, -3);
  return h("pre", {}, [...taken, ...(last ? [last] : [])].join("\n"));
}

function list(lines, names) {
  const counted = /^\d/.test(ITEM.exec(lines[0])[2]);
  const items = run(lines, counted ? NUMBERED : BULLETED).map((line) => ITEM.exec(line));
  const outer = counted ? h("ol", { start: parseInt(items[0][2], 10) }) : h("ul");
  for (const [, indent, , text] of items) {
    const item = h("li", {}, inline(text, names));
    if (indent.length >= 2 && outer.lastChild) nested(outer.lastChild).append(item);
    else outer.append(item);
  }
  return outer;
}

function nested(item) {
  if (item.lastChild?.nodeName !== "UL") item.append(h("ul"));
  return item.lastChild;
}

const mention = (text) => h("span", { class: "mention" }, text);
const wrap = (tag, props) => (found, names) => h(tag, props, inline(found[1], names));

const MARKS = [
  [/^\n/, () => h("br")],
  [/^\\([^\p{L}\p{N}\s])/u, (found) => found[1]],
  [/^``(.+?)``(?!`)/s, (found) => h("code", {}, found[1].trim())],
  [/^`([^`]+)`/, (found) => h("code", {}, found[1])],
  [/^\*\*(?=\S)((?:\\.|[^\\])+?)\*\*(?!\*)/s, wrap("strong")],
  [/^__(?=\S)((?:\\.|[^\\])+?)__(?!_)/s, wrap("u")],
  [/^~~((?:\\.|[^\\])+?)~~/s, wrap("s")],
  [/^\|\|((?:\\.|[^\\])+?)\|\|/s, spoiler],
  [/^\*(?=\S)((?:\\.|[^\\*]|\*\*[^*]+\*\*)+?)\*(?!\*)/s, wrap("em")],
  [/^_(?=\S)((?:\\.|[^\\_]|__[^_]+__)+?)_(?![\p{L}\p{N}_])/su, wrap("em")],
  [/^\[([^\]\n]+)\]\(<?(https?:\/\/[^\s)>]+)>?\)/, (found, names) => link(found[2], inline(found[1], names))],
  [/^<(https?:\/\/[^\s>]+)>/, (found) => link(found[1], found[1])],
  [/^https?:\/\/[^\s<]*[^\s<.,:;"')\]*_~|]/, (found) => link(found[0], found[0])],
  [/^<@!?(\d+)>/, (found, names) => mention(`@${names.users[found[1]] ?? "unknown"}`)],
  [/^<@&(\d+)>/, (found, names) => mention(`@${names.roles[found[1]]?.replace(/^@/, "") ?? "deleted-role"}`)],
  [/^<#(\d+)>/, (found, names) => channelLink(found[1], names)],
  [/^<\/([^:>]+):\d+>/, (found) => mention(`/${found[1]}`)],
  [/^<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/, (found, names) => moment(Number(found[1]), found[2], names.locale)],
  [/^<a?:(\w+):\d+>/, (found) => `:${found[1]}:`],
  [/^@(everyone|here)\b/, (found) => mention(found[0])],
];

/** A channel that is seen can be gone to from wherever it is named. */
function channelLink(id, names) {
  const name = names.channels[id];
  if (!name) return mention("#no-access");
  return h("button", { type: "button", class: "mention", data: { do: "open", channel: id } }, `#${name}`);
}

function spoiler(found, names) {
  return h("details", { class: "spoiler" }, h("summary", {}, "spoiler"), inline(found[1], names));
}

function link(address, content) {
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer" }, content);
}

/** Mark by mark; what is no mark is text. */
export function inline(source, names) {
  const parts = [];
  let rest = source;
  let before = "";
  while (rest) {
    const [length, part] = mark(rest, before, names);
    parts.push(part);
    before = rest[length - 1];
    rest = rest.slice(length);
  }
  return parts;
}

function mark(rest, before, names) {
  const inWord = /[\p{L}\p{N}]/u.test(before);
  for (const [pattern, make] of MARKS) {
    const found = pattern.exec(rest);
    if (found && !(inWord && /^[_h@]/.test(rest))) return [found[0].length, make(found, names)];
  }
  const plain = /^[\s\S][^\\\n`*_~|[<@h]*/.exec(rest)[0];
  return [plain.length, plain];
}

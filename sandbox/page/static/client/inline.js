// What stands within a line of Discord's markdown: bold, spoilers, links, mentions, times.

import { h } from "../dom.js";
import { moment } from "../time.js";
import { elsewhere, hidden } from "./attachments.js";

const DEEPEST = 12;

/** What is recognized, the longer mark before the shorter, and what is made of it: `inside` reads what is between marks. */
const RULES = [
  [/\n/y, () => h("br")],
  [/\\([^\p{L}\p{N}\s])/uy, ([, sign]) => sign],
  [/(`+)(?!`)([^]*?[^`])\1(?!`)/y, ([, , code]) => h("code", {}, code.trim() || " ")],
  [/\*\*(?!\s)((?:\\[^]|[^\\])+?)\*\*(?!\*)/y, ([, text], inside) => h("strong", {}, inside(text))],
  [/__(?!\s)((?:\\[^]|[^\\])+?)__(?!_)/y, ([, text], inside) => h("u", {}, inside(text))],
  [/~~(?!\s)((?:\\[^]|[^\\])+?)~~/y, ([, text], inside) => h("s", {}, inside(text))],
  [/\|\|((?:\\[^]|[^\\])+?)\|\|/y, ([, text], inside) => hidden(true, "text", inside(text), "span")],
  [/\*(?![\s*])((?:\\[^]|\*\*|[^\\*])+?)(?<!\s)\*(?!\*)/y, ([, text], inside) => h("em", {}, inside(text))],
  [/(?<![\p{L}\p{N}])_(?![\s_])((?:\\[^]|__|_(?=[\p{L}\p{N}])|[^\\_])+?)(?<!\s)_(?![\p{L}\p{N}_])/uy,
    ([, text], inside) => h("em", {}, inside(text))],
  [/\[([^\]\n]{1,500})\]\(<?(https?:\/\/[^\s)>]{1,1000})>?(?: "[^"\n]{0,200}")?\)/iy,
    ([, text, address], inside) => elsewhere(address, inside(text))],
  [/<(https?:\/\/[^\s>]+)>/iy, (found) => elsewhere(found[1], found[1])],
  [/(?<![\p{L}\p{N}])https?:\/\/[^\s<]*[^\s<.,:;"')\]*_~|]/uy, (found) => elsewhere(found[0], found[0])],
  [/<@!?(\d+)>/y, (found, _, names) => person(found[1], names)],
  [/<@&(\d+)>/y, (found, _, names) => role(found[1], names)],
  [/<#(\d+)>/y, (found, _, names) => channel(found[1], names)],
  [/<\/([^:>\n]{1,100}):\d+>/y, (found) => mention(`/${found[1]}`)],
  [/<t:(-?\d{1,13})(?::([tTdDfFRsS]))?>/y, (found, _, names) => moment(Number(found[1]), found[2], names.locale)],
  [/<id:(\w{1,20})>/y, (found) => mention(GUIDES[found[1]] ?? found[0])],
  [/<a?:(\w{1,32}):\d+>/y, (found) => `:${found[1]}:`],
  [/(?<![\p{L}\p{N}])@(everyone|here)\b/uy, (found) => mention(found[0], true)],
  [/`+|[^\\\n`*_~|[<@h]+|[^]/y, ([text]) => text],
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
  const parts = [];
  const inside = (text) => (depth < DEEPEST ? inline(text, names, depth + 1) : text);
  for (let at = 0; at < source.length;) {
    const [found, make] = first(source, at);
    const part = make(found, inside, names);
    if (typeof part === "string" && typeof parts.at(-1) === "string") parts[parts.length - 1] += part;
    else parts.push(part);
    at += found[0].length;
  }
  return parts;
}

/** The first rule that fits here; the last of them always does. */
function first(source, at) {
  for (const [pattern, make] of RULES) {
    pattern.lastIndex = at;
    const found = pattern.exec(source);
    if (found) return [found, make];
  }
}

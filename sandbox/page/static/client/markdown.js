// Discord's markdown, block by block, as elements. Text only ever becomes text nodes: nothing in it can be markup or script.

import { h } from "../dom.js";
import { inline } from "./inline.js";


const FENCE = "```";
const HEADING = /^(#{1,3}) +(.+)/;
const SMALL = /^-# +(.+)/;
const ITEM = /^( *)([-*]|\d{1,9}\.) +(.+)/;
const SPECIAL = /^(#{1,3} +\S|-# +\S|>(?:>>)? |\s*$| *([-*]|\d{1,9}\.) +\S)/;
const DEEPEST = 4;

/** `names` turns ids into names: {users, roles, channels}, says who reads ({me, mine}) and in which `locale`. */
export function markdown(source, names, depth = 0) {
  const lines = { all: source.split("\n"), at: 0 };
  const blocks = [];
  while (lines.at < lines.all.length) blocks.push(block(lines, names, depth));
  return blocks;
}

const first = (lines) => lines.all[lines.at];
const rest = (lines) => lines.all.slice(lines.at);
const auto = { dir: "auto" };

function block(lines, names, depth) {
  const line = first(lines);
  if (depth < DEEPEST && line.startsWith(">>> ")) return quote([line.slice(4), ...rest(lines).slice(1)], lines, lines.all.length, names, depth);
  if (depth < DEEPEST && line.startsWith("> ")) return quoted(lines, names, depth);
  if (line.includes(FENCE) && closed(lines)) return fence(lines, names);
  const heading = HEADING.exec(line);
  if (heading) return take(lines, h(`h${heading[1].length + 2}`, auto, inline(heading[2], names)));
  const small = SMALL.exec(line);
  if (small) return take(lines, h("p", { class: "small", ...auto }, inline(small[1], names)));
  if (ITEM.test(line)) return list(lines, names);
  if (!line.trim()) return take(lines, h("p", { class: "gap" }));
  return h("p", auto, inline(paragraph(lines).join("\n"), names));
}

function take(lines, element) {
  lines.at++;
  return element;
}

/** The lines from here on that match. */
function run(lines, fits) {
  const from = lines.at;
  while (lines.at < lines.all.length && fits(first(lines))) lines.at++;
  return lines.all.slice(from, lines.at);
}

function quoted(lines, names, depth) {
  const taken = run(lines, (line) => line.startsWith("> ")).map((line) => line.slice(2));
  return quote(taken, lines, lines.at, names, depth);
}

function quote(taken, lines, next, names, depth) {
  lines.at = next;
  return h("blockquote", {}, markdown(taken.join("\n"), names, depth + 1));
}

function paragraph(lines) {
  lines.at++;
  return [lines.all[lines.at - 1], ...run(lines, (line) => !SPECIAL.test(line) && !(line.includes(FENCE) && closed(lines)))];
}

/** Whether a code block that begins on this line also ends. Where one does not, none after it does. */
function closed(lines) {
  if (lines.open) return false;
  const after = first(lines).indexOf(FENCE) + 3;
  const ends = first(lines).indexOf(FENCE, after) >= 0 || lines.all.some((line, at) => at > lines.at && line.includes(FENCE));
  lines.open = !ends;
  return ends;
}

/** A code block, with what stands before it on its first line; what follows its end goes on as text. */
function fence(lines, names) {
  const line = first(lines);
  const start = line.indexOf(FENCE);
  lines.all[lines.at] = line.slice(start + 3);
  const taken = run(lines, (each) => !each.includes(FENCE));
  const last = first(lines);
  const end = last.indexOf(FENCE);
  const code = [...taken, last.slice(0, end)];
  if (code.length > 1 && /^[\w+#.-]*$/.test(code[0])) code.shift();
  if (code.length > 1 && !code.at(-1)) code.pop();
  lines.all[lines.at] = last.slice(end + 3);
  if (!first(lines).trim()) lines.at++;
  return [start > 0 && h("p", auto, inline(line.slice(0, start), names)), h("pre", { tabindex: "0" }, code.join("\n"))];
}

/** Items that are indented by two or more belong below the one before them. */
function list(lines, names) {
  const counted = /\d/.test(ITEM.exec(first(lines))[2]);
  const goesOn = ([, indent, sign]) => indent.length >= 2 || /\d/.test(sign) === counted;
  const items = run(lines, (line) => ITEM.test(line) && goesOn(ITEM.exec(line))).map((line) => ITEM.exec(line));
  const levels = [{ indent: items[0][1].length, list: begin(items[0][2]) }];
  for (const [, { length: indent }, sign, text] of items) {
    while (levels.length > 1 && indent < levels.at(-1).indent) levels.pop();
    const parent = levels.at(-1);
    if (indent >= parent.indent + 2 && parent.list.lastChild && levels.length <= DEEPEST) {
      levels.push({ indent, list: begin(sign) });
      parent.list.lastChild.append(levels.at(-1).list);
    }
    levels.at(-1).list.append(h("li", auto, inline(text, names)));
  }
  return levels[0].list;
}

const begin = (sign) => (/\d/.test(sign) ? h("ol", { start: parseInt(sign, 10), ...auto }) : h("ul", auto));

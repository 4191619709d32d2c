// What is wrong with an entry, in a sentence for whoever made it.

import { MOST_BYTES, size } from "./files.js";

const letters = (count) => `${count} ${count === 1 ? "character" : "characters"}`;
const length = (text) => [...text].length; // as Discord counts: an emoji is one

/** The sentence, or null when it can be sent. `value` is what Field.value() says. */
export function wrong(field, value) {
  if (field.unfinished?.()) return "Please choose one from the list, or clear what you typed.";
  const empty = value === null || value === "" || value.length === 0;
  if (empty) return field.required ? missing(field) : null;
  switch (field.kind) {
    case "files": return ofFiles(field, value);
    case "boxes": case "search": return value.length < field.low || value.length > field.high ? missing(field) : null;
    case "text": case "long": case "suggested": return field.number ? ofNumber(field, value) : ofText(field, value);
    default: return null;
  }
}

function missing({ kind, low, high }) {
  if (kind === "radio" || kind === "list") return "Please choose one.";
  if (kind === "files") return high > 1 ? `Please choose ${howMany(low, high)}.` : "Please choose a file.";
  if (kind === "boxes" || kind === "search") return `Please choose ${howMany(low, high)}.`;
  return "Please fill this in.";
}

/** "one", "3", "1 or 2", "1 to 5" */
export function howMany(low, high) {
  const least = Math.max(low, 1);
  if (least === high) return high === 1 ? "one" : String(high);
  return `${least} ${high - least === 1 ? "or" : "to"} ${high}`;
}

function ofText({ shortest, longest }, text) {
  const count = length(text);
  if (count < shortest) return `Please write at least ${letters(shortest)}.`;
  return count > longest ? `This is too long by ${letters(count - longest)}.` : null;
}

function ofNumber({ number, least, most }, value) {
  if (typeof value !== "number" || (number === "whole" && !Number.isSafeInteger(value))) {
    return `Please enter a ${number === "whole" ? "whole number" : "number"}.`;
  }
  if (value < (least ?? -Infinity)) return `Please enter ${least} or more.`;
  return value > (most ?? Infinity) ? `Please enter ${most} or less.` : null;
}

function ofFiles({ low, high }, files) {
  const big = files.find((file) => file.size > MOST_BYTES);
  if (big) return `${big.name} has ${size(big.size)}. A file may have at most 10 MB.`;
  return files.length < low || files.length > high ? `Please choose ${howMany(low, high)}.` : null;
}

export const over = ({ longest }, text) => length(text) > longest;

/** How much more may be written. */
export function left({ shortest, longest }, text) {
  const count = length(text);
  if (count > longest) return `${letters(count - longest)} too many`;
  return count < shortest ? `${letters(shortest - count)} more needed` : `${letters(longest - count)} left`;
}

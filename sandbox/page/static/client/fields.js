// What a form or a command asks, in one description for all: {name, label, description, kind, required, …}.

import { finder, preset } from "./finding.js";

const TEXT = 4, FILES = 19, RADIO = 21, BOXES = 22, BOX = 23;
const LONGEST = 4000, LONGEST_OPTION = 6000;

/**
 * A form's control as a field. Kinds: text, long, suggested, radio, boxes, box, list, search, files.
 * Choices are {value, label, description, emoji, chosen}; `low` and `high` say how many may be chosen.
 */
export function fromControl(control, label, description, names) {
  const field = { name: control.custom_id, label, description, required: control.required !== false };
  switch (control.type) {
    case TEXT: return { ...field, ...typed(control) };
    case FILES: return { ...field, kind: "files", ...bounds(control), accept: control.file_types?.join() };
    case BOX: return { ...field, kind: "box", value: control.default };
    case RADIO: return { ...field, kind: "radio", choices: choices(control) };
    default: return { ...field, ...chosen(control, names) };
  }
}

function typed(control) {
  return {
    kind: control.style === 2 ? "long" : "text", value: control.value, placeholder: control.placeholder,
    shortest: control.min_length ?? 0, longest: control.max_length ?? LONGEST,
  };
}

function chosen(control, names) {
  const { low, high } = bounds(control);
  const field = { low, high, placeholder: control.placeholder };
  if (control.options) return { ...field, kind: control.type === BOXES || high > 1 ? "boxes" : "list", choices: choices(control) };
  return { ...field, kind: "search", find: finder(control), chosen: preset(control, names) };
}

export function bounds(control) {
  const every = control.type === BOXES ? control.options.length : 1;
  return { low: control.min_values ?? 1, high: control.max_values ?? every };
}

export const choices = (control) => control.options.map(({ value, label, description, emoji, default: yes }) => (
  { value, label, description, emoji: emoji && (emoji.id ? `:${emoji.name}:` : emoji.name), chosen: Boolean(yes) }));

const YES_NO = 5, FILE = 11;
const NUMBERS = { 4: "whole", 10: "any" };
const PICKED_LIKE = { 6: 5, 7: 8, 8: 6, 9: 7 }; // option type to the select that offers the same

/** A slash command's option as a field. `suggest(text)` gives what the bot offers while one types. */
export function fromOption(option, suggest) {
  const { name, description, required, type } = option;
  const field = { name, label: name, description, required: Boolean(required), low: 1, high: 1 };
  if (option.choices?.length) return { ...field, ...oneOf(option.choices) };
  if (type === YES_NO) return { ...field, ...oneOf([{ name: "True", value: true }, { name: "False", value: false }]) };
  if (type === FILE) return { ...field, kind: "files" };
  if (type in PICKED_LIKE) {
    return { ...field, kind: "search", find: finder({ ...option, type: PICKED_LIKE[type] }), chosen: [] };
  }
  return {
    ...field, kind: option.autocomplete ? "suggested" : "text", find: suggest, number: NUMBERS[type],
    shortest: option.min_length ?? 0, longest: option.max_length ?? LONGEST_OPTION, least: option.min_value, most: option.max_value,
  };
}

/** A list whose values need not be texts: they are found again by how they read. */
function oneOf(offered) {
  const values = Object.fromEntries(offered.map(({ value }) => [String(value), value]));
  return { kind: "list", choices: offered.map(({ name, value }) => ({ value: String(value), label: name })), values };
}

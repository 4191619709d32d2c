// Inputs of forms and commands: drawn from one description, read back into one value each.

import { h } from "../dom.js";
import { offers } from "./picker.js";

const TEXT = 4, FILES = 19, RADIO = 21, BOXES = 22, BOX = 23;

/**
 * A form's control as a field: {name, label, description, kind, required, ...}. Kinds: text, long, number, radio,
 * boxes, box, list, files, suggested. Choices are [value, label, description, chosen].
 */
export function fromControl(control, label, description, view) {
  const field = { name: control.custom_id, label, description, required: control.required !== false };
  switch (control.type) {
    case TEXT: return { ...field, ...typed(control) };
    case FILES: return { ...field, kind: "files", many: (control.max_values ?? 1) > 1 };
    case BOX: return { ...field, kind: "box", value: control.default };
    default: return { ...field, ...chosen(control, description, view) };
  }
}

function typed(control) {
  return {
    kind: control.style === 2 ? "long" : "text", value: control.value, placeholder: control.placeholder,
    shortest: control.min_length, longest: control.max_length ?? 4000,
  };
}

function chosen(control, description, view) {
  const many = (control.max_values ?? (control.type === BOXES ? control.options.length : 1)) > 1;
  return {
    kind: control.type === RADIO ? "radio" : control.type === BOXES || many ? "boxes" : "list",
    choices: offers(control, view),
    placeholder: control.placeholder,
    description: [description, howMany(control, many)].filter(Boolean).join(" "),
  };
}

function howMany(control, many) {
  const [low, high] = [control.min_values ?? 1, control.max_values ?? 1];
  if (!many || control.type === BOXES) return "";
  return low === high ? `Choose ${low}.` : `Choose ${low} to ${high}.`;
}

const OPTION_KINDS = { 3: "text", 4: "number", 10: "number", 11: "files" };
const PICKED_LIKE = { 6: 5, 7: 8, 8: 6, 9: 7 }; // option type to the select that offers the same
const WHOLE = 4, YES_NO = 5;

/** A slash command's option as a field. */
export function fromOption(option, view) {
  const { name, description, required } = option;
  const field = { name, label: name, description, required: Boolean(required) };
  if (option.autocomplete) return { ...field, kind: "suggested" };
  if (option.choices?.length) return { ...field, ...oneOf(option.choices) };
  if (option.type === YES_NO) return { ...field, ...oneOf([{ name: "True", value: true }, { name: "False", value: false }]) };
  if (option.type in PICKED_LIKE) {
    return { ...field, kind: "list", choices: offers({ ...option, type: PICKED_LIKE[option.type] }, view) };
  }
  return {
    ...field, kind: OPTION_KINDS[option.type], step: option.type === WHOLE ? "1" : "any",
    shortest: option.min_length, longest: option.max_length ?? 4000, least: option.min_value, most: option.max_value,
  };
}

/** A list whose values need not be texts: they are found again by how they read. */
function oneOf(choices) {
  const values = Object.fromEntries(choices.map(({ value }) => [String(value), value]));
  return { kind: "list", choices: choices.map(({ name, value }) => [String(value), name]), values };
}

/** The field on the page; the element that holds its value carries data-field. */
export function draw(field, id) {
  const help = field.description ? h("p", { class: "note", id: `${id}-help` }, field.description) : null;
  const common = { "aria-describedby": help ? `${id}-help` : null, data: { field: field.name } };
  if (field.kind === "box") {
    const box = h("input", { type: "checkbox", checked: Boolean(field.value), ...common });
    return h("div", { class: "field" }, h("label", { class: "choice" }, box, h("span", {}, field.label)), help);
  }
  const title = [field.label, field.required ? null : h("span", { class: "note" }, " (optional)")];
  if (field.kind === "radio" || field.kind === "boxes") {
    const options = field.choices.map((choice) => option(choice, field, id));
    return h("fieldset", { class: "field", ...common }, h("legend", {}, title), help, options);
  }
  const props = { id, required: field.required, ...common };
  return h("div", { class: "field" }, h("label", { for: id }, title), help, input(field, props), counter(field, id));
}

function option([value, label, description, chosen], field, id) {
  const type = field.kind === "radio" ? "radio" : "checkbox";
  return h("label", { class: "choice" },
    h("input", { type, name: id, value, checked: chosen, required: type === "radio" && field.required }),
    h("span", {}, label, description && h("small", {}, description)));
}

function input(field, props) {
  const limits = { minlength: field.shortest, maxlength: field.longest, placeholder: field.placeholder };
  switch (field.kind) {
    case "long": return h("textarea", { rows: 5, ...limits, ...props }, field.value ?? "");
    case "number": return h("input", { type: "number", step: field.step, min: field.least, max: field.most, ...props });
    case "files": return h("input", { type: "file", multiple: field.many, ...props });
    case "list": return h("select", props, h("option", { value: "" }, field.placeholder ?? "Choose…"), listOf(field.choices));
    case "suggested": return suggested(props);
    default: return h("input", { type: "text", value: field.value, autocomplete: "off", ...limits, ...props });
  }
}

const listOf = (choices) => choices.map(([value, label, , chosen]) => h("option", { value, selected: chosen }, label));

function suggested(props) {
  const list = `${props.id}-list`;
  return [h("input", { type: "text", list, autocomplete: "off", ...props }), h("datalist", { id: list })];
}

function counter(field, id) {
  if (field.kind !== "long") return null;
  const text = `${[...(field.value ?? "")].length} of ${field.longest}`;
  return h("p", { class: "note counter", data: { counts: id, most: field.longest } }, text);
}

/** What stands in the drawn fields now, by name; what was left empty is left out unless `whole`. */
export async function read(form, fields, whole) {
  const values = {};
  for (const field of fields) {
    const value = await valueOf(form.querySelector(`[data-field="${CSS.escape(field.name)}"]`), field);
    if (whole || (value !== "" && value !== null)) values[field.name] = value;
  }
  return values;
}

async function valueOf(element, field) {
  const ticked = () => [...element.querySelectorAll(":checked")].map((each) => each.value);
  switch (field.kind) {
    case "box": return element.checked;
    case "radio": return ticked()[0] ?? null;
    case "boxes": return ticked();
    case "files": return element.files.length ? Promise.all([...element.files].map(encoded)) : null;
    case "number": return element.value === "" ? null : Number(element.value);
    case "list": return element.value === "" ? null : (field.values?.[element.value] ?? element.value);
    default: return element.value;
  }
}

function encoded(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, data: reader.result.split(",")[1] ?? "" });
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

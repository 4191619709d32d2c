// Inputs of forms and commands: drawn from one description, read back into one value each.

import { h } from "./dom.js";
import { offers } from "./picker.js";

const TEXT = 4, FILES = 19, RADIO = 21, BOXES = 22, BOX = 23, SELECTS = [3, 5, 6, 7, 8];

/**
 * A field: {name, label, description, kind, required, choices, many, ...}. Kinds: text, long, number, radio, boxes,
 * box, list, files, suggested.
 */
export function fromControl(control, label, description, view) {
  const many = (control.max_values ?? (control.type === BOXES ? control.options.length : 1)) > 1;
  const field = { name: control.custom_id, label, description, required: control.required !== false, many };
  if (control.type === TEXT) return { ...field, ...typed(control) };
  if (control.type === FILES) return { ...field, kind: "files" };
  if (control.type === BOX) return { ...field, kind: "box", required: false, value: control.default };
  const kind = control.type === RADIO ? "radio" : control.type === BOXES || many ? "boxes" : "list";
  const hint = howMany(control, many);
  return { ...field, kind, choices: offers(control, view), placeholder: control.placeholder, description: [description, hint].filter(Boolean).join(" ") };
}

function typed(control) {
  return {
    kind: control.style === 2 ? "long" : "text", value: control.value, placeholder: control.placeholder,
    shortest: control.min_length, longest: control.max_length ?? 4000,
  };
}

function howMany(control, many) {
  const [low, high] = [control.min_values ?? 1, control.max_values ?? control.options?.length ?? 1];
  if (!many || !SELECTS.includes(control.type)) return "";
  return low === high ? `Choose ${low}.` : `Choose ${low} to ${high}.`;
}

const OPTION_KINDS = { 3: "text", 4: "number", 5: "list", 6: "list", 7: "list", 8: "list", 9: "list", 10: "number", 11: "files" };
const PICKED = { 6: 5, 7: 8, 8: 6, 9: 7 };
const WHOLE = 4, YES_NO = 5;

/** A slash command's option as a field. */
export function fromOption(option, view) {
  const field = { name: option.name, label: option.name, description: option.description, required: Boolean(option.required) };
  if (option.autocomplete) return { ...field, kind: "suggested" };
  if (option.choices?.length) return { ...field, kind: "list", choices: option.choices.map((each) => [String(each.value), each.name]), values: option.choices.map((each) => each.value) };
  if (option.type === YES_NO) return { ...field, kind: "list", choices: [["0", "True"], ["1", "False"]], values: [true, false] };
  if (PICKED[option.type]) return { ...field, kind: "list", choices: offers({ type: PICKED[option.type], channel_types: option.channel_types }, view) };
  return {
    ...field, kind: OPTION_KINDS[option.type], step: option.type === WHOLE ? "1" : "any",
    shortest: option.min_length, longest: option.max_length ?? 4000, least: option.min_value, most: option.max_value,
  };
}

/** The field on the page; its inputs carry data-field. */
export function draw(field, id) {
  const description = field.description ? h("p", { class: "note", id: `${id}-help` }, field.description) : null;
  const common = { "aria-describedby": description ? `${id}-help` : null, data: { field: field.name } };
  const title = [field.label, field.required ? null : h("span", { class: "note" }, " (optional)")];
  if (field.kind === "box") return h("div", { class: "field" }, h("label", { class: "choice" }, h("input", { type: "checkbox", checked: Boolean(field.value), ...common }), h("span", {}, title)), description);
  if (field.kind === "radio" || field.kind === "boxes") {
    return h("fieldset", { class: "field", ...common }, h("legend", {}, title), description, field.choices.map((choice) => option(choice, field, id)));
  }
  return h("div", { class: "field" }, h("label", { for: id }, title), description, input(field, { id, required: field.required, ...common }), counter(field, id));
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
    case "list": return h("select", props, h("option", { value: "" }, field.placeholder ?? "Choose…"), field.choices.map(([value, label, , chosen]) => h("option", { value, selected: chosen }, label)));
    case "suggested": return [h("input", { type: "text", list: `${props.id}-list`, autocomplete: "off", ...props }), h("datalist", { id: `${props.id}-list` })];
    default: return h("input", { type: "text", value: field.value, autocomplete: "off", ...limits, ...props });
  }
}

function counter(field, id) {
  return field.kind === "long" ? h("p", { class: "note counter", data: { counts: id, most: field.longest } }, `${(field.value ?? "").length} of ${field.longest}`) : null;
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
    case "list": return listed(element.value, field);
    default: return element.value;
  }
}

function listed(value, field) {
  if (value === "") return null;
  return field.values ? field.values[field.choices.findIndex(([each]) => each === value)] : value;
}

function encoded(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, data: reader.result.split(",")[1] ?? "" });
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

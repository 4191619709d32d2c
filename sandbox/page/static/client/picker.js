// Select menus in messages: a list that unfolds, where nothing is sent before it is confirmed.

import { h } from "../dom.js";

const USER = 5, ROLE = 6, EITHER = 7, CHANNEL = 8;

/** What a select offers, as [value, label, description, chosen]. */
export function offers(control, view) {
  const preset = new Set((control.default_values ?? []).map((each) => each.id));
  const people = () => view.members.rows.map((member) => [member.id, member.shown, member.bot ? "app" : null, preset.has(member.id)]);
  const roles = () => Object.entries(view.roles).map(([id, { name }]) => [id, name, "role", preset.has(id)]);
  switch (control.type) {
    case USER: return people();
    case ROLE: return roles();
    case EITHER: return [...people(), ...roles()];
    case CHANNEL: return view.channels
      .filter((channel) => !control.channel_types?.length || control.channel_types.includes(channel.type))
      .map((channel) => [channel.id, `#${channel.name}`, null, preset.has(channel.id)]);
    default: return control.options.map((option) => [option.value, option.label, option.description, Boolean(option.default)]);
  }
}

export function picker(control, place) {
  const key = `${place.message}:${control.id}`;
  const choices = offers(control, place.view);
  const chosen = choices.filter(([, , , yes]) => yes).map(([, label]) => label);
  const title = chosen.join(", ") || control.placeholder || "Make a selection";
  if (control.disabled) return h("button", { type: "button", class: "button secondary", disabled: true, data: { key } }, title);
  const busy = place.busy.has(key);
  return h("details", { class: busy ? "picker busy" : "picker", data: { key } },
    h("summary", { "aria-busy": busy ? "true" : null }, title),
    h("fieldset", {}, h("legend", { class: "unseen" }, control.placeholder ?? "Make a selection"),
      choices.map((choice) => offered(choice, key, control)),
      h("div", { class: "row" },
        h("button", { type: "button", class: "button primary", "aria-disabled": busy ? "true" : null,
          data: { do: "pick", channel: place.channel, message: place.message, component: control.id } }, "Done"),
        h("button", { type: "button", class: "button secondary", data: { do: "fold" } }, "Cancel"))));
}

function offered([value, label, description, chosen], key, control) {
  const kind = (control.max_values ?? 1) > 1 ? "checkbox" : "radio";
  return h("label", { class: "choice" },
    h("input", { type: kind, name: key, value, checked: chosen }),
    h("span", {}, label, description && h("small", {}, description)));
}

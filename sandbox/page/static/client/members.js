// Who is here.

import { h } from "../dom.js";
import { remove } from "./channels.js";
import { chip } from "./frame.js";
import { now } from "./now.js";

export function members() {
  const { members: found, roles } = now.view;
  const deletable = Object.entries(roles).filter(([, role]) => role.deletable);
  return [
    h("h2", {}, `Members (${found.total})`), h("ul", {}, found.rows.map(member)),
    deletable.length > 0 && [h("h2", {}, "Roles"), h("ul", {}, deletable.map(([id, { name }]) => role(id, name)))],
  ];
}

/** What a steward may delete, to see it come back. */
function role(id, name) {
  return h("li", { data: { key: id } }, name, " ", remove("delete role", { role: id, name }));
}

function member(each) {
  return h("li", { data: { key: each.id } },
    h("strong", {}, each.shown), each.bot && h("span", { class: "badge" }, "App"), each.owner && chip("owner"), each.roles.map(chip));
}

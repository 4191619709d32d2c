// Slash commands: run at once, or with a dialog for their options.

import { h } from "../dom.js";
import { write } from "./composer.js";
import { Dialog } from "./dialogs.js";
import { ask, use } from "./doing.js";
import { Field } from "./inputs.js";
import { now } from "./now.js";

export function run(line) {
  const { description, options } = now.view.commands.lines.find((each) => each.line === line);
  const where = { channel: now.channel, line };
  write("");
  if (!options.length) return use("run", line, { ...where, options: {} });
  const fields = options.map((option) => new Field(option, (text) => suggest(where, fields, option.name, text)));
  new Dialog({
    title: line, action: "Run", content: [h("p", { class: "note" }, description), ...fields],
    send(values) {
      now.expecting = true;
      return ask("run", { ...where, options: given(Object.entries(values)) });
    },
  });
}

/** What is filled in, one value for each. */
function given(entries) {
  const single = entries.map(([name, value]) => [name, Array.isArray(value) ? value[0] : value]);
  return Object.fromEntries(single.filter(([, value]) => ![undefined, null, ""].includes(value)));
}

function suggest(where, fields, name, text) {
  const others = fields.filter((field) => field.name !== name && field.about.kind !== "files").map((field) => [field.name, field.value()]);
  return ask("suggest", { ...where, options: { ...given(others), [name]: text } });
}

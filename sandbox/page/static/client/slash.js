// Slash commands: what is offered while one types, and the form for a command's options.

import { h } from "../dom.js";
import { write } from "./composer.js";
import { showCommand } from "./dialogs.js";
import { ask, onClick, use } from "./doing.js";
import { names, now } from "./now.js";

/** The commands that fit what is typed; nothing when it is no command. */
export function offered(text) {
  if (!text.startsWith("/")) return null;
  const fitting = now.view.commands.lines.filter((each) => each.line.startsWith(text.trimEnd()));
  const none = h("li", { class: "note" }, "There is no such command for you here.");
  return h("ul", { class: "commands", "aria-label": "Commands" }, fitting.length ? fitting.map(command) : none);
}

function command(each) {
  return h("li", {}, h("button", { type: "button", data: { do: "command", line: each.line } },
    h("strong", {}, each.line), h("span", { class: "note" }, each.description)));
}

export function run(line) {
  const found = now.view.commands.lines.find((each) => each.line === line);
  const where = { channel: now.channel, line };
  write("");
  if (!found.options.length) return use("run", line, { ...where, options: {} });
  const send = (options) => {
    now.expecting = true;
    return ask("run", { ...where, options });
  };
  showCommand(found, { view: now.view, names: names() }, send, (options) => ask("suggest", { ...where, options }));
}

onClick({ command: ({ dataset }) => run(dataset.line) });

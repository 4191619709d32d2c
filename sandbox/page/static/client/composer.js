// The line in which one writes. What is typed is kept for each channel, whatever happens to the connection.

import { h } from "../dom.js";
import { alert, onInput, onKey, onSubmit, redraw, tell } from "./doing.js";
import { here, kept, may, now } from "./now.js";
import { offered, run, suggesting } from "./slash.js";

const draft = () => `draft:${now.view.me.id}:${now.channel}`;
export const typed = () => kept.get(draft()) ?? "";

export function composer(place) {
  const box = h("textarea", {
    id: "text", name: "text", rows: "1", maxlength: "2000", placeholder: hint(place), data: { input: "typed" }, ...suggesting(typed()),
  }, typed());
  return h("form", { class: "line", id: "line", data: { do: "say", key: `line-${place.id}-${now.view.me.id}` }, autocomplete: "off" },
    offered(typed()),
    h("label", { class: "unseen", for: "text" }, `Message to ${place.name}`),
    box,
    h("button", { type: "submit", class: "button primary" }, "Send"));
}

function hint(place) {
  const commands = now.view.commands.lines.length > 0;
  if (may("write", place)) return commands ? `Write to ${place.name}, or / for commands` : `Write to ${place.name}`;
  return commands ? "You can read here; / shows commands" : "You can read here, but not write";
}

/** Put a text into the line. */
export function write(text) {
  kept.set(draft(), text);
  const box = document.getElementById("text");
  if (box) box.value = text;
  redraw();
}

async function say() {
  const text = typed().trim();
  const { lines } = now.view.commands;
  if (text.startsWith("/")) {
    const command = lines.find((each) => each.line === text) ?? lines.find((each) => each.line.startsWith(text));
    if (command) return run(command.line);
  }
  if (!may("write")) return alert("You can read here, but not write.");
  const channel = now.channel;
  now.expecting = true;
  if (text && (await tell("say", { channel, text })) && here()?.id === channel) write("");
}

onSubmit({ say });
onInput({
  typed({ value }) {
    const before = typed();
    kept.set(draft(), value);
    if (before.startsWith("/") || value.startsWith("/")) redraw();
  },
});
onKey((event) => {
  if (event.key === "Enter" && !event.shiftKey && !event.isComposing && event.target.id === "text") {
    event.preventDefault();
    event.target.form.requestSubmit();
  }
});

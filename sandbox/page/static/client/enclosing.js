// Files that are about to be sent with a message.

import { aside, h } from "../dom.js";
import { alert, onChange, onClick, redraw } from "./doing.js";
import { encoded as read, MOST_BYTES, size } from "./files.js";

const MOST = 10, MOST_IN_ALL = 2.5 * MOST_BYTES;
const waiting = new Map(); // channel to [{id, file}]
let count = 0;

export const chosen = (channel) => waiting.get(channel) ?? [];
export const letGo = (channel) => waiting.delete(channel);

export function fileButton(channel) {
  return h("label", { class: "button secondary add-file" },
    h("span", { "aria-hidden": "true" }, "+"), h("span", {}, aside("Add a "), "File"),
    h("input", { type: "file", multiple: true, class: "unseen", data: { change: "files", channel } }));
}

export function chips(channel) {
  const found = chosen(channel);
  return found.length > 0
    && h("ul", { class: "chips", "aria-label": "Files to send", data: { key: "chips" } }, found.map((each) => chip(channel, each)));
}

function chip(channel, { id, file }) {
  return h("li", { data: { key: id } },
    h("p", {}, h("strong", {}, file.name), h("span", { class: "note" }, ` ${size(file.size)}`),
      h("button", { type: "button", class: "link", data: { do: "no file", channel, file: id } }, "Remove", aside(` ${file.name}`))),
    h("label", { class: "note", for: `${id}-words` }, "Description"),
    h("input", { id: `${id}-words`, maxlength: "1024" }),
    h("label", { class: "choice" }, h("input", { type: "checkbox", id: `${id}-spoiler` }), "Hide it as a spoiler"));
}

/** Take files in; those that there is no room for are said. */
export function drop(channel, files) {
  const found = chosen(channel);
  const refused = [];
  for (const file of files) {
    const all = found.reduce((sum, each) => sum + each.file.size, file.size);
    if (found.length >= MOST) refused.push(`${file.name}: a message has room for ${MOST} files.`);
    else if (file.size > MOST_BYTES) refused.push(`${file.name} is too large: a file may have ${size(MOST_BYTES)}.`);
    else if (all > MOST_IN_ALL) refused.push(`${file.name}: all files together may have ${size(MOST_IN_ALL)}.`);
    else found.push({ id: `file-${++count}`, file });
  }
  waiting.set(channel, found);
  if (refused.length) alert(refused.join(" "));
  redraw();
}

/** As they travel. */
export function encoded(channel) {
  return Promise.all(chosen(channel).map(async ({ id, file }) => {
    const hide = document.getElementById(`${id}-spoiler`)?.checked && !file.name.startsWith("SPOILER_");
    const description = document.getElementById(`${id}-words`)?.value.trim();
    const { name, data } = await read(file);
    return { name: hide ? `SPOILER_${name}` : name, data, ...(description && { description }) };
  }));
}

onChange({
  files(input) {
    drop(input.dataset.channel, input.files);
    input.value = "";
  },
});
onClick({
  "no file"({ dataset: { channel, file } }) {
    waiting.set(channel, chosen(channel).filter(({ id }) => id !== file));
    redraw();
    document.getElementById("text")?.focus();
  },
});

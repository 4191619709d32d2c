// Changing what one has written, where it stands.

import { h } from "../dom.js";
import { button } from "./asking.js";
import { onClick, onKey, onSubmit, tell } from "./doing.js";
import { now } from "./now.js";
import { change } from "./touched.js";

export function edit({ id }) {
  change(id, { editing: true });
  requestAnimationFrame(() => requestAnimationFrame(() => {
    const box = document.getElementById(`edit-${id}`);
    box?.focus();
    box?.setSelectionRange(box.value.length, box.value.length);
  }));
}

/** Mentions as one types them; the sandbox makes mentions of them again. */
const source = ({ content }, { users, channels }) => content
  .replace(/<@!?(\d+)>/g, (all, id) => (users[id] ? `@${users[id]}` : all))
  .replace(/<#(\d+)>/g, (all, id) => (channels[id] ? `#${channels[id]}` : all));

export function editor(said, names) {
  const id = `edit-${said.id}`;
  return h("form", { class: "editor", data: { do: "edit", channel: said.channel, message: said.id } },
    h("label", { class: "unseen", for: id }, "Edit your message"),
    h("textarea", { id, rows: "2", maxlength: "2000" }, source(said, names)),
    h("p", { class: "note" }, "Enter saves, Escape cancels · ", h("button", { type: "submit", class: "link" }, "Save"), " ",
      button("Cancel", "stop editing", { message: said.id }, "link")));
}

function stop(message) {
  change(message, { editing: false });
  document.getElementById("text")?.focus();
}

onSubmit({
  async edit(form) {
    const { channel, message } = form.dataset;
    const text = form.querySelector("textarea").value.trim();
    if (await tell("edit", { channel, message, text })) stop(message);
  },
});
onClick({ "stop editing": ({ dataset }) => stop(dataset.message) });
onKey((event) => {
  const form = event.target.closest?.("form.editor");
  if (!form || event.isComposing) return;
  if (event.key === "Escape") stop(form.dataset.message);
  if (event.key === "Enter" && !event.shiftKey && event.target.tagName === "TEXTAREA") {
    event.preventDefault();
    form.requestSubmit();
  }
});

/** The newest of one's own messages that is on the page. */
export function editLast() {
  const last = now.view.log?.messages.findLast(({ offers }) => offers.some(({ act }) => act === "change"));
  if (last) edit(last);
  return Boolean(last);
}

// The form that the bot has opened: shown once, and what is typed in it stays whatever happens behind it.

import { h } from "../dom.js";
import { Dialog } from "./dialogs.js";
import { ask } from "./doing.js";
import { Field } from "./inputs.js";
import { markdown } from "./markdown.js";
import { names, now } from "./now.js";

const NOT_OPEN = "This form is no longer open. What you typed is still here, so that you can copy it.";

let open = null; // {id, dialog}

export function keepForm() {
  const { form, submitted } = now.view;
  if (form === undefined || open?.id === form?.id) return; // undefined: on the way back after the connection was lost
  const before = open;
  open = null;
  if (before && submitted === before.id) before.dialog?.finish();
  else before?.dialog?.expire(NOT_OPEN);
  if (form) show(form);
}

function show(form) {
  const scene = { ...names(), users: form.names };
  open = { id: form.id };
  open.dialog = new Dialog({
    title: form.title, action: "Submit",
    content: form.parts.map((part) => (part.text ? h("div", { class: "text" }, markdown(part.text, scene)) : new Field(part))),
    send(values) {
      now.expecting = true;
      return ask("submit", { form: form.id, values });
    },
    closed() {
      if (open?.id !== form.id) return;
      open.dialog = null; // the sandbox does not know yet
      if (now.view.form?.id === form.id) ask("close form", { form: form.id });
    },
  });
}

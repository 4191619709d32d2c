// The form that the bot has opened: shown once, and what is typed in it stays whatever happens behind it.

import { showForm } from "./dialogs.js";
import { ask } from "./doing.js";
import { names, now } from "./now.js";

let open = null; // {id, dialog}

export function keepForm() {
  const form = now.view.form ?? null;
  if (open?.id === form?.id) return;
  const before = open;
  open = form && { id: form.id };
  before?.dialog.close();
  if (!form) return;
  const send = (values) => {
    now.expecting = true;
    return ask("submit", { form: form.id, values });
  };
  const scene = { view: now.view, names: { ...names(), users: form.names } };
  open.dialog = showForm(form, scene, send, () => open?.id === form.id && ask("close form"));
}

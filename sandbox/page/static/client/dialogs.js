// Whatever stands in front of the page: the bot's forms, a command's options, a question before something is left.

import { h } from "../dom.js";
import { draw, fromControl, fromOption, read } from "./fields.js";
import { markdown } from "./markdown.js";

const ROW = 1, WORDS = 10, LABEL = 18;
const PAUSE = 250;

/** A dialog with fields. `send(values)` answers like Socket.ask; when it is refused the reason is shown and all stays. */
export function formDialog({ title, content, fields, action, whole, send, closed }) {
  const problem = h("p", { class: "problem", role: "alert" });
  const form = h("form", { method: "dialog" },
    h("h2", { id: "dialog-title" }, title), content, problem,
    h("div", { class: "row end" },
      h("button", { type: "button", class: "button secondary", data: { close: true } }, "Cancel"),
      h("button", { type: "submit", class: "button primary" }, action)));
  const dialog = h("dialog", { "aria-labelledby": "dialog-title" }, form);
  form.addEventListener("submit", async (event) => {
    event.preventDefault();
    if (dialog.busy) return;
    busy(dialog, true);
    problem.textContent = "";
    const { refused } = await send(await read(form, fields, whole));
    busy(dialog, false);
    if (refused) problem.textContent = refused;
    else dialog.close();
  });
  form.addEventListener("input", ({ target }) => count(form, target));
  form.querySelector("[data-close]").addEventListener("click", () => dialog.close());
  dialog.addEventListener("close", () => {
    dialog.remove();
    closed?.();
  });
  document.body.append(dialog);
  dialog.showModal();
  form.querySelector("input, textarea, select")?.focus();
  return dialog;
}

function busy(dialog, is) {
  dialog.busy = is;
  const send = dialog.querySelector("[type=submit]");
  send.setAttribute("aria-disabled", String(is));
  send.classList.toggle("busy", is);
}

function count(form, input) {
  const counter = form.querySelector(`[data-counts="${input.id}"]`);
  if (counter) counter.textContent = `${[...input.value].length} of ${counter.dataset.most}`;
}

/** The form a bot has opened. */
export function showForm(form, scene, send, closed) {
  const fields = [];
  const content = form.components.map((part, index) => {
    if (part.type === WORDS) return h("div", { class: "text" }, markdown(part.content, scene.names));
    const control = part.type === ROW ? part.components[0] : part.component;
    const labelled = part.type === LABEL ? part : control;
    const field = fromControl(control, labelled.label, part.description, scene.view);
    fields.push(field);
    return draw(field, `input-${index}`);
  });
  return formDialog({ title: form.title, content, fields, action: "Submit", whole: true, send, closed });
}

/** A command's options before it is run. `suggest(values)` gives choices for the last of them. */
export function showCommand(command, scene, send, suggest) {
  const fields = command.options.map((option) => fromOption(option, scene.view));
  const content = [h("p", { class: "note" }, command.description), fields.map((field, index) => draw(field, `option-${index}`))];
  const dialog = formDialog({ title: command.line, content, fields, action: "Run", whole: false, send });
  fields.forEach((field, index) => field.kind === "suggested" && suggestFor(dialog, fields, field, `option-${index}`, suggest));
}

function suggestFor(dialog, fields, field, id, suggest) {
  const input = dialog.querySelector(`#${id}`);
  let soon = 0;
  const ask = async () => {
    const others = await read(dialog, fields.filter((each) => each !== field), false);
    const { choices } = await suggest({ ...others, [field.name]: input.value });
    const options = (choices ?? []).map((choice) => h("option", { value: choice.name }));
    dialog.querySelector(`#${id}-list`).replaceChildren(...options);
  };
  input.addEventListener("input", () => {
    clearTimeout(soon);
    soon = setTimeout(ask, PAUSE);
  });
  input.addEventListener("focus", ask, { once: true });
}

/** A question with one way on and one way back. */
export function confirm(title, text, action, then) {
  formDialog({ title, content: h("p", {}, text), fields: [], action, whole: true, send: then });
}

// What the server asks of whoever comes in: its questions one by one, and its rules.

import { h } from "../dom.js";
import { button, offers, panel, toPanel } from "./asking.js";
import { alert, ask, onClick, onSubmit, redraw } from "./doing.js";
import { now } from "./now.js";

let who = null, step = 0, answers = {}, gave = null;

/** Whether the questions stand before everything else. */
export const isAsked = () => !now.view.welcome.through && now.view.welcome.questions.length > 0 && now.later !== now.view.me.id;

export function welcomePanel() {
  const { through, questions, pending } = now.view.welcome, { id } = now.view.me;
  if (who !== id) [who, step, answers, gave] = [id, 0, {}, null];
  const title = through && !pending ? "Channels & roles" : `Welcome to ${now.view.guild.name}`;
  if (gave) return panel(title, h("ul", { role: "status" }, gave.map((text) => h("li", {}, text))), pending && rules(), h("p", {}, button("Done", "welcomed", {}, "button primary")));
  const question = questions[Math.min(step, questions.length - 1)];
  return panel(title, question ? asks(question, questions) : pending && rules());
}

function asks(question, questions) {
  const { id, title, single, required, options } = question;
  const held = (option) => answers[id]?.includes(option.id) ?? option.ticked;
  const last = step >= questions.length - 1;
  return h("form", { class: "question", data: { do: "answer", key: `question-${id}` } },
    h("p", { class: "note" }, `Question ${step + 1} of ${questions.length}${required ? "" : ", you may skip it"}`),
    h("fieldset", { class: "field" }, h("legend", {}, title), h("p", { class: "note" }, single ? "Choose one." : "Choose as many as you like."),
      options.map((option) => h("label", { class: "choice" },
        h("input", { type: single ? "radio" : "checkbox", name: id, value: option.id, checked: held(option), required: single && required }),
        h("span", {}, option.emoji && `${option.emoji} `, option.title, option.description && h("small", {}, option.description))))),
    h("div", { class: "row" },
      h("button", { type: "submit", class: "button primary" }, last ? "Finish" : "Next"),
      step > 0 && button("Back", "question before"), button("Later", "panel", {}, "link")));
}

/** The rules, to be agreed to before one can write. */
export function rules() {
  const { rules: where } = now.view.welcome;
  return h("div", { class: "hint", id: "line" },
    h("p", {}, "Before you can write here, please agree to the rules of this server: be kind, and respect what its owners ask of you."),
    h("div", { class: "row" }, offers([{ text: "I agree to the rules", deed: "agree", what: {}, look: "primary" }]), where && button("Read the rules", "open", { channel: where })));
}

async function answer(form) {
  const { questions } = now.view.welcome;
  const question = questions[Math.min(step, questions.length - 1)];
  const chosen = [...form.querySelectorAll("input:checked")].map((each) => each.value);
  if (question.required && !chosen.length) return alert("Please choose at least one.");
  answers[question.id] = chosen;
  if (step < questions.length - 1) {
    step += 1;
    return toPanel();
  }
  const { found, refused } = await ask("answer onboarding", { answers });
  if (refused) return alert(refused);
  [gave, step, answers, now.panel] = [found, 0, {}, "welcome"];
  toPanel();
}

onSubmit({ answer });
onClick({
  "question before"() {
    step -= 1;
    toPanel();
  },
  welcomed() {
    [gave, now.panel] = [null, null];
    redraw();
  },
});

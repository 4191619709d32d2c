// Polls: choose and vote, or see how it stands.

import { h } from "../dom.js";
import { button } from "./asking.js";
import { emoji } from "./components.js";
import { alert, onClick, onSubmit, tell } from "./doing.js";
import { inline } from "./inline.js";
import { change } from "./touched.js";

export function poll({ id, channel, poll: { question, answers, several, over, settled, stands } }, touched, names) {
  const results = settled || touched.results;
  const data = { channel, message: id };
  const quiet = (words, does, to = data) => button(words, does, { key: words, ...to });
  return h("form", { class: "container poll", data: { do: "vote", ...data } },
    h("fieldset", {}, h("legend", { dir: "auto" }, question),
      !results && h("p", { class: "note" }, several ? "Choose one or more" : "Choose one"),
      answers.map((each) => (results ? result(each) : choice(each, several ? "checkbox" : "radio", `poll-${id}`)))),
    h("p", { class: "note" }, inline(stands, names)),
    !over && h("div", { class: "row" }, !results && h("button", { type: "submit", class: "button primary" }, "Vote"),
      settled ? quiet("Remove my vote", "unvote")
        : results ? quiet("Back to voting", "results") : quiet("Show results", "results", { ...data, on: true })));
}

const text = (answer) => [emoji(answer.emoji), " ", answer.text];

function choice(answer, type, name) {
  return h("label", { class: "choice", data: { key: `choice-${answer.id}` } },
    h("input", { type, name, value: answer.id }), h("span", { dir: "auto" }, text(answer)));
}

function result(answer) {
  return h("div", { class: answer.mine ? "result mine" : "result", data: { key: `result-${answer.id}` } },
    h("p", { dir: "auto" }, text(answer), answer.mine && h("strong", {}, " ✓ your choice")),
    h("progress", { max: 100, value: answer.part, "aria-hidden": "true" }), h("span", { class: "note" }, answer.stands));
}

onSubmit({
  vote(form) {
    const { channel, message } = form.dataset;
    const answers = new FormData(form).getAll(`poll-${message}`);
    if (!answers.length) return alert("Choose an answer first.");
    tell("vote", { channel, message, answers });
  },
});
onClick({
  results: ({ dataset: { message, on } }) => change(message, { results: Boolean(on) }),
  async unvote({ dataset: { channel, message } }) {
    if (await tell("vote", { channel, message, answers: [] })) change(message, { results: false });
  },
});

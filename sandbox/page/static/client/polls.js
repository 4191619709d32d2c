// Polls: choose and vote, or see how it stands.

import { aside, h } from "../dom.js";
import { moment } from "../time.js";
import { emoji } from "./components.js";
import { alert, onClick, onSubmit, tell } from "./doing.js";
import { change } from "./touched.js";

export function poll(said, touched, locale) {
  const found = said.poll;
  const total = found.answers.reduce((sum, { count }) => sum + count, 0);
  const voted = found.answers.some(({ mine }) => mine);
  const results = found.over || voted || touched.results;
  const data = { channel: said.channel, message: said.id };
  const votes = h("p", { class: "note" }, total === 1 ? "1 vote" : `${total} votes`, " · ",
    found.over ? "The poll is over" : ["ends ", moment(Date.parse(found.ends) / 1000, "R", locale)]);
  return h("form", { class: "container poll", data: { do: "vote", ...data } },
    h("fieldset", {}, h("legend", { dir: "auto" }, found.question),
      results ? found.answers.map((answer) => result(answer, total)) : [
        h("p", { class: "note" }, found.several ? "Choose one or more" : "Choose one"), found.answers.map((answer) => choice(answer, said)),
      ]),
    votes,
    !found.over && h("div", { class: "row" }, results ? [
      voted && plain("Remove my vote", "unvote", data), !voted && plain("Back to voting", "results", data),
    ] : [h("button", { type: "submit", class: "button primary" }, "Vote"), plain("Show results", "results", data)]));
}

const plain = (words, does, data) => h("button", { type: "button", class: "button secondary", data: { key: words, ...data, do: does } }, words);

function choice(answer, { id, poll: { several } }) {
  return h("label", { class: "choice", data: { key: `choice-${answer.id}` } },
    h("input", { type: several ? "checkbox" : "radio", name: `poll-${id}`, value: answer.id }),
    h("span", { dir: "auto" }, emoji(answer.emoji), " ", answer.text));
}

function result(answer, total) {
  const part = total ? Math.round((100 * answer.count) / total) : 0;
  return h("div", { class: answer.mine ? "result mine" : "result", data: { key: `result-${answer.id}` } },
    h("p", { dir: "auto" }, emoji(answer.emoji), " ", answer.text, answer.mine && h("strong", {}, " ✓ your choice")),
    h("progress", { max: 100, value: part, "aria-hidden": "true" }),
    h("span", { class: "note" }, `${part}%, ${answer.count}`, aside(answer.count === 1 ? " vote" : " votes")));
}

onSubmit({
  vote(form) {
    const { channel, message } = form.dataset;
    const answers = [...form.querySelectorAll("input:checked")].map((each) => each.value);
    if (!answers.length) return alert("Choose an answer first.");
    tell("vote", { channel, message, answers });
  },
});
onClick({
  results: ({ dataset: { message }, textContent }) => change(message, { results: textContent === "Show results" }),
  async unvote({ dataset: { channel, message } }) {
    if (await tell("vote", { channel, message, answers: [] })) change(message, { results: false });
  },
});

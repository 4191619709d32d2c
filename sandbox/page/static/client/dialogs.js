// Whatever stands in front of the page: forms, a command's options, a question before something is left.

import { h } from "../dom.js";
import { Field } from "./inputs.js";

/**
 * A dialog with fields, open at once. `send(values)` answers like Socket.ask; when it is refused, the reason is shown
 * and all stays. `sent()` and `closed()` are called then. `content` is what is said, with fields among it.
 */
export class Dialog {
  constructor({ title, content, action, back = "Cancel", send, sent, closed }) {
    Object.assign(this, { action, send, sent, closed, opener: document.activeElement });
    this.fields = content.filter((each) => each instanceof Field);
    this.problem = h("p", { class: "problem", role: "alert" });
    this.cancel = h("button", { type: "button", class: "button secondary" }, back);
    this.submit = h("button", { type: "submit", class: "button primary" }, action);
    this.form = h("form", { novalidate: true, autocomplete: "off" },
      h("h2", {}, title), content.map((each) => each.element ?? each),
      h("div", { class: "foot" }, this.problem, h("div", { class: "row end" }, this.cancel, this.submit)));
    this.element = h("dialog", { "aria-label": title }, this.form);
    this.before = this.entered();
    this.listen();
    document.body.append(this.element);
    this.element.showModal();
    (this.fields[0]?.input ?? this.cancel).focus();
  }

  listen() {
    this.form.addEventListener("submit", (event) => {
      event.preventDefault();
      this.trySend();
    });
    const leave = (event) => {
      event.preventDefault();
      this.leave();
    };
    this.cancel.addEventListener("click", leave);
    this.element.addEventListener("keydown", (event) => event.key === "Escape" && leave(event));
    this.element.addEventListener("cancel", (event) => event.target === this.element && leave(event)); // or a file was not chosen
  }

  /** What is typed and chosen, to be compared. */
  entered() {
    return this.fields.map((field) => field.state()).join();
  }

  async trySend() {
    if (this.sending || this.expired) return;
    this.problem.textContent = "";
    if (this.stopped(this.fields.filter((field) => field.check()))) return;
    this.busy(true);
    const answer = await this.values().then(this.send).catch(() => ({ refused: "A file could not be read. Please choose it again." }));
    this.busy(false);
    if (!answer.refused) return this.finish(this.sent);
    if (this.expired || !this.element.isConnected) return;
    const marked = this.fields.filter((field) => answer.at?.[field.name] && field.complain(answer.at[field.name]));
    if (!this.stopped(marked)) this.problem.textContent = answer.refused + (answer.offline ? " What you typed is still here." : "");
  }

  stopped(wrong) {
    wrong[0]?.input.focus();
    return wrong.length > 0;
  }

  async values() {
    return Object.fromEntries(await Promise.all(this.fields.map(async (field) => [field.name, await field.toSend()])));
  }

  busy(is) {
    this.sending = is;
    this.submit.setAttribute("aria-disabled", String(is));
    this.submit.textContent = is ? "Sending…" : this.action;
  }

  /** Close it, but ask first when something would be lost. */
  leave() {
    if (this.entered() === this.before) return this.finish();
    new Dialog({
      title: "Discard what you typed?", content: [h("p", {}, "It is not kept anywhere.")],
      action: "Discard", back: "Keep it", send: async () => ({}), sent: () => this.finish(),
    });
  }

  finish(then) {
    if (!this.element.isConnected) return;
    this.element.close();
    this.element.remove();
    this.goBack();
    then?.();
    this.closed?.();
  }

  /** To where one was; when that is gone, to the line in which one writes. */
  goBack() {
    const { key } = this.opener.dataset;
    const there = this.opener.isConnected ? this.opener : key && document.querySelector(`[data-key="${CSS.escape(key)}"]`);
    (there || document.getElementById("text"))?.focus();
  }

  /** It can no longer be sent, but what was typed stays to be read and copied. */
  expire(text) {
    if (this.entered() === this.before) return this.finish();
    this.expired = true;
    this.problem.textContent = text;
    this.cancel.textContent = "Close";
    this.submit.remove();
  }
}

/** A question with one way on and one way back. */
export function confirm(title, text, action, then) {
  new Dialog({ title, content: [h("p", {}, text)], action, send: then });
}

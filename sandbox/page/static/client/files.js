// Files that are to be sent: added a few at a time, named with their size, taken out again.

import { aside, h } from "../dom.js";

const MB = 1024 * 1024;
export const MOST_BYTES = 10 * MB;

export const size = (bytes) => (bytes < MB ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / MB).toFixed(1)} MB`);

export class Files {
  constructor({ id, field, props, changed }) {
    Object.assign(this, { high: field.high, changed, files: [] });
    this.box = h("input", { id, type: "file", class: "unseen", multiple: field.high > 1, accept: field.accept, ...props });
    this.list = h("ul", { class: "chosen", "aria-label": "Chosen files" });
    this.element = h("div", {}, this.list, this.box,
      h("label", { for: id, class: "button secondary" }, field.high > 1 ? "Choose files…" : "Choose a file…"));
    this.box.addEventListener("change", () => this.add([...this.box.files]));
    this.list.addEventListener("click", ({ target }) => target.closest("button") && this.remove(target.closest("li")));
    this.draw();
  }

  add(more) {
    this.files = this.high === 1 ? more : [...this.files, ...more];
    this.box.value = ""; // so that more can be added, or the same one again
    this.draw();
  }

  remove(row) {
    this.files.splice([...this.list.children].indexOf(row), 1);
    this.box.focus();
    this.draw();
  }

  draw() {
    this.list.replaceChildren(...this.files.map((file) => h("li", {}, file.name, h("span", { class: "note" }, size(file.size)),
      h("button", { type: "button", class: "link" }, "Remove", aside(` ${file.name}`)))));
    this.list.hidden = this.files.length === 0;
    this.changed();
  }
}

/** As it goes over the socket. */
export function encoded(file) {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve({ name: file.name, data: reader.result.split(",")[1] ?? "" });
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(file);
  });
}

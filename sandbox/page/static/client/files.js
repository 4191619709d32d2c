// Files that are to be sent: added a few at a time, named with their size, taken out again.

import { h } from "../dom.js";
import { Taken } from "./taken.js";

const MB = 1024 * 1024;
export const MOST_BYTES = 10 * MB;

export const size = (bytes) => (bytes < MB ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / MB).toFixed(1)} MB`);

export class Files {
  constructor({ id, field, props, changed }) {
    Object.assign(this, { high: field.high, changed, files: [] });
    this.box = h("input", { id, type: "file", class: "unseen", multiple: field.high > 1, accept: field.accept, ...props });
    this.taken = new Taken("Chosen files", (index) => this.remove(index));
    this.element = h("div", {}, this.taken.list, this.box,
      h("label", { for: id, class: "button secondary" }, field.high > 1 ? "Choose files…" : "Choose a file…"));
    this.box.addEventListener("change", () => this.add([...this.box.files]));
    this.draw();
  }

  add(more) {
    this.files = this.high === 1 ? more : [...this.files, ...more];
    this.box.value = ""; // so that more can be added, or the same one again
    this.draw();
  }

  remove(index) {
    this.files.splice(index, 1);
    this.box.focus();
    this.draw();
  }

  draw() {
    this.taken.show(this.files.map((file) => [file.name, size(file.size)]));
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

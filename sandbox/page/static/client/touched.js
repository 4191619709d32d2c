// What this person is doing with a message: editing it, looking at a poll's results. It is drawn anew when that changes.

import { redraw } from "./doing.js";

const touched = new Map();

export const touch = (id) => touched.get(id);

export function change(id, what) {
  touched.set(id, { ...touched.get(id), ...what });
  redraw();
}

// Using what stands in a message: buttons, selects, and putting away what only you see.

import { onClick, onKey, tell, use } from "./doing.js";

function control({ channel, message, component }) {
  return [`${message}:${component}`, { channel, message, component: Number(component) }];
}

function pick(button) {
  const menu = button.closest("details");
  const values = [...menu.querySelectorAll("input:checked")].map((each) => each.value);
  fold(button);
  const [key, what] = control(button.dataset);
  use("pick", key, { ...what, values });
}

function fold(button) {
  const menu = button.closest("details");
  menu.open = false;
  menu.querySelector("summary").focus();
}

onClick({
  press: ({ dataset }) => use("press", ...control(dataset)),
  pick,
  fold,
  dismiss: ({ dataset: { channel, message } }) => tell("dismiss", { channel, message }),
});
onKey(({ key, target }) => {
  if (key === "Escape") target.closest("details.picker[open]")?.querySelector("[data-do=fold]").click();
});

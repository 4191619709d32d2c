// How things get done: modules say what a click does, everything goes out through one socket, refusals are shown.

import { h } from "../dom.js";
import { Socket } from "../socket.js";
import { now } from "./now.js";

const clicks = {}, submits = {}, changes = {}, inputs = {}, keys = [];

/** onClick({ "open": (element) => … }) answers every button with data-do="open"; the others likewise. */
export const onClick = (handlers) => Object.assign(clicks, handlers);
export const onSubmit = (handlers) => Object.assign(submits, handlers);
export const onChange = (handlers) => Object.assign(changes, handlers);
export const onInput = (handlers) => Object.assign(inputs, handlers);
/** onKey((event) => …): every key that is pressed anywhere. */
export const onKey = (handler) => keys.push(handler);

let socket;
let draw = () => {};

export function begin(drawing, heard) {
  draw = drawing;
  socket = new Socket("/page/live", heard);
}

export { draw as redraw };

/** Do something; the answer is {found} when it was done, {refused} with the reason if not. */
export const ask = (deed, what) => socket.ask(deed, what);

/** The same, and say so when it is refused, unless the channel says so already. True when it was done. */
export async function tell(deed, what) {
  const { refused } = await ask(deed, what);
  const last = now.view?.log?.messages.at(-1);
  const said = last?.only_you && last.content && refused?.startsWith(last.content);
  if (refused && !said) alert(refused);
  return !refused;
}

/** Use a control that waits for the bot: it says so, and cannot be used again meanwhile. */
export async function use(deed, key, what) {
  if (now.busy.has(key)) return;
  hush();
  now.expecting = true;
  now.busy.add(key);
  draw();
  await tell(deed, what);
  now.busy.delete(key);
  draw();
}

export function alert(text) {
  const close = h("button", { type: "button", class: "link", data: { do: "hush" } }, "Close");
  document.getElementById("alerts").replaceChildren(h("p", {}, text, " ", close));
}

const hush = () => document.getElementById("alerts").replaceChildren();
onClick({ hush });

document.addEventListener("click", (event) => {
  const element = event.target.closest("[data-do]");
  if (element && element.tagName !== "FORM" && element.getAttribute("aria-disabled") !== "true") clicks[element.dataset.do]?.(element, event);
});

document.addEventListener("submit", (event) => {
  const handler = submits[event.target.dataset.do];
  if (!handler) return;
  event.preventDefault();
  handler(event.target);
});

document.addEventListener("change", ({ target }) => changes[target.dataset.change]?.(target));
document.addEventListener("input", ({ target }) => inputs[target.dataset.input]?.(target));
document.addEventListener("keydown", (event) => keys.forEach((handler) => handler(event)));

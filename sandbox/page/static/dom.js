// Elements, and how a fresh picture replaces an old one without disturbing whoever is typing in it.

/** h("button", {class: "big", data: {do: "say"}, disabled: false}, "Send") */
export function h(tag, props = {}, ...children) {
  const element = document.createElement(tag);
  for (const [name, value] of Object.entries(props)) {
    if (value === false || value === null || value === undefined) continue;
    if (name === "data") Object.assign(element.dataset, value);
    else if (name === "colour") element.style.setProperty("--colour", value);
    else if (name === "size") element.style.setProperty("--size", value);
    else element.setAttribute(name, value === true ? "" : value);
  }
  element.append(...children.flat(Infinity).filter((child) => child !== null && child !== undefined && child !== false));
  return element;
}

/** Text that only a screen reader says. */
export const aside = (text) => h("span", { class: "unseen" }, text);

const stamps = new WeakMap();

/**
 * The element that `make()` draws, or a mere mark for `morph` to leave alone what is on the page: where `there`, the
 * element of this key, was made with the same stamp, whose values are compared one by one.
 */
export function same(there, key, stamp, make) {
  const before = there && stamps.get(there);
  if (before && Object.keys(stamp).every((name) => before[name] === stamp[name])) {
    const mark = document.createElement(there.nodeName);
    mark.dataset.key = key;
    mark.untouched = true;
    return mark;
  }
  const made = make();
  stamps.set(there ?? made, stamp);
  return made;
}

/**
 * Make `into` look like `fresh`, keeping every element that is still there: with it stay focus, scroll position,
 * what was typed, what was ticked and what was unfolded. `data-key` says which element is which among many.
 */
export function morph(into, fresh) {
  const keyed = new Map();
  for (const child of into.children) if (child.dataset.key) keyed.set(child.dataset.key, child);
  let next = into.firstChild;
  for (const wanted of [...fresh.childNodes]) {
    const found = counterpart(wanted, next, keyed);
    if (!found) {
      into.insertBefore(wanted, next);
    } else {
      if (found === next) next = next.nextSibling;
      else into.insertBefore(found, next);
      if (!wanted.untouched) update(found, wanted);
    }
  }
  while (next) {
    const gone = next;
    next = next.nextSibling;
    gone.remove();
  }
}

function counterpart(wanted, next, keyed) {
  const key = wanted.dataset?.key;
  if (key) return keyed.get(key);
  return next && !next.dataset?.key && next.nodeName === wanted.nodeName ? next : null;
}

const LIVES_ON = new Set(["open", "style"]);

function update(element, wanted) {
  if (element.nodeType === Node.TEXT_NODE) {
    if (element.data !== wanted.data) element.data = wanted.data;
    return;
  }
  for (const { name } of [...element.attributes]) {
    if (!wanted.hasAttribute(name) && !LIVES_ON.has(name)) element.removeAttribute(name);
  }
  for (const { name, value } of wanted.attributes) {
    if (element.getAttribute(name) !== value && !LIVES_ON.has(name)) element.setAttribute(name, value);
  }
  element.style.cssText = wanted.style.cssText;
  morph(element, wanted);
}

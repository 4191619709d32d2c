// Walking through what stands in a list, with the keys that lists have.

const PAUSE = 800; // so long apart, letters begin another name

/** Where a key leads from the place `at` among `count`; -1 is before the first. */
export function step(key, at, count) {
  if (key === "ArrowDown") return (at + 1) % count;
  if (key === "ArrowUp") return (at > 0 ? at : count) - 1;
  return { Home: 0, End: count - 1 }[key];
}

const ACROSS = { ArrowRight: "ArrowDown", ArrowLeft: "ArrowUp" };

/** Arrows, Home, End and the first letters of a name move among the radio buttons or check boxes of `group`. */
export function walkable(group) {
  let typed = "", soon = 0;
  const named = (letter) => {
    clearTimeout(soon);
    soon = setTimeout(() => (typed = ""), PAUSE);
    typed += letter.toLowerCase();
    return (box) => box.labels[0].innerText.replace(/^[^\p{L}\p{N}]+/u, "").toLowerCase().startsWith(typed);
  };
  group.addEventListener("keydown", (event) => {
    const { key, target } = event;
    if (event.ctrlKey || event.altKey || event.metaKey) return;
    const boxes = [...group.querySelectorAll("input")];
    const letter = key.length === 1 && key !== " ";
    const to = letter ? boxes.find(named(key)) : boxes[step(ACROSS[key] ?? key, boxes.indexOf(target), boxes.length)];
    if (!to) return;
    event.preventDefault();
    to.focus();
    if (to.type === "radio" && !to.checked) to.click();
  });
  return group;
}

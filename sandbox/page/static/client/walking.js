// Walking through radio buttons and check boxes with the keys that lists have.

/** Arrows, Home, End and the first letters of a name move within `group`. */
export function walkable(group) {
  let typed = "", soon = 0;
  group.addEventListener("keydown", (event) => {
    const boxes = [...group.querySelectorAll("input:is([type=radio], [type=checkbox])")];
    const at = boxes.indexOf(event.target);
    if (at < 0 || event.ctrlKey || event.altKey || event.metaKey) return;
    const letter = event.key.length === 1 && event.key !== " ";
    if (letter) {
      clearTimeout(soon);
      soon = setTimeout(() => (typed = ""), 800);
      typed += event.key.toLowerCase();
    }
    const to = letter ? boxes.find((box) => box.closest("label").innerText.replace(/^[^\p{L}\p{N}]+/u, "").toLowerCase().startsWith(typed)) : boxes[target(event.key, at, boxes.length)];
    if (!to) return;
    event.preventDefault();
    to.focus();
    if (to.type === "radio" && !to.checked) to.click();
  });
  return group;
}

function target(key, at, count) {
  if (key === "ArrowDown" || key === "ArrowRight") return (at + 1) % count;
  if (key === "ArrowUp" || key === "ArrowLeft") return (at + count - 1) % count;
  return { Home: 0, End: count - 1 }[key];
}

// The menu of a message: what the sandbox offers to do with it.

import { answer } from "./composer.js";
import { alert, onClick } from "./doing.js";
import { edit } from "./editing.js";
import { menu } from "./menu.js";
import { now } from "./now.js";

const article = (id) => document.querySelector(`article[data-key="${CSS.escape(id)}"]`);
const found = (id) => now.view.log?.messages.find((each) => each.id === id);

function show(id, point) {
  const said = found(id);
  const back = article(id)?.querySelector(".more");
  if (said?.offers.length) menu(`What to do with what ${said.author.name} wrote`, said, back, point);
  else alert("There is nothing you can do with this message.");
}

onClick({
  more: ({ dataset }) => show(dataset.message),
  reply: ({ dataset }) => answer(found(dataset.message)),
  change: ({ dataset }) => edit(found(dataset.message)),
  async copy({ dataset }) {
    const words = [...article(dataset.message).querySelectorAll(".said > .text")].map((each) => each.innerText).join("\n");
    try {
      await navigator.clipboard.writeText(words);
      alert("Copied.");
    } catch {
      alert("This browser does not let the page copy. Mark the text and copy it yourself.");
    }
  },
});

/** Right click, the menu key and Shift+F10 all come as this; links and fields keep the browser's own menu. */
document.addEventListener("contextmenu", (event) => {
  const message = event.target.closest("article.message");
  if (!message || event.target.closest("a, input, textarea") || String(getSelection())) return;
  event.preventDefault();
  show(message.dataset.key, event.pointerType ? { x: event.clientX, y: event.clientY } : null);
});

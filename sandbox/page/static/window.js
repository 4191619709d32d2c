// The window around it all: one person's Discord or two side by side, and the lens below.

import { h } from "./dom.js";
import { guides } from "./guide.js";

const seats = document.getElementById("seats");
const lens = document.getElementById("lens");
const guide = document.getElementById("guide");
const guideToggle = document.getElementById("guide-toggle");
const second = document.getElementById("second");
const lensToggle = document.getElementById("lens-toggle");
const asked = new URLSearchParams(location.search);

/** A person's Discord. `as`: who sits there from the beginning. */
function seat(number, as) {
  const address = `/page/client?seat=${number}${as ? `&as=${encodeURIComponent(as)}` : ""}`;
  return h("iframe", { src: address, title: number === 1 ? "The first person's Discord" : "The second person's Discord", id: `seat-${number}` });
}

function sideBySide(on, as) {
  second.setAttribute("aria-pressed", String(on));
  second.textContent = on ? "One person alone" : "Two people side by side";
  document.body.classList.toggle("two", on);
  if (on && seats.children.length < 2) seats.append(seat(2, as));
  if (!on) {
    document.getElementById("seat-2")?.remove();
    guides("2", null);
  }
  keep("two", on);
}

function behindTheScenes(on) {
  lensToggle.setAttribute("aria-pressed", String(on));
  lens.hidden = !on;
  if (on && !lens.firstChild) lens.append(h("iframe", { src: "/page/lens", title: "Behind the scenes" }));
  keep("lens", on);
}

function whatToTry(on) {
  guideToggle.setAttribute("aria-pressed", String(on));
  guide.hidden = !on;
}

/** What is open stays open when the page is loaded again. */
function keep(what, on) {
  if (on) sessionStorage.setItem(what, "yes");
  else sessionStorage.removeItem(what);
}

const pressed = (button) => button.getAttribute("aria-pressed") === "true";
second.addEventListener("click", () => sideBySide(!pressed(second)));
lensToggle.addEventListener("click", () => behindTheScenes(!pressed(lensToggle)));

guideToggle.addEventListener("click", () => whatToTry(!pressed(guideToggle)));

/** Each person's Discord says who sits there, and what they could try. */
window.addEventListener("message", ({ origin, data }) => {
  if (origin !== location.origin || !data?.seat) return;
  guides(data.seat, data);
  if (data.seat === "1") document.title = data.title;
});

seats.append(seat(1, asked.get("one")));
whatToTry(matchMedia("(min-width: 64rem)").matches);
if (asked.has("two") || sessionStorage.getItem("two")) sideBySide(true, asked.get("two"));
if (asked.has("lens") || sessionStorage.getItem("lens")) behindTheScenes(true);

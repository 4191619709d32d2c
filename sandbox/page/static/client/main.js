// Puts one person's Discord together: news from the socket, one picture from what is known, clicks back.

import { h, morph } from "../dom.js";
import { alert, ask, begin, onChange, onClick, onSubmit, tell } from "./doing.js";
import { confirm } from "./dialogs.js";
import "./menu.js";
import { door, outside } from "./door.js";
import { keepForm } from "./forms.js";
import { frame } from "./frame.js";
import { follow, standing } from "./log.js";
import { forget, kept, now, seat, takeIn } from "./now.js";
import { settle } from "./unread.js";
import "./using.js";

const REFRESH = 30000;
const page = document.getElementById("app");
const asked = new URLSearchParams(location.search).get("as");
let drawing = 0;

/** Once for all that changes before the next picture. */
function draw() {
  drawing ||= requestAnimationFrame(() => {
    drawing = 0;
    picture();
  });
}

function picture() {
  if (!now.view || (kept.get("name") && !now.view.me)) return lostAtTheDoor();
  const inside = Boolean(now.view.me && now.view.guild);
  if (inside) settle();
  const before = standing();
  morph(page, h("div", {}, inside ? frame() : now.view.me ? outside() : door()));
  if (inside) follow(before);
  document.title = inside ? `${now.view.me.name} in ${now.view.guild.name}` : "Discord, on this computer";
  tellTheWindow();
  keepForm();
}

/** The window around this page has the guide, and a title of its own. */
function tellTheWindow() {
  const { me, guide } = now.view;
  parent.postMessage({ seat, title: document.title, name: me?.name, guide: guide ?? [] }, location.origin);
}

function lostAtTheDoor() {
  if (now.lost && !page.querySelector(".door, .columns")) page.replaceChildren(h("p", { class: "wait" }, "There is no connection. Trying again…"));
}

begin(draw, {
  connected() {
    const name = kept.get("name") ?? asked;
    forget();
    now.lost = false;
    now.asked = null;
    if (name) be({ name });
  },
  lost() {
    now.lost = true;
    now.busy.clear();
    if (now.view) draw();
    else lostAtTheDoor();
  },
  heard(fresh) {
    takeIn(fresh);
    if (now.view.me || !kept.get("name")) draw(); // else on the way back to where one was
  },
});

setInterval(() => !document.hidden && draw(), REFRESH); // "in 5 minutes" becomes "in 4 minutes"

/** Sit down as somebody: where one was, when it is the same person as before. */
async function be(who) {
  if (kept.get("name") !== who.name) now.channel = now.panel = null;
  now.asked = null;
  kept.set("name", who.name);
  const { refused, offline } = await ask("be", who);
  if (!refused || offline) return; // who one is outlives the connection
  alert(refused);
  kept.set("name", null);
  await ask("stand up");
}

onSubmit({ "be new": (form) => be(Object.fromEntries(new FormData(form))) });
onChange({ visit: ({ value }) => tell("visit", { guild: value }) });
onClick({
  be: ({ dataset }) => be({ name: dataset.name }),
  "stand up"() {
    kept.set("name", null);
    now.channel = now.panel = null;
    tell("stand up");
  },
  leave: () => confirm("Leave the server?", "You can come back at any time.", "Leave", () => ask("leave")),
  "come back": () => tell("come back"),
});

// What one sets: for oneself, and as a steward for the server.

import { h } from "../dom.js";
import { button, offers, panel } from "./asking.js";
import { languages } from "./door.js";
import { onChange, tell } from "./doing.js";
import { now } from "./now.js";

export function youPanel() {
  const { me, guild } = now.view;
  return panel(`You, ${me.name}`,
    h("div", { class: "field" }, h("label", { for: "locale" }, "Language of your Discord"),
      h("select", { id: "locale", data: { change: "language" } }, languages(me.locale)),
      h("p", { class: "note" }, "The bot answers in it, as far as it knows it.")),
    h("label", { class: "choice" }, h("input", { type: "checkbox", checked: me.open_to_direct, data: { change: "direct" } }),
      h("span", {}, "Anyone may write to me", h("small", {}, "Off: nobody from this server can send you direct messages, the bot neither."))),
    !me.owner && h("p", {}, button(`Leave ${guild.name}`, "leave", {}, "button danger")));
}

export function settingsPanel() {
  return panel("Server settings", now.view.steward.map(({ title, note, role, offers: offered }) => h("section", { data: { key: title } },
    h(role ? "h4" : "h3", {}, title), note && h("p", { class: "note" }, note), h("div", { class: "row" }, offers(offered)))));
}

onChange({
  language: ({ value }) => tell("settle", { locale: value }),
  direct: ({ checked }) => tell("settle", { direct: checked }),
});

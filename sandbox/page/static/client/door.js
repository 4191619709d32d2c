// Before anything else: who you are.

import { h } from "../dom.js";
import { now } from "./now.js";

const NAMES = ["Ruth", "Amara", "Kenji", "Ines", "Oskar", "Leila", "Tom"];
const LANGUAGES = {
  "en-US": "English", "es-ES": "Español", de: "Deutsch", fr: "Français", it: "Italiano", pl: "Polski",
  "pt-BR": "Português", tr: "Türkçe", uk: "Українська", ja: "日本語",
};

export function door() {
  const { people } = now.view;
  return h("main", { class: "door" },
    h("h1", {}, "Who would you like to be?"),
    h("p", {}, "This is a small Discord that runs on this computer alone. Nothing you do here reaches anybody else."),
    h("h2", {}, "Come in as somebody new"),
    h("form", { class: "new", data: { do: "be new" } },
      h("div", { class: "field" },
        h("label", { for: "name" }, "Your name"),
        h("input", { id: "name", name: "name", maxlength: "32", required: true, autocomplete: "off", value: proposed(people) })),
      h("div", { class: "field" },
        h("label", { for: "locale" }, "Language of your Discord"),
        h("select", { id: "locale", name: "locale" }, languages())),
      h("button", { type: "submit", class: "button primary" }, "Come in")),
    people.length > 0 && [
      h("h2", {}, "Or be somebody who is already here"),
      h("ul", { class: "people" }, people.map(person)),
    ],
    now.lost && h("p", { class: "lost", role: "status" }, "The connection is lost. Trying again…"));
}

export const languages = (chosen) => Object.entries(LANGUAGES).map(([code, name]) => h("option", { value: code, selected: code === chosen }, name));

function person(each) {
  return h("li", { data: { key: each.name } },
    h("button", { type: "button", data: { do: "be", name: each.name } },
      h("strong", {}, each.name), h("span", { class: "note" }, part(each))));
}

function part(each) {
  if (each.in.length === 0) return "has left";
  return each.in.map(({ guild, owner, roles }) => owner ? `owns ${guild}` : roles.length ? `${roles.join(", ")} in ${guild}` : `has just arrived in ${guild}`).join("; ");
}

/** A name that nobody has yet, so that one click is enough. */
const proposed = (people) => NAMES.find((name) => !people.some((each) => each.name === name));

/** For somebody who has left or was sent away. */
export function outside() {
  const { view } = now;
  return h("main", { class: "door" },
    h("h1", {}, `You are not in the server, ${view.me.name}.`),
    h("p", {}, "You can come back whenever you like."),
    h("p", { class: "row" },
      h("button", { type: "button", class: "button primary", data: { do: "come back" } }, "Come back"),
      h("button", { type: "button", class: "button secondary", data: { do: "stand up" } }, "Be somebody else")));
}

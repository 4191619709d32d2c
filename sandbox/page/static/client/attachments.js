// Pictures and files in messages. Those of the sandbox are shown, others only named: nothing is loaded from elsewhere.

import { aside, h } from "../dom.js";
import { show } from "./asking.js";
import { onClick } from "./doing.js";
import { size as inWords } from "./files.js";

const HERE = new Set(["127.0.0.1", "localhost", "[::1]", location.hostname]);

/** A file a message came with. */
export function file({ name, spoiler, url, size, content_type: type, description }) {
  return type?.startsWith("image/") ? hidden(spoiler, "a picture", picture(url, description, name))
    : hidden(spoiler, "a file", attached(name, url, size, description));
}

export function attached(name, url, size, description) {
  const own = ours(url);
  return h("div", { class: "file" },
    h("p", {}, "File: ", own ? h("a", { href: own, download: name }, name, aside(" (download)")) : elsewhere(url, name),
      size !== undefined && h("span", { class: "note" }, ` ${inWords(size)}`)),
    said(description));
}

/** It opens in its full size. */
export function picture(url, description, name = "picture") {
  const own = ours(url);
  if (!own) return h("p", { class: "picture" }, "Picture: ", elsewhere(url, description || name));
  return h("figure", {},
    h("button", { type: "button", class: "picture", data: { do: "enlarge", url: own } },
      h("img", { src: own, alt: description || `${name}, without a description`, loading: "lazy" }), aside(" – show in full size")),
    said(description, "figcaption"));
}

const said = (description, tag = "p") => description && h(tag, { class: "note", dir: "auto" }, `Description: ${description}`);

/** What should not be seen at a glance stands behind a button. */
export function hidden(is, what, content, tag = "div") {
  if (!is) return content;
  return h(tag, { class: "spoiler" },
    h("button", { type: "button", "aria-expanded": "false", data: { do: "reveal" } }, `Spoiler: show ${what}`),
    h(tag, { hidden: true }, content));
}

/** A link that opens beside the page; an address that is no web address is only text. */
export function elsewhere(address, content, props = {}) {
  if (!address || !/^(https?|discord):\/\//i.test(address)) return h("span", {}, content);
  return h("a", { href: address, target: "_blank", rel: "noopener noreferrer", ...props }, content);
}

/** The path of a file of the sandbox, under whichever name of this machine the page was opened. */
function ours(url) {
  if (!URL.canParse(url)) return null;
  const { hostname, port, pathname } = new URL(url);
  return HERE.has(hostname) && port === location.port && pathname.startsWith("/cdn/") ? pathname : null;
}

onClick({
  enlarge: (button) => show("Picture in full size", h("img", { src: button.dataset.url, alt: button.querySelector("img").alt })),
  reveal(button) {
    const shown = button.nextElementSibling;
    shown.hidden = !shown.hidden;
    button.setAttribute("aria-expanded", String(!shown.hidden));
    button.textContent = button.textContent.replace(/show|hide/, shown.hidden ? "show" : "hide");
  },
});

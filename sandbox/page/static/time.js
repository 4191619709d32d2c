// Moments in the reader's language and time zone.

import { h } from "./dom.js";

const STYLES = {
  t: { timeStyle: "short" },
  T: { timeStyle: "medium" },
  d: { dateStyle: "short" },
  D: { dateStyle: "long" },
  f: { dateStyle: "long", timeStyle: "short" },
  F: { dateStyle: "full", timeStyle: "short" },
  s: { dateStyle: "short", timeStyle: "short" },
  S: { dateStyle: "short", timeStyle: "medium" },
};
const UNITS = [["year", 31557600], ["month", 2629800], ["day", 86400], ["hour", 3600], ["minute", 60], ["second", 1]];

let ahead = 0;

/** The sandbox's time may have been moved: how many seconds it is ahead of this computer's. */
export function goBy(seconds) {
  ahead = seconds * 1000;
  refresh();
}

const present = () => Date.now() + ahead;

/** `<t:1700000000:R>` and the like; the whole date stands in its title. */
export function moment(seconds, style = "f", locale = "en-US") {
  const date = new Date(seconds * 1000);
  if (Number.isNaN(date.getTime())) return `<t:${seconds}>`;
  const text = style === "R" ? fromNow(seconds, locale) : format(date, STYLES[style], locale);
  return h("time", {
    datetime: date.toISOString(), title: format(date, STYLES.F, locale), data: style === "R" ? { from: seconds, locale } : {},
  }, text);
}

/** "in 5 minutes" becomes "in 4 minutes", wherever it stands. */
function refresh() {
  for (const time of document.querySelectorAll("time[data-from]")) {
    const text = fromNow(Number(time.dataset.from), time.dataset.locale);
    if (time.textContent !== text) time.textContent = text;
  }
}
setInterval(() => !document.hidden && refresh(), 5000);
document.addEventListener("visibilitychange", refresh);

/** The day on which something was said. */
export const day = (iso, locale) => format(new Date(iso), { dateStyle: "full" }, locale);

/** When a message was sent: the time today, the date before. */
export function sent(iso, locale) {
  const date = new Date(iso);
  const today = date.toDateString() === new Date(present()).toDateString();
  const text = format(date, today ? STYLES.t : STYLES.s, locale);
  return h("time", { datetime: iso, title: format(date, STYLES.F, locale) }, text);
}

const formats = new Map(); // making one takes a millisecond, and a channel shows hundreds of times

function format(date, style, locale) {
  const key = `${locale} ${JSON.stringify(style)}`;
  if (!formats.has(key)) formats.set(key, new Intl.DateTimeFormat(locale, style));
  return formats.get(key).format(date);
}

function fromNow(seconds, locale) {
  const away = seconds - present() / 1000;
  const [unit, size] = UNITS.find(([, length]) => Math.abs(away) >= length) ?? ["second", 1];
  return new Intl.RelativeTimeFormat(locale, { numeric: "auto" }).format(Math.round(away / size), unit);
}

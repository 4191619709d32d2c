// What this page knows: the slices that the sandbox has sent, and what the person is doing with them.

import { goBy } from "../time.js";

export const seat = new URLSearchParams(location.search).get("seat") ?? "1";

export const now = {
  view: null, // the newest of every slice, by name; its log has messages oldest first
  channel: null, // the id of the open channel
  panel: null, // what stands in the place of the messages: "events", …
  shown: null, // the column that is unfolded on a narrow screen
  busy: new Set(), // keys of controls that wait for the bot
  expecting: false, // something was done that will be answered
  lost: false, // there is no connection
  read: new Map(), // "person:channel" to the newest message seen there
};

let messages = new Map();

/** Take in what is new. Messages that are as they were keep their identity, so that they need not be drawn anew. */
export function takeIn(fresh) {
  if ("ahead" in fresh) goBy(fresh.ahead ?? 0);
  if (fresh.log) {
    const { ids, messages: changed, ...about } = fresh.log;
    messages = new Map(ids.map((id) => [id, changed[id] ?? messages.get(id)]));
    fresh.log = { ...about, messages: [...messages.values()] };
  } else if (fresh.log === null) {
    messages = new Map();
  }
  now.view = { ...now.view, ...fresh };
}

/** A new connection knows nothing of the last one. */
export function forget() {
  messages = new Map();
  now.view = null;
}

export const here = () => now.view?.channels?.find((each) => each.id === now.channel);
export const may = (what, place = here()) => Boolean(place?.may.includes(what));

/** Ids to names, for mentions. */
export function names() {
  const { channels, roles, me } = now.view;
  return {
    users: {},
    channels: Object.fromEntries(channels.map((each) => [each.id, each.name])),
    roles: Object.fromEntries(Object.entries(roles).map(([id, role]) => [id, role.name])),
    locale: me.locale,
    me: me.id,
    mine: me.roles,
  };
}

/** What this page keeps while its tab is open, beside what another seat of the window keeps. */
export const kept = {
  get: (what) => sessionStorage.getItem(`${seat}:${what}`),
  set: (what, value) => (value ? sessionStorage.setItem(`${seat}:${what}`, value) : sessionStorage.removeItem(`${seat}:${what}`)),
};

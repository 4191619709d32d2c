// Which channel is open, and where there is something new.

import { ask } from "./doing.js";
import { now } from "./now.js";

const TEXT = 0;

/** Keep to a channel that can be seen, tell the sandbox which, and remember what has been read there. */
export function settle() {
  const { channels, me, start } = now.view;
  if (!channels.some((each) => each.id === now.channel)) {
    const first = channels.find((each) => each.id === start) ?? channels.find((each) => each.type === TEXT);
    now.channel = first?.id ?? null;
  }
  if (now.channel && now.asked !== now.channel) {
    now.asked = now.channel;
    ask("open", { channel: now.channel });
  }
  for (const { id, newest } of channels) {
    const key = `${me.id}:${id}`;
    if (id === now.channel || !now.read.has(key)) now.read.set(key, newest ?? "0");
  }
}

const readUpTo = (id, newest) => BigInt(now.read.get(`${now.view.me.id}:${id}`) ?? newest);

export function isUnread({ id, newest }) {
  return newest !== null && BigInt(newest) > readUpTo(id, newest);
}

/** How many messages there call this person and are not read yet. */
export function mentions({ id, newest, pings }) {
  return newest === null ? 0 : pings.filter((each) => BigInt(each) > readUpTo(id, newest)).length;
}

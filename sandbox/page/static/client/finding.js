// People, roles and channels by what one types: people are looked for by the sandbox, the others are known here.

import { ask } from "./doing.js";
import { now } from "./now.js";

const USER = 5, ROLE = 6, EITHER = 7, CHANNEL = 8;
const DIRECT = 1;

/** Members whose name has `text` in it, at most 25, as {value, label, description}. Throws what went wrong. */
export async function findPeople(text) {
  const { found, refused } = await ask("find people", { text });
  if (refused) throw new Error(refused);
  return found.map(({ id, shown, name, bot }) => ({ value: id, label: shown, description: bot ? "app" : shown === name ? null : name }));
}

function findRoles(text) {
  return Object.entries(now.view.roles).map(([value, { name }]) => ({ value, label: name, description: "role" })).filter(has(text));
}

const findChannels = (types) => (text) => now.view.channels
  .filter(({ type }) => (types?.length ? types.includes(type) : type !== DIRECT))
  .map(({ id, name }) => ({ value: id, label: `#${name}` })).filter(has(text.replace(/^#/, "")));

const has = (text) => ({ label }) => label.toLowerCase().includes(text.trim().toLowerCase());

/** How the choices of a select are found that has no options of its own. */
export function finder({ type, channel_types: types }) {
  if (type === USER) return findPeople;
  if (type === ROLE) return findRoles;
  if (type === CHANNEL) return findChannels(types);
  return async (text) => [...(await findPeople(text)), ...findRoles(text)];
}

/** What such a select holds before anybody chooses. */
export function preset({ type, default_values: ids }, { users }) {
  const { channels, roles } = now.view;
  return (ids ?? []).map(({ id }) => {
    const channel = channels.find((each) => each.id === id);
    const label = users[id] ?? (type === EITHER || type === ROLE ? roles[id]?.name : channel && `#${channel.name}`);
    return label && { value: id, label };
  }).filter(Boolean);
}

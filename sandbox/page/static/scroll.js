// Where the messages stand after something has changed.

const NEAR_THE_END = 120;

let before = { place: null, newest: null };

const log = () => document.getElementById("log");

export function isAtEnd() {
  const box = log();
  return !box || box.scrollHeight - box.scrollTop - box.clientHeight < NEAR_THE_END;
}

/**
 * Show the newest message to whoever stood at the end, has just come to this place, or is expecting an answer.
 * Says whether there was one.
 */
export function follow(place, said, { atEnd, expecting }) {
  const newest = said?.at(-1)?.id;
  const answered = expecting && newest !== before.newest;
  if (log() && (atEnd || answered || place !== before.place)) showNewest(log());
  before = { place, newest };
  return answered;
}

/** The end of what was said, but of a message longer than the screen its beginning. */
function showNewest(box) {
  const last = box.lastElementChild;
  box.scrollTop = box.scrollHeight;
  if (last && last.offsetHeight > box.clientHeight) last.scrollIntoView({ block: "start" });
}

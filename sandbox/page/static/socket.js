// The one connection to the sandbox: states come in, deeds go out, and it comes back by itself.

const PATIENCE = [300, 600, 1200, 2500, 5000];

export class Socket {
  /** `changed(state)` for every state, `connected()` and `lost()` as the connection comes and goes. */
  constructor({ changed, connected, lost, path = "/page/live" }) {
    this.path = path;
    this.on = { changed, connected, lost };
    this.waiting = new Map();
    this.asked = 0;
    this.failures = 0;
    this.open();
  }

  open() {
    this.socket = new WebSocket(`ws://${location.host}${this.path}`);
    this.socket.onopen = () => {
      this.failures = 0;
      this.on.connected();
    };
    this.socket.onmessage = (event) => this.hear(JSON.parse(event.data));
    this.socket.onclose = () => this.comeBack();
  }

  comeBack() {
    for (const answer of this.waiting.values()) answer({ refused: "The connection was lost." });
    this.waiting.clear();
    this.on.lost();
    setTimeout(() => this.open(), PATIENCE[Math.min(this.failures++, PATIENCE.length - 1)]);
  }

  hear(message) {
    if (!("reply" in message)) return this.on.changed(message);
    this.waiting.get(message.reply)?.(message);
    this.waiting.delete(message.reply);
  }

  /** Do something; the answer is {} when it was done, {choices} for suggestions, {refused} with the reason if not. */
  ask(deed, what = {}) {
    if (this.socket.readyState !== WebSocket.OPEN) return Promise.resolve({ refused: "There is no connection." });
    const ask = ++this.asked;
    this.socket.send(JSON.stringify({ ...what, do: deed, ask }));
    return new Promise((resolve) => this.waiting.set(ask, resolve));
  }
}

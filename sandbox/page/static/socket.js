// The one connection to the sandbox: news come in, deeds go out, and it comes back by itself.

const PATIENCE = [300, 600, 1200, 2500, 5000];

export class Socket {
  /** `heard(news)` for everything that is no answer, `connected()` and `lost()` as the connection comes and goes. */
  constructor(path, { heard, connected, lost }) {
    this.path = path;
    this.on = { heard, connected, lost };
    this.waiting = new Map();
    this.asked = 0;
    this.failures = 0;
    this.open();
    window.addEventListener("online", () => this.socket.readyState === WebSocket.CLOSED && this.open());
  }

  open() {
    clearTimeout(this.again);
    const scheme = location.protocol === "https:" ? "wss" : "ws";
    const socket = new WebSocket(`${scheme}://${location.host}${this.path}`);
    this.socket = socket;
    socket.onopen = () => {
      this.failures = 0;
      this.on.connected();
    };
    socket.onmessage = (event) => this.hear(JSON.parse(event.data));
    socket.onclose = () => socket === this.socket && this.comeBack();
  }

  comeBack() {
    for (const answer of this.waiting.values()) answer({ refused: "The connection was lost.", offline: true });
    this.waiting.clear();
    this.on.lost();
    this.again = setTimeout(() => this.open(), PATIENCE[Math.min(this.failures++, PATIENCE.length - 1)]);
  }

  hear(message) {
    if (!("reply" in message)) return this.on.heard(message);
    this.waiting.get(message.reply)?.(message);
    this.waiting.delete(message.reply);
  }

  /** Do something; the answer is {found} when it was done, {refused} with the reason if not, and {offline}. */
  ask(deed, what = {}) {
    if (this.socket.readyState !== WebSocket.OPEN) return Promise.resolve({ refused: "There is no connection at the moment.", offline: true });
    const ask = ++this.asked;
    this.socket.send(JSON.stringify({ ...what, do: deed, ask }));
    return new Promise((resolve) => this.waiting.set(ask, resolve));
  }
}

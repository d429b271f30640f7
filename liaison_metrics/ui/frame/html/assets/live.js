// Listens for the store's revision and reruns the page when it is past the one on screen.
// A hidden tab closes its connection (browsers allow only a few per server) and reconnects when it becomes visible.
const POLL = 2_000;
const MINUTE = 60_000;
const BUSY_POLL = 50;

// A run that is asked for while the page runs ends that run. A click that the run had not reached yet would be lost.
const busy = () => (document.querySelector("[data-test-script-state]")?.dataset.testScriptState ?? "notRunning") !== "notRunning";

class Listener {
  constructor() {
    this.turned = () => (document.hidden ? this.leave() : this.listen());
    document.addEventListener("visibilitychange", this.turned);
    // Keeps "2 min ago" up to date.
    this.minutes = setInterval(() => document.hidden || busy() || this.tell("minute", Date.now()), MINUTE);
    this.listen();
  }

  listen() {
    if (this.source || document.hidden) return;
    this.source = new EventSource("live/revisions");
    this.source.onmessage = (message) => {
      this.stopPolling();
      this.heard(Number(message.data));
    };
    this.source.onerror = () => {
      this.poll ??= setInterval(() => this.look(), POLL);
    };
  }

  async look() {
    try {
      const answer = await fetch("live/revision", { cache: "no-store" });
      this.heard((await answer.json()).revision);
    } catch {
      document.documentElement.dataset.live = "off";
    }
  }

  heard(revision) {
    document.documentElement.dataset.live = "on";
    if (revision === this.shown || revision === this.asked) return;
    this.asked = revision;
    this.askWhenIdle();
  }

  askWhenIdle() {
    clearTimeout(this.waiting);
    if (busy()) this.waiting = setTimeout(() => this.askWhenIdle(), BUSY_POLL);
    else if (this.asked !== this.shown) this.tell("moved", this.asked);
  }

  stopPolling() {
    clearInterval(this.poll);
    this.poll = undefined;
  }

  leave() {
    this.source?.close();
    this.source = undefined;
    this.stopPolling();
  }

  end() {
    this.leave();
    clearInterval(this.minutes);
    clearTimeout(this.waiting);
    document.removeEventListener("visibilitychange", this.turned);
  }
}

let listener;

export default function (component) {
  const [address, revision, ...html] = new TextDecoder().decode(component.data).split("\n");
  render(component, address, html.join("\n"));
  listener ??= new Listener();
  listener.shown = Number(revision);
  listener.tell = component.setTriggerValue;
  return () => {
    listener?.end();
    listener = undefined;
  };
}

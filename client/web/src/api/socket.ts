import { createStore, type StoreApi } from "zustand/vanilla";
import { type Live, NOTHING, receive } from "../store/live";
import type { ClientMessage, Command, ServerMessage } from "./contract";
import { newId } from "./identifier";

const CONNECT_MS = 5_000;
const PING_MS = 10_000;
const SILENT_MS = 22_000;
const PROBE_MS = 4_000;
const LONGEST_WAIT_MS = 8_000;
/** Close codes after which the same token would only be refused again. */
const FINAL: Record<number, string> = { 1008: "abuse", 4001: "moved", 4004: "unknown" };

export interface Table {
  store: StoreApi<Live>;
  /** Sends a command now, or as soon as the connection is back. Answers with its id. */
  send: (command: Command, words?: string | null) => string;
  /** Takes the last refusal, or the word that the table went back, off the screen. */
  dismiss: () => void;
  /** Turns the projector to a step of the reveal; the host's alone. */
  show: (step: number) => void;
  retry: () => void;
  close: () => void;
}

/** One socket, kept alive for as long as the page shows the table; everything it hears goes into `store`. */
export function openTable(token: string): Table {
  const store = createStore<Live>(() => NOTHING);
  let socket: WebSocket | null = null;
  let attempt = 0;
  let heardAt = 0;
  let closed = false;
  let pings = 0;
  const timers = { connect: 0, ping: 0, retry: 0, probe: 0 };

  function connect() {
    drop();
    if (closed) return;
    const fresh = new WebSocket(`${location.protocol === "https:" ? "wss" : "ws"}://${location.host}/ws`);
    socket = fresh;
    timers.connect = window.setTimeout(lost, CONNECT_MS);
    fresh.onopen = () => {
      const { seq: after, game } = store.getState();
      say({ type: "hello", token, after, game });
    };
    fresh.onmessage = (frame) => hear(String(frame.data));
    fresh.onclose = (event) => {
      const why = FINAL[event.code];
      if (why) gone(why);
      else lost();
    };
  }

  function hear(text: string) {
    heardAt = Date.now();
    clearTimeout(timers.probe);
    const message = JSON.parse(text) as ServerMessage;
    store.setState((live) => receive(live, message, heardAt), true);
    if (message.type === "welcome") welcomed();
    if (store.getState().gap) connect();
  }

  function welcomed() {
    attempt = 0;
    clearTimeout(timers.connect);
    clearInterval(timers.ping);
    timers.ping = window.setInterval(beat, PING_MS);
    for (const { id, command, words } of store.getState().pending)
      say({ type: "command", id, command, words });
  }

  function beat() {
    if (Date.now() - heardAt > SILENT_MS) lost();
    else ping();
  }

  function ping() {
    pings += 1;
    say({ type: "ping", n: pings });
  }

  function say(message: ClientMessage) {
    if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(message));
  }

  function lost() {
    drop();
    store.setState((live) => ({
      link: live.view ? "lost" : live.link,
      lostAt: live.lostAt ?? Date.now(),
    }));
    const longest = Math.min(LONGEST_WAIT_MS, 250 * 2 ** attempt);
    attempt += 1;
    clearTimeout(timers.retry);
    timers.retry = window.setTimeout(connect, longest * (0.5 + Math.random() / 2));
  }

  function gone(why: string) {
    drop();
    store.setState({ link: "gone", why });
  }

  function drop() {
    for (const timer of Object.values(timers)) clearTimeout(timer);
    if (!socket) return;
    socket.onopen = socket.onmessage = socket.onclose = null;
    socket.close();
    socket = null;
  }

  /** A phone that wakes up may hold a socket that died unseen: ask at once, and do not wait for the next beat. */
  function wake() {
    if (closed || document.visibilityState === "hidden" || store.getState().link === "gone") return;
    if (socket?.readyState !== WebSocket.OPEN) {
      attempt = 0;
      connect();
      return;
    }
    ping();
    clearTimeout(timers.probe);
    timers.probe = window.setTimeout(connect, PROBE_MS);
  }

  /** A device that knows it is cut off need not wait for the silence to be noticed. */
  function cut() {
    if (store.getState().link === "open") lost();
  }

  const wakers = [
    [document, "visibilitychange"],
    [window, "pageshow"],
    [window, "online"],
  ] as const;
  for (const [target, name] of wakers) target.addEventListener(name, wake);
  window.addEventListener("offline", cut);
  connect();

  return {
    store,
    send: (command, words = null) => {
      const id = newId();
      store.setState((live) => ({ refused: null, pending: [...live.pending, { id, command, words }] }));
      if (store.getState().link === "open") say({ type: "command", id, command, words });
      return id;
    },
    dismiss: () => store.setState({ refused: null, turned: false }),
    show: (step) => say({ type: "show", step }),
    retry: () => {
      attempt = 0;
      connect();
    },
    close: () => {
      closed = true;
      for (const [target, name] of wakers) target.removeEventListener(name, wake);
      window.removeEventListener("offline", cut);
      drop();
    },
  };
}

import { createStore, type StoreApi } from "zustand/vanilla";
import { type Live, NOTHING, type Pending, receive, whenOf } from "../store/live";
import type { ClientMessage, Command, ServerMessage } from "./contract";
import { newId } from "./identifier";

const CONNECT_MS = 5_000;
const PING_MS = 10_000;
const SILENT_MS = 22_000;
const PROBE_MS = 4_000;
const LONGEST_WAIT_MS = 8_000;
const UNREADABLE = "bad_message";
const UNANSWERED_MS = 5_000;
/** The server takes words a little faster than this in the long run, and a few at once. */
const WORDS_MS = 1_100;
const WORDS_AT_ONCE = 4;
/** Close codes after which the same token would only be refused again. */
const FINAL: Record<number, string> = { 1008: "abuse", 4001: "moved", 4004: "unknown" };

export interface Table {
  store: StoreApi<Live>;
  /** Sends a command now, or as soon as the connection is back. Answers with its id. */
  send: (command: Command, words?: string | null) => string;
  /** Takes the last refusal, or the word that the table went back, off the screen. */
  dismiss: () => void;
  /** What happened in the last break of the connection was looked at. */
  caughtUp: () => void;
  /** Turns the projector to a step of the reveal; the host's alone. */
  show: (step: number) => void;
  retry: () => void;
  close: () => void;
}

/** One socket, kept alive for as long as the page shows the table; everything it hears goes into `store`. */
export function openTable(token: string): Table {
  const kept = `faultlines:kept:${token}`;
  const store = createStore<Live>(() => ({ ...NOTHING, pending: read(kept) }));
  let socket: WebSocket | null = null;
  let attempt = 0;
  let heardAt = 0;
  let closed = false;
  let pings = 0;
  let flying: string | null = null;
  let wordsUntil = 0;
  const timers = { connect: 0, ping: 0, retry: 0, probe: 0, next: 0 };

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
    if (message.type === "error" && message.code === UNREADABLE && flying) refuse(flying);
    next();
    if (store.getState().gap) connect();
  }

  function welcomed() {
    attempt = 0;
    clearTimeout(timers.connect);
    clearInterval(timers.ping);
    timers.ping = window.setInterval(beat, PING_MS);
    flying = null;
  }

  /** What the server cannot read it will not read the next time either. */
  function refuse(id: string) {
    const refused = { type: "refused" as const, id, code: UNREADABLE, data: {}, allowed: [] };
    store.setState((live) => receive(live, refused, heardAt), true);
  }

  /** Commands go one at a time, in the order in which they were given, until the server has answered each. */
  function next() {
    const { link, pending } = store.getState();
    const [first] = pending;
    if (link !== "open" || !first || first.id === flying) return;
    const { id, command, words } = first;
    clearTimeout(timers.next);
    const wait = words === null ? 0 : wordsUntil - WORDS_AT_ONCE * WORDS_MS - Date.now();
    if (wait > 0) {
      timers.next = window.setTimeout(next, wait);
      return;
    }
    if (words !== null) wordsUntil = Math.max(wordsUntil, Date.now()) + WORDS_MS;
    flying = id;
    say({ type: "command", id, command, words });
    timers.next = window.setTimeout(() => {
      flying = null;
      next();
    }, UNANSWERED_MS);
  }

  /** A device that slept hears nothing of the break: it was cut off from when it last heard something. */
  const slept = () => Date.now() - heardAt > SILENT_MS;

  function beat() {
    if (slept()) lost();
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
      lostAt: live.lostAt ?? (slept() && heardAt > 0 ? heardAt : Date.now()),
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
    if (slept() || socket?.readyState !== WebSocket.OPEN) {
      if (store.getState().link === "open") lost();
      attempt = 0;
      connect();
      return;
    }
    ping();
    clearTimeout(timers.probe);
    timers.probe = window.setTimeout(lost, PROBE_MS);
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
  // A page that is thrown away in mid-break and drawn again still has what it was told to send.
  store.subscribe(({ pending }, { pending: before }) => {
    if (pending !== before) sessionStorage.setItem(kept, JSON.stringify(pending));
  });
  connect();

  return {
    store,
    send: (command, words = null) => {
      const id = newId();
      store.setState((live) => ({
        refused: null,
        pending: [...live.pending, { id, command, words, when: whenOf(live) }],
      }));
      next();
      return id;
    },
    dismiss: () => store.setState({ refused: null, turned: false }),
    caughtUp: () => store.setState({ away: null }),
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

function read(kept: string): Pending[] {
  try {
    return JSON.parse(sessionStorage.getItem(kept) ?? "[]") as Pending[];
  } catch {
    return [];
  }
}

import type { Command, Entry, ServerMessage, View } from "../api/contract";

/** A command that was sent and not yet answered; it is sent again, with the same id, after every reconnect. */
export interface Pending {
  id: string;
  command: Command;
  words: string | null;
  /** Game and round that it was meant for: in another it would do something that nobody chose. */
  when: string;
}

/** So long a break of the connection, in ms, is nobody's concern. */
export const UNNOTICED_MS = 2_000;

/** What came while the connection was lost: the entries after `after`, in a break of `ms`. */
export interface Away {
  after: number;
  ms: number;
}

export interface Refused {
  command: Command | null;
  words: string | null;
  code: string;
  data: Record<string, unknown>;
  allowed: unknown[];
}

/** `link`: opening (never connected yet), open, lost (trying again), gone (the server will not have this token). */
export interface Live {
  link: "opening" | "open" | "lost" | "gone";
  lostAt: number | null;
  why: string | null;
  table: string;
  game: string;
  seat: string;
  seq: number;
  view: View | null;
  entries: readonly Entry[];
  titles: Readonly<Record<string, string>>;
  presence: Readonly<Record<string, number>>;
  names: Readonly<Record<string, string>>;
  /** For the host: rounds in which a seat's bot failed and the default was played. */
  gaveWay: Readonly<Record<string, readonly number[]>>;
  /** How far the host has turned the projector: to which step of the reveal of which round. */
  shown: Readonly<{ round: number; step: number }>;
  /** Server's clock minus this device's, in ms. */
  offset: number;
  pending: readonly Pending[];
  refused: Refused | null;
  /** What the server last wrote down for this seat, so that "saved" is said only after it is true. */
  saved: Pending | null;
  /** The host has taken the table back: what was here a moment ago belongs to another game. */
  turned: boolean;
  /** Set when a break ended in which something happened, until it was looked at. */
  away: Away | null;
  /** An update was missed: only a fresh welcome can be trusted now. */
  gap: boolean;
}

export const NOTHING: Live = {
  link: "opening",
  lostAt: null,
  why: null,
  table: "",
  game: "",
  seat: "",
  seq: 0,
  view: null,
  entries: [],
  titles: {},
  presence: {},
  names: {},
  gaveWay: {},
  shown: { round: 0, step: 0 },
  offset: 0,
  pending: [],
  refused: null,
  saved: null,
  turned: false,
  away: null,
  gap: false,
};

export const whenOf = ({ game, view }: Live) => `${game}:${view?.round ?? 0}`;

/** An update carries whole top-level fields of the view. */
export function merge(view: View, changes: Record<string, unknown>): View {
  return { ...view, ...changes } as View;
}

/** The fold of one message: everything that the pages show comes through here. `at` is this device's clock in ms. */
export function receive(live: Live, message: ServerMessage, at: number): Live {
  switch (message.type) {
    case "welcome":
      return withTitle(
        inTime({ ...live, ...welcomed(live, message, at), link: "open", lostAt: null, gap: false }),
      );
    case "update":
      if (message.seq <= live.seq || !live.view) return live;
      if (message.seq > live.seq + 1) return { ...live, gap: true };
      return withTitle({
        ...live,
        seq: message.seq,
        view: merge(live.view, message.changes),
        entries: [...live.entries, message.entry],
      });
    case "skip":
      if (message.seq <= live.seq) return live;
      return message.seq > live.seq + 1 ? { ...live, gap: true } : { ...live, seq: message.seq };
    case "ack":
      return { ...answered(live, message.id), saved: find(live, message.id) ?? live.saved };
    case "refused": {
      const { code, data, allowed } = message;
      const sent = find(live, message.id);
      const refused = { command: sent?.command ?? null, words: sent?.words ?? null, code, data, allowed };
      return { ...answered(live, message.id), refused };
    }
    case "now":
      return {
        ...live,
        presence: message.presence,
        names: message.names,
        gaveWay: message.gave_way,
        shown: message.shown,
        offset: message.clock - at,
      };
    case "pong":
      return { ...live, offset: message.clock - at };
    case "error":
      return { ...live, why: message.code };
  }
}

function welcomed(
  live: Live,
  message: Extract<ServerMessage, { type: "welcome" }>,
  at: number,
): Partial<Live> {
  const same = live.game === message.game;
  const last = same ? live.seq : 0;
  const newer = message.missed.filter((entry) => entry.seq > last);
  const { table, game, seat, seq, view } = message;
  if (same) {
    const ms = live.lostAt === null ? 0 : at - live.lostAt;
    const missed = ms >= UNNOTICED_MS && newer.length > 0;
    const away = missed ? { after: live.away?.after ?? last, ms: ms + (live.away?.ms ?? 0) } : live.away;
    return { table, seat, seq, view, away, entries: [...live.entries, ...newer] };
  }
  return {
    table,
    game,
    seat,
    seq,
    view,
    entries: newer,
    saved: null,
    refused: null,
    turned: live.game !== "",
  };
}

/** Views hold only today's card; its title is remembered for the sentences about earlier rounds. */
function withTitle(live: Live): Live {
  const card = live.view?.card;
  if (!card || card.id in live.titles) return live;
  return { ...live, titles: { ...live.titles, [card.id]: card.title } };
}

/**
 * Words said late are still words; anything else that was kept for a round that is over is let go, and that is told.
 * Whoever was only done with that round need not hear of it.
 */
function inTime(live: Live): Live {
  const late = live.pending.filter(({ command, when }) => command.type !== "say" && when !== whenOf(live));
  if (late.length === 0) return live;
  const missed = late.find(({ command }) => command.type !== "ready");
  const refused = missed && {
    command: missed.command,
    words: missed.words,
    code: "round_over",
    data: {},
    allowed: [],
  };
  return {
    ...live,
    pending: live.pending.filter((each) => !late.includes(each)),
    refused: refused ?? live.refused,
  };
}

const find = (live: Live, id: string) => live.pending.find((each) => each.id === id) ?? null;

function answered(live: Live, id: string): Live {
  return { ...live, pending: live.pending.filter((each) => each.id !== id) };
}

import type { Event, Headline, View } from "../../api/contract";
import type { Frame } from "../replay/frames";
import { type Happened, happenings } from "../table/history";

/** A round as it came out. */
export interface RoundTold {
  round: number;
  title: string;
  headlines: readonly Headline[];
  /** Each track's value when the round was over. */
  tracks: Readonly<Record<string, number>>;
}

/** What the chart marks: the ground broke, or somebody left or came back. `at` is in rounds, 0 the start. */
export interface Mark {
  at: number;
  round: number;
  event: Extract<Event, { type: "erupted" | "retreated" | "returned" }>;
}

/** How a promise ended. `words` is its author's wording; `terms` the event that says what was agreed, if one does. */
export interface Promised {
  key: string;
  round: number;
  event: Extract<Event, { type: "promise_ended" }>;
  words: string | null;
  terms: Event | null;
}

export interface Story {
  start: Readonly<Record<string, number>>;
  rounds: readonly RoundTold[];
  /** Each track's way: [rounds since the start, value], in order. */
  lines: Readonly<Record<string, readonly (readonly [number, number])[]>>;
  marks: readonly Mark[];
  promises: readonly Promised[];
}

const MARKED: readonly Event["type"][] = ["erupted", "retreated", "returned"];

const tracksOf = (view: View) => Object.fromEntries(view.tracks.map(({ id, value }) => [id, value]));

/** The whole game as it was shown to one seat. */
export function storyOf(frames: readonly Frame[]): Story {
  const perRound = new Map<number, Frame[]>();
  for (const frame of frames)
    perRound.set(frame.view.round, [...(perRound.get(frame.view.round) ?? []), frame]);
  const numbers = [...perRound.keys()].filter((round) => round > 0);
  const start = tracksOf((frames[0] as Frame).view);
  const rounds = numbers.map((round) => roundTold(round, perRound.get(round) ?? []));
  const { lines, marks } = drawn(perRound, start);
  return { start, rounds, lines, marks, promises: promisesIn(frames) };
}

function roundTold(round: number, frames: readonly Frame[]): RoundTold {
  const last = (frames.at(-1) as Frame).view;
  return { round, title: last.card?.title ?? "", headlines: last.headlines, tracks: tracksOf(last) };
}

const eventsOf = (frames: readonly Frame[]): Happened[] =>
  happenings(frames.flatMap(({ entry }) => (entry ? [entry] : [])));

/** Within a round every event that moves a track, or is marked, takes an equal step to the right. */
function drawn(perRound: ReadonlyMap<number, readonly Frame[]>, start: Record<string, number>) {
  const lines: Record<string, [number, number][]> = {};
  for (const [id, value] of Object.entries(start)) lines[id] = [[0, value]];
  const marks: Mark[] = [];
  const now = { ...start };
  for (const [round, frames] of perRound) {
    const moving = eventsOf(frames).filter(({ event }) => event.type === "track_moved" || isMarked(event));
    moving.forEach(({ event }, place) => {
      const at = Math.max(0, round - 1) + (place + 1) / (moving.length + 1);
      if (isMarked(event)) marks.push({ at, round, event });
      if (event.type !== "track_moved") return;
      now[event.track] = (now[event.track] ?? 0) + event.delta;
      lines[event.track]?.push([at, now[event.track] ?? 0]);
    });
    for (const [id, line] of Object.entries(lines)) if (round > 0) line.push([round, now[id] ?? 0]);
  }
  return { lines, marks };
}

const isMarked = (event: Event): event is Mark["event"] => MARKED.includes(event.type);

/** Promises that were kept, completed or broken; what merely ran out binds nobody and is left out. */
function promisesIn(frames: readonly Frame[]): Promised[] {
  const agreed = new Map<number, Event>();
  const pledges = new Map<string, Event>();
  const found: Promised[] = [];
  for (const { entry, view } of frames) {
    for (const { event, text, seq, place } of entry ? happenings([entry]) : []) {
      if (event.type === "bargain_struck" || event.type === "pact_signed") agreed.set(event.offer, event);
      if (event.type === "pledged") pledges.set(event.role, event);
      if (event.type !== "promise_ended" || !KEPT.includes(event.outcome)) continue;
      const terms = event.offer ? agreed.get(event.offer) : pledges.get(event.role ?? "");
      found.push({ key: `${seq}.${place}`, round: view.round, event, words: text, terms: terms ?? null });
    }
  }
  return found;
}

const KEPT: readonly string[] = ["kept", "completed", "broken"];

export const isBroken = ({ event }: Promised) => event.outcome === "broken";

/** Whether it was this role that promised: alone, or as one of those who promised each other. */
export const isOf = ({ event: { role, to } }: Promised, mine: string) =>
  role === null ? to.includes(mine) : role === mine;

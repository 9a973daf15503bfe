import type { Event, View } from "../../api/contract";
import type { Happened } from "../table/history";

/** One event's share in a movement. */
export interface Part {
  key: string;
  delta: number;
  cause: string;
  event: Event;
}

/** A number that moved, with all that moved it: the parts' deltas sum to `after` minus `before`. */
export interface Movement {
  key: string;
  kind: "track" | "number" | "bond" | "word";
  /** A track, one of my numbers, a pair or a role. */
  id: string;
  before: number;
  after: number;
  parts: readonly Part[];
}

type What = Pick<Movement, "kind" | "id">;

function moves(event: Event): (What & { delta: number; cause: string }) | null {
  switch (event.type) {
    case "track_moved":
      return { kind: "track", id: event.track, delta: event.delta, cause: event.cause };
    case "number_moved":
      return { kind: "number", id: event.what, delta: event.delta, cause: event.cause };
    case "bond_moved":
      return { kind: "bond", id: event.pair, delta: event.delta, cause: event.cause };
    case "word_moved":
      return { kind: "word", id: event.role, delta: event.delta, cause: event.cause };
    default:
      return null;
  }
}

function valueIn(view: View, { kind, id }: What): number {
  switch (kind) {
    case "track":
      return view.tracks.find((track) => track.id === id)?.value ?? 0;
    case "number":
      return (view.me as Record<string, unknown> | null)?.[id] as number;
    case "bond":
      return view.pairs.find((pair) => pair.pair === id)?.bond ?? 0;
    case "word":
      return view.roles.find((role) => role.id === id)?.word ?? 0;
  }
}

/** What moved in each chapter, in the order in which it first moved. `view` is the view after the last of them. */
export function movements(chapters: readonly (readonly Happened[])[], view: View): Movement[][] {
  const reached = new Map<string, number>();
  return chapters
    .toReversed()
    .map((chapter) =>
      [...gathered(chapter)].map(([key, { what, parts }]) => {
        const after = reached.get(key) ?? valueIn(view, what);
        const before = after - parts.reduce((sum, { delta }) => sum + delta, 0);
        reached.set(key, before);
        return { ...what, key, before, after, parts };
      }),
    )
    .toReversed();
}

interface Gathered {
  what: What;
  parts: Part[];
}

function gathered(chapter: readonly Happened[]): Map<string, Gathered> {
  const found = new Map<string, Gathered>();
  for (const { event, seq, place } of chapter) {
    const moved = moves(event);
    if (!moved) continue;
    const { kind, id, delta, cause } = moved;
    const key = `${kind} ${id}`;
    const one = found.get(key) ?? { what: { kind, id }, parts: [] };
    one.parts.push({ key: `${seq}.${place}`, delta, cause, event });
    found.set(key, one);
  }
  return found;
}

/** The deltas by cause, the largest first; what cancels out is left out. */
export function byCause(parts: readonly Part[]): { cause: string; delta: number }[] {
  const sums = new Map<string, number>();
  for (const { cause, delta } of parts) sums.set(cause, (sums.get(cause) ?? 0) + delta);
  return [...sums]
    .map(([cause, delta]) => ({ cause, delta }))
    .filter(({ delta }) => delta !== 0)
    .sort((a, b) => Math.abs(b.delta) - Math.abs(a.delta));
}

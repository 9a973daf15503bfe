import type { RoleView, Tells, View } from "../../api/contract";
import { useSeat } from "./context";

const NOTHING: Tells = { can: [], strain: {}, asks: {}, names: {} };

/** What was told this round by a role, and of it, as far as this seat heard; none of it need be true. */
export interface Heard {
  /** The most that it says it could bring. */
  could: number | null;
  /** What it was last asked to bring; 0: to save its strength. */
  asked: number | null;
  /** The pair that it was last asked to name. */
  names: string | null;
  /** How much it says it rankles, by pair. */
  strains: [pair: string, n: number][];
}

export function heardOf({ told }: View, role: string): Heard {
  const own = told.filter((each) => each.role === role);
  const can = own.findLast(({ tells }) => tells.can.length > 0)?.tells.can;
  const last = <V>(found: (V | undefined)[]): V | null =>
    found.findLast((each) => each !== undefined) ?? null;
  return {
    could: can ? Math.max(...can.map(({ brings }) => brings)) : null,
    asked: last(told.map(({ tells }) => tells.asks[role])),
    names: last(told.map((each) => (each.role === role ? undefined : each.tells.names[role]))),
    strains: Object.entries(Object.assign({}, ...own.map(({ tells }) => tells.strain))),
  };
}

/** Who says how much it rankles in this pair. */
export const strainTold = (view: View, pair: string) =>
  view.roles.flatMap(({ id }) =>
    heardOf(view, id)
      .strains.filter(([of]) => of === pair)
      .map(([, n]) => ({ role: id, n })),
  );

/** The most that I could bring with today's backing, by the options that I can pay for. */
export function mostOfMine({ options, legal }: View): number {
  const open = options.filter(
    ({ id, short, imposes }) => short.length === 0 && !imposes && (legal.sheet?.options.includes(id) ?? true),
  );
  return Math.max(0, ...open.map(({ brings }) => brings));
}

/** What it would help to ask this role for: what is missing, no more than it says or is printed; 0: nothing. */
export function helpfulAsk(view: View, { id, pledge, committed, in_play }: RoleView): number {
  if (!view.need || !in_play || committed || !view.legal.talk.includes(id)) return 0;
  const { could, asked } = heardOf(view, id);
  const printed = Math.max(0, ...view.printed.map(({ effort }) => effort[id] ?? 0));
  const n = Math.min(could ?? printed, pledge + view.need.gap);
  return n > pledge && n !== asked ? n : 0;
}

/** A word replaces what was told to the same people before, so it says again whatever still holds. */
export function tellMore({ told, viewer }: View, to: readonly string[], part: Partial<Tells>): Tells {
  const before = told.find((each) => each.role === viewer && each.to.join() === to.join())?.tells ?? NOTHING;
  return {
    ...before,
    ...part,
    strain: { ...before.strain, ...part.strain },
    asks: { ...before.asks, ...part.asks },
  };
}

/** Says it to the roles in `to` (none: the table), in words and in numbers. */
export function useTell() {
  const { view, send } = useSeat();
  return (to: string[], part: Partial<Tells>, words: string) =>
    send({ type: "say", to, tells: tellMore(view, to, part) }, words);
}

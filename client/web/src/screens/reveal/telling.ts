import { useMemo } from "react";
import { whenOf } from "../../store/live";
import { announce } from "../../ui/Announcer";
import { useSeat } from "../table/context";
import { happenings } from "../table/history";
import { tell, useTold } from "../table/told";
import { spoken } from "./said";
import { type Step, stepsOf } from "./steps";

/** The first step says how the card came out, the second what that moved. */
const MOVES = 2;

interface Telling {
  steps: readonly Step[];
  /** Steps shown so far, 0 to all of them. */
  seen: number;
  next: Step | null;
  go: (seen: number) => void;
  /** Whoever will not be told has been told, and hears none of it. */
  skip: () => void;
}

/** How far the last reveal has been told on this device. Who holds no seat is told everything at once. */
export function useTelling(): Telling {
  const { live, view, cast } = useSeat();
  const steps = useMemo(() => stepsOf(happenings(live.entries), view), [live.entries, view]);
  const told = useTold(whenOf(live));
  const seen = view.me ? Math.min(told.seen, steps.length) : steps.length;
  const reach = (to: number) =>
    tell({ when: told.when, seen: to, turned: to >= Math.min(MOVES, steps.length) });
  const go = (to: number) => {
    reach(to);
    const step = steps[to - 1];
    if (step) announce(spoken(step, view, cast));
  };
  return { steps, seen, next: steps[seen] ?? null, go, skip: () => reach(steps.length) };
}

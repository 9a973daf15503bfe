import { useMemo } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { announce } from "../../ui/Announcer";
import { useSeat } from "../table/context";
import { happenings, lastReveal } from "../table/history";
import { spoken } from "./said";
import { type Step, stepsOf } from "./steps";

/** How many steps of which round this device has shown; every player goes at a pace of their own. */
const shown = createStore(() => ({ when: "", seen: 0 }));

interface Telling {
  steps: readonly Step[];
  /** Steps shown so far, 0 to all of them. */
  seen: number;
  next: Step | null;
  go: (seen: number) => void;
}

/** How far the last reveal has been told on this device. Who holds no seat is told everything at once. */
export function useTelling(): Telling {
  const { live, view, cast } = useSeat();
  const kept = useStore(shown);
  const steps = useMemo(() => stepsOf(lastReveal(happenings(live.entries)), view), [live.entries, view]);
  const when = `${live.game}:${view.round}`;
  const mine = kept.when === when ? Math.min(kept.seen, steps.length) : 0;
  const seen = view.me ? mine : steps.length;
  const go = (to: number) => {
    shown.setState({ when, seen: to });
    const step = steps[to - 1];
    if (step) announce(spoken(step, view, cast));
  };
  return { steps, seen, next: steps[seen] ?? null, go };
}

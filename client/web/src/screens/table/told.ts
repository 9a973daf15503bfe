import { startTransition, useEffect, useRef, useState } from "react";
import { createStore } from "zustand/vanilla";
import type { View } from "../../api/contract";
import { phaseLook } from "./looks";

interface Told {
  /** Game and round whose reveal was told. */
  when: string;
  /** Its steps shown so far. */
  seen: number;
  /** Whether they have come to what moved, and the ground with it. */
  turned: boolean;
}

const KEPT = "faultlines:told";

/** How far this device has told the last reveal; every player goes at a pace of their own. A reload loses no step. */
const store = createStore<Told>(() => {
  try {
    return { when: "", seen: 0, turned: false, ...JSON.parse(sessionStorage.getItem(KEPT) ?? "{}") };
  } catch {
    return { when: "", seen: 0, turned: false };
  }
});

export function tell(told: Told) {
  store.setState(told);
  sessionStorage.setItem(KEPT, JSON.stringify(told));
}

export function useTold(when: string): Told {
  const [told, show] = useState(store.getState);
  // A step is drawn in small pieces, so that no frame is missed.
  useEffect(() => {
    show(store.getState());
    return store.subscribe((now) => startTransition(() => show(now)));
  }, []);
  return told.when === when ? told : { when, seen: 0, turned: false };
}

/** The view with its ground as it lay before the sheets were opened, until the telling has come to what moved it. */
export function useGroundTold(view: View, turned: boolean): View {
  const before = useRef(view);
  const { paced } = phaseLook(view.phase);
  useEffect(() => {
    if (!paced) before.current = view;
  }, [paced, view]);
  const { round, pairs, pacts, tracks, roles } = before.current;
  if (!paced || turned || round !== view.round) return view;
  const sat = new Map(roles.map(({ id, at_table }) => [id, at_table]));
  return {
    ...view,
    pairs,
    pacts,
    tracks,
    roles: view.roles.map((role) => ({ ...role, at_table: sat.get(role.id) ?? role.at_table })),
  };
}

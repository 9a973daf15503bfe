import { startTransition, useEffect, useState } from "react";
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
const GROUND = "faultlines:ground";

/** How far this device has told the last reveal; every player goes at a pace of their own. A reload loses no step. */
const store = createStore<Told>(() => ({ when: "", seen: 0, turned: false, ...kept<Told>(KEPT) }));

function kept<T>(key: string): Partial<T> {
  try {
    return JSON.parse(sessionStorage.getItem(key) ?? "{}");
  } catch {
    return {};
  }
}

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

/** What moves the ground, in game and round `when`. */
interface Lain extends Pick<View, "pairs" | "pacts" | "tracks"> {
  when: string;
  sat: Record<string, boolean>;
}

let lain = kept<Lain>(GROUND);

/** The view with its ground as it lay before the sheets were opened, until the telling has come to what moved it. */
export function useGroundTold(when: string, view: View, turned: boolean): View {
  const { paced } = phaseLook(view.phase);
  const { pairs, pacts, tracks, roles } = view;
  useEffect(() => {
    if (paced) return;
    lain = {
      when,
      pairs,
      pacts,
      tracks,
      sat: Object.fromEntries(roles.map((role) => [role.id, role.at_table])),
    };
    sessionStorage.setItem(GROUND, JSON.stringify(lain));
  }, [paced, when, pairs, pacts, tracks, roles]);
  const { when: then, sat, ...moved } = lain;
  if (!paced || turned || then !== when) return view;
  return {
    ...view,
    ...moved,
    roles: roles.map((role) => ({ ...role, at_table: sat?.[role.id] ?? role.at_table })),
  };
}

import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import type { View } from "../api/contract";

/** How this device likes to learn; kept until it says otherwise. */
export interface Guide {
  /** Whether the coach speaks; null: in the first game only. */
  coach: boolean | null;
  /** The table of the first game. */
  first: string | null;
  /** Every dial from the first round on, whatever the deck introduces later. */
  everything: boolean;
}

const KEY = "faultlines:guide";
const UNSAID: Guide = { coach: null, first: null, everything: false };

function read(): Guide {
  try {
    return { ...UNSAID, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Guide>) };
  } catch {
    return UNSAID;
  }
}

const store = createStore<Guide>(read);
store.subscribe((guide) => localStorage.setItem(KEY, JSON.stringify(guide)));

export const useGuide = () => useStore(store);
export const guideMe = (change: Partial<Guide>) => store.setState(change);

/** The pair at whose crack the coach points now. */
const pointed = createStore<{ pair?: string | undefined }>(() => ({}));
export const usePointed = () => useStore(pointed).pair;
export const pointAt = (pair?: string) => pointed.setState({ pair });

/** One person and bots. */
export const isPractice = ({ me, roles }: View) =>
  me !== null &&
  roles.filter((role) => role.held_by === "person").length === 1 &&
  roles.every((role) => role.held_by !== "open" || !role.in_play);

/** In the first game unless it was sent away; afterwards only where it was asked for. */
export const coachSpeaks = ({ coach, first }: Guide, table: string) =>
  coach ?? (first === null || first === table);

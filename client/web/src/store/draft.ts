import { useCallback, useEffect, useState } from "react";
import type { Announce, Offer, Sheet } from "../api/contract";

/** An offer half written: its terms as they were last wished, whether or not they may still be offered. */
export interface OfferDraft {
  /** Whom it was begun for first; the others of an open alliance after. */
  to: readonly string[];
  kind: Offer["kind"];
  carrier: string | null;
  brings: number;
  gives: Offer["gives"];
  capacity: number;
  words: string;
}

/** What a person has chosen or typed and not yet sent; it survives a reload, a crash and a lost connection. */
export interface Draft {
  /** Game and round that `sheet` and `naming` were meant for; they mean nothing in another. */
  when: string;
  sheet: Sheet | null;
  naming: string;
  talk: string;
  to: readonly string[];
  note: string;
  /** By the offer that each answers; `NEW` answers none. */
  offers: Readonly<Record<string, OfferDraft>>;
  /** Why an offer is to be refused. */
  reason: string;
  announcement: { words: string; pledge: number; instrument: Announce["instrument"] };
  /** Own offers whose answers were read and put away. */
  heard: readonly number[];
}

export const NEW = "new";
export const NO_ANNOUNCEMENT: Draft["announcement"] = { words: "", pledge: 0, instrument: null };

export const EMPTY: Draft = {
  when: "",
  sheet: null,
  naming: "",
  talk: "",
  to: [],
  note: "",
  offers: {},
  reason: "",
  announcement: NO_ANNOUNCEMENT,
  heard: [],
};

/** The draft as it stands in round `when`: words meant for the table outlive a round, a sheet does not. */
export function forRound(draft: Draft, when: string): Draft {
  return draft.when === when ? draft : { ...draft, when, sheet: null, naming: "", note: "" };
}

export type Change = (change: Partial<Draft>) => void;

export function useDraft(key: string, when: string): [Draft, Change] {
  const [draft, setDraft] = useState<Draft>(() => read(key));
  const current = forRound(draft, when);
  useEffect(() => localStorage.setItem(key, JSON.stringify(draft)), [key, draft]);
  // The same seat may be open in two tabs: both show one choice.
  useEffect(() => {
    const told = (event: StorageEvent) => {
      if (event.key === key) setDraft(read(key));
    };
    addEventListener("storage", told);
    return () => removeEventListener("storage", told);
  }, [key]);
  const change = useCallback<Change>(
    (part) => setDraft((before) => ({ ...forRound(before, when), ...part })),
    [when],
  );
  return [current, change];
}

function read(key: string): Draft {
  try {
    return { ...EMPTY, ...(JSON.parse(localStorage.getItem(key) ?? "{}") as Partial<Draft>) };
  } catch {
    return EMPTY;
  }
}

import type { Entry, Event } from "../../api/contract";

/** An event with the free text that belongs to it and the row it stands in. */
export interface Happened {
  seq: number;
  place: number;
  event: Event;
  text: string | null;
}

export function happenings(entries: readonly Entry[]): Happened[] {
  return entries.flatMap((entry) =>
    entry.events.map((event, place) => {
      const words = "words" in event ? event.words : 0;
      return { seq: entry.seq, place, event, text: words ? (entry.words[String(words)] ?? null) : null };
    }),
  );
}

/** The text that stands in row `words`, where this seat has heard it; null when it was erased or there is none. */
export const wordsOf = (entries: readonly Entry[], words: number): string | null =>
  entries.map((entry) => entry.words[String(words)]).find(Boolean) ?? null;

/** From the opening of the last sheets on: what the reveal and the stock-take did, up to the next card. */
export function lastReveal(all: readonly Happened[]): Happened[] {
  const from = all.findLastIndex(({ event }) => event.type === "sheets_opened");
  if (from < 0) return [];
  const to = all.findIndex(({ event }, place) => place > from && event.type === "round_began");
  return all.slice(from, to < 0 ? undefined : to);
}

/** What the new card brought with it before anybody spoke, and all that came after it. */
export function lastDeal(all: readonly Happened[]): [dealt: Happened[], after: Happened[]] {
  const from = all.findLastIndex(({ event }) => event.type === "round_began");
  const to = all.findIndex(({ event }, place) => place > from && event.type === "need_set");
  return from < 0 || to < 0 ? [[], []] : [all.slice(from, to), all.slice(to)];
}

const SILENT: readonly Event["type"][] = [
  "drawn",
  "sheets_opened",
  "phase_began",
  "readied",
  "committed",
  "sheet_laid",
  "said",
  "announced",
  "noted",
  "offer_made",
  "offer_answered",
  "paused",
  "resumed",
  "time_added",
  "seat_handed",
  "seat_taken",
  "scored",
  "game_ended",
  "brought",
  "coalitions_counted",
];

/** Whether the reveal's Why tells of it: what is shown elsewhere, or moves nothing, it leaves out. */
export const isTold = (event: Event) => !SILENT.includes(event.type);

const LOGGED: readonly Event["type"][] = [
  "round_began",
  "weather_drawn",
  "sore_moved",
  "instrument_applied",
  "pledged",
  "offer_made",
  "offer_answered",
  "bargain_struck",
  "pact_signed",
  "sheet_returned",
  "card_met",
  "card_missed",
  "naming_contained",
  "raked_over",
  "called_out",
  "erupted",
  "retreated",
  "returned",
  "brink_reached",
  "brink_cleared",
  "seat_taken",
  "seat_handed",
  "game_ended",
  "restarted",
];

export const isSpoken = (event: Event) => event.type === "said" || event.type === "announced";

/** The talk with what happened between it, quietly; an announcement carries its pledge itself. */
export function logOf(all: readonly Happened[]): Happened[] {
  const announced = new Set(all.filter(({ event }) => event.type === "announced").map(({ seq }) => seq));
  return all.filter(
    ({ event, seq }) =>
      isSpoken(event) || (LOGGED.includes(event.type) && !(event.type === "pledged" && announced.has(seq))),
  );
}

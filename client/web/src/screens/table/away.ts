import type { Event } from "../../api/contract";
import type { Live } from "../../store/live";
import { type Happened, happenings, isSpoken, logOf } from "./history";

/** One thing that happened while this seat was away: an event, so many words said, or where the table stands now. */
export type Thing = { what: "event"; event: Event } | { what: "words"; n: number } | { what: "phase" };

/** What happened in the last break of the connection by others than this seat, newest last. */
export function whileAway({ away, entries, seat }: Pick<Live, "away" | "entries" | "seat">): Thing[] {
  if (!away) return [];
  const all = happenings(entries.filter(({ seq, actor }) => seq > away.after && actor !== seat));
  const logged = logOf(all);
  const last = logged.findLast(({ event }) => isSpoken(event));
  const things = logged.flatMap((each): Thing[] => {
    if (!isSpoken(each.event)) return [{ what: "event", event: each.event }];
    return each === last ? [{ what: "words", n: logged.filter(spoken).length }] : [];
  });
  return all.some(({ event }) => event.type === "phase_began") ? [...things, { what: "phase" }] : things;
}

const spoken = ({ event }: Happened) => isSpoken(event);

import type { Event, View } from "../../api/contract";
import type { Happened } from "./history";

type Ended = Extract<Event, { type: "promise_ended" }>;

/** A promise with what became of it. `outcome` is "open" while it binds. */
export interface Promised {
  kind: Ended["kind"];
  /** Who has to keep it; all members of a pact or an alliance. Of a broken one: who broke it. */
  by: readonly string[];
  to: readonly string[];
  outcome: Ended["outcome"] | "open";
  /** Round in which it was given and in which it ended; 0: not known on this device. */
  given: number;
  ended: number;
  /** The events that tell of it, where this device has heard them. */
  begun: Event | null;
  done: Ended | null;
  words: string | null;
}

/** Everybody whom it binds or favours. */
export const partiesOf = ({ by, to }: Promised) => [...new Set([...by, ...to])];

/** Every promise that this seat has heard of, oldest first; what is in force stands in the view. */
export function promisesOf(all: readonly Happened[], view: View): Promised[] {
  const found = new Map<string, Promised>();
  const pledges = new Map<string, Happened>();
  let round = 0;
  const begin = (key: string, kind: Promised["kind"], by: string[], to: string[], from: Happened | null) =>
    found.set(key, {
      kind,
      by,
      to,
      outcome: "open",
      given: from ? round : 0,
      ended: 0,
      begun: from?.event ?? null,
      done: null,
      words: from?.text ?? null,
    });
  for (const happened of all) {
    const { event } = happened;
    switch (event.type) {
      case "round_began":
        round = event.round;
        pledges.clear();
        break;
      case "pledged":
        pledges.set(event.role, happened);
        break;
      case "bargain_struck":
        begin(keyOf("bargain", event.offer), "bargain", [event.carrier], [event.asker], happened);
        if (event.gives === "spare")
          begin(keyOf("spare", event.offer), "spare", [event.asker], [event.carrier], happened);
        break;
      case "debt_owed":
        begin(keyOf("debt", event.offer), "debt", [event.role], [event.to], happened);
        break;
      case "pact_signed":
        begin(keyOf(event.kind, event.offer), event.kind, event.members, event.members, happened);
        break;
      case "promise_ended": {
        const { kind, role, to } = event;
        const key = event.offer ? keyOf(kind, event.offer) : `${kind}.${role}.${round}`;
        if (!found.has(key)) begin(key, kind, role ? [role] : to, to, pledges.get(role ?? "") ?? null);
        found.set(key, over(found.get(key) as Promised, happened, event, round));
        break;
      }
    }
  }
  const known = (key: string) => found.has(key);
  for (const { id, carrier, asker } of view.bargains)
    if (!known(keyOf("bargain", id))) begin(keyOf("bargain", id), "bargain", [carrier], [asker], null);
  for (const { id, role, to } of view.debts)
    if (!known(keyOf("debt", id))) begin(keyOf("debt", id), "debt", [role], [to], null);
  for (const { id, kind, members } of view.pacts)
    if (!known(keyOf(kind, id))) begin(keyOf(kind, id), kind as Promised["kind"], members, members, null);
  return [...found.values()];
}

const keyOf = (kind: string, offer: number) => `${kind}.${offer}`;

/** Two may break one pact: then it is broken by both. */
function over(promised: Promised, { text }: Happened, done: Ended, round: number): Promised {
  const breaker = done.outcome === "broken" && done.role ? [done.role] : null;
  const before = promised.outcome === "broken" ? promised.by : [];
  return {
    ...promised,
    by: breaker ? [...before, ...breaker] : promised.by,
    outcome: done.outcome,
    ended: round,
    done,
    words: text ?? promised.words,
  };
}

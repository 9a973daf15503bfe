import type { View } from "../../api/contract";
import type { Live } from "../../store/live";
import { phaseLook } from "../table/looks";

/** What the room is told of a round, one step after the other: its headlines, then the question to talk about. */
export function steps(view: View): string[] {
  return [...view.headlines.map(({ about }) => about), ...(view.card?.debrief ? ["debrief"] : [])];
}

/** The last step that the room sees now: the host turns them in the reveal, from the stock-take on all are there. */
export function turnedTo({ shown }: Pick<Live, "shown">, view: View): number {
  if (!phaseLook(view.phase).paced) return steps(view).length - 1;
  return shown.round === view.round ? Math.min(shown.step, steps(view).length - 1) : 0;
}

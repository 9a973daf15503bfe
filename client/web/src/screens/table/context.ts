import { createContext, useContext } from "react";
import type { Command, View } from "../../api/contract";
import type { Table } from "../../api/socket";
import type { Change, Draft } from "../../store/draft";
import type { Live } from "../../store/live";
import type { Cast } from "../../strings/sentences";

/** What lies open over the table: an offer to answer, one to make (or to send instead of another), all promises. */
export type Opened =
  | { what: "answer"; offer: number }
  | { what: "offer"; counters: number | null }
  | { what: "promises" };

/** What every part of the table page is drawn from. */
export interface Seated {
  live: Live;
  view: View;
  cast: Cast;
  draft: Draft;
  change: Change;
  send: (command: Command, words?: string | null) => string;
  table: Table;
  opened: Opened | null;
  open: (what: Opened | null) => void;
}

export const TableContext = createContext<Seated | null>(null);

export function useSeat(): Seated {
  const seated = useContext(TableContext);
  if (!seated) throw new Error("A part of the table stands outside TableContext");
  return seated;
}

/** Whether a command of this type is on its way to the journal. */
export const isPending = (live: Live, type: Command["type"]) =>
  live.pending.some(({ command }) => command.type === type);

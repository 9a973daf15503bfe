import { startTransition, useEffect, useRef, useState } from "react";
import { openTable, type Table } from "../../api/socket";
import type { Change } from "../../store/draft";
import { type Live, NOTHING } from "../../store/live";
import { same } from "./spending";

/** One socket for as long as the component shows it; none without a token. */
export function useTable(token: string | undefined): [Live, Table | null] {
  const [table, setTable] = useState<Table | null>(null);
  const [live, setLive] = useState(NOTHING);
  useEffect(() => {
    if (!token) return;
    const opened = openTable(token);
    setTable(opened);
    setLive(opened.store.getState());
    // A whole table is drawn anew in small pieces, so that no frame is missed; what this device did shows at once.
    const leave = opened.store.subscribe((now, before) => {
      if (now.link !== before.link || now.pending !== before.pending) setLive(now);
      else startTransition(() => setLive(now));
    });
    return () => {
      leave();
      opened.close();
      setTable(null);
      setLive(NOTHING);
    };
  }, [token]);
  return [live, table];
}

/** A sheet that was laid for this seat on another device is the one that counts: this one's draft gives way to it. */
export function useLaidElsewhere({ view, saved, pending }: Live, change: Change) {
  const laid = view?.me?.sheet ?? null;
  const before = useRef(laid);
  useEffect(() => {
    const moved = laid !== null && !same(laid, before.current);
    before.current = laid;
    const own = [...pending, saved].some(
      (sent) => sent && "sheet" in sent.command && same(sent.command.sheet, laid),
    );
    if (moved && !own) change({ sheet: null });
  }, [laid, saved, pending, change]);
}

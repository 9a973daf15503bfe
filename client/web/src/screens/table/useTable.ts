import { useEffect, useRef, useState } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { openTable, type Table } from "../../api/socket";
import type { Change } from "../../store/draft";
import { type Live, NOTHING } from "../../store/live";
import { same } from "./spending";

const silent = createStore<Live>(() => NOTHING);

/** One socket for as long as the component shows it; none without a token. */
export function useTable(token: string | undefined): [Live, Table | null] {
  const [table, setTable] = useState<Table | null>(null);
  useEffect(() => {
    if (!token) return;
    const opened = openTable(token);
    setTable(opened);
    return () => {
      opened.close();
      setTable(null);
    };
  }, [token]);
  return [useStore(table?.store ?? silent), table];
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

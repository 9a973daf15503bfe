import { useEffect, useState } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";
import { openTable, type Table } from "../../api/socket";
import { type Live, NOTHING } from "../../store/live";

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

import { useEffect, useState } from "react";
import { type Live, UNNOTICED_MS } from "../../store/live";
import type { Outage } from "./announcing";

const LONG_MS = 10_000;

/** How much is to be made of a lost connection: nothing at first, one quiet line, then what is safe. */
export function useOutage({ link }: Live): Outage {
  const [outage, setOutage] = useState<Outage>("none");
  useEffect(() => {
    if (link !== "lost") {
      setOutage("none");
      return;
    }
    const timers = [
      setTimeout(() => setOutage("short"), UNNOTICED_MS),
      setTimeout(() => setOutage("long"), LONG_MS),
    ];
    return () => timers.forEach(clearTimeout);
  }, [link]);
  return outage;
}

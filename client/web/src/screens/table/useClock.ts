import { useEffect, useState } from "react";
import type { View } from "../../api/contract";
import { t } from "../../strings/text";

/** Milliseconds left by the server's clock; null when no clock runs. Ticks once a second while one does. */
export function useTimeLeft(view: View, offset: number): number | null {
  const [now, setNow] = useState(Date.now);
  const { deadline, paused, paused_left } = view;
  const ticking = deadline !== null && !paused;
  useEffect(() => {
    if (!ticking) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [ticking]);
  if (paused) return paused_left;
  return deadline === null ? null : Math.max(0, deadline - (now + offset));
}

/** "2 min left", and seconds in the last minute. */
export function timeLeft(ms: number): string {
  const seconds = Math.ceil(ms / 1000);
  if (seconds <= 0) return t("time-up");
  return seconds <= 60
    ? t("seconds-left", { n: seconds })
    : t("minutes-left", { n: Math.round(seconds / 60) });
}

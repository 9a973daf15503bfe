import { useEffect } from "react";

/** Keeps the screen on where the browser can, for as long as `wanted` and the page is looked at. */
export function useAwake(wanted: boolean) {
  useEffect(() => {
    if (!wanted || !("wakeLock" in navigator)) return;
    let lock: WakeLockSentinel | null = null;
    let ended = false;
    // The browser lets go of the lock whenever the page is hidden; a low battery may refuse it.
    const ask = async () => {
      if (document.visibilityState !== "visible") return;
      try {
        const got = await navigator.wakeLock.request("screen");
        if (ended) await got.release();
        else lock = got;
      } catch {
        lock = null;
      }
    };
    document.addEventListener("visibilitychange", ask);
    ask();
    return () => {
      ended = true;
      document.removeEventListener("visibilitychange", ask);
      lock?.release();
    };
  }, [wanted]);
}

import { useSyncExternalStore } from "react";

const WIDE = matchMedia("(min-width: 47.5em)");

/** Whether there is room for a second column beside the card. */
export const useWide = () => useSyncExternalStore(listen, () => WIDE.matches);

function listen(changed: () => void) {
  WIDE.addEventListener("change", changed);
  return () => WIDE.removeEventListener("change", changed);
}

import { use } from "react";
import { updates } from "../../api/rest";
import { keysOf } from "../../api/seats";
import { type Frame, pagesOf, unrolled } from "./frames";

let fetched: { what: string; frames: Promise<Frame[]> } | null = null;

/** What this device's seat was shown, from the first card to `seq`; fetched once, and waited for by a Suspense. */
export function useShown(table: string, game: string, seq: number): Frame[] {
  const what = `${table} ${game} ${seq}`;
  if (fetched?.what !== what) {
    const { token, host_token } = keysOf(table);
    const frames = pagesOf((after) => updates(table, token ?? host_token ?? "", after)).then(unrolled);
    fetched = { what, frames };
  }
  return use(fetched.frames);
}

/** After a fetch that failed: the next look tries again. */
export function forgetShown() {
  fetched = null;
}

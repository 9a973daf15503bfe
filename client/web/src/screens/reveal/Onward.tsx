import type { ReactNode } from "react";
import { Action } from "../../ui/Action";
import { useSeat } from "../table/context";
import { said } from "./said";
import { useTelling } from "./telling";

/** The one thing to press while the reveal is told: its next step; after the last one, what the phase waits for. */
export default function Onward({ children }: { children: ReactNode }) {
  const { view, cast } = useSeat();
  const { next, seen, go } = useTelling();
  if (!next) return children;
  return (
    <Action
      onPress={() => {
        go(seen + 1);
        scrollTo(0, 0);
      }}
    >
      {said(next, view, cast).next}
    </Action>
  );
}

import { type ReactNode, useEffect, useState } from "react";
import { Action } from "../../ui/Action";
import { useSeat } from "../table/context";
import { said } from "./said";
import { useTelling } from "./telling";

/** So long, in ms, the second press of two may come after the first. */
const DOUBLE_PRESS = 500;

interface Props {
  /** What the phase waits for. `settling`: it has just come to where the last step was pressed. */
  children: (settling: boolean) => ReactNode;
}

/** The one thing to press while the reveal is told: its next step; after the last one, what the phase waits for. */
export default function Onward({ children }: Props) {
  const { view, cast } = useSeat();
  const { next, seen, go } = useTelling();
  const [pressed, press] = useState(0);
  useEffect(() => {
    if (pressed === 0) return;
    const timer = setTimeout(press, DOUBLE_PRESS, 0);
    return () => clearTimeout(timer);
  }, [pressed]);
  if (!next) return children(pressed > 0);
  return (
    <Action
      onPress={() => {
        press(seen + 1);
        go(seen + 1);
        scrollTo(0, 0);
      }}
    >
      {said(next, view, cast).next}
    </Action>
  );
}

import { startTransition, useEffect, useRef, useState } from "react";
import type { Numbers } from "./scene";

const QUAKE = 420;

const ease = (share: number) => 1 - (1 - share) ** 3;

function mixed(from: Numbers, to: Numbers, share: number): Numbers {
  return Object.fromEntries(
    Object.entries(to).map(([name, n]) => [name, n + ((from[name] ?? n) - n) * (1 - share)]),
  );
}

/** These numbers, coming smoothly from what they were; at once where motion is not wanted. */
export function useTween(target: Numbers): Numbers {
  const [shown, show] = useState(target);
  const now = useRef(target);
  const changed = JSON.stringify(target);
  useEffect(() => {
    const from = now.current;
    const to: Numbers = JSON.parse(changed);
    let frame = 0;
    const turn = (share: number) => {
      now.current = mixed(from, to, ease(share));
      show(now.current);
    };
    if (JSON.stringify(from) === changed) return;
    if (matchMedia("(prefers-reduced-motion: reduce)").matches) return turn(1);
    let began: number | undefined;
    const step = (time: number) => {
      began ??= time;
      const share = Math.min(1, (time - began) / QUAKE);
      // A slow device draws fewer of these pictures, each in small pieces: no press waits for one.
      startTransition(() => turn(share));
      if (share < 1) frame = requestAnimationFrame(step);
    };
    frame = requestAnimationFrame(step);
    return () => cancelAnimationFrame(frame);
  }, [changed]);
  return shown;
}

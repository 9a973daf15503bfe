import { useEffect } from "react";
import { useStore } from "zustand";
import { createStore } from "zustand/vanilla";

interface Said {
  n: number;
  text: string;
}

/** What a screen reader has not yet read may not be taken from it: so many stay until others have come. */
const STAY = 8;
const queue = createStore<{ said: readonly Said[] }>(() => ({ said: [] }));

/** Says this once, after what was said before it, to whoever listens instead of looking. */
export function announce(text: string) {
  queue.setState(({ said }) => {
    const last = said.at(-1);
    return last?.text === text ? { said } : { said: [...said, { n: (last?.n ?? 0) + 1, text }].slice(-STAY) };
  });
}

/** Words to be seen that are said as well when they come or change. */
export function Said({ children, className }: { children: string; className?: string | undefined }) {
  useEffect(() => announce(children), [children]);
  return <p className={className}>{children}</p>;
}

/** The one polite live region of the pages. */
export function Announcer() {
  const { said } = useStore(queue);
  return (
    <div className="unseen" aria-live="polite" aria-relevant="additions">
      {said.map(({ n, text }) => (
        <p key={n}>{text}</p>
      ))}
    </div>
  );
}

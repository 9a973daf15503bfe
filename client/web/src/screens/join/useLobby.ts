import { useEffect, useState } from "react";
import { type Lobby, lobby, Refusal } from "../../api/rest";

const AGAIN_MS = 3_000;

interface Found {
  code: string;
  lobby: Lobby | null;
  error: Refusal | null;
}

/** The table behind a code, asked again every few seconds: seats fill while somebody chooses. */
export function useLobby(code: string, complete: boolean): [Found | null, () => void] {
  const [found, setFound] = useState<Found | null>(null);
  const [asks, setAsks] = useState(0);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asks` is there to ask anew
  useEffect(() => {
    if (!complete) return;
    let current = true;
    const ask = () =>
      lobby(code)
        .then((seen) => current && setFound({ code, lobby: seen, error: null }))
        .catch((error: unknown) => {
          const refused = error instanceof Refusal ? error : null;
          const offline = refused?.code === "offline";
          // A code that nobody has is not asked for again: the server counts wrong guesses.
          if (!offline) clearInterval(timer);
          if (current)
            setFound((before) => (offline && before?.lobby ? before : { code, lobby: null, error: refused }));
        });
    const timer = setInterval(ask, AGAIN_MS);
    void ask();
    return () => {
      current = false;
      clearInterval(timer);
    };
  }, [code, complete, asks]);
  return [found?.code === code && complete ? found : null, () => setAsks((times) => times + 1)];
}

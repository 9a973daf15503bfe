/** What was typed as the code that it means: a whole link's end; spaces and dashes are only for reading aloud. */
export const normalCode = (typed: string) =>
  typed
    .toUpperCase()
    .replace(/^.*\/JOIN\/([^/?#]*).*$/, "$1")
    .replace(/[\s\-‐‑‒–—]/g, "");

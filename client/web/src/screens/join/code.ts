/** What was typed as the code that it means: upper case, spaces and dashes are only for reading aloud. */
export const normalCode = (typed: string) => typed.toUpperCase().replace(/[\s\-‐‑‒–—]/g, "");

import { expect, it } from "vitest";

/** Law 2: rules are written only in game_rules. The browser draws phases and tracks by a table, and compares no id. */
const LOOKS = "./screens/table/looks.ts";
const IDS =
  "gathering|brief|talk|commit|reveal|stocktake|end|pct|council|charity|government|trust|common|tension|bite|cred|outcomes|C\\d\\d";
const COMPARED = new RegExp(`(?:[!=]==?|case)\\s*["'](?:${IDS})["']|["'](?:${IDS})["']\\s*[!=]==?`);

const sources = import.meta.glob<string>(
  ["./**/*.{ts,tsx}", "!./**/*.test.ts", "!./api/contract.ts", "!./testing/*"],
  {
    query: "?raw",
    import: "default",
    eager: true,
  },
);
const files = Object.keys(sources);
const read = (name: string) => sources[name] ?? "";

it("no page compares the id of a phase, role, card or track", () => {
  expect(files.length).toBeGreaterThan(30);
  // `stage` is the looks' own word for a part of the screen, not a phase.
  const rules = files.filter((name) =>
    COMPARED.test(read(name).replace(/stage === "\w+"|case "\w+":\n\s+return/g, "")),
  );
  expect(rules).toEqual([]);
});

it("only the looks know a phase by name", () => {
  expect(files.filter((name) => /\bstocktake\b/.test(read(name)))).toEqual([LOOKS]);
});

it("the comparison is seen where there is one", () => {
  expect(COMPARED.test('if (view.phase === "talk") show();')).toBe(true);
});

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

it("one part alone speaks unasked and politely", () => {
  const polite = /role="(?:status|log)"|aria-live|<output/;
  expect(files.filter((name) => polite.test(read(name)))).toEqual(["./ui/Announcer.tsx"]);
});

/** The ground is a drawing of a place: it is the same whichever way its words are read. */
const styles = import.meta.glob<string>(["./**/*.css", "!./ui/ground/*"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const SIDE =
  /(?:^|[{;\s])(?:(?:[a-z]+-)*(?:left|right)(?:-[a-z]+)*\s*:|(?:text-align|float|clear)\s*:\s*(?:left|right))|translateX\((?!.*--way)/;
const FOUR = /(?:margin|padding|inset)\s*:\s*([^;]+);/g;

/** The values of a shorthand, each with its own brackets. */
const values = (of: string) => of.trim().match(/(?:[^\s(]|\((?:[^()]|\((?:[^()]|\([^()]*\))*\))*\))+/g) ?? [];
const sided = (css: string) =>
  SIDE.test(css) ||
  [...css.matchAll(FOUR)].some(([, of = ""]) => {
    const [, right, , left] = values(of);
    return left !== undefined && left !== right;
  });

it("no style knows left from right: what begins a line is at its start", () => {
  expect(Object.keys(styles).length).toBeGreaterThan(15);
  expect(Object.keys(styles).filter((name) => sided(styles[name] ?? ""))).toEqual([]);
});

it("a side is seen where there is one", () => {
  const wrong = [
    "margin-left: 1px;",
    "text-align: right;",
    "inset: 0 0 0 auto;",
    "left: 0;",
    "border-top-left-radius: 2px;",
  ];
  expect(wrong.filter((css) => !sided(css))).toEqual([]);
  expect(sided("padding: 6px max(12px, calc((1px + 2px) / 2)) 3px max(12px, calc((1px + 2px) / 2));")).toBe(
    false,
  );
  expect(sided(".left .right { margin-inline: 1px; }")).toBe(false);
});

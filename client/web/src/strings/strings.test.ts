import { describe, expect, it } from "vitest";
import type { Event } from "../api/contract";
import { VIEW } from "../testing/fixture";
import { castOf, effectText, refusalText, sentence } from "./sentences";
import { has, learn, readable, short, signed, t } from "./text";

const catalogues = Object.values(
  import.meta.glob<string>("./*.ftl", { query: "?raw", import: "default", eager: true }),
);
for (const source of catalogues) learn(source);
const cast = castOf(VIEW, { c1: "Flood" });
const files = import.meta.glob<string>(["../**/*.{ts,tsx}", "!../**/*.test.ts", "!../api/contract.ts"], {
  query: "?raw",
  import: "default",
  eager: true,
});
const sources = Object.values(files).join("\n");

describe("the browser's catalogue", () => {
  const ids = [...catalogues.join("\n").matchAll(/^([a-z][\w-]*) =/gm)].map((match) => match[1] ?? "");

  it("has every message that the pages ask for by name", () => {
    const asked = [...sources.matchAll(/\bt\(\s*"([\w-]+)"/g)].map((match) => match[1] ?? "");
    expect(asked.length).toBeGreaterThan(100);
    expect(asked.filter((id) => !has(id))).toEqual([]);
  });

  it("says nothing twice", () => {
    expect(ids.filter((id, place) => ids.indexOf(id) !== place)).toEqual([]);
  });

  it("has no message that no page uses", () => {
    const made = [...sources.matchAll(/`([a-z][\w-]*-)\$\{/g)].map((match) => match[1] ?? "");
    const used = (id: string) => sources.includes(`"${id}"`) || made.some((start) => id.startsWith(start));
    expect(ids.filter((id) => !used(id))).toEqual([]);
  });
});

describe("a sentence", () => {
  it("names roles, tracks and causes in words and leaves no hole", () => {
    const moved: Event = { type: "track_moved", track: "trust", delta: -1, cause: "papering", role: null };
    expect(sentence(moved, cast)).toBe("Trust fell by 1: it was papered over.");
  });

  it("names both of a pair", () => {
    const named: Event = { type: "named", role: "mill", pair: "mill+farm", words: 0 };
    expect(sentence(named, cast)).toBe("The mill named what lies between the mill and the farm.");
  });

  it("begins every part with a capital", () => {
    const met: Event = { type: "card_met", brought: 11, need: 9, imposed_by: null, credited: "farm" };
    expect(sentence(met, cast)).toBe("Met: 11 of 9. The farm carried most.");
  });

  it("about a missed card says by how much, or what was lacking", () => {
    const missed: Event = { type: "card_missed", brought: 7, need: 10, key_missing: null };
    expect(sentence(missed, cast)).toBe("Missed by 3.");
    expect(sentence({ ...missed, key_missing: "money" }, cast)).toBe("Missed: nobody brought money.");
  });

  it("of a kind that the catalogue does not know is still readable", () => {
    const unknown = { type: "dragon_seen", role: "mill" } as unknown as Event;
    expect(sentence(unknown, cast)).toMatch(/^Dragon seen .*the mill/);
    expect(readable("cause-card.met_twice")).toBe("card met twice");
  });

  it("about a refusal quotes the offending value", () => {
    const said = refusalText("unaffordable", { what: "goodwill", costs: 3, has: 1 }, cast);
    expect(said).toContain("3 of 1");
    expect(said).toContain("goodwill");
  });
});

it("an effect says whose number moves", () => {
  expect(effectText({ key: "self.purpose", n: -1 }, cast)).toBe("your purpose −1");
  expect(effectText({ key: "farm.goodwill", n: 1 }, cast)).toBe("the farm’s goodwill +1");
  expect(effectText({ key: "trust", n: 1 }, cast)).toBe("Trust +1");
});

it("an option's text is cut to fit a button at its first stop", () => {
  expect(short("Broker a stay: one desk pauses the notice")).toBe("Broker a stay");
  expect(short("Guarantee the premises for good, whatever")).toBe("Guarantee the premises…");
});

it("a change always shows its sign", () => {
  expect([signed(2), signed(-2)]).toEqual(["+2", "−2"]);
});

it("an unknown message is shown as words, not as a hole", () => {
  expect(t("refusal-no_such_thing")).toBe("no such thing");
});

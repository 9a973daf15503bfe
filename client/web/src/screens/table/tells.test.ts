import { describe, expect, it } from "vitest";
import type { Tells, View } from "../../api/contract";
import { OPTION, VIEW } from "../../testing/fixture";
import { heardOf, helpfulAsk, mostOfMine, strainTold, tellMore } from "./tells";

const tells = (part: Partial<Tells>): Tells => ({ can: [], strain: {}, asks: {}, names: {}, ...part });
const can = (...all: number[]) => all.map((brings) => ({ brings, price: 0 }));
const told = (role: string, to: string[], part: Partial<Tells>) => ({ role, to, tells: tells(part) });
const heard = (...all: View["told"]): View => ({ ...VIEW, told: all });

describe("what a role told", () => {
  it("is the best that it could bring, by its last word that spoke of it", () => {
    const view = heard(
      told("farm", ["mill"], { can: can(5) }),
      told("farm", [], { can: can(0, 2, 3) }),
      told("farm", ["mill"], { asks: { mill: 4 } }),
    );
    expect(heardOf(view, "farm")).toMatchObject({ could: 3, asked: null });
  });

  it("is nothing while it keeps silent, and nothing at all is a word too", () => {
    expect(heardOf(heard(told("mill", [], { can: can(4) })), "farm").could).toBeNull();
    expect(heardOf(heard(told("farm", [], { can: can(0) })), "farm").could).toBe(0);
  });

  it("is how much it rankles, whoever's pair it is", () => {
    const view = heard(told("farm", [], { strain: { "mill+farm": 3 } }));
    expect(heardOf(view, "farm").strains).toEqual([["mill+farm", 3]]);
    expect(heardOf(view, "mill").strains).toEqual([]);
    expect(strainTold(view, "mill+farm")).toEqual([{ role: "farm", n: 3 }]);
  });
});

describe("what a role is asked", () => {
  it("is the last that anybody asked of it; to save its strength is an asking", () => {
    const view = heard(
      told("mill", ["farm"], { asks: { farm: 4 } }),
      told("farm", [], { asks: { farm: 0 } }),
    );
    expect(heardOf(view, "farm").asked).toBe(0);
    expect(heardOf(view, "mill").asked).toBeNull();
  });

  it("is to name a pair only when another asks it; to name of its own will is not", () => {
    expect(heardOf(heard(told("farm", [], { names: { farm: "mill+farm" } })), "farm").names).toBeNull();
    expect(heardOf(heard(told("mill", [], { names: { farm: "mill+farm" } })), "farm").names).toBe(
      "mill+farm",
    );
  });
});

it("the most that I could bring is of the options that I can pay for and decide with others", () => {
  const options = [
    { ...OPTION, brings: 3 },
    { ...OPTION, id: "b", brings: 6, short: ["goodwill" as const] },
    { ...OPTION, id: "c", brings: 7 },
    { ...OPTION, id: "b", brings: 9, imposes: true },
  ];
  expect(mostOfMine({ ...VIEW, options })).toBe(3);
  expect(mostOfMine({ ...VIEW, options: [] })).toBe(0);
});

describe("what it helps to ask for", () => {
  const need = (gap: number) => ({ total: 9, parts: {}, pledged: 9 - gap, gap });
  const printed = [{ id: "a", text: "", goodwill: 0, capacity: 0, effort: { farm: 4 }, lead_only: false }];
  const [, farm] = VIEW.roles;
  if (!farm) throw new Error("no farm");

  it("is what is missing, but no more than is printed for it", () => {
    expect(helpfulAsk({ ...VIEW, printed, need: need(9) }, farm)).toBe(4);
    expect(helpfulAsk({ ...VIEW, printed, need: need(2) }, farm)).toBe(2);
  });

  it("is at most what it says it could bring, and comes on top of its pledge", () => {
    const view = { ...heard(told("farm", [], { can: can(6) })), printed, need: need(3) };
    expect(helpfulAsk(view, farm)).toBe(3);
    expect(helpfulAsk(view, { ...farm, pledge: 2 })).toBe(5);
    expect(helpfulAsk(view, { ...farm, pledge: 6 })).toBe(0);
  });

  it("is nothing when nothing is missing, it was asked already, or cannot be reached or moved", () => {
    const view = { ...VIEW, printed, need: need(9) };
    expect(helpfulAsk({ ...view, need: need(0) }, farm)).toBe(0);
    expect(helpfulAsk({ ...view, told: [told("mill", ["farm"], { asks: { farm: 4 } })] }, farm)).toBe(0);
    expect(helpfulAsk({ ...view, legal: { ...VIEW.legal, talk: [] } }, farm)).toBe(0);
    expect(helpfulAsk(view, { ...farm, committed: true })).toBe(0);
  });
});

describe("a further word", () => {
  const view = heard(
    told("mill", [], { can: can(3), strain: { "mill+farm": 2 } }),
    told("mill", ["farm"], { asks: { farm: 4 } }),
    told("farm", [], { can: can(6) }),
  );

  it("says again what was told to the same people, for it takes its place", () => {
    expect(tellMore(view, [], { can: can(5) })).toEqual(tells({ can: can(5), strain: { "mill+farm": 2 } }));
    expect(tellMore(view, ["farm"], { asks: { mill: 1 } })).toEqual(tells({ asks: { farm: 4, mill: 1 } }));
  });

  it("carries nothing over that was told to others", () => {
    expect(tellMore(view, ["inn"], { asks: { inn: 2 } })).toEqual(tells({ asks: { inn: 2 } }));
  });
});

import { describe, expect, it } from "vitest";
import type { DealChoices, View } from "../api/contract";
import { choose, spending } from "../screens/table/spending";
import { LEGAL, OPTION, SHEET, VIEW } from "../testing/fixture";
import { introduced, introducedIn, isIntroduced } from "./introduce";

const DEALS: DealChoices = {
  bargains: [{ other: "farm", carrier: "mill", gives: ["my_turn_next"], hand_max: 0 }],
  pacts: ["farm"],
  alliances: [],
  brings: [4, 12],
};
const FIRST: View = {
  ...VIEW,
  introduces: { table: 2, focus: 2, bargain: 2, voice: 3 },
  legal: { ...LEGAL, deals: DEALS },
};
const dear = { ...OPTION, id: "dear", capacity: 4 };

describe("what a newcomer may choose", () => {
  it("in the first round is the option alone: the rest is filled in", () => {
    const { legal } = introduced(FIRST, [null]);
    expect(legal.sheet).toMatchObject({ table: [1], focus: ["balanced"], options: ["a", "b"] });
    expect(legal.sheet?.voice.kinds).toEqual(["hold"]);
    expect(legal.deals).toBeNull();
  });

  it("grows by what the deck introduces in each round", () => {
    const second = introduced({ ...FIRST, round: 2 }, []).legal;
    expect(second.sheet?.table).toEqual([0, 1, 2]);
    expect(second.sheet?.voice.kinds).toEqual(["hold"]);
    expect(second.deals).toEqual(DEALS);
    expect(introduced({ ...FIRST, round: 3 }, [])).toEqual({ ...FIRST, round: 3 });
  });

  it("is everything from the first round on where the deck introduces nothing", () => {
    expect(introduced(VIEW, [null])).toEqual(VIEW);
  });

  it("leaves align and the other dials of a round to what applies", () => {
    expect(introduced(FIRST, []).legal.sheet?.align).toBe(true);
  });

  it("keeps a pact back until bargains are there, unless the deck says when", () => {
    expect(isIntroduced(FIRST, "pact", 1)).toBe(false);
    expect(isIntroduced(FIRST, "pact", 2)).toBe(true);
    expect(isIntroduced({ ...FIRST, introduces: { bargain: 2, pact: 4 } }, "pact", 3)).toBe(false);
  });

  it("may not be a view without a seat's sheet, which stays as it is", () => {
    const waiting = { ...FIRST, legal: { ...LEGAL, sheet: null } };
    expect(introduced(waiting, [null])).toEqual(waiting);
  });
});

describe("a dial that is not shown", () => {
  it("is never sent otherwise than by default", () => {
    const { legal } = introduced(FIRST, [null]);
    const cheap = choose(OPTION, null, legal);
    const none = choose(dear, cheap, legal);
    expect(choose(OPTION, none, legal)).toEqual(SHEET);
  });

  it("is lowered where the option leaves no room for it, and stays out of sight", () => {
    const { legal } = introduced(FIRST, [null]);
    const sheet = choose(dear, null, legal);
    expect(sheet?.table).toBe(0);
    expect(spending(sheet ?? SHEET, dear, legal).delivery).toBe(0);
    const view = { ...FIRST, options: [OPTION, dear] };
    expect(introduced(view, [sheet]).legal.sheet?.table).toEqual([1]);
  });

  it("is shown as soon as a sheet has turned it", () => {
    const named = { ...SHEET, voice: { kind: "name", pair: "mill+farm", role: null } as const };
    const { sheet } = introduced(FIRST, [named]).legal;
    expect(sheet?.voice).toEqual(LEGAL.sheet?.voice);
    expect(sheet?.table).toEqual([1]);
    expect(introduced(FIRST, [{ ...SHEET, table: 0 }]).legal.sheet?.table).toEqual([0, 1, 2]);
  });
});

it("what is new in a round is said in that round alone, and never in the first", () => {
  expect(introducedIn(FIRST, 2)).toEqual(["table", "focus", "bargain"]);
  expect(introducedIn(FIRST, 3)).toEqual(["voice"]);
  expect(introducedIn({ ...FIRST, introduces: { voice: 1 } }, 1)).toEqual([]);
});

import { describe, expect, it } from "vitest";
import { LEGAL, OPTION, SHEET } from "../../testing/fixture";
import { choose, same, spending } from "./spending";

describe("what a sheet costs", () => {
  it("is the option's price, the meeting and nothing else when the dials rest", () => {
    expect(spending(SHEET, OPTION, LEGAL)).toMatchObject({
      goodwill: 1,
      meeting: 1,
      goodwillLeft: 2,
      delivery: 1,
    });
  });

  it("adds the printed price of every dial that is used", () => {
    const sheet = { ...SHEET, align: true, voice: { kind: "name" as const, pair: "mill+farm", role: null } };
    expect(spending(sheet, OPTION, LEGAL)).toMatchObject({ goodwill: 2, extras: 1, delivery: 0 });
  });

  it("shows by a negative rest that it is too much", () => {
    expect(spending({ ...SHEET, table: 2, align: true }, OPTION, LEGAL).delivery).toBe(-1);
  });
});

describe("choosing an option", () => {
  it("fills in the rest from the default", () => {
    expect(choose(OPTION, null, LEGAL)).toEqual(SHEET);
  });

  it("keeps what was set before", () => {
    expect(choose(OPTION, { ...SHEET, focus: "cases" }, LEGAL)?.focus).toBe("cases");
  });

  it("sends fewer to the meeting where the option leaves no room", () => {
    expect(choose({ ...OPTION, capacity: 4 }, { ...SHEET, table: 2 }, LEGAL)?.table).toBe(0);
  });
});

it("sheets are the same when every dial is", () => {
  expect(same(SHEET, { ...SHEET })).toBe(true);
  expect(same(SHEET, { ...SHEET, voice: { kind: "name", pair: "mill+farm", role: null } })).toBe(false);
  expect(same(null, SHEET)).toBe(false);
});

import { describe, expect, it } from "vitest";
import type { View } from "../../api/contract";
import { steps, turnedTo } from "./steps";

const view = (phase: string): View =>
  ({
    phase,
    round: 3,
    headlines: [{ about: "card" }, { about: "between" }],
    card: { debrief: "Who paid?" },
  }) as View;

describe("the projector's reveal", () => {
  it("tells the headlines, then the question", () => {
    expect(steps(view("reveal"))).toEqual(["card", "between", "debrief"]);
    expect(steps({ ...view("reveal"), card: null })).toEqual(["card", "between"]);
  });

  it("goes as far as the host has turned it in this round", () => {
    expect(turnedTo({ shown: { round: 3, step: 1 } }, view("reveal"))).toBe(1);
    expect(turnedTo({ shown: { round: 2, step: 1 } }, view("reveal"))).toBe(0);
    expect(turnedTo({ shown: { round: 3, step: 9 } }, view("reveal"))).toBe(2);
  });

  it("shows everything from the stock-take on", () => {
    expect(turnedTo({ shown: { round: 3, step: 0 } }, view("stocktake"))).toBe(2);
  });
});

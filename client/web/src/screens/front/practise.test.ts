import { expect, it } from "vitest";
import { dealt, MIXES } from "./practise";

/** Chances that are given out one after another. */
function chances(...given: number[]) {
  const left = [...given];
  return () => left.shift() ?? 0;
}

it("every seat gets a bot, and every temperament of the mix sits somewhere", () => {
  for (const { bots } of Object.values(MIXES)) {
    expect(dealt(bots, 3)).toHaveLength(3);
    expect(new Set(dealt(bots, 3))).toEqual(new Set(bots));
  }
});

it("which seat gets which is a matter of chance", () => {
  expect(dealt(["a", "b"], 3, chances(0.1, 0.2, 0.3))).toEqual(["a", "b", "a"]);
  expect(dealt(["a", "b"], 3, chances(0.9, 0.1, 0.5))).toEqual(["b", "a", "a"]);
});

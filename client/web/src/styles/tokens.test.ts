import { describe, expect, it } from "vitest";
import { apart, eyes } from "./colours";
import css from "./tokens.css?raw";

/** The colours of the eight signs, in the order in which a deck names its roles. */
const SIGNS = [...css.matchAll(/\.hue-\d \{\s+--hue: var\(--(\w+)\)/g)].map(([, name]) => name as string);
/** Told apart at a glance; 2 can be seen only side by side. */
const ENOUGH = 10;

const colour = (theme: string, name: string): string => {
  const own = css.split(`/*@theme ${theme}*/`)[1]?.split("/*@end*/")[0];
  return own?.match(new RegExp(`--${name}: (#[0-9a-f]{6});`))?.[1] ?? "";
};

describe("the measure of colours", () => {
  it("is 100 from black to white and nothing from a colour to itself", () => {
    expect(apart("#000000", "#ffffff", "usual")).toBeCloseTo(100, 3);
    expect(apart("#ce3327", "#ce3327", "usual")).toBe(0);
  });

  it("finds red and green alike for an eye that lacks one of their cones", () => {
    const [red, green] = ["#b0413a", "#6c6a2e"];
    expect(apart(red, green, "usual")).toBeGreaterThan(30);
    expect(apart(red, green, "deuteranopia")).toBeLessThan(ENOUGH);
  });
});

describe.each(["light", "dark", "contrast"])("in the %s theme", (theme) => {
  it.each(eyes)("any two roles' colours are told apart at a glance with %s sight", (eye) => {
    expect(SIGNS).toHaveLength(8);
    const close = SIGNS.flatMap((one, nth) =>
      SIGNS.slice(0, nth)
        .filter((other) => !(apart(colour(theme, one), colour(theme, other), eye) >= ENOUGH))
        .map((other) => `${one} and ${other}`),
    );
    expect(close).toEqual([]);
  });
});

import { expect, it } from "vitest";
import { normalCode } from "./code";

it("reads a code however it is spaced", () => {
  expect(normalCode(" bmq-j78 ")).toBe("BMQJ78");
});

it("finds the code in a link that was pasted whole", () => {
  expect(normalCode("https://play.example.org/join/BMQJ78")).toBe("BMQJ78");
  expect(normalCode("HTTP://10.0.0.7:8000/JOIN/BMQJ78?THEME=DARK#X")).toBe("BMQJ78");
});

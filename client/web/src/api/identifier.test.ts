import { expect, it } from "vitest";
import { normalCode } from "../screens/join/code";
import { newId } from "./identifier";

it("an id can be made without a secure context", () => {
  const plain = { getRandomValues: crypto.getRandomValues.bind(crypto) } as Crypto;
  const ids = new Set(Array.from({ length: 100 }, () => newId(plain)));
  expect(ids.size).toBe(100);
  for (const id of ids) expect(id).toMatch(/^[0-9a-f]{32}$/);
});

it("a code may be typed in small letters and read out in halves", () => {
  expect(normalCode(" ktp 27w ")).toBe("KTP27W");
  expect(normalCode("ktp-27w")).toBe("KTP27W");
});

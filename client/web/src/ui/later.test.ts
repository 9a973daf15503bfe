import { describe, expect, it } from "vitest";
import { persistently } from "./later";

const failing = (times: number) => {
  let tries = 0;
  return () => (++tries > times ? Promise.resolve(tries) : Promise.reject(new Error("no network")));
};

describe("a part that is fetched when it is needed", () => {
  it("is asked for again until it comes", async () => {
    expect(await persistently(failing(2), [0, 0, 0])).toBe(3);
  });

  it("fails in the end, so that the page can say so", async () => {
    await expect(persistently(failing(9), [0, 0])).rejects.toThrow("no network");
  });
});

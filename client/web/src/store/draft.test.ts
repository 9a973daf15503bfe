import { expect, it } from "vitest";
import { SHEET } from "../testing/fixture";
import { EMPTY, forRound } from "./draft";

const draft = {
  ...EMPTY,
  when: "g:1",
  sheet: SHEET,
  naming: "it is ours",
  talk: "half a sent",
  to: ["farm"],
};

it("a draft of this round stays as it is", () => {
  expect(forRound(draft, "g:1")).toBe(draft);
});

it("a new round drops the sheet and keeps the words that were being typed", () => {
  const next = forRound(draft, "g:2");
  expect(next).toMatchObject({ sheet: null, naming: "", talk: "half a sent", to: ["farm"] });
});

import { expect, it } from "vitest";
import type { Event } from "../../api/contract";
import { entry } from "../../testing/fixture";
import { happenings, isTold, lastDeal, lastReveal, logOf } from "./history";

const round = (n: number): Event => ({ type: "round_began", round: n, card: `c${n}`, shuffle: [] });
const opened: Event = { type: "sheets_opened", sheets: {} };
const met: Event = { type: "card_met", brought: 8, need: 8, imposed_by: null, credited: "mill" };
const mine: Event = { type: "number_moved", role: "mill", what: "standing", delta: 1, cause: "credit" };

it("an event finds the text of its row", () => {
  const said: Event = { type: "said", role: "mill", to: [], words: 4, tells: null };
  expect(happenings([{ ...entry(4, said), words: { 4: "hello" } }])[0]?.text).toBe("hello");
});

it("erased text is null, not empty", () => {
  const said: Event = { type: "said", role: "mill", to: [], words: 4, tells: null };
  expect(happenings([entry(4, said)])[0]?.text).toBeNull();
});

it("the last reveal runs from the opening of the sheets to the next card", () => {
  const all = happenings([
    entry(1, round(1)),
    entry(2, opened, met),
    entry(3, round(2)),
    entry(4, opened, mine),
  ]);
  expect(lastReveal(all).map(({ event }) => event)).toEqual([opened, mine]);
  expect(lastReveal(all.slice(0, 4)).map(({ event }) => event)).toEqual([opened, met]);
});

it("before the first reveal there is nothing to tell", () => {
  expect(lastReveal(happenings([entry(1, round(1))]))).toEqual([]);
});

it("what a card brought with it is told apart from what came after it", () => {
  const heat: Event = { type: "track_moved", track: "tension", delta: 3, cause: "card.heat", role: null };
  const need: Event = { type: "need_set", need: 8, parts: { card: 8 } };
  const all = happenings([
    entry(1, round(1), need),
    entry(2, opened, met),
    entry(3, round(2), heat, need),
    entry(4, mine),
  ]);
  expect(lastDeal(all).map((part) => part.map(({ event }) => event))).toEqual([
    [round(2), heat],
    [need, mine],
  ]);
  expect(lastDeal([])).toEqual([[], []]);
});

it("why leaves out what is shown elsewhere, and nothing that moved", () => {
  expect([opened, met, mine, round(2)].map(isTold)).toEqual([false, true, true, true]);
});

it("a pledge inside an announcement is logged once", () => {
  const announced: Event = { type: "announced", role: "mill", words: 2, pledge: 2, instrument: null };
  const pledged: Event = { type: "pledged", role: "mill", brings: 2 };
  const log = logOf(happenings([entry(2, announced, pledged), entry(3, pledged)]));
  expect(log.map(({ event, seq }) => `${seq} ${event.type}`)).toEqual(["2 announced", "3 pledged"]);
});

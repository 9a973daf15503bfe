import { expect, it } from "vitest";
import type { Event, View } from "../../api/contract";
import { entry, VIEW } from "../../testing/fixture";
import { happenings } from "../table/history";
import { byCause, movements } from "./movements";
import { mainCause, stepsOf } from "./steps";

const opened: Event = { type: "sheets_opened", sheets: {} };
const met: Event = { type: "card_met", brought: 9, need: 8, imposed_by: null, credited: "mill" };
const brought: Event = { type: "brought", role: "mill", effort: 9 };
const phase = (name: "reveal" | "stocktake"): Event => ({
  type: "phase_began",
  phase: name,
  round: 1,
  deadline: null,
});
const trust = (delta: number, cause: string): Event => ({
  type: "track_moved",
  track: "trust",
  delta,
  cause,
  role: null,
});
const mine = (delta: number, cause: string): Event => ({
  type: "number_moved",
  role: "mill",
  what: "standing",
  delta,
  cause,
});
const left: Event = {
  type: "promise_ended",
  offer: 4,
  kind: "pact",
  outcome: "broken",
  role: "farm",
  to: ["mill"],
  words: 0,
};
const view = { ...VIEW, me: { standing: 6 } } as unknown as View;
const told = (...events: Event[]) => happenings([entry(9, ...events)]);

it("a number's parts sum to what it is now minus what it was", () => {
  const [moved] = movements([told(trust(1, "card.met"), trust(-3, "pact.broken"))], view);
  expect(moved).toMatchObject([{ id: "trust", before: 5, after: 3 }]);
  for (const { before, after, parts } of moved ?? [])
    expect(parts.reduce((sum, { delta }) => sum + delta, 0)).toBe(after - before);
});

it("a number that moves again in the next phase is told as it stood in each", () => {
  const cut = movements([told(trust(1, "card.met")), told(trust(-2, "eruption"))], view);
  expect(cut.flat().map(({ before, after }) => [before, after])).toEqual([
    [4, 5],
    [5, 3],
  ]);
});

it("causes that cancel out are not told, the largest comes first", () => {
  const [[moved] = []] = movements(
    [told(trust(1, "a"), trust(-1, "a"), trust(-1, "b"), trust(-2, "c"))],
    view,
  );
  expect(byCause(moved?.parts ?? []).map(({ cause }) => cause)).toEqual(["c", "b"]);
});

it("the main cause goes in the direction in which the number went", () => {
  const [[moved] = []] = movements(
    [told(trust(2, "card.met"), trust(-1, "broken.debt"), trust(2, "naming"))],
    view,
  );
  expect(moved && mainCause(moved)).toBe("card.met");
});

it("a reveal goes from the card over the table to me", () => {
  const steps = stepsOf(told(opened, mine(1, "credit"), trust(-1, "broken.bargain"), brought, met), view);
  expect(steps.map(({ kind, movement }) => movement?.id ?? kind)).toEqual(["card", "trust", "standing"]);
  expect(steps[0]?.brought).toEqual([brought]);
});

it("what the steps of a card name adds up to what was brought", () => {
  const helped: Event = { type: "pact_helped", offer: 4, members: ["mill", "farm"], effort: 2 };
  const [card] = stepsOf(told(opened, brought, helped, { ...met, brought: 11 }), view);
  expect(card?.brought.reduce((sum, { effort }) => sum + effort, 0)).toBe(11);
});

it("what broke is told with the number that it moved, and not once more", () => {
  const steps = stepsOf(told(opened, left, trust(-1, "pact.broken")), view);
  expect(steps.map(({ told, movement }) => [told?.event.type, movement?.id])).toEqual([
    ["promise_ended", "trust"],
  ]);
});

it("what moves no number but breaks something is a step", () => {
  expect(stepsOf(told(opened, left), view).map(({ kind }) => kind)).toEqual(["happened"]);
});

it("a pact that ran out says who never carried for it", () => {
  const signed: Event = {
    type: "pact_signed",
    offer: 4,
    kind: "pact",
    members: ["mill", "farm"],
    last: 2,
    words: 0,
  };
  const carried: Event = { type: "pact_carried", offer: 4, role: "mill" };
  const ranOut: Event = { ...left, outcome: "lapsed", role: null, to: ["mill", "farm"] };
  const [step] = stepsOf(told(signed, opened, carried, opened, ranOut), view);
  expect(step?.told?.event).toBe(ranOut);
  expect(step?.lacked).toEqual(["farm"]);
});

it("what a stock-take adds comes behind the reveal and leaves it as it was told", () => {
  const reveal = [opened, trust(1, "card.met")];
  const before = stepsOf(happenings([entry(9, ...reveal)]), view);
  const entries = [entry(9, ...reveal), entry(10, phase("stocktake"), trust(-1, "eruption"))];
  const after = stepsOf(happenings(entries), { ...view, tracks: [{ id: "trust", value: 2, top: 10 }] });
  expect(after.map(({ key }) => key).slice(0, before.length)).toEqual(before.map(({ key }) => key));
  expect(after.map(({ movement }) => [movement?.before, movement?.after])).toEqual([
    [2, 3],
    [3, 2],
  ]);
});

it("a number that came back to where it was is no step", () => {
  expect(stepsOf(told(opened, trust(1, "a"), trust(-1, "b")), view)).toEqual([]);
});

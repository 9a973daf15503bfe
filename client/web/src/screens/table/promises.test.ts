import { expect, it } from "vitest";
import type { Entry, Event } from "../../api/contract";
import { entry, VIEW } from "../../testing/fixture";
import { happenings } from "./history";
import { partiesOf, promisesOf } from "./promises";

const round = (n: number): Event => ({ type: "round_began", round: n, card: `c${n}`, shuffle: [] });
const struck: Event = {
  type: "bargain_struck",
  offer: 3,
  carrier: "mill",
  asker: "farm",
  brings: 4,
  gives: "my_turn_next",
  capacity: 0,
  words: 3,
};
const owed: Event = { type: "debt_owed", offer: 3, role: "farm", to: "mill", due: 3, words: 3 };
const signed: Event = {
  type: "pact_signed",
  offer: 5,
  kind: "pact",
  members: ["mill", "farm"],
  last: 2,
  words: 5,
};
const ended = (part: Partial<Extract<Event, { type: "promise_ended" }>>): Event => ({
  type: "promise_ended",
  offer: 3,
  kind: "bargain",
  outcome: "kept",
  role: "mill",
  to: ["farm"],
  words: 3,
  ...part,
});
const told = (...entries: Entry[]) => promisesOf(happenings(entries), VIEW);
const worded = (seq: number, event: Event, words: string): Entry => ({
  ...entry(seq, event),
  words: { [seq]: words },
});

it("a bargain kept leaves a debt behind, each with its wording and its rounds", () => {
  const found = told(
    entry(1, round(1)),
    worded(3, struck, "Yours now."),
    { ...entry(6, ended({}), owed), words: { 3: "Yours now." } },
    entry(7, round(2)),
    entry(8, ended({ kind: "debt", outcome: "broken", role: "farm", to: ["mill"] })),
  );
  expect(
    found.map(({ kind, by, outcome, given, ended, words }) => [kind, by, outcome, given, ended, words]),
  ).toEqual([
    ["bargain", ["mill"], "kept", 1, 1, "Yours now."],
    ["debt", ["farm"], "broken", 1, 2, "Yours now."],
  ]);
});

it("a promise to spare is kept by whoever asked", () => {
  const found = told(entry(1, round(1)), entry(3, { ...struck, gives: "spare" }));
  expect(found.map(({ kind, by, outcome }) => [kind, by, outcome])).toEqual([
    ["bargain", ["mill"], "open"],
    ["spare", ["farm"], "open"],
  ]);
});

it("a pact that two left was broken by both", () => {
  const left = (role: string, other: string) =>
    ended({ offer: 5, kind: "pact", outcome: "broken", role, to: [other], words: 5 });
  const found = told(entry(5, signed), entry(6, left("mill", "farm"), left("farm", "mill")));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ by: ["mill", "farm"], outcome: "broken" });
});

it("a pledge is a promise once it has come to its end, with what was pledged last", () => {
  const pledged = (brings: number): Event => ({ type: "pledged", role: "mill", brings });
  const broken = ended({ offer: 0, kind: "pledge", outcome: "broken", to: [], words: 0 });
  const found = told(entry(1, round(1)), entry(2, pledged(2)), entry(3, pledged(5)), entry(4, broken));
  expect(found).toHaveLength(1);
  expect(found[0]).toMatchObject({ kind: "pledge", begun: pledged(5), outcome: "broken", ended: 1 });
});

it("what is in force is listed though this device never heard how it began", () => {
  const view = {
    ...VIEW,
    debts: [{ id: 3, role: "farm", to: "mill", due: 2 }],
    pacts: [
      { id: 5, kind: "pact", members: ["mill", "farm"], last: 2, rounds: 2, left: 1, carried: [], words: 5 },
    ],
  };
  const found = promisesOf([], view);
  expect(found.map(({ kind, outcome, words }) => [kind, outcome, words])).toEqual([
    ["debt", "open", null],
    ["pact", "open", null],
  ]);
  expect(found.map(partiesOf)).toEqual([
    ["farm", "mill"],
    ["mill", "farm"],
  ]);
});

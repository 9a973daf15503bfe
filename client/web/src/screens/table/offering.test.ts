import { expect, it } from "vitest";
import type { DealChoices, OfferView } from "../../api/contract";
import { answering, countering, fitting, givesOf, kindsWith, partnersOf } from "./offering";

const CHOICES: DealChoices = {
  bargains: [
    { other: "farm", carrier: "farm", gives: ["hand_over", "my_turn_next"], hand_max: 2 },
    { other: "farm", carrier: "mill", gives: ["my_turn_next"], hand_max: 0 },
    { other: "crown", carrier: "mill", gives: ["spare"], hand_max: 0 },
  ],
  pacts: ["farm"],
  alliances: [["farm"], ["inn"], ["farm", "inn"]],
  brings: [4, 12],
};
const OFFER: OfferView = {
  id: 7,
  role: "farm",
  to: ["mill"],
  kind: "bargain",
  carrier: "farm",
  brings: 5,
  gives: "hand_over",
  capacity: 2,
  accepted: [],
  words: 7,
};

it("without a wish, the first that may be offered is filled in", () => {
  const first = {
    to: ["farm"],
    kind: "bargain",
    carrier: "farm",
    brings: 4,
    gives: "hand_over",
    capacity: 1,
  };
  expect(fitting(CHOICES)).toMatchObject(first);
});

it("a wish that is still possible stays as it is", () => {
  const wish = countering(OFFER, "Half and half.");
  expect(fitting(CHOICES, wish)).toEqual(wish);
});

it("a wish that is not possible any more keeps its words and all that still fits", () => {
  const wish = { ...countering(OFFER, "Half and half."), carrier: "mill", brings: 40 };
  expect(fitting(CHOICES, wish)).toMatchObject({
    carrier: "mill",
    gives: "my_turn_next",
    capacity: 0,
    brings: 12,
    words: "Half and half.",
  });
  expect(fitting({ ...CHOICES, bargains: [] }, wish)).toMatchObject({
    kind: "pact",
    words: "Half and half.",
  });
});

it("nothing can be written where nothing may be offered", () => {
  expect(fitting({ bargains: [], pacts: [], alliances: [], brings: [4, 12] })).toBeNull();
});

it("each partner can be offered what the choices hold for it and nothing else", () => {
  expect(partnersOf(CHOICES)).toEqual(["farm", "crown", "inn"]);
  expect(kindsWith(CHOICES, "crown")).toEqual(["bargain"]);
  expect(kindsWith(CHOICES, "inn")).toEqual(["open"]);
});

it("capacity is offered up to what can be handed over", () => {
  expect(givesOf({ other: "farm", carrier: "farm", gives: ["hand_over", "spare"], hand_max: 2 })).toEqual([
    { gives: "hand_over", capacity: 1 },
    { gives: "hand_over", capacity: 2 },
    { gives: "spare", capacity: 0 },
  ]);
});

it("a counter-offer goes to whoever made the offer and to nobody who has not seen it", () => {
  const narrowed = answering(CHOICES, OFFER);
  expect(partnersOf(narrowed)).toEqual(["farm"]);
  expect(narrowed.alliances).toEqual([["farm"]]);
  expect(answering(CHOICES, { ...OFFER, to: ["mill", "inn"] }).alliances).toEqual([
    ["farm"],
    ["farm", "inn"],
  ]);
});

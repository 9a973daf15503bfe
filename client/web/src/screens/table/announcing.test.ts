import { expect, it } from "vitest";
import { announcements, cues, type Moment } from "./announcing";

const moment: Moment = {
  turn: "g:1:talk",
  where: "Round 1 of 7, talk.",
  asks: "Agree.",
  told: false,
  paused: false,
  mine: true,
  alone: false,
  offers: new Map(),
  answered: new Map(),
  left: 90_000,
  outage: "none",
  missed: 0,
};
const then = (change: Partial<Moment>): Moment => ({ ...moment, ...change });

it("a turn is said with what is asked, and not again while nothing changes", () => {
  expect(announcements(null, moment)).toEqual(["Round 1 of 7, talk. Agree.", "2 minutes left."]);
  expect(announcements(moment, then({ left: 89_000 }))).toEqual([]);
});

it("the last one whom the table waits for hears of it once", () => {
  const alone = then({ alone: true });
  expect(announcements(moment, alone)).toEqual(["The table waits for you."]);
  expect(announcements(alone, alone)).toEqual([]);
  expect(announcements(moment, then({ alone: true, paused: true }))).not.toContain(
    "The table waits for you.",
  );
});

it("a clock is heard as it passes a minute and twenty seconds, and only then", () => {
  const at = (left: number) => then({ left });
  expect(announcements(at(60_500), at(59_500))).toEqual(["1 minute left."]);
  expect(announcements(at(59_500), at(58_500))).toEqual([]);
  expect(announcements(at(20_500), at(19_500))).toEqual(["20 seconds left."]);
  expect(announcements(at(20_500), then({ left: 20_000, turn: "g:1:commit" }))).toEqual([
    "Round 1 of 7, talk. Agree.",
    "20 seconds left.",
  ]);
});

it("a turn without a clock says no deadline, and a paused one says it when it goes on", () => {
  const paused = then({ paused: true });
  expect(announcements(null, then({ left: null }))).toEqual(["Round 1 of 7, talk. Agree."]);
  expect(announcements(moment, paused)).toEqual(["Round 1 of 7, talk. Agree."]);
  expect(announcements(paused, moment)).toEqual(["Round 1 of 7, talk. Agree.", "2 minutes left."]);
});

it("a break is told when it is noticed, when it lasts, and when it is over, with what was missed", () => {
  const [short, long] = [then({ outage: "short" }), then({ outage: "long" })];
  expect(announcements(moment, short)).toEqual(["Reconnecting, your seat is kept."]);
  expect(announcements(short, long)).toEqual([
    "No connection, trying again. What was saved is safe; what you do now is kept and sent later.",
  ]);
  expect(announcements(long, moment)).toEqual(["You are back."]);
  expect(announcements(short, then({ missed: 3 }))).toEqual([
    "You are back. 3 things happened while you were away.",
  ]);
});

it("an offer is said once, by whom it is from", () => {
  const offered = then({ offers: new Map([[4, "the farm"]]) });
  expect(announcements(moment, offered)).toEqual(["The farm has an offer for you."]);
  expect(announcements(offered, offered)).toEqual([]);
});

it("how an offer of mine was answered is said once, and not after a reload", () => {
  const answered = then({ answered: new Map([[4, "The farm agreed."]]) });
  expect(announcements(moment, answered)).toEqual(["The farm agreed."]);
  expect(announcements(answered, answered)).toEqual([]);
  expect(announcements(null, answered)).not.toContain("The farm agreed.");
});

it("no announcement is longer than can be listened to", () => {
  const all = announcements(then({ outage: "short" }), then({ outage: "long", turn: "x", alone: true }));
  expect(Math.max(...all.map((text) => text.length))).toBeLessThanOrEqual(120);
});

it("a tone tells of a turn, an offer or the reveal, and of one thing at a time", () => {
  expect(cues(null, moment)).toEqual([]);
  expect(cues(moment, moment)).toEqual([]);
  expect(cues(then({ mine: false }), moment)).toEqual(["turn"]);
  expect(cues(moment, then({ alone: true }))).toEqual(["turn"]);
  expect(cues(moment, then({ offers: new Map([[4, "the farm"]]) }))).toEqual(["offer"]);
  expect(cues(moment, then({ turn: "g:1:reveal", told: true }))).toEqual(["reveal"]);
  expect(cues(then({ told: true }), then({ told: true, turn: "g:1:stocktake" }))).toEqual([]);
});

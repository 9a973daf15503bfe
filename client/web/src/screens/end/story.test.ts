import { expect, it } from "vitest";
import type { Event, View } from "../../api/contract";
import { entry, VIEW } from "../../testing/fixture";
import type { Frame } from "../replay/frames";
import { apart, draw } from "./chart";
import { isBroken, isOf, storyOf } from "./story";

const at = (round: number, value: number): View => ({
  ...VIEW,
  round,
  tracks: [
    { id: "heat", value, top: 10 },
    { id: "soil", value: 8, top: 10 },
  ],
  headlines: [{ about: "card", key: `h${round}`, data: {}, mood: "plain" }],
});
const moved = (delta: number): Event => ({
  type: "track_moved",
  track: "heat",
  delta,
  cause: "c",
  role: null,
});
const broke: Event = { type: "erupted", count: 1 };
const pact: Event = {
  type: "pact_signed",
  offer: 4,
  kind: "pact",
  members: ["mill", "farm"],
  last: 2,
  words: 4,
};
const ended = (outcome: "kept" | "broken" | "lapsed", offer: number, role: string | null): Event => ({
  type: "promise_ended",
  offer,
  kind: offer ? "pact" : "pledge",
  outcome,
  role,
  to: offer ? ["mill", "farm"] : [],
  words: offer,
});
const frame = (seq: number, view: View, ...events: Event[]): Frame => ({
  seq,
  view,
  entry: { ...entry(seq, ...events), words: { 4: "we stand <b>together</b>" } },
});
const game: Frame[] = [
  { seq: 1, entry: null, view: at(0, 3) },
  frame(2, at(1, 5), moved(2)),
  frame(3, at(1, 9), moved(4)),
  frame(4, at(2, 2), broke, moved(-7)),
];

it("a track's line begins at the start, goes through every movement and ends each round at its value", () => {
  const { lines } = storyOf(game);
  expect(lines.heat?.map(([, value]) => value)).toEqual([3, 5, 9, 9, 2, 2]);
  const places = lines.heat?.map(([place]) => place) ?? [];
  expect(places).toEqual([...places].sort((a, b) => a - b));
  expect([places[0], places[3], places.at(-1)]).toEqual([0, 1, 2]);
});

it("each round keeps its headlines and the values at its end", () => {
  expect(storyOf(game).rounds).toMatchObject([
    { round: 1, headlines: [{ key: "h1" }], tracks: { heat: 9 } },
    { round: 2, headlines: [{ key: "h2" }], tracks: { heat: 2 } },
  ]);
});

it("an eruption is marked where it happened within its round", () => {
  const [mark] = storyOf(game).marks;
  expect(mark).toMatchObject({ round: 2, event: { type: "erupted" } });
  expect(mark?.at).toBeGreaterThan(1);
  expect(mark?.at).toBeLessThan(2);
});

it("promises that came due are found with their wording and terms, and what ran out is not", () => {
  const pledged: Event = { type: "pledged", role: "mill", brings: 4 };
  const { promises } = storyOf([
    ...game,
    frame(5, at(2, 2), pact, pledged),
    frame(6, at(2, 2), ended("broken", 4, "farm"), ended("kept", 0, "mill"), ended("lapsed", 4, null)),
  ]);
  expect(promises.map((each) => [each.words, each.terms?.type, isBroken(each)])).toEqual([
    ["we stand <b>together</b>", "pact_signed", true],
    [null, "pledged", false],
  ]);
  expect(promises.map((each) => isOf(each, "mill"))).toEqual([false, true]);
});

it("the chart draws every track and a numbered crack where the ground broke, inside its frame", () => {
  const track = (id: string) => ({ id, label: id, top: 10, gold: false });
  const { shapes, height } = draw({
    story: storyOf(game),
    rounds: 2,
    over: track("heat"),
    ground: track("soil"),
    others: [track("heat")],
    wide: 300,
    start: "start",
  });
  const classes = shapes.map(({ at }) => at.class);
  for (const name of ["ground", "over", "spark", "crack"])
    expect(classes.filter((each) => each === name)).toHaveLength(1);
  const numbers = shapes.flatMap(({ at }) => [...`${at.d ?? ""}`.matchAll(/(-?[\d.]+) (-?[\d.]+)/g)]);
  expect(numbers.length).toBeGreaterThan(10);
  for (const [, x, y] of numbers) {
    expect(Number(x)).toBeLessThanOrEqual(300);
    expect(Number(y)).toBeLessThanOrEqual(height);
  }
});

it("marks that lie close together are told apart, and none leaves the frame", () => {
  expect(apart([10, 200], 300)).toEqual([10, 200]);
  const crowded = apart([290, 291, 292], 300);
  expect(crowded.at(-1)).toBe(300);
  for (const [n, place] of crowded.entries())
    if (n > 0) expect(place - (crowded[n - 1] ?? 0)).toBeGreaterThanOrEqual(26);
});

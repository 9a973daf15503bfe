import { expect, it } from "vitest";
import type { ShownAgain } from "../../api/rest";
import { entry, VIEW } from "../../testing/fixture";
import { pagesOf, titlesIn, unrolled } from "./frames";
import { phaseMarks } from "./marks";

const update = (seq: number, changes: Record<string, unknown>) =>
  ({ type: "update", seq, entry: entry(seq), changes }) as const;
const page = (...updates: ShownAgain["updates"]): ShownAgain => ({ game: "g1", view: VIEW, updates });

it("a frame is the view after an entry; of what others alone saw there is none", () => {
  const frames = unrolled([
    page(update(2, { round: 2 }), { type: "skip", seq: 3 }),
    page(update(4, { phase: "commit" })),
  ]);
  expect(frames.map(({ seq, view }) => [seq, view.round, view.phase])).toEqual([
    [1, 1, "talk"],
    [2, 2, "talk"],
    [4, 2, "commit"],
  ]);
});

it("pages are fetched on from the last seq until one is empty", async () => {
  const asked: number[] = [];
  const pages = await pagesOf((after) => {
    asked.push(after);
    return Promise.resolve(after < 5 ? page(update(after + 2, {})) : page());
  });
  expect(asked).toEqual([1, 3, 5]);
  expect(pages).toHaveLength(2);
});

it("a game in which nothing happened yet is one frame", async () => {
  expect(unrolled(await pagesOf(() => Promise.resolve(page())))).toHaveLength(1);
});

it("phases are marked where they begin, rounds by their first", () => {
  const frames = unrolled([
    page(
      update(2, {}),
      update(3, { phase: "commit" }),
      update(4, { round: 2, phase: "talk" }),
      update(5, {}),
    ),
  ]);
  expect(phaseMarks(frames).map(({ place, first }) => [place, first])).toEqual([
    [0, true],
    [2, false],
    [3, true],
  ]);
});

it("titles of earlier cards are known", () => {
  const card = { id: "c1", title: "Flood" };
  expect(titlesIn(unrolled([page(update(2, { card }), update(3, { card: null }))]))).toEqual({ c1: "Flood" });
});

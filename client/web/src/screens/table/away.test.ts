import { expect, it } from "vitest";
import type { Event } from "../../api/contract";
import { entry } from "../../testing/fixture";
import { whileAway } from "./away";

const by = (actor: string, seq: number, ...events: Event[]) => ({ ...entry(seq, ...events), actor });
const said: Event = { type: "said", role: "farm", to: [], words: 0, tells: null };
const pledged: Event = { type: "pledged", role: "farm", brings: 2 };
const began: Event = { type: "phase_began", phase: "commit", round: 1, deadline: null };
const away = { after: 3, ms: 5_000 };
const all = [by("farm", 3, pledged), by("farm", 4, said), by("mill", 5, pledged), by("farm", 6, pledged)];

it("a seat that was not away has missed nothing", () => {
  expect(whileAway({ away: null, entries: all, seat: "mill" })).toEqual([]);
});

it("what others did after it was last heard is told in order, its own moves are not", () => {
  expect(whileAway({ away, entries: all, seat: "mill" })).toEqual([
    { what: "words", n: 1 },
    { what: "event", event: pledged },
  ]);
});

it("many words are one thing, and where the table stands comes last", () => {
  const entries = [by("farm", 4, said), by("farm", 5, said), by("clock", 6, began)];
  expect(whileAway({ away, entries, seat: "mill" })).toEqual([{ what: "words", n: 2 }, { what: "phase" }]);
});

import { describe, expect, it } from "vitest";
import type { Event, ToldView, View } from "../api/contract";
import own from "../strings/coach.ftl?raw";
import { argsOf, castOf } from "../strings/sentences";
import { has, learn, t } from "../strings/text";
import { VIEW } from "../testing/fixture";
import { explain, trackBefore } from "./explain";
import source from "./explain.ts?raw";

learn(own);

const PAIR = {
  pair: "mill+farm",
  a: "mill",
  b: "farm",
  bond: 0,
  strain: 4,
  known: true,
  seam: 0,
  splinters: 0,
};
const TABLE: View = {
  ...VIEW,
  pairs: [PAIR],
  tracks: [
    { id: "trust", value: 3, top: 10 },
    { id: "tension", value: 6, top: 12 },
    { id: "bite", value: 0, top: 10 },
  ],
  introduces: { bargain: 2, voice: 3 },
};
const missed: Event = { type: "card_missed", brought: 7, need: 9, key_missing: null };
const met = (credited: string | null): Event => ({
  type: "card_met",
  brought: 9,
  need: 9,
  imposed_by: null,
  credited,
});
const brought = (role: string, effort: number): Event => ({ type: "brought", role, effort });
const tells = (role: string, can: number, asks: Record<string, number> = {}): ToldView => ({
  role,
  to: [],
  tells: { can: [{ brings: can, price: 0 }], strain: {}, asks, names: {} },
});
const with_ = (...told: ToldView[]): View => ({ ...TABLE, told });
const line = (view: View, ...events: Event[]) => {
  const { id, data } = explain(view, events);
  return t(`coach-${id}`, argsOf(data, castOf(view)));
};

describe("after a missed card the coach says", () => {
  it("that nobody asked who could bring more, where nobody did", () => {
    expect(line(TABLE, missed)).toBe("Nobody asked who could bring more today, and it was 2 short.");
    expect(explain(TABLE, [missed]).suggest).toBe("ask");
  });

  it("who had said that it could bring more, and points at the crack between the two", () => {
    const said = explain(with_(tells("farm", 6)), [brought("farm", 3), missed]);
    expect(said).toMatchObject({ id: "could-have", at: { pair: "mill+farm" }, suggest: "bargain" });
    expect(line(with_(tells("farm", 6)), brought("farm", 3), missed)).toContain("could bring 6");
  });

  it("nothing of those whose words would not have been enough, nor of what I said myself", () => {
    expect(explain(with_(tells("farm", 4)), [brought("farm", 3), missed]).id).toBe("nobody-asked");
    expect(explain(with_(tells("mill", 9)), [brought("mill", 3), missed]).id).toBe("nobody-asked");
  });

  it("who brought nothing although it was asked", () => {
    const asked = with_(tells("mill", 3, { farm: 4 }));
    expect(explain(asked, [brought("farm", 0), missed])).toMatchObject({ id: "brought-nothing" });
    expect(explain(asked, [brought("farm", 2), missed]).id).toBe("all-short");
  });

  it("which key was lacking before anything about how much", () => {
    const lacking: Event = { type: "card_missed", brought: 9, need: 9, key_missing: "money" };
    expect(line(TABLE, lacking)).toContain("money");
  });
});

describe("what weighs more is said first", () => {
  const erupted: Event = { type: "erupted", count: 1 };
  const brink: Event = { type: "brink_reached", reasons: ["bite"] };

  it("the brink before an eruption, an eruption before a missed card", () => {
    expect(explain(TABLE, [missed, erupted, brink])).toMatchObject({ id: "brink", at: { track: "bite" } });
    expect(explain(TABLE, [missed, erupted])).toMatchObject({ id: "erupted", at: { track: "tension" } });
  });

  it("a broken word before the card that it cost", () => {
    const broken: Event = {
      type: "promise_ended",
      offer: 3,
      kind: "bargain",
      outcome: "broken",
      role: "farm",
      to: ["mill"],
      words: 0,
    };
    expect(explain(TABLE, [missed, broken])).toMatchObject({ id: "broke", at: { pair: "mill+farm" } });
    expect(explain(TABLE, [missed, { ...broken, role: "mill", to: ["farm"] }]).id).toBe("i-broke");
    expect(explain(TABLE, [missed, { ...broken, outcome: "kept" }]).id).toBe("nobody-asked");
  });
});

describe("a met card", () => {
  it("tells whoever carried what it cost, and what may be asked for it once bargains are there", () => {
    expect(explain(TABLE, [met("mill")])).toMatchObject({ id: "i-carried", suggest: "bargain-for-carrying" });
    const late = { ...TABLE, introduces: { bargain: 5 } };
    expect(explain(late, [met("mill")]).suggest).toBeNull();
  });

  it("tells the others who carried, and points at the crack to it", () => {
    expect(explain(TABLE, [met("farm")])).toMatchObject({ id: "met-by", at: { pair: "mill+farm" } });
    expect(explain(TABLE, [met(null)]).id).toBe("met");
  });

  it("comes after what I kept too little of for my own services", () => {
    const poor: Event = {
      type: "number_moved",
      role: "mill",
      what: "standing",
      delta: -1,
      cause: "delivery.poor",
    };
    expect(explain(TABLE, [met("mill"), poor])).toMatchObject({
      id: "kept-too-little",
      at: { number: "standing" },
    });
  });
});

it("a naming that held points at its crack; one that raked it over says why", () => {
  expect(explain(TABLE, [{ type: "naming_contained", pairs: ["mill+farm"] }])).toMatchObject({
    id: "contained",
    at: { pair: "mill+farm" },
  });
  expect(line(TABLE, { type: "raked_over", reason: "crowded" })).toContain("Too many");
});

it("naming is not advised before it can be done", () => {
  const papered: Event = { type: "papered_over" };
  expect(explain(TABLE, [papered]).suggest).toBeNull();
  expect(explain({ ...TABLE, round: 2 }, [papered]).suggest).toBe("name");
});

it("a quiet round is said to be quiet", () => {
  expect(explain(TABLE, []).id).toBe("quiet");
});

it("what a track was is what it is less what this round moved", () => {
  const up = (delta: number): Event => ({
    type: "track_moved",
    track: "tension",
    delta,
    cause: "card.heat",
    role: null,
  });
  expect(trackBefore(TABLE, [up(2), up(-1)], "tension")).toEqual([5, 6]);
});

it("the catalogue has every line and every suggestion that there is a rule for", () => {
  const lines = [...source.matchAll(/said\(\s*"([\w-]+)"/g)].map((match) => `coach-${match[1]}`);
  const tries = [...source.matchAll(/(?<!(?:all|last)\(round), "([\w-]+)"(?:, "\w+")?\)/g)].map(
    (match) => `coach-try-${match[1]}`,
  );
  expect(lines.length).toBeGreaterThan(18);
  expect(tries.length).toBeGreaterThan(10);
  expect([...lines, ...tries].filter((id) => !has(id))).toEqual([]);
});

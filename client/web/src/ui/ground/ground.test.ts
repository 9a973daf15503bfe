import { describe, expect, it } from "vitest";
import type { PairView, RoleView, View } from "../../api/contract";
import { castOf } from "../../strings/sentences";
import { VIEW } from "../../testing/fixture";
import { crack, layout } from "./layout";
import * as marks from "./marks";
import { numbersOf, sceneOf } from "./scene";
import { SIZES } from "./sizes";
import { type Line, type Point, spaceOf } from "./space";
import { inWords } from "./words";

const SEEDS = Array.from({ length: 25 }, (_, nth) => `table ${nth}`);
const SIX = ["mill", "farm", "inn", "forge", "school", "church"];
const [PLAIN] = VIEW.roles as [RoleView, ...RoleView[]];

interface Told {
  locals?: number;
  centre?: boolean;
  pairs?: Record<string, Partial<PairView>>;
  away?: string[];
  more?: Partial<View>;
}

/** A table of so many locals and a crown outside, with what is told of its pairs. */
function table({ locals = 3, centre = true, pairs = {}, away = [], more = {} }: Told = {}): View {
  const seated = SIX.slice(0, locals).map((id, hue) => ({
    ...PLAIN,
    id,
    hue,
    name: `the ${id}`,
    at_table: !away.includes(id),
  }));
  const crown = {
    ...PLAIN,
    id: "crown",
    hue: 7,
    name: "the crown",
    seated: false,
    at_table: false,
    centre: true,
  };
  const roles = centre ? [...seated, crown] : seated;
  return {
    ...VIEW,
    roles,
    tracks: [
      { id: "tension", value: 3, top: 12 },
      { id: "common", value: 10, top: 12 },
    ],
    pairs: roles.flatMap(({ id: a }, first) =>
      roles.slice(first + 1).map(({ id: b }) => ({
        pair: `${a}+${b}`,
        a,
        b,
        bond: 0,
        strain: 0,
        known: true,
        seam: 0,
        splinters: 0,
        ...pairs[`${a}+${b}`],
      })),
    ),
    ...more,
  };
}

const { width, height } = SIZES.small;
const space = spaceOf(width, height);
const drawn = (view: View, seed = "table", hole = 0.3) => {
  const scene = sceneOf(view, seed, numbersOf(view));
  return { scene, ...layout(scene, space, hole) };
};

/** Every strain between the two bounds, different for each pair and seed. */
const strained = (seed: string, told: Told = {}, most = 10) => {
  const view = table(told);
  return table({
    ...told,
    pairs: Object.fromEntries(
      view.pairs.map(({ pair }, nth) => [
        pair,
        {
          ...told.pairs?.[pair],
          strain: (nth * 7 + seed.length + seed.charCodeAt(seed.length - 1)) % (most + 1),
        },
      ]),
    ),
  });
};

function crosses([a, b]: readonly [Point, Point], [c, d]: readonly [Point, Point]): boolean {
  const turn = (p: Point, q: Point, r: Point) =>
    (q[0] - p[0]) * (r[1] - p[1]) - (q[1] - p[1]) * (r[0] - p[0]);
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0;
}
const sides = (edge: Line) =>
  edge.map((point, nth) => [point, edge[(nth + 1) % edge.length] as Point] as const);
const crossings = (a: Line, b: Line) =>
  sides(a).flatMap((one) => sides(b).filter((other) => crosses(one, other))).length;

describe("the ground's lines", () => {
  it("are the same for the same seed and other ones for another", () => {
    expect(drawn(table(), "a").plates).toEqual(drawn(table(), "a").plates);
    expect(drawn(table(), "a").plates[1]?.edge).not.toEqual(drawn(table(), "b").plates[1]?.edge);
  });

  it("stay where they are when one strain changes: no other fault moves", () => {
    for (const seed of SEEDS) {
      const before = drawn(strained(seed), seed).faults;
      const after = drawn(table({ pairs: { "mill+farm": { strain: 9 } } }), seed).faults;
      expect(after.map(({ line }) => line)).toEqual(before.map(({ line }) => line));
    }
    const calm = drawn(table(), "one").faults;
    const torn = drawn(table({ pairs: { "mill+farm": { strain: 9 } } }), "one").faults;
    const wider = torn.filter(({ gape }, nth) => gape[0] !== calm[nth]?.gape[0]);
    expect(wider.map(({ tie }) => tie.id)).toEqual(["mill+farm"]);
  });

  it("are the same lines on a phone and on a projector, only stretched", () => {
    const view = table({ pairs: { "mill+farm": { strain: 5 } } });
    const scene = sceneOf(view, "table", numbersOf(view));
    const small = layout(scene, spaceOf(300, 200), 0.3).plates[1]?.edge ?? [];
    const large = layout(scene, spaceOf(1200, 800), 0.3).plates[1]?.edge ?? [];
    expect(large.map(([x, y]) => [x / 4, y / 4].map(Math.round))).toEqual(
      small.map(([x, y]) => [x, y].map(Math.round)),
    );
  });

  it("fit each other across a wall: both edges are its midline, moved apart along one way", () => {
    for (const fault of drawn(strained("fit")).faults.slice(0, 3)) {
      expect(new Set(fault.across.map(String)).size).toBe(1);
      expect(fault.gape.every((gape) => gape > 0)).toBe(true);
    }
  });

  it.each([
    ["three locals round a common ground", {}],
    ["three locals and no centre", { centre: false }],
    ["two locals", { locals: 2 }],
    ["six locals", { locals: 6 }],
  ])("keep plates apart, whatever their strains: %s", (_, told) => {
    for (const seed of SEEDS) {
      const { plates, common } = drawn(strained(seed, told), seed);
      const edges = [...plates.map(({ edge }) => edge), common];
      for (const [nth, edge] of edges.entries())
        for (const other of edges.slice(nth + 1)) expect(crossings(edge, other), seed).toBe(0);
    }
  });
});

describe("a crack", () => {
  it("is wider with every point of strain, and a hairline without", () => {
    const widths = Array.from({ length: 11 }, (_, strain) => crack(strain));
    expect(widths.every((width, strain) => strain === 0 || width > (widths[strain - 1] ?? 0) + 0.8)).toBe(
      true,
    );
    expect(widths[0]).toBeLessThan(1);
  });

  it("between locals that share no wall lies across the common ground once there is something to say", () => {
    const chords = (told: Told) =>
      drawn(table({ locals: 5, ...told })).faults.filter(({ scale }) => scale < 1);
    expect(chords({})).toEqual([]);
    expect(chords({ pairs: { "mill+inn": { strain: 3 } } })).toEqual([]);
    expect(chords({ pairs: { "mill+inn": { strain: 4 } } }).map(({ tie }) => tie.id)).toEqual(["mill+inn"]);
    expect(chords({ pairs: { "mill+inn": { splinters: 1 } } })).toHaveLength(1);
    expect(chords({ pairs: { "mill+inn": { strain: 9 } }, away: ["inn"] })).toEqual([]);
    expect(chords({ pairs: { "mill+farm": { strain: 9 } } })).toEqual([]);
  });
});

describe("a mark", () => {
  const first = (told: Told, pair = "mill+farm") =>
    drawn(table(told)).faults.find(({ tie, main }) => main && tie.id === pair) as ReturnType<
      typeof layout
    >["faults"][number];
  const count = (path: string) => path.split("M").length - 1;

  it("of gold fills the very crack that was mended, and is broken into beads in its last round", () => {
    expect(marks.seam(first({}), space)).toBeNull();
    const whole = marks.seam(first({ pairs: { "mill+farm": { seam: 2 } } }), space);
    expect([whole?.fill !== "", whole?.beads]).toEqual([true, ""]);
    const last = marks.seam(first({ pairs: { "mill+farm": { seam: 1 } } }), space);
    expect([last?.fill, last?.beads !== ""]).toEqual(["", true]);
  });

  it("of a broken promise is three shards each, at most nine", () => {
    const shards = (splinters: number) =>
      count(marks.splinters(first({ pairs: { "mill+farm": { splinters } } }), space).light);
    expect([0, 1, 2, 5].map(shards)).toEqual([0, 3, 6, 9]);
  });

  it("of a pact is a bridge with a plank a round; an alliance has rails only", () => {
    const over = (rounds: number | null, left: number | null) => {
      const pact = {
        id: 1,
        kind: "pact",
        members: ["mill", "farm"],
        last: 3,
        rounds,
        left,
        carried: [],
        words: 0,
      };
      const bridge = marks.span(first({ more: { pacts: [pact] } }), space, 0.3);
      return bridge && [count(bridge.planks), count(bridge.spent), count(bridge.rails)];
    };
    expect(over(2, 2)).toEqual([2, 0, 2]);
    expect(over(2, 1)).toEqual([1, 1, 2]);
    expect(over(null, null)).toEqual([0, 0, 2]);
    expect(marks.span(first({}), space, 0.3)).toBeNull();
  });

  it("stands once on a pair that has two faults", () => {
    const { faults } = drawn(table({ locals: 2, pairs: { "mill+farm": { splinters: 1 } } }));
    expect(faults.filter(({ tie, main }) => main && tie.id === "mill+farm")).toHaveLength(1);
  });
});

describe("a plate", () => {
  it("drifts from the table when its role retreats, and its sign with it", () => {
    const { plates } = drawn(table({ away: ["mill"] }));
    const drifted = plates.filter(({ drift, turn }) => Math.hypot(...drift) > 5 && turn !== 0);
    expect(drifted.map(({ plate }) => plate.id)).toEqual(["mill"]);
  });

  it("of a role that never sits lies round the others and has not retreated", () => {
    const { scene } = drawn(table());
    expect([scene.outside?.id, scene.outside?.gone]).toEqual(["crown", false]);
    expect(scene.locals.map(({ id }) => id)).toEqual(["inn", "farm", "mill"]);
  });

  it("of a role that is not in play is not there", () => {
    const view = table();
    const roles = view.roles.map((role) => ({ ...role, in_play: role.id !== "farm" }));
    expect(drawn({ ...view, roles }).plates.map(({ plate }) => plate.id)).toEqual(["crown", "inn", "mill"]);
  });
});

describe("the picture in words", () => {
  const said = (told: Told) => {
    const view = table(told);
    return inWords(view, castOf(view)).join(" ");
  };

  it("says that all is calm", () => {
    expect(said({})).toBe("Nobody is far apart.");
  });

  it("names who is far apart, and whether that is known or only seen from outside", () => {
    expect(said({ pairs: { "mill+farm": { strain: 4 } } })).toBe(
      "The mill and the farm are far apart; nobody has named it.",
    );
    expect(said({ pairs: { "mill+farm": { strain: 4, known: false } } })).toBe(
      "The mill and the farm look far apart from outside.",
    );
  });

  it("tells of retreat, gold, splinters, pacts and the break to come", () => {
    const pact = {
      id: 1,
      kind: "pact",
      members: ["mill", "farm"],
      last: 3,
      rounds: 2,
      left: 1,
      carried: [],
      words: 0,
    };
    expect(
      said({
        away: ["inn"],
        pairs: { "mill+farm": { seam: 2, strain: 5 }, "farm+crown": { splinters: 2 } },
        more: {
          pacts: [pact],
          tracks: [
            { id: "tension", value: 8, top: 12 },
            { id: "common", value: 8, top: 12 },
          ],
        },
      }),
    ).toBe(
      "The inn has left the table. The ground is about to break. 2 broken promises lie between the farm and the crown. " +
        "What lay between the mill and the farm is mended. The mill and the farm hold a pact for one more round.",
    );
  });
});

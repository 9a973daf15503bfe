import type { Fault } from "./layout";
import { draws, swing } from "./noise";
import { angleOf, closed, moved, open, type Point, type Space, tenth, towards } from "./space";

/** The point of the line at this step, the way across and the width there. */
const standing = (fault: Fault, step: number) => ({
  point: fault.line[step] as Point,
  across: fault.across[step] as Point,
  gape: fault.gape[step] ?? 0,
});
const somewhere = (fault: Fault, draw: () => number) => 1 + Math.floor(draw() * (fault.line.length - 2));

/** Both edges of the crack as one shape. */
export function gash(fault: Fault, share = 1, least = 0, until = fault.line.length): string {
  const steps = fault.line.slice(0, until);
  const side = (half: number) =>
    steps.map((point, step) => {
      const { across, gape } = standing(fault, step);
      return moved(point, across, Math.max(least, gape * share) * half);
    });
  return steps.length > 1 ? closed([...side(-0.5), ...side(0.5).reverse()]) : "";
}

/** Side cracks: each has its own place and the strain from which it grows. */
export function spurs(fault: Fault, { unit }: Space, shortest: number): string {
  if (fault.scale < 1) return gash(fault);
  const draw = draws(`${fault.seed} spurs`);
  const { strain, left } = fault.tie;
  if (left) return "";
  return Array.from({ length: 7 }, () => {
    const step = somewhere(fault, draw);
    const side = draw() < 0.5 ? -1 : 1;
    const from = 1.6 + draw() * 6.2;
    const lean = swing(draw) * 0.65;
    const longest = 7 + draw() * 10;
    const kink = swing(draw) * 0.45;
    const length = Math.min(longest, (strain - from) * 4.2) * unit;
    if (length < shortest * unit) return "";
    const { point, across, gape } = standing(fault, step);
    const angle = angleOf([across[0] * side, across[1] * side]) + lean;
    const root = moved(point, across, side * gape * 0.38);
    const knee = moved(root, towards(angle), length / 2);
    const tip = moved(knee, towards(angle + kink), length * 0.55);
    const broad = towards(angle + Math.PI / 2);
    const half = (1 + strain * 0.13) * unit * 0.75;
    const edge = (way: number) => [moved(root, broad, half * way), moved(knee, broad, half * way * 0.45)];
    return closed([...edge(1), tip, ...edge(-1).reverse()]);
  }).join("");
}

/** A seam of gold: the crack filled unevenly, with a light along it and veins into both plates. */
export interface Seam {
  fill: string;
  light: string;
  veins: string;
  /** In its last round it is broken into beads. */
  beads: string;
}

export function seam(fault: Fault, { unit }: Space): Seam | null {
  const { poured, fading } = fault.tie;
  if (!poured) return null;
  const until = Math.ceil(fault.line.length * poured);
  const line = fault.line.slice(0, until);
  if (fading) return { fill: "", light: "", veins: "", beads: open(line) };
  const draw = draws(`${fault.seed} veins`);
  const veins = Array.from({ length: fault.main ? 4 : 0 }, () => {
    const step = somewhere(fault, draw);
    const side = draw() < 0.5 ? -1 : 1;
    const { point, across } = standing(fault, step);
    const angle = angleOf([across[0] * side, across[1] * side]) + swing(draw) * 0.5;
    const length = (5 + draw() * 7) * unit * fault.scale;
    const knee = moved(point, towards(angle), length / 2);
    const tip = moved(knee, towards(angle + swing(draw) * 0.6), length / 2);
    return step < until ? open([point, knee, tip]) : "";
  });
  return {
    fill: gash(fault, 0.92, 4.4 * unit * fault.scale, until),
    light: open(line.map(([x, y]): Point => [x - unit * 0.5 * fault.scale, y - unit * 0.6 * fault.scale])),
    veins: veins.join(""),
    beads: "",
  };
}

const SHARDS = [
  { turn: -0.78, length: 17, width: 2.6, aside: -4.5 },
  { turn: -0.22, length: 31, width: 3.6, aside: 0 },
  { turn: 0.5, length: 19, width: 2.8, aside: 4.2 },
];
const SPLINTERS_AT_MOST = 3;

/** A broken promise: one long shard and two short ones thrust across the crack; `dark` is their shaded half. */
export function splinters(fault: Fault, { unit }: Space): { light: string; dark: string } {
  const draw = draws(`${fault.seed} splinters`);
  const size = unit * fault.scale;
  const count = fault.main ? Math.min(SPLINTERS_AT_MOST, fault.tie.splinters) : 0;
  let [light, dark] = ["", ""];
  for (let nth = 0; nth < count; nth++) {
    const step = Math.round((0.62 - 0.24 * nth) * (fault.line.length - 1));
    const { point, across, gape } = standing(fault, step);
    for (const { turn, length, width, aside } of SHARDS) {
      const ahead = towards(angleOf(across) + turn + swing(draw) * 0.125);
      const long = (length + draw() * 3) * size + gape * 0.35;
      const broad: Point = [-ahead[1], ahead[0]];
      const foot = moved(point, [-across[1], across[0]], aside * size);
      const [tip, tail] = [moved(foot, ahead, long * 0.62), moved(foot, ahead, -long * 0.42)];
      const left = moved(moved(foot, broad, width * size * 1.1), ahead, -long * 0.12);
      const right = moved(foot, broad, -width * size * 0.9);
      light += closed([tip, left, tail, right]);
      dark += closed([tip, right, tail]);
    }
  }
  return { light, dark };
}

/** A pact over the fault, in its own coordinates: two rails, a plank a round; spent planks are only outlines. */
export interface Span {
  transform: string;
  rails: string;
  planks: string;
  spent: string;
  grain: string;
}

export function span(fault: Fault, { unit }: Space, hole: number): Span | null {
  const { bridge } = fault.tie;
  if (!bridge || !fault.main) return null;
  const size = unit * fault.scale;
  const { point, across, gape } = standing(
    fault,
    Math.round((hole > 0.4 ? 0.7 : 0.52) * (fault.line.length - 1)),
  );
  const long = gape + 28 * size;
  const half = 8 * size;
  const [end, rail] = [long / 2 + 2 * size, half * 0.62];
  const cell = long / Math.max(1, bridge.planks);
  let [planks, spent, grain] = ["", "", ""];
  for (let nth = 0; nth < bridge.planks; nth++) {
    const x = -long / 2 + cell * nth;
    const plank = `M${tenth(x + cell * 0.09)} ${tenth(-half)}h${tenth(cell * 0.82)}v${tenth(half * 2)}h${tenth(-cell * 0.82)}Z`;
    if (nth >= bridge.left) spent += plank;
    else {
      planks += plank;
      grain += `M${tenth(x + cell * 0.35)} ${tenth(-half * 0.75)}V${tenth(half * 0.6)}M${tenth(x + cell * 0.62)} ${tenth(-half * 0.4)}V${tenth(half * 0.8)}`;
    }
  }
  return {
    transform: `translate(${tenth(point[0])} ${tenth(point[1])}) rotate(${tenth((angleOf(across) * 180) / Math.PI)})`,
    rails: `M${tenth(-end)} ${tenth(-rail)}H${tenth(end)}M${tenth(-end)} ${tenth(rail)}H${tenth(end)}`,
    planks,
    spent,
    grain,
  };
}

const STONES_FROM = 5;

/** Loose stones in wide faults that nobody has mended. */
export function stones(fault: Fault, { unit }: Space): string {
  if (fault.scale < 1 || fault.tie.strain < STONES_FROM || fault.tie.poured) return "";
  const draw = draws(`${fault.seed} stones`);
  return Array.from({ length: 5 }, (_, nth) => {
    const { point, across } = standing(fault, somewhere(fault, draw));
    const size = (0.9 + draw() * 1.5) * unit;
    const turn = draw() * 6;
    const [x, y] = moved(point, across, swing(draw) * fault.width * 0.25);
    return closed(
      [0, 1, 2, 3, 4].map((corner): Point => {
        const reach = size * (0.7 + 0.075 * ((corner * 7 + nth * 3) % 5));
        const angle = turn + (corner * Math.PI * 2) / 5;
        return [x + Math.cos(angle) * reach, y + Math.sin(angle) * reach * 0.8];
      }),
    );
  }).join("");
}

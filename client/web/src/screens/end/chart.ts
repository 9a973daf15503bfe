import type { Mark, Story } from "./story";

/** One shape of a drawing, for the page and for the file to keep alike: its tag, its attributes, its text. */
export interface Shape {
  tag: "path" | "text" | "circle" | "rect";
  /** `class` says how it looks; everything else is where it lies. */
  at: Readonly<Record<string, string | number>>;
  text?: string;
}

const LEFT = 34;
const RIGHT = 12;
const TALL = 210;
const ROW = 46;
const TOP = 28;
const DOT = 13;

export interface Drawing {
  height: number;
  shapes: readonly Shape[];
}

export interface Track {
  id: string;
  label: string;
  top: number;
  gold: boolean;
}

interface Ask {
  story: Story;
  rounds: number;
  /** What wears the ground away, and the ground that bears it: drawn together, large. */
  over: Track;
  ground: Track;
  /** Every other track, each on a row of its own. */
  others: readonly Track[];
  /** In units of the drawing, which are pixels on the page. */
  wide: number;
  start: string;
}

/** The section through the game: tension against the ground that bears it, the other tracks below, breaks through all. */
export function draw({ story, rounds, over, ground, others, wide, start }: Ask): Drawing {
  const x = (at: number) => round1(LEFT + (at / Math.max(1, rounds)) * (wide - LEFT - RIGHT));
  const y = (value: number) => round1(TOP + TALL - (value / ground.top) * TALL);
  const floor = TOP + TALL;
  const height = floor + 34 + others.length * ROW;
  const line = (id: string) => story.lines[id] ?? [];
  const path = (id: string) =>
    `M${line(id)
      .map(([at, value]) => `${x(at)} ${y(value)}`)
      .join("L")}`;
  const lastAt = line(ground.id).at(-1)?.[0] ?? 0;
  const dots = apart(
    story.marks.map(({ at }) => x(at)),
    wide - DOT,
  );
  const shapes: Shape[] = [
    { tag: "path", at: { class: "ground", d: `${path(ground.id)}L${x(lastAt)} ${floor}L${x(0)} ${floor}Z` } },
    ...[0, ground.top / 2, ground.top].map(
      (value): Shape => ({
        tag: "text",
        at: { class: "scale", x: LEFT - 8, y: y(value) + 5 },
        text: `${value}`,
      }),
    ),
    { tag: "path", at: { class: "floor", d: `M${LEFT} ${floor}H${wide - RIGHT}` } },
    { tag: "path", at: { class: "edge", d: path(ground.id) } },
    { tag: "path", at: { class: "over", d: path(over.id) } },
    ...Array.from({ length: rounds + 1 }, (_, n) => n).map(
      (n): Shape => ({
        tag: "text",
        at: { class: n === 0 ? "tick first" : "tick", x: x(n), y: floor + 20 },
        text: n === 0 ? start : `${n}`,
      }),
    ),
    ...others.flatMap((track, row) => sparkline(track, line(track.id), floor + 34 + row * ROW, x)),
    ...story.marks.flatMap((mark, place) => marked(mark, x(mark.at), height, dots[place] ?? 0, place + 1)),
  ];
  return { height, shapes };
}

function sparkline(
  { label, top, gold }: Track,
  line: readonly (readonly [number, number])[],
  from: number,
  x: (at: number) => number,
): Shape[] {
  const y = (value: number) => round1(from + ROW - 8 - (value / top) * (ROW - 26));
  const [first, last] = [line[0]?.[1] ?? 0, line.at(-1)?.[1] ?? 0];
  return [
    { tag: "text", at: { class: "label", x: LEFT, y: from + 12 }, text: `${label} ${first} – ${last}` },
    {
      tag: "path",
      at: {
        class: gold ? "spark gold" : "spark",
        d: `M${line.map(([at, value]) => `${x(at)} ${y(value)}`).join("L")}`,
      },
    },
  ];
}

/** A break is a crack from top to bottom, anything else a thin line; its number stands in the list below the chart. */
function marked({ event }: Mark, x: number, height: number, dot: number, number: number): Shape[] {
  const broke = event.type === "erupted";
  const crack = [0, 1, 2, 3, 4, 5, 6].map(
    (n) => `${x + (n % 2 === 0 ? -3 : 4)} ${TOP + (n * (height - TOP)) / 6}`,
  );
  return [
    {
      tag: "path",
      at: { class: broke ? "crack" : "left", d: broke ? `M${crack.join("L")}` : `M${x} ${TOP}V${height}` },
    },
    { tag: "circle", at: { class: "dot", cx: dot, cy: DOT, r: DOT - 1 } },
    { tag: "text", at: { class: "number", x: dot, y: DOT + 5 }, text: `${number}` },
  ];
}

/** The same places, moved no further than it takes for each dot to be seen whole, the last one left of `end`. */
export function apart(places: readonly number[], end: number): number[] {
  const pushed: number[] = [];
  for (const place of places) pushed.push(Math.max(place, (pushed.at(-1) ?? -2 * DOT) + 2 * DOT));
  let most = end;
  return pushed
    .reverse()
    .map((place) => {
      const kept = Math.min(place, most);
      most = kept - 2 * DOT;
      return kept;
    })
    .reverse();
}

const round1 = (n: number) => Math.round(n * 10) / 10;

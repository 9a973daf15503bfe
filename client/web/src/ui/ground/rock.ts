import { tenth } from "./space";

/** A role's rock, as a pattern of two by two cells: a fourth cue beside hue, shape and letter. */
export function rock(hue: number, cell: number): string {
  const draw = ROCKS[hue % ROCKS.length] as (n: (share: number) => string) => string;
  return draw((share) => tenth(share * cell));
}

type Measure = (share: number) => string;
const cells = (n: Measure, radius: number, centres: readonly (readonly [number, number])[]) =>
  centres
    .map(([x, y]) => {
      const corner = [0, 1, 2, 3, 4, 5].map((nth) => {
        const angle = (nth * Math.PI) / 3;
        return `${n(x + radius * Math.sin(angle))} ${n(y - radius * Math.cos(angle))}`;
      });
      return `M${corner.join("L")}Z`;
    })
    .join("");
const tuft = (n: Measure, x: number, y: number) =>
  `M${n(x)} ${n(y)}l${n(0.25)} ${n(0.45)}l${n(0.25)} ${n(-0.45)}`;
const star = (n: Measure, x: number, y: number) =>
  `M${n(x - 0.2)} ${n(y)}h${n(0.4)}M${n(x)} ${n(y - 0.2)}v${n(0.4)}`;

/** Sandstone, limestone, tuff, granite, basalt, flint, shale, slate: in the order of the eight signs. */
const ROCKS: readonly ((n: Measure) => string)[] = [
  (n) => `M${n(0.5)} ${n(0.5)}h.01M${n(1.5)} ${n(1.4)}h.01M${n(1.3)} ${n(0.3)}h.01M${n(0.3)} ${n(1.6)}h.01`,
  (n) => `M0 .5H${n(2)}M0 ${n(1)}H${n(2)}M${n(0.5)} 0V${n(1)}M${n(1.5)} ${n(1)}V${n(2)}`,
  (n) => tuft(n, 0.25, 0.3) + tuft(n, 1.25, 1.3),
  (n) => star(n, 0.5, 0.5) + star(n, 1.5, 1.5),
  (n) =>
    cells(n, 0.42, [
      [0.55, 0.55],
      [1.5, 1.5],
    ]),
  (n) =>
    `M0 ${n(0.4)}q${n(0.5)} ${n(-0.5)} ${n(1)} 0t${n(1)} 0M0 ${n(1.4)}q${n(0.5)} ${n(0.5)} ${n(1)} 0t${n(1)} 0`,
  (n) => `M0 ${n(0.5)}h${n(0.9)}M${n(1.1)} ${n(1)}h${n(0.7)}M${n(0.3)} ${n(1.5)}h${n(1)}`,
  (n) => `M0 0L${n(2)} ${n(2)}`,
];

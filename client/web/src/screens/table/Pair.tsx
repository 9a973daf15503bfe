import type { RoleView } from "../../api/contract";
import { Emblem } from "../../ui/Emblem";
import styles from "./deals.module.css";

/** Strained while nothing is agreed, narrow as it would be then, a bridge while it binds, and what became of it. */
export type Crack = "strained" | "narrow" | "bridge" | "kept" | "broken" | "void";

const HALF = 19;
const STEPS = [0, 1, 2, 3, 4, 5, 6];
const HEIGHT = 36;
/** Half the width of the crack, by what became of it. */
const GAPS: Record<Crack, number> = {
  strained: 4.5,
  narrow: 1.6,
  bridge: 4,
  kept: 1.6,
  broken: 5,
  void: 4.5,
};

/** Two plates and one crack: how a relation stands, drawn the same for the same two wherever it is shown. */
export function Pair({ a, b, crack }: { a: RoleView; b: RoleView; crack: Crack }) {
  const jags = jagged(`${a.id}+${b.id}`);
  const edge = (side: -1 | 1) =>
    STEPS.map((step, at): [number, number] => [
      2 * HALF + (jags[at] ?? 0) + side * GAPS[crack],
      2 + (step / (STEPS.length - 1)) * (HEIGHT - 4),
    ]);
  const plate = (side: -1 | 1) => {
    const far = side < 0 ? 2 : 4 * HALF - 2;
    return `M${far} 3L${edge(side)
      .map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`)
      .join("L")}L${far} ${HEIGHT - 3}Z`;
  };
  const middle = STEPS.map(
    (step, at) => `${(2 * HALF + (jags[at] ?? 0)).toFixed(1)} ${2 + (step / 6) * (HEIGHT - 4)}`,
  );
  return (
    <span className={`${styles.pair} ${crack === "void" ? styles.pairVoid : ""}`} aria-hidden="true">
      <svg viewBox={`0 0 ${4 * HALF} ${HEIGHT + 5}`} aria-hidden="true" focusable="false">
        {([-1, 1] as const).map((side) => (
          <g key={side} className={`hue-${(side < 0 ? a : b).hue}`}>
            <path d={plate(side)} transform="translate(0 4)" fill="var(--strata-4)" />
            <path d={plate(side)} transform="translate(0 2)" fill="var(--strata-2)" />
            <path d={plate(side)} fill="var(--plate)" stroke="var(--hue)" strokeWidth=".8" />
          </g>
        ))}
        {crack === "kept" && (
          <path
            d={`M${middle.join("L")}`}
            fill="none"
            stroke="var(--gold)"
            strokeWidth="3.2"
            strokeLinejoin="round"
          />
        )}
        {crack === "broken" && (
          <path
            d="M34 33L45 3L41.5 21ZM37.5 21L26 14.5L36 17.5ZM40.5 17L51 23.5L41.5 20.5Z"
            fill="var(--red)"
            stroke="var(--red-lo)"
            strokeWidth=".8"
          />
        )}
        {crack === "bridge" && (
          <g stroke="var(--timber-lo)" strokeWidth="1">
            <path d="M26 15.5H50M26 24.5H50" fill="none" strokeWidth="1.8" />
            <rect x="29" y="13" width="7.6" height="14" fill="var(--timber)" />
            <rect x="39.4" y="13" width="7.6" height="14" fill="var(--timber)" />
          </g>
        )}
      </svg>
      {[a, b].map((role) => (
        <Emblem key={role.id} hue={role.hue} letter={role.letter} size={15} />
      ))}
    </span>
  );
}

/** The crack's jags, in units of the drawing, from the letters of a name alone. */
function jagged(name: string): number[] {
  let seed = [...name].reduce((sum, letter) => (sum * 31 + letter.charCodeAt(0)) % 65_521, 7);
  return STEPS.map(() => {
    seed = (seed * 17_364 + 11) % 65_521;
    return (seed / 65_521 - 0.5) * 6.5;
  });
}

import styles from "./ui.module.css";

/** Things are counted before they are read: goodwill is a round clay token, capacity a slate block. */
type Kind = "goodwill" | "capacity";

interface Props {
  kind: Kind;
  /** How many lie here. */
  n: number;
  /** Dashed places beside them: tokens that are spoken for. */
  gone?: number;
  size?: number;
}

export function Tokens({ kind, n, gone, size = 16 }: Props) {
  const places = Array.from({ length: Math.max(0, n) + Math.max(0, gone ?? 0) }, (_, place) => place);
  if (places.length === 0) return null;
  return (
    <span className={styles.tokens} aria-hidden="true">
      {places.map((place) => (
        <Token
          key={`${place}${place < n}`}
          kind={kind}
          size={size}
          gone={place >= n}
          comes={gone !== undefined}
        />
      ))}
    </span>
  );
}

interface TokenProps extends Required<Pick<Props, "kind" | "size">> {
  gone: boolean;
  /** It lies among places, so it comes from one of them. */
  comes: boolean;
}

function Token({ kind, size, gone, comes }: TokenProps) {
  const own = kind === "goodwill" ? "gw" : "cp";
  const line = gone
    ? { fill: "none", stroke: "var(--edge)", strokeDasharray: "2 2", strokeWidth: 1.3 }
    : { fill: `var(--${own})`, stroke: `var(--${own}-lo)`, strokeWidth: 1.3 };
  return (
    <svg
      viewBox="0 0 16 16"
      width={size}
      height={size}
      aria-hidden="true"
      focusable="false"
      data-comes={(comes && !gone) || undefined}
    >
      {kind === "goodwill" ? (
        <circle cx="8" cy="8" r="7" {...line} />
      ) : (
        <rect x="1" y="1" width="14" height="14" rx="1.6" {...line} />
      )}
      {!gone &&
        (kind === "goodwill" ? (
          <circle cx="8" cy="8" r="4" fill="none" stroke="var(--gw-lo)" opacity=".65" />
        ) : (
          <path d="M5 4.4H11" stroke="var(--cp-hi)" strokeWidth="1.3" opacity=".8" />
        ))}
    </svg>
  );
}

/** Effort as tally strokes in fives. */
export function Tally({ n, height = 15 }: { n: number; height?: number }) {
  const strokes = Array.from({ length: Math.max(0, n) }, (_, stroke) => stroke);
  const x = (stroke: number) => 2 + stroke * 5.2 + Math.floor(stroke / 5) * 4;
  const width = n > 0 ? x(n - 1) + 3 : 0;
  return (
    <svg
      viewBox={`0 0 ${width} 15`}
      width={(width * height) / 15}
      height={height}
      aria-hidden="true"
      focusable="false"
    >
      {strokes.map((stroke) => (
        <path
          key={stroke}
          d={`M${x(stroke)} 2L${x(stroke) - 0.6} 13`}
          stroke="var(--ink)"
          strokeWidth="2"
          strokeLinecap="round"
        />
      ))}
    </svg>
  );
}

interface RulerProps {
  value: number;
  top: number;
  /** A red stroke above which something breaks. */
  mark?: number | undefined;
  gold?: boolean | undefined;
}

/** A track as a row of strokes; what is not there is small and grey. */
export function Ruler({ value, top, mark, gold }: RulerProps) {
  const step = 12;
  return (
    <svg
      className={`runs ${styles.ruler}`}
      viewBox={`0 0 ${top * step} 20`}
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {Array.from({ length: top }, (_, place) => place).map((place) => {
        const on = place < value;
        return (
          <rect
            key={place}
            x={place * step + 2.5}
            y={on ? 3 : 11.7}
            width="6.6"
            height={on ? 14 : 5.3}
            fill={on ? (gold ? "var(--gold)" : "var(--ink)") : "var(--edge)"}
            opacity={on ? 1 : 0.55}
          />
        );
      })}
      {mark !== undefined && mark <= top && (
        <path
          d={`M${mark * step} 0V20`}
          stroke="var(--red)"
          strokeWidth="2"
          vectorEffect="non-scaling-stroke"
        />
      )}
    </svg>
  );
}

/** A role's sign: colour, shape and letter together, never colour alone. */
const SHAPES: readonly string[] = [
  "M-12 0A12 12 0 1 1 12 0A12 12 0 1 1 -12 0Z",
  "M-10.6 -10.6H10.6V10.6H-10.6Z",
  "M0 -14L14 10.4H-14Z",
  "M0 -13.4L13.4 0L0 13.4L-13.4 0Z",
  "M0 -13L11.2 -6.5V6.5L0 13L-11.2 6.5V-6.5Z",
  "M-11 10.8V-1.2A11 11 0 0 1 11 -1.2V10.8Z",
  "M-11 -11H11V1.2L0 14.4L-11 1.2Z",
  "M-6.7 -13H6.7V-6.7H13V6.7H6.7V13H-6.7V6.7H-13V-6.7H-6.7Z",
];
/** Where the letter sits so that it looks centred in its shape. */
const BASELINES: readonly number[] = [4.6, 4.6, 7, 4.6, 4.6, 5.2, 3, 4.6];

interface Props {
  hue: number;
  letter: string;
  size?: number;
  /** A ring: you; a dashed ring: the table waits for it; a tick: ready; vacant: nobody sits there. */
  state?: "you" | "waiting" | "vacant" | undefined;
  ready?: boolean | undefined;
}

export function Emblem({ hue, letter, size = 28, state, ready }: Props) {
  const vacant = state === "vacant";
  const ringed = state === "you" || state === "waiting";
  return (
    <svg
      className={`hue-${hue}`}
      viewBox="-20 -20 40 40"
      width={size * 1.4}
      height={size * 1.4}
      aria-hidden="true"
      focusable="false"
    >
      {ringed && (
        <circle
          r="18.6"
          fill="none"
          stroke="var(--ink)"
          strokeWidth="1.6"
          strokeDasharray={state === "waiting" ? "5 4" : undefined}
        />
      )}
      <path
        d={SHAPES[hue % SHAPES.length]}
        fill={vacant ? "none" : "var(--hue)"}
        stroke={vacant ? "var(--edge)" : "none"}
        strokeDasharray="3 2.5"
        strokeWidth="1.4"
      />
      <text
        y={BASELINES[hue % BASELINES.length]}
        textAnchor="middle"
        fontSize="12.8"
        fontWeight="700"
        fill={vacant ? "var(--ink-3)" : "var(--on-hue)"}
      >
        {letter}
      </text>
      {ready && (
        <g transform="translate(12.5 -12)">
          <circle r="6.4" fill="var(--ink)" stroke="var(--paper)" strokeWidth="1.2" />
          <path
            d="M-2.8 .2L-.8 2.3L2.9 -2.2"
            fill="none"
            stroke="var(--paper)"
            strokeWidth="1.7"
            strokeLinecap="round"
          />
        </g>
      )}
    </svg>
  );
}

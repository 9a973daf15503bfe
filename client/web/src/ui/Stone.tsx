import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import { torn } from "./ground/noise";
import { rock } from "./ground/rock";
import { closed, type Line } from "./ground/space";
import styles from "./stone.module.css";

interface Props {
  /** Whose ground it is: tint, contours and rock; none is bare stone. */
  hue?: number | undefined;
  /** Its torn edge: the same for the same word. */
  seed: string;
  className?: string | undefined;
  children: ReactNode;
}

/** How far its torn edge may lie inside the box, and how thick it is below, in pixels. */
const EDGE = 5;
const CELL = 12;
/** Widths of the height lines that follow its edge, widest first. */
const HEIGHTS = [34, 22, 12, 5.6] as const;
/** How far down each layer lies, deepest first. */
const STRATA = [20, 15, 10, 7, 3] as const;

/** Secret things stand on your own plate: if the stone is yours, only you may be looking. As large as what stands on it. */
export function Stone({ hue, seed, className, children }: Props) {
  const box = useRef<HTMLDivElement>(null);
  const [[width, height], measure] = useState([0, 0]);
  const id = useId();
  useLayoutEffect(() => {
    const of = box.current;
    if (!of) return;
    const watch = new ResizeObserver(() => measure([of.offsetWidth, of.offsetHeight]));
    watch.observe(of);
    return () => watch.disconnect();
  }, []);
  const edge = width > 0 ? closed(outline(seed, width, height)) : "";
  return (
    <div
      ref={box}
      className={`${styles.stone} ${hue === undefined ? styles.bare : `hue-${hue}`} ${className ?? ""}`}
    >
      <svg className={styles.picture} width={width} height={height} aria-hidden="true" focusable="false">
        <defs>
          <path id={`${id}e`} d={edge} />
          <clipPath id={`${id}c`}>
            <use href={`#${id}e`} />
          </clipPath>
          {hue !== undefined && (
            <pattern id={`${id}r`} width={CELL * 2} height={CELL * 2} patternUnits="userSpaceOnUse">
              <path className={styles.rock} d={rock(hue, CELL)} />
            </pattern>
          )}
        </defs>
        {STRATA.map((down, layer) => (
          <use key={down} href={`#${id}e`} className={styles[`strata${5 - layer}`]} y={down} />
        ))}
        <g clipPath={`url(#${id}c)`}>
          <use href={`#${id}e`} className={styles.top} />
          {HEIGHTS.map((wide, step) => (
            <g key={wide} className={styles[`height${step}`]}>
              <use href={`#${id}e`} strokeWidth={wide + 1.2} />
              <use href={`#${id}e`} strokeWidth={wide} />
            </g>
          ))}
          {hue !== undefined && <use href={`#${id}e`} fill={`url(#${id}r)`} opacity="0.45" />}
        </g>
        <use href={`#${id}e`} className={styles.lip} />
      </svg>
      {children}
    </div>
  );
}

/** Once round the box: each side is torn. */
function outline(seed: string, width: number, height: number): Line {
  const side = (name: string) => torn(`${seed} ${name}`, 4, EDGE * 0.7);
  const along = (line: readonly number[], at: number) => at / (line.length - 1);
  const top = side("top");
  const right = side("right");
  const bottom = side("bottom");
  const left = side("left");
  return [
    ...top.map((off, at): [number, number] => [EDGE + along(top, at) * (width - 2 * EDGE), EDGE + off]),
    ...right.map((off, at): [number, number] => [
      width - EDGE + off,
      EDGE + along(right, at) * (height - 2 * EDGE),
    ]),
    ...bottom.map((off, at): [number, number] => [
      width - EDGE - along(bottom, at) * (width - 2 * EDGE),
      height - EDGE + off,
    ]),
    ...left.map((off, at): [number, number] => [
      EDGE + off,
      height - EDGE - along(left, at) * (height - 2 * EDGE),
    ]),
  ];
}

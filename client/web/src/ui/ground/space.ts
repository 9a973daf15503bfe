/** Where things lie: polar coordinates mapped to a superellipse, so that every size shows the same lines, only stretched. */

export type Point = readonly [x: number, y: number];
export type Line = readonly Point[];

const ROUNDNESS = 2.7;

export interface Space {
  width: number;
  height: number;
  centre: Point;
  /** One hundredth of the shorter half axis. */
  unit: number;
  /** How deep the cliff at the front is. */
  depth: number;
  /** The point at this radius (1: the box's edge) and angle (clockwise from the east). */
  at: (radius: number, angle: number) => Point;
  /** The radius and angle of a point. */
  polar: (point: Point) => { radius: number; angle: number };
  /** So many units along the ray at this angle, as a radius. */
  radius: (units: number, angle: number) => number;
}

export function spaceOf(width: number, height: number): Space {
  const depth = height * 0.065;
  const across = width * 0.485;
  const down = (height - depth) * 0.485;
  const centre: Point = [width / 2, down + height * 0.012];
  const unit = Math.min(across, down) / 100;
  const reach = (angle: number): Point => {
    const [x, y] = [Math.cos(angle), Math.sin(angle)];
    const stretch = (Math.abs(x) ** ROUNDNESS + Math.abs(y) ** ROUNDNESS) ** (-1 / ROUNDNESS);
    return [across * stretch * x, down * stretch * y];
  };
  return {
    width,
    height,
    centre,
    unit,
    depth,
    at: (radius, angle) => {
      const [x, y] = reach(angle);
      return [centre[0] + radius * x, centre[1] + radius * y];
    },
    polar: ([x, y]) => {
      const angle = Math.atan2((y - centre[1]) / down, (x - centre[0]) / across);
      return { radius: Math.hypot(x - centre[0], y - centre[1]) / Math.hypot(...reach(angle)), angle };
    },
    radius: (units, angle) => (units * unit) / Math.hypot(...reach(angle)),
  };
}

export const moved = (point: Point, way: Point, by: number): Point => [
  point[0] + way[0] * by,
  point[1] + way[1] * by,
];
export const towards = (angle: number): Point => [Math.cos(angle), Math.sin(angle)];
export const angleOf = (way: Point) => Math.atan2(way[1], way[0]);
export const between = (a: Point, b: Point, share: number): Point => [
  a[0] + (b[0] - a[0]) * share,
  a[1] + (b[1] - a[1]) * share,
];
/** The way that lies to the right of walking from one point to the other. */
export function beside(from: Point, to: Point): Point {
  const [x, y] = [to[0] - from[0], to[1] - from[1]];
  const length = Math.hypot(x, y) || 1;
  return [-y / length, x / length];
}

export const tenth = (n: number) => String(Math.round(n * 10) / 10);
const joined = (line: Line) => line.map(([x, y]) => `${tenth(x)} ${tenth(y)}`).join("L");
export const open = (line: Line) => (line.length > 1 ? `M${joined(line)}` : "");
export const closed = (line: Line) => `M${joined(line)}Z`;

export type Detail = "tile" | "small" | "full";

/** What is drawn at each size: the box in pixels of its own, the radius of the common ground, the signs' size. */
export const SIZES: Record<Detail, { width: number; height: number; hole: number; sign: number }> = {
  tile: { width: 240, height: 160, hole: 0.25, sign: 18 },
  small: { width: 360, height: 206, hole: 0.3, sign: 27 },
  full: { width: 720, height: 440, hole: 0.3, sign: 33 },
};

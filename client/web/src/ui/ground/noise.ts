/** Seeded roughness: the same seed gives the same line on every screen and in every replay. */

const TURN = Math.PI * 2;

/** Draws from 0 up to 1, one after another, that hang on nothing but the seed. */
export function draws(seed: string): () => number {
  let state = 2166136261;
  for (let at = 0; at < seed.length; at++) state = Math.imul(state ^ seed.charCodeAt(at), 16777619);
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A draw from -1 to 1. */
export const swing = (draw: () => number) => draw() * 2 - 1;

/** How far a torn edge lies beside the straight line, at 2^halvings + 1 places along it: midpoint displacement. */
export function torn(seed: string, halvings: number, amplitude: number): number[] {
  const draw = draws(seed);
  let line = [0, (swing(draw) * amplitude) / 2];
  let reach = amplitude;
  for (let halving = 0; halving < halvings; halving++) {
    line = line.flatMap((here, at) => {
      const next = line[at + 1];
      return next === undefined ? [here] : [here, (here + next) / 2 + swing(draw) * reach];
    });
    reach *= 0.56;
  }
  return line;
}

/** Roughness round a circle, by angle: octaves of straight lines between seeded knots. */
export function rough(seed: string, octaves: readonly (readonly [knots: number, amplitude: number])[]) {
  const rings = octaves.map(([knots, amplitude], place) => {
    const draw = draws(`${seed}${place}`);
    return Array.from({ length: knots }, () => swing(draw) * amplitude);
  });
  return (angle: number): number => {
    const turn = angle / TURN - Math.floor(angle / TURN);
    return rings.reduce((sum, ring) => {
      const at = turn * ring.length;
      const before = Math.floor(at);
      const share = at - before;
      const here = ring[before % ring.length] ?? 0;
      const next = ring[(before + 1) % ring.length] ?? 0;
      return sum + here * (1 - share) + next * share;
    }, 0);
  };
}

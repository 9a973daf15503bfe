import type { Frame } from "./frames";

/** Where a phase begins among the frames; the first of a round has its number. */
export interface PhaseMark {
  place: number;
  phase: string;
  round: number;
  first: boolean;
}

export function phaseMarks(frames: readonly Frame[]): PhaseMark[] {
  return frames.flatMap(({ view: { phase, round } }, place) => {
    const before = frames[place - 1]?.view;
    if (before && before.phase === phase && before.round === round) return [];
    return [{ place, phase, round, first: round > 0 && before?.round !== round }];
  });
}

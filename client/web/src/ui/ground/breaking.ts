import type { View } from "../../api/contract";
import { trackLook } from "../../screens/table/looks";

interface Breaking {
  track: string | undefined;
  tension: number;
  common: number | undefined;
}

/** The track that breaks the ground, and the value above which it does. */
export function breaking({ tracks }: View): Breaking {
  const track = tracks.find(({ id }) => trackLook(id).mark);
  const mark = track && trackLook(track.id).mark;
  return {
    track: track?.id,
    tension: track?.value ?? 0,
    common: tracks.find(({ id }) => id === mark)?.value,
  };
}

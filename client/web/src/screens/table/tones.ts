import type { Cue } from "./announcing";

/** Frequencies in Hz, one after another: two rising for a turn, a knock for an offer, three falling as the sheets open. */
const TONES: Record<Cue, readonly number[]> = {
  turn: [523, 784],
  offer: [330, 330],
  reveal: [659, 523, 392],
};
const APART = 0.14;
const LENGTH = 0.32;
const LOUD = 0.12;

let audio: AudioContext | null = null;

/** Plays a cue at once; silent where the browser has no sound or does not yet allow any. */
export async function play(cue: Cue) {
  audio ??= new AudioContext();
  if (audio.state === "suspended") await audio.resume();
  for (const [place, frequency] of TONES[cue].entries()) sound(audio, frequency, place * APART);
}

function sound(audio: AudioContext, frequency: number, after: number) {
  const start = audio.currentTime + after;
  const tone = new OscillatorNode(audio, { type: "triangle", frequency });
  const volume = new GainNode(audio, { gain: 0 });
  volume.gain.setValueAtTime(0, start);
  volume.gain.linearRampToValueAtTime(LOUD, start + 0.012);
  volume.gain.exponentialRampToValueAtTime(0.0001, start + LENGTH);
  tone.connect(volume).connect(audio.destination);
  tone.start(start);
  tone.stop(start + LENGTH);
}

/**
 * How phases and tracks look: the only place of the browser that knows their ids. It decides what is drawn where,
 * never what may be done: that is `legal`'s (law 2).
 */
import type { Command } from "../../api/contract";

/** What is drawn: who has come, a round being played, what came of it, how it ended. */
type Stage = "waiting" | "playing" | "told" | "over";

interface PhaseLook {
  stage: Stage;
  /** Message id of what is asked of people now. */
  asks: string;
  /** Message id of the button that says "ready" in this phase. */
  ready: string;
  /** The host turns the projector's pages in this phase. */
  paced?: true;
}

const PHASES: Record<string, PhaseLook> = {
  gathering: { stage: "waiting", asks: "asks-gathering", ready: "ready-gathering" },
  brief: { stage: "playing", asks: "asks-brief", ready: "ready-brief" },
  talk: { stage: "playing", asks: "asks-talk", ready: "ready-talk" },
  commit: { stage: "playing", asks: "asks-commit", ready: "ready-commit" },
  reveal: { stage: "told", asks: "asks-reveal", ready: "ready-reveal", paced: true },
  stocktake: { stage: "told", asks: "asks-stocktake", ready: "ready-stocktake" },
  end: { stage: "over", asks: "asks-end", ready: "ready-end" },
};

export const phaseLook = (phase: string): PhaseLook =>
  PHASES[phase] ?? { stage: "playing", asks: "asks-talk", ready: "ready-talk" };

/**
 * Gold is for trust; a track whose `mark` is another track breaks something above that one's value; what a meeting is
 * about moves those that are `focused`.
 */
const TRACKS: Record<string, { gold?: boolean; mark?: string; focused?: boolean }> = {
  bite: { focused: true },
  cred: { focused: true },
  tension: { mark: "common" },
  trust: { gold: true },
};

export const trackLook = (track: string) => TRACKS[track] ?? {};

/** The host's commands that end a phase, in the order of the round, and the message id of each one's button. */
export const MOVING_COMMANDS = ["skip_talk", "force_commit", "move_on"] as const;

/** `move_on` fits several phases, so it says which one is meant: a double press must not end two. */
export const moving = (type: (typeof MOVING_COMMANDS)[number], phase: string): Command =>
  type === "move_on" ? { type, phase } : { type };

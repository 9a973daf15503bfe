import { capital, list, t } from "../../strings/text";

/** What can be told of a moment at the table to whoever does not look at it. */
export interface Moment {
  /** Game, round and phase: another one is another turn. */
  turn: string;
  /** "Round 2 of 7, talk." and what is asked now. */
  where: string;
  asks: string;
  told: boolean;
  paused: boolean;
  /** The table waits for this seat; and for nobody else. */
  mine: boolean;
  alone: boolean;
  /** Open offers that this seat may answer: who made each, by its id. */
  offers: ReadonlyMap<number, string>;
  /** How offers of mine were answered, by their ids. */
  answered: ReadonlyMap<number, string>;
  /** ms by the server's clock, null where none runs. */
  left: number | null;
  outage: Outage;
  /** What happened in the last break: how many things. */
  missed: number;
}

/** A break of the connection: none that anybody need know of, one that is told, one that lasts. */
export type Outage = "none" | "short" | "long";

/** Left of a phase when it is told, in s. */
const WARNINGS = [60, 20];

/** What has to be said now that `before` became `now`, in order; each thing is said by one change and by no other. */
export function announcements(before: Moment | null, now: Moment): string[] {
  const said: string[] = [];
  const turned = before?.turn !== now.turn;
  if (before && before.outage !== now.outage) {
    if (now.outage === "short") said.push(t("reconnecting"));
    if (now.outage === "long") said.push(`${t("no-connection")} ${t("safe-saved")}`);
    if (now.outage === "none") said.push(now.missed > 0 ? t("back-with", { n: now.missed }) : t("back"));
  }
  if (turned || before?.paused !== now.paused) {
    said.push(`${now.where} ${now.asks}`);
    if (now.left !== null && !now.paused) said.push(deadline(now.left));
  }
  const waits = now.alone && !now.paused;
  if (waits && (turned || !before?.alone)) said.push(t("waits-for-you"));
  if (before) said.push(...fresh(before.answered, now.answered));
  const from = fresh(before?.offers, now.offers);
  if (from.length > 0) said.push(capital(t("offer-waits", { who: list(new Set(from)), n: from.length })));
  if (before && !turned)
    said.push(...WARNINGS.filter((s) => crossed(before, now, s)).map((s) => deadline(s * 1000)));
  return said;
}

const crossed = (before: Moment, now: Moment, seconds: number) =>
  before.left !== null && now.left !== null && before.left > seconds * 1000 && now.left <= seconds * 1000;

function deadline(ms: number): string {
  const s = Math.ceil(ms / 1000);
  return s < 60 ? t("seconds-are-left", { n: s }) : t("minutes-are-left", { n: Math.round(s / 60) });
}

const fresh = (before: ReadonlyMap<number, string> | undefined, now: ReadonlyMap<number, string>) =>
  [...now].filter(([id]) => !before?.has(id)).map(([, text]) => text);

/** What is worth a tone. Each has its twin on the screen: the title and heading, the offer's slip, the reveal. */
export type Cue = "turn" | "offer" | "reveal";

export function cues(before: Moment | null, now: Moment): Cue[] {
  if (!before) return [];
  const turned = before.turn !== now.turn;
  if (turned && now.told && !before.told) return ["reveal"];
  if ([...now.offers.keys()].some((id) => !before.offers.has(id))) return ["offer"];
  const mine =
    now.mine && !now.told && !now.paused && (turned || !before.mine || (now.alone && !before.alone));
  return mine ? ["turn"] : [];
}

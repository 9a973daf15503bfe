import type { Event, View } from "../api/contract";
import { isIntroduced } from "./introduce";

type Of<T extends Event["type"]> = Extract<Event, { type: T }>;

/** One thing that just happened and why: a message `coach-<id>` of the catalogue and what it speaks of, in ids. */
export interface Explained {
  id: string;
  data: Record<string, string | number | readonly string[]>;
  /** The crack (a pair), the track or the number of mine at which it points. */
  at: { pair?: string; track?: string; number?: "goodwill" | "standing" };
  /** What one might do about it: the message `coach-try-<id>`, or null. */
  suggest: string | null;
}

/** The round as this seat has seen it: its events from the deal of the card on, in order. */
interface Round {
  view: View;
  events: readonly Event[];
}

function all<T extends Event["type"]>({ events }: Round, type: T): Of<T>[] {
  return events.filter((event): event is Of<T> => event.type === type);
}
const last = <T extends Event["type"]>(round: Round, type: T): Of<T> | undefined => all(round, type).at(-1);
const me = ({ view }: Round) => view.viewer;

/** A thing to try, if its dial will be there in the next round. */
const may = ({ view }: Round, id: string, dial: string) =>
  isIntroduced(view, dial, view.round + 1) ? id : null;

/** At the crack between the two, if there is one. */
function between({ view }: Round, a: string, b: string | undefined): Explained["at"] {
  const found = view.pairs.find(
    (each) => a !== b && [each.a, each.b].includes(a) && [each.a, each.b].includes(b ?? ""),
  );
  return found ? { pair: found.pair } : {};
}

type Rule = (round: Round) => Explained | null;

const said = (
  id: string,
  data: Explained["data"],
  at: Explained["at"] = {},
  suggest: string | null = null,
): Explained => ({ id, data, at, suggest });

/** What weighs most comes first; the first rule that has something to say says it. */
const RULES: readonly Rule[] = [
  brink,
  eruption,
  retreat,
  brokenWord,
  lackedKey,
  couldHave,
  nobodyAsked,
  nobodyBrought,
  missed,
  imposed,
  raked,
  papered,
  contained,
  keptTooLittle,
  carried,
  metByOthers,
];

export function explain(view: View, events: readonly Event[]): Explained {
  const round = { view, events };
  for (const rule of RULES) {
    const found = rule(round);
    if (found) return found;
  }
  return said("quiet", {});
}

function brink(round: Round) {
  const reason = last(round, "brink_reached")?.reasons[0];
  if (!reason) return null;
  const track = round.view.tracks.find((each) => each.id === reason)?.id;
  return said("brink", { reason }, track ? { track } : {}, `brink-${reason}`);
}

function eruption(round: Round) {
  const erupted = last(round, "erupted");
  if (!erupted) return null;
  return said("erupted", { count: erupted.count }, { track: "tension" }, may(round, "name", "voice"));
}

function retreat(round: Round) {
  const gone = last(round, "retreated");
  if (!gone) return null;
  if (gone.role === me(round)) return said("i-left", {}, { number: "goodwill" }, "come-back");
  return said("left", { role: gone.role }, between(round, gone.role, me(round)), "invite");
}

function brokenWord(round: Round) {
  const broken = all(round, "promise_ended").find(
    ({ outcome, role }) => outcome === "broken" && role !== null,
  );
  if (!broken?.role) return null;
  const { role, kind, to } = broken;
  const other = role === me(round) ? to[0] : (to.find((each) => each === me(round)) ?? to[0]);
  if (kind === "pledge")
    return role === me(round)
      ? said("i-broke-pledge", {}, { track: "trust" }, "pledge-less")
      : said("broke-pledge", { role }, between(round, role, me(round)), "believe");
  const at = between(round, role, other);
  return role === me(round)
    ? said("i-broke", { to }, at, "keep-small")
    : said("broke", { role, to }, at, "believe");
}

const missedCard = (round: Round) => last(round, "card_missed");
const short = ({ need, brought }: Of<"card_missed">) => Math.max(0, need - brought);

function lackedKey(round: Round) {
  const card = missedCard(round);
  if (!card?.key_missing) return null;
  return said("key", { key: card.key_missing }, {}, "ask-key");
}

/** Who said that it could bring more than it brought, by so much that it would have been enough. */
function couldHave(round: Round) {
  const card = missedCard(round);
  if (!card) return null;
  const brought = new Map(all(round, "brought").map(({ role, effort }) => [role, effort]));
  for (const { role, tells } of round.view.told) {
    const most = Math.max(0, ...tells.can.map(({ brings }) => brings));
    const gave = brought.get(role) ?? 0;
    if (role !== me(round) && most - gave >= short(card))
      return said(
        "could-have",
        { role, could: most, gave, short: short(card) },
        between(round, role, me(round)),
        may(round, "bargain", "bargain"),
      );
  }
  return null;
}

function nobodyAsked(round: Round) {
  const card = missedCard(round);
  const asked = round.view.told.some(({ tells }) => Object.values(tells.asks).some((n) => n > 0));
  return card && !asked ? said("nobody-asked", { short: short(card) }, {}, "ask") : null;
}

function nobodyBrought(round: Round) {
  const card = missedCard(round);
  const idle = all(round, "brought").find(({ effort, role }) => effort === 0 && role !== me(round));
  if (!card || !idle) return null;
  return said(
    "brought-nothing",
    { role: idle.role, short: short(card) },
    between(round, idle.role, me(round)),
    may(round, "bargain", "bargain"),
  );
}

function missed(round: Round) {
  const card = missedCard(round);
  return card ? said("all-short", { short: short(card) }, {}, "carry") : null;
}

function imposed(round: Round) {
  const alone = last(round, "imposed");
  if (!alone) return null;
  if (alone.role === me(round)) return said("i-imposed", {}, { track: "trust" });
  return said("imposed", { role: alone.role }, between(round, alone.role, me(round)));
}

function raked(round: Round) {
  const harm = last(round, "raked_over");
  if (!harm) return null;
  const pair = last(round, "named")?.pair;
  return said("raked", { reason: harm.reason }, pair ? { pair } : {}, `raked-${harm.reason}`);
}

function papered(round: Round) {
  if (!last(round, "papered_over")) return null;
  return said("papered", {}, { track: "tension" }, may(round, "name", "voice"));
}

function contained(round: Round) {
  const pairs = last(round, "naming_contained")?.pairs;
  return pairs?.[0] ? said("contained", { pairs }, { pair: pairs[0] }, "rest") : null;
}

function keptTooLittle(round: Round) {
  const cause = "delivery.poor";
  const lost = all(round, "number_moved").some((moved) => moved.cause === cause && moved.role === me(round));
  return lost ? said("kept-too-little", {}, { number: "standing" }, "keep-two") : null;
}

function carried(round: Round) {
  const met = last(round, "card_met");
  if (met?.credited !== me(round)) return null;
  return said("i-carried", {}, { number: "goodwill" }, may(round, "bargain-for-carrying", "bargain"));
}

function metByOthers(round: Round) {
  const met = last(round, "card_met");
  if (!met) return null;
  if (!met.credited) return said("met", {});
  return said("met-by", { role: met.credited }, between(round, met.credited, me(round)), "their-turn");
}

/** What a track was when the round began, and what it is. */
export function trackBefore(
  view: View,
  events: readonly Event[],
  track: string,
): [before: number, now: number] {
  const round = { view, events };
  const now = view.tracks.find(({ id }) => id === track)?.value ?? 0;
  const moved = all(round, "track_moved").filter((event) => event.track === track);
  return [now - moved.reduce((sum, { delta }) => sum + delta, 0), now];
}

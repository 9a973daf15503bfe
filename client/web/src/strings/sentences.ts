import type { Effect, Event, Headline, RoleView, View } from "../api/contract";
import { Refusal } from "../api/rest";
import { type Args, capital, dashed, has, list, readable, signed, t } from "./text";

/** Who is called what at this table. */
export interface Cast {
  /** "the council"; an unknown role keeps its own word. */
  name: (role: string) => string;
  pair: (pair: string) => string;
  title: (card: string) => string;
  /** Whoever has the instruments: "central government". */
  centre: string;
}

const EACH_ROLE = ["role", "target", "invited_by", "imposed_by", "credited", "carrier", "asker", "to"];
const LISTS_OF_ROLES = ["to", "members", "parties"];

export function castOf(view: View, titles: Readonly<Record<string, string>> = {}): Cast {
  const roles = new Map(view.roles.map((role) => [role.id, role]));
  const name = (role: string) => roles.get(role)?.name ?? readable(role);
  return {
    name,
    pair: (pair) => list(pair.split("+").map(name)),
    title: (card) => titles[card] ?? "…",
    centre: view.roles.find((role) => role.centre)?.name ?? t("the-centre"),
  };
}

/** One event as a sentence of the shared catalogue. */
export function sentence(event: Event, cast: Cast): string {
  const id = messageOf(event);
  const args = argsOf(event, cast);
  return has(id) ? capital(t(id, args)) : capital([readable(id), ...Object.values(args)].join(" "));
}

/** One of the three headlines of a round, in words. */
export const headline = ({ key, data }: Headline, cast: Cast) => capital(t(key, argsOf(data, cast)));

/** The catalogue has a variant of its own where an event has no credit, was imposed or lacked its key. */
function messageOf(event: Event): string {
  const id = `event-${event.type.replace(/_/g, "-")}`;
  if (event.type === "card_met")
    return `${id}${event.imposed_by ? "-imposed" : event.credited ? "" : "-nobody"}`;
  if (event.type === "card_missed" && event.key_missing) return `${id}-key`;
  return id;
}

/** A refused command in words. */
export function refusalText(code: string, data: Record<string, unknown>, cast: Cast): string {
  return t(`refusal-${dashed(code)}`, argsOf(data, cast));
}

/** Why a request failed: the sentence for its code, or that it did. */
export function errorText(error: unknown): string {
  const id = `error-${error instanceof Refusal ? error.code : "unknown"}`;
  return has(id) ? t(id, (error as Refusal).data as Args) : t("error-unknown");
}

/** Every field that a sentence may use: roles, pairs, tracks and causes already in words. */
export function argsOf(fields: object, cast: Cast): Args {
  const args: Args = { centre: cast.centre };
  for (const [key, value] of Object.entries(fields)) {
    const word = inWords(key, value, cast);
    if (word !== null) args[key] = word;
  }
  const { delta, brought, need, imposed_by, key_missing } = args;
  if (typeof delta === "number")
    Object.assign(args, { direction: delta < 0 ? "down" : "up", amount: Math.abs(delta) });
  if (typeof brought === "number" && typeof need === "number") args.short = Math.max(0, need - brought);
  if (imposed_by !== undefined && args.role === undefined) args.role = imposed_by;
  if (key_missing !== undefined) args.key = key_missing;
  return args;
}

function inWords(key: string, value: unknown, cast: Cast): string | number | null {
  if (key === "type" || value === null || value === undefined) return null;
  if (typeof value === "number") return value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if (Array.isArray(value)) return listed(key, value, cast);
  if (typeof value !== "string") return null;
  if (EACH_ROLE.includes(key)) return cast.name(value);
  return IN_WORDS[key]?.(value, cast) ?? value;
}

const IN_WORDS: Record<string, (value: string, cast: Cast) => string> = {
  pair: (pair, cast) => cast.pair(pair),
  track: (track) => trackLabel(track),
  cause: (cause) => t(`cause-${dashed(cause)}`),
  what: (what) => numberLabel(what),
  gained: (what) => numberLabel(what),
  lost: (what) => numberLabel(what),
  gain_cause: (cause) => t(`cause-${dashed(cause)}`),
  loss_cause: (cause) => t(`cause-${dashed(cause)}`),
  card: (card, cast) => cast.title(card),
  chip: (chip) => t(`weather-${chip.replace(/_/g, "-")}`),
};

function listed(key: string, values: unknown[], cast: Cast): string {
  const words = values.map(String);
  if (key === "pairs") return list(words.map(cast.pair));
  if (LISTS_OF_ROLES.includes(key)) return list(words.map(cast.name));
  return list(words.map(readable));
}

export const trackLabel = (track: string) => t(`track-${dashed(track)}`);
export const numberLabel = (what: string) => t(`number-${dashed(what)}`);

/** "your purpose −1", "tension +1", "the charity’s goodwill −1": an effect that is certain. */
export function effectText({ key, n }: Effect, cast: Cast): string {
  const [whose, what] = key.split(".");
  const change = signed(n);
  if (!what) return t("effect-track", { track: trackLabel(key), change });
  const message = `effect-${whose}`;
  if (has(message)) return t(message, { number: numberLabel(what), change });
  return t("effect-role", { role: cast.name(whose ?? ""), number: numberLabel(what), change });
}

export function roleOf(view: View, id: string | null | undefined): RoleView | undefined {
  return view.roles.find((role) => role.id === id);
}

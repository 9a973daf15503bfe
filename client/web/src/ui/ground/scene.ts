import type { RoleView, View } from "../../api/contract";
import { phaseLook } from "../../screens/table/looks";
import { breaking } from "./breaking";

export type Sign = "you" | "waiting" | "vacant" | undefined;

/** One role's ground. `away` goes from 0 (at the table) to 1 (it has drifted off); `outside`: it never sits. */
export interface Plate {
  id: string;
  hue: number;
  letter: string;
  label: string;
  outside: boolean;
  away: number;
  gone: boolean;
  bare: boolean;
  sign: Sign;
  ready: boolean;
}

/** What lies between two plates. `poured`: how much of a seam's length has its gold, 0 to 1; `fading`: its last round.
 * `left`: one of the two has drifted off. */
export interface Tie {
  id: string;
  left: boolean;
  strain: number;
  poured: number;
  fading: boolean;
  splinters: number;
  bridge: Bridge | null;
}

/** A pact over a fault: a plank for each round of its term, those `left` still lie. An alliance has rails only. */
export interface Bridge {
  planks: number;
  left: number;
}

export interface Scene {
  seed: string;
  /** Clockwise from the front. */
  locals: Plate[];
  outside: Plate | undefined;
  tie: (a: Plate, b: Plate) => Tie;
  /** From 0 to 1: how near the ground is to breaking. */
  heat: number;
  common: number;
}

/** The numbers that move smoothly, by name. */
export type Numbers = Readonly<Record<string, number>>;

const COMMON_TOP = 12;
const HOT_FROM = 2;
const HEAT_OVER = 2.5;

export function numbersOf(view: View): Numbers {
  const { tension, common } = breaking(view);
  const heat = common === undefined ? 0 : (tension - (common - HOT_FROM)) / HEAT_OVER;
  return {
    heat: Math.max(0, Math.min(1, heat)),
    common: common ?? COMMON_TOP,
    ...Object.fromEntries(view.roles.map((role) => [`away ${role.id}`, hasGone(role) ? 1 : 0])),
    ...Object.fromEntries(view.pairs.map((pair) => [`strain ${pair.pair}`, pair.strain])),
    ...Object.fromEntries(view.pairs.map((pair) => [`gold ${pair.pair}`, pair.seam > 0 ? 1 : 0])),
  };
}

const hasGone = (role: RoleView) => role.seated && !role.at_table;

const NOTHING: Tie = { id: "", left: false, strain: 0, poured: 0, fading: false, splinters: 0, bridge: null };

export function sceneOf(view: View, seed: string, numbers: Numbers): Scene {
  const plates = view.roles
    .filter((role) => role.in_play)
    .map((role) => plateOf(view, role, numbers[`away ${role.id}`] ?? 0));
  const ties = new Map<string, Tie>();
  for (const { pair, a, b, seam, splinters } of view.pairs) {
    const strain = numbers[`strain ${pair}`] ?? 0;
    const poured = seam > 0 ? (numbers[`gold ${pair}`] ?? 1) : 0;
    const left = plates.some(({ id, gone }) => gone && (id === a || id === b));
    const tie = {
      id: pair,
      left,
      strain,
      poured,
      fading: seam === 1,
      splinters,
      bridge: bridgeOf(view, a, b),
    };
    ties.set(`${a} ${b}`, tie);
    ties.set(`${b} ${a}`, tie);
  }
  const outside = plates.find((plate) => plate.outside);
  return {
    seed,
    locals: plates.filter((plate) => plate !== outside).reverse(),
    outside,
    tie: (a, b) => ties.get(`${a.id} ${b.id}`) ?? NOTHING,
    heat: numbers.heat ?? 0,
    common: numbers.common ?? COMMON_TOP,
  };
}

function plateOf(view: View, role: RoleView, away: number): Plate {
  const vacant = role.held_by === "open";
  const mine = view.me?.role === role.id;
  const waited = view.waiting_for.includes(role.id);
  return {
    id: role.id,
    hue: role.hue,
    letter: role.letter,
    label: role.label,
    outside: !role.seated,
    away: vacant ? 0 : away,
    gone: hasGone(role) && !vacant,
    bare: vacant,
    sign: vacant ? "vacant" : mine ? "you" : waited ? "waiting" : undefined,
    ready: !view.end && (role.ready || (role.committed && phaseLook(view.phase).stage === "playing")),
  };
}

function bridgeOf(view: View, a: string, b: string): Bridge | null {
  const pact = view.pacts.find(({ members }) => members.includes(a) && members.includes(b));
  return pact ? { planks: pact.rounds ?? 0, left: pact.left ?? 0 } : null;
}

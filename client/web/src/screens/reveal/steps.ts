import type { Event, View } from "../../api/contract";
import { type Happened, lastReveal } from "../table/history";
import { byCause, type Movement, movements } from "./movements";

/** One thing to take in at a time: how the card came out, a number that moved, or something that broke or was mended. */
export interface Step {
  key: string;
  kind: "card" | "moved" | "happened";
  /** What is said about it; a number that moved for a plain reason has none. */
  told: Happened | null;
  movement: Movement | null;
  /** Of the card: what each brought, and what pacts added to it. */
  brought: readonly Brought[];
  /** Of a pact that ran out: who never carried for it. */
  lacked: readonly string[];
}

type Brought = Extract<Event, { type: "brought" | "pact_helped" }>;

/** My numbers that a step is made of; capacity is fresh every round. */
const MINE: readonly string[] = ["goodwill", "standing", "purpose", "capnext"];

type Kinds = Partial<{ [T in Event["type"]]: (event: Extract<Event, { type: T }>) => boolean }>;

const always = () => true;

/** What is a step although it may move no number. */
const HAPPENED: Kinds = {
  erupted: always,
  retreated: always,
  returned: always,
  brink_reached: always,
  brink_cleared: always,
  promise_ended: ({ kind, outcome }) => outcome !== "void" && (outcome !== "kept" || kind !== "pledge"),
};

/** What says more about a number than its cause does, by the cause that it stands behind. */
const STORIES: readonly [RegExp, Kinds][] = [
  [/^pact\.completed/, { promise_ended: ({ outcome }) => outcome === "completed" }],
  [/^pact\.broken/, { promise_ended: ({ outcome, kind }) => outcome === "broken" && /pact|open/.test(kind) }],
  [/^broken\./, { promise_ended: ({ outcome }) => outcome === "broken" }],
  [/^naming$/, { naming_contained: always }],
  [/^raking/, { raked_over: always }],
  [/^papering/, { papered_over: always }],
  [/^call_out/, { called_out: always }],
  [/^imposing/, { imposed: always }],
  [/^mixed_message/, { mixed_message: always }],
  [/^eruption/, { erupted: always }],
  [/^retreat/, { retreated: always }],
];

const among = (kinds: Kinds, event: Event) =>
  (kinds[event.type] as ((event: Event) => boolean) | undefined)?.(event) ?? false;

/** What a reveal told, cut where the phase changed. */
export function chapters(told: readonly Happened[]): Happened[][] {
  const cut: Happened[][] = [[]];
  for (const each of told) {
    if (each.event.type === "phase_began") cut.push([]);
    cut.at(-1)?.push(each);
  }
  return cut;
}

/**
 * The last reveal and its stock-take, step by step; what a later phase adds comes behind. `all` that has happened tells
 * who carried for a pact before; `view` is of now.
 */
export function stepsOf(all: readonly Happened[], view: View): Step[] {
  const cut = chapters(lastReveal(all));
  const moved = movements(cut, view);
  return cut
    .flatMap((chapter, number) => inChapter(chapter, moved[number] ?? [], number))
    .map((step) => ({ ...step, lacked: lackedBy(step, all) }));
}

function lackedBy({ told }: Step, all: readonly Happened[]): string[] {
  const event = told?.event;
  if (event?.type !== "promise_ended" || event.outcome !== "lapsed") return [];
  const carried = (member: string) =>
    all.some(({ event: e }) => e.type === "pact_carried" && e.offer === event.offer && e.role === member);
  return event.to.filter((member) => !carried(member));
}

function inChapter(chapter: readonly Happened[], moved: readonly Movement[], number: number): Step[] {
  const key = (what: string) => `${number} ${what}`;
  const net = moved.filter(({ before, after }) => before !== after);
  const tracks = net
    .filter(({ kind }) => kind === "track")
    .map(
      (movement): Step => step("moved", key(movement.key), { movement, told: storyOf(movement, chapter) }),
    );
  const spoken = new Set(tracks.map(({ told }) => told));
  const card = chapter.find(({ event }) => event.type === "card_met" || event.type === "card_missed");
  const happened = chapter.filter((each) => among(HAPPENED, each.event) && !spoken.has(each));
  const mine = net.filter(({ kind, id }) => kind === "number" && MINE.includes(id));
  return [
    ...(card ? [step("card", key("card"), { told: card, brought: broughtIn(chapter) })] : []),
    ...tracks,
    ...happened.map((told) => step("happened", key(`${told.seq}.${told.place}`), { told })),
    ...mine.map((movement) => step("moved", key(movement.key), { movement })),
  ];
}

const step = (kind: Step["kind"], key: string, more: Partial<Step>): Step => ({
  kind,
  key,
  told: null,
  movement: null,
  brought: [],
  lacked: [],
  ...more,
});

const broughtIn = (chapter: readonly Happened[]) =>
  chapter.flatMap(({ event }) => (event.type === "brought" || event.type === "pact_helped" ? [event] : []));

/** The cause that weighed most in the direction in which the number went. */
export function mainCause({ before, after, parts }: Movement): string {
  const sign = Math.sign(after - before);
  return byCause(parts).find(({ delta }) => Math.sign(delta) === sign)?.cause ?? "";
}

function storyOf(movement: Movement, chapter: readonly Happened[]): Happened | null {
  const cause = mainCause(movement);
  const kinds = STORIES.find(([pattern]) => pattern.test(cause))?.[1];
  return (kinds && chapter.find(({ event }) => among(kinds, event))) ?? null;
}

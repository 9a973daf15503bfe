import type { CoalitionView, View } from "../../api/contract";
import own from "../../strings/reckoning.ftl?raw";
import { type Cast, sentence, trackLabel } from "../../strings/sentences";
import { capital, learn, list, signed, t } from "../../strings/text";
import { trackLook } from "../table/looks";
import type { Track } from "./chart";
import type { Mark, Promised, Story } from "./story";

learn(own);

/** "The partnership survived, strained": its fate with the band of the whole partnership. */
export function fate(view: View): string {
  if (view.end?.cause === "stopped") return t("ended-early");
  if (!view.end?.survived) return t("collapsed");
  const whole = view.coalitions.find(({ kind }) => kind === "partnership");
  return whole?.band ? t(`fate-${whole.band}`) : t("survived");
}

/** What wears the ground, the ground, and every other track, as a chart draws them. */
export function tracksFor(view: View): { over: Track; ground: Track; others: Track[] } {
  const tracks = view.tracks.map(
    ({ id, top }): Track => ({ id, top, label: trackLabel(id), gold: trackLook(id).gold ?? false }),
  );
  const over = tracks.find(({ id }) => trackLook(id).mark) as Track;
  const ground = tracks.find(({ id }) => id === trackLook(over.id).mark) as Track;
  return { over, ground, others: tracks.filter((track) => track !== over && track !== ground) };
}

const trackIn = (view: View, id: string) => view.tracks.find((track) => track.id === id)?.value ?? 0;

/** Why it ended, and on what ground. */
export function fateWhy(view: View): string {
  const { over, ground } = tracksFor(view);
  const bears = t("ends-with", { over: trackIn(view, over.id), ground: trackIn(view, ground.id) });
  return `${t(`ending-${view.end?.cause}`)} ${bears}`;
}

/** The chart in two sentences. */
export function chartSentence(story: Story, view: View): string {
  const { over, ground } = tracksFor(view);
  const way = t("chart-way", {
    over_from: story.start[over.id] ?? 0,
    over_to: trackIn(view, over.id),
    ground_from: story.start[ground.id] ?? 0,
    ground_to: trackIn(view, ground.id),
  });
  const times = (type: Mark["event"]["type"]) =>
    story.marks.filter(({ event }) => event.type === type).length;
  return `${way} ${t("chart-marks", { broke: times("erupted"), left: times("retreated") })}`;
}

export const markText = ({ round, event }: Mark, cast: Cast) =>
  t("in-round", { round, what: sentence(event, cast) });

const SIGNED: Record<string, string> = { pact: "pact-of", open: "alliance-of" };

export function coalitionName({ kind, members }: CoalitionView, cast: Cast): string {
  const names = list(members.map(cast.name));
  if (kind === "partnership") return t("the-partnership");
  const sealed = SIGNED[kind];
  return capital(sealed ? t(sealed, { members: names }) : names);
}

/** The four parts of a survival index: how long each may be, how long it is, and what it is made of. */
export function partsOf(coalition: CoalitionView, view: View, cast: Cast) {
  const { over, ground } = tracksFor(view);
  const among = view.pairs.filter(({ a, b }) => [a, b].every((role) => coalition.members.includes(role)));
  const bonds = list(
    among.map(({ pair, bond }) => t("bond-is", { pair: cast.pair(pair), bond: signed(bond) })),
  );
  const { lived, scheduled, life, cohesion, headroom, reserve } = coalition;
  const parts = [
    { part: "life", n: life, most: 50, why: t("why-life", { lived, scheduled, n: life }) },
    { part: "cohesion", n: cohesion, most: 20, why: t("why-cohesion", { bonds, n: cohesion }) },
    {
      part: "headroom",
      n: headroom,
      most: 15,
      why: t("why-headroom", {
        over: trackIn(view, over.id),
        ground: trackIn(view, ground.id),
        n: headroom,
      }),
    },
    { part: "reserve", n: reserve ?? 0, most: 15, why: t("why-reserve", { n: reserve ?? 0 }) },
  ];
  return coalition.alive ? parts : parts.map((each, place) => (place === 0 ? each : { ...each, why: null }));
}

export function outcomeText({ outcome, by, alive }: CoalitionView, cast: Cast): string | null {
  if (outcome) return t(`outcome-${outcome}`, { who: list(by.map(cast.name)) });
  return alive ? null : t("not-alive");
}

/** "The council left its pact with the PCT." */
export const promiseText = ({ event }: Promised, cast: Cast) => sentence(event, cast);

/** The author's own wording, or what was agreed as the game writes it. */
export function wordingOf({ words, terms }: Promised, cast: Cast): string | null {
  if (words) return t("in-quotes", { words });
  return terms && sentence(terms, cast);
}

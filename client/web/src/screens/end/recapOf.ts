import type { View } from "../../api/contract";
import { type Cast, headline, roleOf } from "../../strings/sentences";
import { capital, list, t } from "../../strings/text";
import { clauseText } from "../table/Mine";
import { draw } from "./chart";
import type { Recap } from "./recap";
import { isBroken, type Story } from "./story";
import {
  chartSentence,
  coalitionName,
  fate,
  fateWhy,
  markText,
  outcomeText,
  partsOf,
  promiseText,
  tracksFor,
  wordingOf,
} from "./words";

/** A phone's width: the drawing grows with the page, its letters too. */
const WIDE = 340;

/** The game in words for the file to keep. `name` is what the table called me. */
export function recapOf(story: Story, view: View, cast: Cast, name: string | null): Recap {
  const { end, me } = view;
  const role = roleOf(view, view.viewer)?.label ?? view.viewer;
  const score = end?.score;
  return {
    lang: document.documentElement.lang,
    dir: document.documentElement.dir,
    title: `${t("game")}: ${view.title}`,
    by: t("recap-by", { role: name ? `${name} (${role})` : role }),
    fate: fate(view),
    why: fateWhy(view),
    score:
      score && me
        ? {
            title: `${score.score} ${t("points")}`,
            band: [score.band && t(`band-${score.band}`), score.par !== null && t("par", { par: score.par })]
              .filter(Boolean)
              .join(". "),
            parts: [
              ...Object.entries(score.parts).map(([part, n]) => [t(`part-${part}`), n] as const),
              [t("in-total"), score.score] as const,
            ],
            aim: t("your-aim-was"),
            clauses: me.agenda.map((clause, place) => {
              const kept = score.clauses[place] ?? clause.holds;
              return `${clauseText(clause)}: ${t("it-was", { n: clause.value })}, ${t(kept ? "clause-kept" : "clause-missed")}`;
            }),
          }
        : null,
    coalitions: {
      title: t("who-held"),
      rows: view.coalitions.map((each) => ({
        name: coalitionName(each, cast),
        index: [`${each.index ?? 0}`, each.band && t(`band-${each.band}`)].filter(Boolean).join(" "),
        why: [...partsOf(each, view, cast).map(({ why }) => why), outcomeText(each, cast)].filter(
          (line) => line !== null,
        ),
      })),
    },
    promises: {
      title: t("promises"),
      rows: story.promises.map((each) => ({
        broken: isBroken(each),
        mark: t(isBroken(each) ? "promise-broken" : "promise-kept"),
        text: promiseText(each, cast),
        wording: wordingOf(each, cast),
      })),
    },
    chart: {
      title: t("chart-title"),
      sentence: chartSentence(story, view),
      legend: t("chart-legend"),
      wide: WIDE,
      drawing: draw({ story, rounds: view.rounds, ...tracksFor(view), wide: WIDE, start: t("chart-start") }),
      marks: story.marks.map((mark) => markText(mark, cast)),
    },
    rounds: story.rounds.map(({ round, title, headlines }) => ({
      title: t("recap-round", { round, title }),
      lines: headlines.map((each) => headline(each, cast)),
    })),
    bots: whoTheyWere(view, cast) ?? "",
  };
}

/** "The council was a bot that bargains for what the card needs." */
export function whoTheyWere(view: View, cast: Cast): string | null {
  const bots = Object.entries(view.end?.temperaments ?? {}).map(([role, temperament]) =>
    t("was-a-bot", { role: cast.name(role), temperament: t(`temperament-${temperament}`) }),
  );
  return bots.length > 0 ? `${capital(list(bots))}.` : null;
}

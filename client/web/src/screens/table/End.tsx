import { Suspense } from "react";
import type { Me, ScoreView } from "../../api/contract";
import { capital, list, t } from "../../strings/text";
import { Caught, later } from "../../ui/later";
import text from "../../ui/text.module.css";
import { useSeat } from "./context";
import { KeepJournal } from "./KeepJournal";
import { clauseText, Mark } from "./Mine";
import mineStyles from "./mine.module.css";
import { Reveal } from "./Reveal";
import revealStyles from "./reveal.module.css";

// A table comes to its end once.
const Reckoning = later(() => import("./Reckoning"));

/** The fate of the partnership, my score with its parts, and who the bots were. */
export function End() {
  const { view, cast } = useSeat();
  const { end, me } = view;
  if (!end) return <Reveal />;
  const bots = Object.entries(end.temperaments).map(([role, temperament]) =>
    t("was-a-bot", { role: cast.name(role), temperament: t(`temperament-${temperament}`) }),
  );
  return (
    <article className={revealStyles.end}>
      <p className={text.fault}>{t("after-round", { n: view.round })}</p>
      <h2>{t(end.survived ? "survived" : "collapsed")}</h2>
      <p className={revealStyles.endCause}>{t(`ending-${end.cause}`)}</p>
      {end.score && me && <Score score={end.score} me={me} />}
      {bots.length > 0 && <p className={text.quiet}>{capital(list(bots))}.</p>}
      <Caught instead={null}>
        <Suspense>
          <Reckoning />
        </Suspense>
      </Caught>
      <section>
        <h3 className={text.sectionTitle}>{t("last-round")}</h3>
        <Reveal />
      </section>
      <KeepJournal />
    </article>
  );
}

function Score({ score, me }: { score: ScoreView; me: Me }) {
  return (
    <div className={revealStyles.score}>
      <div>
        <p className={revealStyles.scoreN}>
          {score.score} <small>{t("points")}</small>
        </p>
        {score.band && <p className={revealStyles.band}>{t(`band-${score.band}`)}</p>}
        {score.par !== null && <p className={text.quiet}>{t("par", { par: score.par })}</p>}
      </div>
      <dl>
        {Object.entries(score.parts).map(([part, n]) => (
          <div key={part}>
            <dt>{t(`part-${part}`)}</dt>
            <dd>{n}</dd>
          </div>
        ))}
      </dl>
      <div>
        <h3 className={text.sectionTitle}>{t("your-aim-was")}</h3>
        <ol className={mineStyles.clauses}>
          {me.agenda.map((clause, place) => (
            <li key={clause.key}>
              <Mark on={score.clauses[place] ?? clause.holds} />
              <span>
                {clauseText(clause)} <small>{t("it-was", { n: clause.value })}</small>
              </span>
            </li>
          ))}
        </ol>
      </div>
    </div>
  );
}

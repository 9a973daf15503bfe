import { Link } from "react-router";
import type { Me, ScoreView } from "../../api/contract";
import { capital, list, t } from "../../strings/text";
import { useSeat } from "./context";
import { clauseText, Mark } from "./Mine";
import { Reveal } from "./Reveal";
import styles from "./table.module.css";

/** The fate of the partnership, my score with its parts, and who the bots were. */
export function End() {
  const { view, cast } = useSeat();
  const { end, me } = view;
  if (!end) return <Reveal />;
  const bots = Object.entries(end.temperaments).map(([role, temperament]) =>
    t("was-a-bot", { role: cast.name(role), temperament: t(`temperament-${temperament}`) }),
  );
  return (
    <article className={styles.end}>
      <p className={styles.fault}>{t("after-round", { n: view.round })}</p>
      <h2>{t(end.survived ? "survived" : "collapsed")}</h2>
      <p className={styles.endCause}>{t(`ending-${end.cause}`)}</p>
      {end.score && me && <Score score={end.score} me={me} />}
      {bots.length > 0 && <p className={styles.quiet}>{capital(list(bots))}.</p>}
      <p className={styles.row}>
        <Link className={styles.linkWord} to="/">
          {t("play-again")}
        </Link>
      </p>
      <section>
        <h3 className={styles.sectionTitle}>{t("last-round")}</h3>
        <Reveal />
      </section>
    </article>
  );
}

function Score({ score, me }: { score: ScoreView; me: Me }) {
  return (
    <div className={styles.score}>
      <div>
        <p className={styles.scoreN}>
          {score.score} <small>{t("points")}</small>
        </p>
        {score.band && <p className={styles.band}>{t(`band-${score.band}`)}</p>}
        {score.par !== null && <p className={styles.quiet}>{t("par", { par: score.par })}</p>}
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
        <h3 className={styles.sectionTitle}>{t("your-aim-was")}</h3>
        <ol className={styles.clauses}>
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

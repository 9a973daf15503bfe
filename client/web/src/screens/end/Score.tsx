import type { Me, ScoreView } from "../../api/contract";
import { t } from "../../strings/text";
import text from "../../ui/text.module.css";
import { clauseText, Mark } from "../table/Mine";
import mineStyles from "../table/mine.module.css";
import styles from "./end.module.css";

const BANDS = ["hollowed", "held", "thrived"];

/** My band against par, the parts that sum to my score, and my secret aim: kept or not. */
export function Score({ score, me }: { score: ScoreView; me: Me }) {
  return (
    <section className={styles.score}>
      <div>
        <p className={styles.scoreN}>
          {score.score} <small>{t("points")}</small>
        </p>
        {score.band && <p className={styles.band}>{t(`band-${score.band}`)}</p>}
        {score.par !== null && <p className={text.quiet}>{t("par", { par: score.par })}</p>}
        {score.band && (
          <ol className={styles.bands} aria-hidden="true">
            {BANDS.map((band) => (
              <li key={band} data-mine={band === score.band || undefined}>
                {t(`band-${band}`)}
              </li>
            ))}
          </ol>
        )}
      </div>
      <dl>
        {Object.entries(score.parts).map(([part, n]) => (
          <div key={part}>
            <dt>{t(`part-${part}`)}</dt>
            <dd>{n}</dd>
          </div>
        ))}
        <div>
          <dt>
            <b>{t("in-total")}</b>
          </dt>
          <dd>{score.score}</dd>
        </div>
      </dl>
      <div>
        <h3 className={text.sectionTitle}>{t("your-aim-was")}</h3>
        <ol className={mineStyles.clauses}>
          {me.agenda.map((clause, place) => {
            const kept = score.clauses[place] ?? clause.holds;
            return (
              <li key={clause.key}>
                <Mark on={kept} />
                <span>
                  {clauseText(clause)}{" "}
                  <small>
                    {t("it-was", { n: clause.value })}, {t(kept ? "clause-kept" : "clause-missed")}
                  </small>
                </span>
              </li>
            );
          })}
        </ol>
      </div>
    </section>
  );
}

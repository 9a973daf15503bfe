import { Suspense, useState } from "react";
import { Link } from "wouter";
import { t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Fold } from "../../ui/Fold";
import { Caught } from "../../ui/later";
import text from "../../ui/text.module.css";
import { Afterwards } from "../end/Afterwards";
import { Coalitions } from "../end/Coalitions";
import styles from "../end/end.module.css";
import { whoTheyWere } from "../end/recapOf";
import { Score } from "../end/Score";
import { fate, fateWhy } from "../end/words";
import { forgetShown } from "../replay/shown";
import { useSeat } from "./context";
import { KeepJournal } from "./KeepJournal";
import { Reckoning } from "./Reckoning";
import Reveal from "./Reveal";

/** What became of the partnership, of its coalitions, of me and of what was promised; then the game to look back at. */
export default function End() {
  const { view, cast, live } = useSeat();
  const { end, me } = view;
  const [tries, setTries] = useState(0);
  if (!end) return <Reveal whole />;
  const bots = whoTheyWere(view, cast);
  const retry = () => {
    forgetShown();
    setTries(tries + 1);
  };
  return (
    <article className={styles.end}>
      <header>
        <p className={text.fault}>{t("after-round", { n: view.round })}</p>
        <h2>{fate(view)}</h2>
        <p className={styles.why}>{fateWhy(view)}</p>
      </header>
      <Coalitions view={view} cast={cast} />
      {end.score && me && <Score score={end.score} me={me} />}
      <Caught
        key={tries}
        instead={
          <p role="alert">
            {t("story-failed")} <Word onPress={retry}>{t("try-now")}</Word>
          </p>
        }
      >
        <Suspense fallback={<p className={text.quiet}>{t("keep-reading")}</p>}>
          <Afterwards />
        </Suspense>
      </Caught>
      <Reckoning carried={end.carried} />
      {bots && (
        <section>
          <h3 className={text.sectionTitle}>{t("who-they-were")}</h3>
          <p>{bots}</p>
        </section>
      )}
      <Fold title={t("last-round")} className={styles.fold}>
        <Reveal whole />
      </Fold>
      <p>
        <Link className={text.linkWord} to={`/replay/${live.table}`}>
          {t("replay")}
        </Link>
      </p>
      <KeepJournal />
    </article>
  );
}

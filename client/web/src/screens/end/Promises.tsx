import type { Cast } from "../../strings/sentences";
import { t } from "../../strings/text";
import text from "../../ui/text.module.css";
import styles from "./end.module.css";
import { isBroken, isOf, type Promised } from "./story";
import { promiseText, wordingOf } from "./words";

interface Props {
  promises: readonly Promised[];
  mine: string | null;
  cast: Cast;
}

const count = (promises: readonly Promised[]) => {
  const broken = promises.filter(isBroken).length;
  return { kept: promises.length - broken, broken };
};

/** Every word that came due, with its wording: mine, and everybody else's one tap away. */
export function Promises({ promises, mine, cast }: Props) {
  const own = promises.filter((each) => mine !== null && isOf(each, mine));
  const others = promises.filter((each) => !own.includes(each));
  return (
    <section>
      <h3 className={text.sectionTitle}>{t("promises")}</h3>
      {promises.length === 0 && <p className={text.quiet}>{t("no-promises")}</p>}
      {promises.length > 0 && (
        <p className={text.quiet}>
          {mine !== null && t("promises-mine", count(own))} {t("promises-all", count(promises))}
        </p>
      )}
      <Words promises={mine === null ? promises : own} cast={cast} />
      {mine !== null && others.length > 0 && (
        <details className={styles.asTable}>
          <summary>{t("promises-of-others")}</summary>
          <Words promises={others} cast={cast} />
        </details>
      )}
    </section>
  );
}

function Words({ promises, cast }: Omit<Props, "mine">) {
  return (
    <ul className={styles.promises}>
      {promises.map((each) => (
        <Kept key={each.key} promised={each} cast={cast} />
      ))}
    </ul>
  );
}

function Kept({ promised, cast }: { promised: Promised; cast: Cast }) {
  const broken = isBroken(promised);
  const wording = wordingOf(promised, cast);
  return (
    <li>
      {broken ? <Splinter /> : <Seam />}
      <span>
        <b className={broken ? styles.broken : styles.kept}>
          {t(broken ? "promise-broken" : "promise-kept")}
        </b>{" "}
        <span className={text.quiet}>{t("of-round", { round: promised.round })}</span>
        <br />
        {promiseText(promised, cast)}
        {wording && <q dir="auto">{wording}</q>}
      </span>
    </li>
  );
}

const Seam = () => (
  <svg viewBox="0 0 30 20" width="30" height="20" aria-hidden="true" focusable="false">
    <path
      d="M4 14L11 5L17 13L25 6"
      fill="none"
      stroke="var(--gold)"
      strokeWidth="4.5"
      strokeLinejoin="round"
      strokeLinecap="round"
    />
  </svg>
);

const Splinter = () => (
  <svg viewBox="88 0 30 20" width="30" height="20" aria-hidden="true" focusable="false">
    <path d="M92 17L110 2L100 11L116 9Z" fill="var(--red)" stroke="var(--red-lo)" strokeWidth=".7" />
  </svg>
);

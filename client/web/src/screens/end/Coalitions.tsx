import type { CoalitionView, View } from "../../api/contract";
import { type Cast, roleOf } from "../../strings/sentences";
import { t } from "../../strings/text";
import { Emblem } from "../../ui/Emblem";
import text from "../../ui/text.module.css";
import styles from "./end.module.css";
import { coalitionName, outcomeText, partsOf } from "./words";

interface Props {
  view: View;
  cast: Cast;
}

/** Each coalition's survival index in its four parts; opened, each part says what it is made of. */
export function Coalitions({ view, cast }: Props) {
  return (
    <section>
      <h3 className={text.sectionTitle}>{t("who-held")}</h3>
      <p className={text.quiet}>{t("who-held-does")}</p>
      <ul className={styles.coalitions}>
        {view.coalitions.map((each) => (
          <Coalition key={`${each.key} ${each.pact}`} coalition={each} view={view} cast={cast} />
        ))}
      </ul>
    </section>
  );
}

function Coalition({ coalition, view, cast }: Props & { coalition: CoalitionView }) {
  const { band, index, members, alive } = coalition;
  const parts = partsOf(coalition, view, cast);
  const outcome = outcomeText(coalition, cast);
  return (
    <li className={alive ? undefined : styles.over}>
      <details>
        <summary>
          <span className={styles.signs}>
            {members.map((id) => {
              const role = roleOf(view, id);
              return role && <Emblem key={id} hue={role.hue} letter={role.letter} size={19} />;
            })}
          </span>
          <b className={styles.coalition}>{coalitionName(coalition, cast)}</b>
          <Parts parts={parts} />
          <span className={styles.index}>
            <b>{index}</b> <span className="unseen">{t("of", { n: 100 })}</span> {band && t(`band-${band}`)}
          </span>
        </summary>
        <ul>
          {parts.map(({ part, why }) => why && <li key={part}>{why}</li>)}
          {outcome && <li>{outcome}</li>}
        </ul>
      </details>
    </li>
  );
}

const GAP = 3;

function Parts({ parts }: { parts: readonly { part: string; n: number; most: number }[] }) {
  let x = 0;
  return (
    <svg
      className={`runs ${styles.parts}`}
      viewBox="0 0 209 14"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      {parts.map(({ part, n, most }) => {
        const from = x;
        x += most * 2 + GAP;
        return (
          <g key={part} className={styles[part]}>
            <rect x={from + 0.5} y="0.5" width={most * 2 - 1} height="13" className={styles.room} />
            <rect x={from} y="0" width={n * 2} height="14" />
          </g>
        );
      })}
    </svg>
  );
}

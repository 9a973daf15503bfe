import type { CardView, NeedView, Stake } from "../../api/contract";
import { argsOf, effectText, numberLabel } from "../../strings/sentences";
import { capital, list, signed, t } from "../../strings/text";
import { Tally } from "../../ui/Tokens";
import text from "../../ui/text.module.css";
import styles from "./card.module.css";
import { useSeat } from "./context";

/** The card that was dealt: its fault line, what happened, what it needs and what is at stake. */
export function CardPanel({ card, need }: { card: CardView; need: NeedView | null }) {
  const { cast } = useSeat();
  const names = (roles: readonly string[]) => list(roles.map(cast.name));
  return (
    <article className={styles.card} aria-labelledby="card-title">
      <p className={text.fault}>{card.fault_line}</p>
      <h2 id="card-title" className={styles.cardTitle}>
        {card.title}
      </h2>
      <p className={styles.cardText}>{card.text}</p>
      {need && <Need need={need} />}
      <ul className={styles.facts}>
        {card.key && (
          <li>
            {t("key-line", {
              label: card.key.label,
              who: t(`trait-${card.key.trait.replace(/_/g, "-")}`),
              n: card.key.n,
            })}
          </li>
        )}
        {card.lead && <li>{capital(t("lead-line", { role: cast.name(card.lead) }))}</li>}
        {card.split && <li>{t("split-line")}</li>}
        {card.rankles && <li>{t("rankles-line", { pair: cast.pair(card.rankles) })}</li>}
      </ul>
      <dl className={styles.stakes}>
        <StakeLine
          label={t("if-met")}
          stakes={card.gains}
          effects={card.met.map((each) => effectText(each, cast))}
        />
        <StakeLine
          label={t("if-missed")}
          stakes={card.loses}
          effects={card.missed.map((each) => effectText(each, cast))}
        />
        {card.best.length > 0 && (
          <div className={styles.place}>
            <dt>{t("best-placed")}</dt>
            <dd>{capital(names(card.best))}</dd>
          </div>
        )}
        {card.worst.length > 0 && (
          <div className={styles.place}>
            <dt>{t("worst-placed")}</dt>
            <dd>{capital(names(card.worst))}</dd>
          </div>
        )}
      </dl>
      <Weather />
    </article>
  );
}

function Need({ need }: { need: NeedView }) {
  const parts = Object.entries(need.parts).filter(([, n]) => n !== 0);
  return (
    <p className={styles.need}>
      <b>{t("needs", { n: need.total })}</b> <Tally n={need.total} />
      {parts.length > 1 && (
        <span className={text.quiet}>
          {list(
            parts.map(([cause, n], place) =>
              t("need-part", { cause: t(`need-${cause}`), n: place === 0 ? n : signed(n) }),
            ),
          )}
        </span>
      )}
    </p>
  );
}

function StakeLine({
  label,
  stakes,
  effects,
}: {
  label: string;
  stakes: readonly Stake[];
  effects: readonly string[];
}) {
  const { cast } = useSeat();
  const byRole = new Map<string, string[]>();
  for (const { role, what, n } of stakes)
    byRole.set(role, [...(byRole.get(role) ?? []), `${numberLabel(what)} ${signed(n)}`]);
  const said = [...byRole].map(([role, changes]) => `${cast.name(role)}: ${changes.join(", ")}`);
  if (said.length + effects.length === 0) return null;
  return (
    <div>
      <dt>{label}</dt>
      <dd>{capital([...said, ...effects].join("; "))}</dd>
    </div>
  );
}

function Weather() {
  const { view, cast } = useSeat();
  const { weather, instrument } = view;
  const said = [
    weather && t("event-weather-drawn", argsOf({ chip: weather }, cast)),
    instrument && t("event-instrument-applied", argsOf({ instrument }, cast)),
  ].filter((each) => typeof each === "string");
  return said.length > 0 ? <p className={styles.weather}>{said.map(capital).join(" ")}</p> : null;
}

import type { CardView, Effect, NeedView, RoleView, Stake } from "../../api/contract";
import { argsOf, effectText } from "../../strings/sentences";
import { capital, list, signed, t } from "../../strings/text";
import { Emblem } from "../../ui/Emblem";
import { Fold } from "../../ui/Fold";
import { Tally } from "../../ui/Tokens";
import text from "../../ui/text.module.css";
import ui from "../../ui/ui.module.css";
import styles from "./card.module.css";
import { useSeat } from "./context";

/** The card as a question: what it needs, who gains and who loses by it, who could carry it; the rest one tap away. */
export function CardPanel({ card, need }: { card: CardView; need: NeedView | null }) {
  const { view } = useSeat();
  const { key } = card;
  const who = key && t(`trait-${key.trait.replace(/_/g, "-")}`);
  return (
    <article className={styles.card} aria-labelledby="card-title">
      <p className={text.fault}>
        <bdi>{card.fault_line}</bdi>
      </p>
      <h2 id="card-title" className={styles.cardTitle}>
        <bdi>{card.title}</bdi>
      </h2>
      <ul className={styles.marks} aria-label={t("at-stake")}>
        {view.roles
          .filter(({ in_play }) => in_play)
          .map((role) => (
            <Marks key={role.id} role={role} card={card} />
          ))}
      </ul>
      <Fold
        title={t("card-more")}
        className={`${ui.word} ${ui.quiet}`}
        beside={(button) => (
          <div className={styles.keyLine}>
            <p>
              {need && (
                <span className={styles.need}>
                  {t("needs", { n: need.total })} <Tally n={need.total} height={13} />
                </span>
              )}
              {key && t("key-line", { label: key.label, who: who ?? "", n: key.n })}
            </p>
            {button}
          </div>
        )}
      >
        <Facts card={card} need={need} />
      </Fold>
      <p className={styles.cardText}>
        <bdi>{card.text}</bdi>
      </p>
    </article>
  );
}

/** Each mark is a sign and a word beside the role's own sign: never colour alone. */
const SIGNS = {
  both: "M1 4H11M6 0V8M1 11H11",
  gains: "M6 1V11M1 6H11",
  loses: "M1 6H11",
  best: "M1 9L6 3L11 9",
  worst: "M1 3L6 9L11 3",
} as const;

function Marks({ role, card }: { role: RoleView; card: CardView }) {
  const { view } = useSeat();
  const mine = role.id === view.viewer;
  const has = (stakes: readonly Stake[]) => stakes.some((stake) => stake.role === role.id);
  const [gains, loses] = [has(card.gains), has(card.loses)];
  const marks = {
    both: gains && loses,
    gains: gains && !loses,
    loses: loses && !gains,
    best: card.best.includes(role.id),
    worst: card.worst.includes(role.id),
  };
  const named = (Object.keys(SIGNS) as (keyof typeof SIGNS)[]).filter((mark) => marks[mark]);
  return (
    <li>
      <Emblem hue={role.hue} letter={role.letter} size={21} state={mine ? "you" : undefined} />
      <span className={styles.mark}>
        <span className="unseen">{`${mine ? t("you") : role.label}: `}</span>
        {named.length === 0 && t("mark-none")}
        {named.map((mark, place) => (
          <span key={mark}>
            <svg viewBox="0 0 12 12" width="10" height="10" aria-hidden="true" focusable="false">
              <path d={SIGNS[mark]} fill="none" stroke="currentColor" strokeWidth="2.4" />
            </svg>
            {t(`mark-${mark}`)}
            {place + 1 < named.length && <span className="unseen">, </span>}
          </span>
        ))}
      </span>
    </li>
  );
}

/** What the marks are worth, and the small print. */
function Facts({ card, need }: { card: CardView; need: NeedView | null }) {
  const { view, cast } = useSeat();
  const { weather, instrument } = view;
  const parts = Object.entries(need?.parts ?? {}).filter(([, n]) => n !== 0);
  const changes = parts.map(([cause, n], place) =>
    t("need-part", { cause: t(`need-${cause}`), n: place === 0 ? n : signed(n) }),
  );
  const said = [
    changes.length > 1 && `${t("needs", { n: need?.total ?? 0 })}: ${list(changes)}.`,
    !card.key && t("no-key"),
    card.lead && t("lead-line", { role: cast.name(card.lead) }),
    card.split && t("split-line"),
    card.rankles && t("rankles-line", { pair: cast.pair(card.rankles) }),
    weather && t("event-weather-drawn", argsOf({ chip: weather }, cast)),
    instrument && t("event-instrument-applied", argsOf({ instrument }, cast)),
  ].filter((each) => typeof each === "string");
  const worth = (stakes: readonly Stake[], effects: readonly Effect[]) => [
    ...stakes.map(({ role, what, n }) => effectText({ key: `${role}.${what}`, n }, cast)),
    ...effects.map((each) => effectText(each, cast)),
  ];
  const met = worth(card.gains, card.met);
  const missed = worth(card.loses, card.missed);
  return (
    <div className={styles.facts}>
      {met.length > 0 && <p>{t("if-met", { what: met.join(", ") })}</p>}
      {missed.length > 0 && <p>{t("if-missed", { what: missed.join(", ") })}</p>}
      {said.map((each) => (
        <p key={each} className={text.quiet}>
          {capital(each)}
        </p>
      ))}
    </div>
  );
}

import { Suspense } from "react";
import type { ClauseView, Me } from "../../api/contract";
import { trackLabel } from "../../strings/sentences";
import { capital, dashed, has, t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Emblem } from "../../ui/Emblem";
import { Leaf } from "../../ui/Leaf";
import { Caught, later } from "../../ui/later";
import text from "../../ui/text.module.css";
import { useSeat } from "./context";
import styles from "./mine.module.css";

const Meanings = later(() => import("./Meanings"));

interface MineProps {
  me: Me;
  /** Opens the three cards of my role again. */
  onRead?: () => void;
}

/** What only this seat sees: its numbers in words, and its aim behind a lock. */
export function Mine({ me, onRead }: MineProps) {
  const rows = [
    { label: t("number-standing"), about: me.standing_label, n: t("of-ten", { n: me.standing }) },
    { label: t("number-purpose"), about: me.purpose_label, n: t("of-ten", { n: me.purpose }) },
  ];
  return (
    <section className={styles.mine} aria-label={t("only-you-see")}>
      <dl>
        {rows.map(({ label, about, n }) => (
          <div key={label}>
            <dt>
              {capital(label)} <small>{about}</small>
            </dt>
            <dd>{n}</dd>
          </div>
        ))}
      </dl>
      <p>{t(`backing-${me.backing}`)}</p>
      <Strains me={me} />
      {me.capnext !== 0 && <p className={text.quiet}>{t("capacity-next", { n: me.capnext })}</p>}
      <p className={text.row}>
        {onRead && <Word onPress={onRead}>{t("my-role")}</Word>}
        <Leaf title={t("what-these-mean")} opener={t("what-these-mean")}>
          <Caught instead={null}>
            <Suspense fallback={<span>{t("loading")}</span>}>
              <Meanings />
            </Suspense>
          </Caught>
        </Leaf>
      </p>
    </section>
  );
}

/** How it lies between me and each of the others: only the two of us know. */
function Strains({ me }: { me: Me }) {
  const { view, cast } = useSeat();
  // At the end all pairs are known to everybody.
  const mine = view.pairs.filter(({ a, b, known }) => known && (a === me.role || b === me.role));
  if (mine.length === 0 || view.round === 0) return null;
  return (
    <div className={styles.strains}>
      <p>{t("strain-with")}</p>
      <ul>
        {mine.map(({ pair, a, b, strain }) => (
          <li key={pair}>
            <span>{cast.name(a === me.role ? b : a)}</span> <b>{t("strain-of", { n: strain })}</b>
          </li>
        ))}
      </ul>
    </div>
  );
}

export function Locked({ children }: { children: string }) {
  return (
    <>
      <svg viewBox="0 0 16 18" width="15" height="17" aria-hidden="true" focusable="false">
        <rect
          x="1.5"
          y="7.5"
          width="13"
          height="9"
          rx="1.8"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.7"
        />
        <path d="M4.5 7.5V5a3.5 3.5 0 0 1 7 0v2.5" fill="none" stroke="currentColor" strokeWidth="1.7" />
        <circle cx="8" cy="12" r="1.3" fill="currentColor" />
      </svg>
      {children}
    </>
  );
}

export function Aim({ clauses }: { clauses: readonly ClauseView[] }) {
  return (
    <div className={styles.aim}>
      <p className={text.quiet}>{t("aim-note")}</p>
      <ol>
        {clauses.map((clause) => (
          <li key={clause.key}>
            <Mark on={clause.holds} />
            <span>
              {clauseText(clause)} <small>{t("now-it-is", { n: clause.value })}</small>
              <span className="unseen">{clause.holds ? t("true-now") : t("not-yet")}</span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}

export function Mark({ on }: { on: boolean }) {
  return (
    <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
      {on ? (
        <path
          d="M4 10.5L8.5 15L16 5.5"
          fill="none"
          stroke="currentColor"
          strokeWidth="2.2"
          strokeLinecap="round"
        />
      ) : (
        <circle
          cx="10"
          cy="10"
          r="7"
          fill="none"
          stroke="var(--edge)"
          strokeWidth="1.6"
          strokeDasharray="3 3"
        />
      )}
    </svg>
  );
}

/** "Outcomes 6 or more". */
export function clauseText({ key, at_least, at_most }: ClauseView): string {
  const known = `subject-${dashed(key)}`;
  const subject = has(known) ? t(known) : trackLabel(key);
  if (at_least === null) return capital(t("clause-at-most", { subject, n: at_most ?? 0 }));
  if (at_most === null) return capital(t("clause-at-least", { subject, n: at_least }));
  return capital(t("clause-between", { subject, low: at_least, high: at_most }));
}

/** Who I am, in the deck's words, on my own stone. */
export function RoleBrief({ me }: { me: Me }) {
  const { view } = useSeat();
  const role = view.roles.find((each) => each.id === me.role);
  return (
    <div className={`${styles.plate} hue-${role?.hue ?? 0}`}>
      {role && <Emblem hue={role.hue} letter={role.letter} size={44} />}
      <div>
        <p className={text.quiet}>{t("you-are")}</p>
        <p className={styles.plateName}>{capital(role?.name ?? me.role)}</p>
        <blockquote>{me.instruction}</blockquote>
        <p>{me.brief}</p>
        <ul>
          <li>{t("income-line", { n: me.income })}</li>
          <li>{t("standing-line", { label: me.standing_label })}</li>
          <li>{t("purpose-line", { label: me.purpose_label })}</li>
        </ul>
      </div>
    </div>
  );
}

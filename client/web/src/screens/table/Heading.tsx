import { type ReactNode, Suspense } from "react";
import type { View } from "../../api/contract";
import { capital, list, t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Leaf } from "../../ui/Leaf";
import { Caught, later } from "../../ui/later";
import { useSeat } from "./context";
import { phaseLook } from "./looks";
import styles from "./table.module.css";
import { timeLeft, useTimeLeft } from "./useClock";

const Menu = later(() => import("./Menu"));
const Help = later(() => import("./Help"));

/** Round, phase, what is asked, whom the table waits for, and the time left. */
export function Heading() {
  const { view, live } = useSeat();
  const left = useTimeLeft(view, live.offset);
  const where = whereNow(view.round, view.rounds, view.phase);
  const asks = asksNow(view);
  return (
    <header className={styles.heading}>
      <span className={styles.brand}>{t("game")}</span>
      <h1 className={styles.where}>
        <b>{where}</b> <span className={styles.asks}>{asks}</span>{" "}
        {!view.paused && view.waiting_for.length > 0 && (
          <span className={styles.waits}>{t("waits-for", { who: waitedFor(view) })}</span>
        )}
      </h1>
      {(left !== null || view.paused) && (
        <p className={styles.clock} role="timer">
          <ClockFace share={left === null ? 0 : left / 180_000} />
          {view.paused ? t("paused") : timeLeft(left ?? 0)}
        </p>
      )}
      {view.me && (
        <div className={styles.menus}>
          <Leaf title={t("what-can-i-do")} opener={<Question />} openerClass={styles.menu}>
            <Coming>
              <Help />
            </Coming>
          </Leaf>
          <Leaf title={t("menu")} opener={<More />} openerClass={styles.menu}>
            <Coming>
              <Menu />
            </Coming>
          </Leaf>
        </div>
      )}
    </header>
  );
}

export function whereNow(round: number, rounds: number, phase: string): string {
  const word = t(`phase-${phase}`);
  return round > 0 ? t("round-of", { round, rounds, phase: word }) : capital(`${word}.`);
}

/** Whom the table waits for, by their roles; all who play are "everybody". */
export function waitedFor({ waiting_for, roles, me }: View): string {
  const playing = roles.filter(({ in_play }) => in_play);
  if (waiting_for.length > 2 && waiting_for.length === playing.length) return t("everybody-here");
  const names = new Map(roles.map(({ id, name }) => [id, name]));
  return list(waiting_for.map((id) => (id === me?.role ? t("you") : (names.get(id) ?? id))));
}

/** What is asked of people now. */
export const asksNow = ({ paused, phase }: View) => t(paused ? "asks-paused" : phaseLook(phase).asks);

function Coming({ children }: { children: ReactNode }) {
  return (
    <Caught instead={<Word onPress={() => location.reload()}>{t("try-now")}</Word>}>
      <Suspense fallback={<p>{t("loading")}</p>}>{children}</Suspense>
    </Caught>
  );
}

function Question() {
  return (
    <>
      <span className="unseen">{t("what-can-i-do")}</span>
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
        <path
          d="M8 8.6a4 4 0 1 1 5.6 3.7c-1.1.5-1.6 1.2-1.6 2.3v.6"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.9"
          strokeLinecap="round"
        />
        <circle cx="12" cy="19" r="1.4" fill="currentColor" />
      </svg>
    </>
  );
}

function More() {
  return (
    <>
      <span className="unseen">{t("menu")}</span>
      <svg viewBox="0 0 24 24" width="24" height="24" aria-hidden="true" focusable="false">
        {[5, 12, 19].map((x) => (
          <circle key={x} cx={x} cy="12" r="2" fill="currentColor" />
        ))}
      </svg>
    </>
  );
}

function ClockFace({ share }: { share: number }) {
  const angle = Math.min(0.999, Math.max(0.001, share)) * 2 * Math.PI;
  const [x, y] = [11 + 7 * Math.sin(angle), 11 - 7 * Math.cos(angle)];
  return (
    <svg viewBox="0 0 22 22" width="22" height="22" aria-hidden="true" focusable="false">
      <circle cx="11" cy="11" r="9.2" fill="none" stroke="currentColor" strokeWidth="1.7" />
      <path d={`M11 11V4A7 7 0 ${angle > Math.PI ? 1 : 0} 1 ${x} ${y}Z`} fill="currentColor" />
    </svg>
  );
}

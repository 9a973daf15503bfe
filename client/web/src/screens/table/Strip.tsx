import { Suspense } from "react";
import type { Live } from "../../store/live";
import { type Cast, refusalText } from "../../strings/sentences";
import { list, t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Said } from "../../ui/Announcer";
import { Leaf } from "../../ui/Leaf";
import { Caught, later } from "../../ui/later";
import { whileAway } from "./away";
import { isPending } from "./context";
import styles from "./table.module.css";
import { useOutage } from "./useOutage";

const Away = later(() => import("./Away"));

/** The connection's strip: nothing at first, one quiet line, then what is safe and what to do. */
export function ConnectionStrip({ live, retry }: { live: Live; retry: () => void }) {
  const outage = useOutage(live);
  if (outage === "none") return null;
  if (outage === "short") return <div className={styles.quietStrip}>{t("reconnecting")}</div>;
  return (
    <div className={styles.strip}>
      <Broken />
      <p>
        <b>{t("no-connection")}</b> <span>{safe(live)}</span>
      </p>
      <Word onPress={retry}>{t("try-now")}</Word>
    </div>
  );
}

/** What is safe while nothing can be sent: only what the server has written down is called saved. */
function safe(live: Live): string {
  if (isPending(live, "commit")) return t("safe-sheet-kept");
  if (live.pending.length > 0) return t("safe-kept", { n: live.pending.length });
  return t(live.view?.me?.sheet ? "safe-sheet" : "safe-saved");
}

function Broken() {
  return (
    <svg viewBox="0 0 32 20" width="32" height="20" aria-hidden="true" focusable="false">
      <path
        d="M1 10H9M23 10H31M13 4L11 16M21 4L19 16"
        fill="none"
        stroke="currentColor"
        strokeWidth="2"
        strokeLinecap="round"
      />
    </svg>
  );
}

/** "3 things happened while you were away": one tap shows them. */
export function AwayStrip({ live, caughtUp }: { live: Live; caughtUp: () => void }) {
  const n = whileAway(live).length;
  if (n === 0 || live.link !== "open") return null;
  const title = t("while-away", { n });
  return (
    <div className={styles.strip}>
      <Leaf title={title} opener={title}>
        <Caught instead={<Word onPress={() => location.reload()}>{t("try-now")}</Word>}>
          <Suspense fallback={<p>{t("loading")}</p>}>
            <Away />
          </Suspense>
        </Caught>
      </Leaf>
      <Word onPress={caughtUp}>{t("close")}</Word>
    </div>
  );
}

/** The quiet trail of everything that is sent: under way, then written down. */
export function Sent({ live }: { live: Live }) {
  const { pending, saved, link } = live;
  const n = pending.length;
  if (n > 0) return <p className={styles.sent}>{link === "lost" ? t("things-kept", { n }) : t("sending")}</p>;
  if (!saved) return null;
  return (
    <p className={`${styles.sent} ${styles.saved}`} key={saved.id}>
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true" focusable="false">
        <path d="M1.5 6.5L4.5 9.5L10.5 2.5" fill="none" stroke="currentColor" strokeWidth="1.8" />
      </svg>
      {t("saved")}
    </p>
  );
}

/** The page has changed under everybody's eyes: why, and where they are now. */
export function TurnedStrip({ live, dismiss }: { live: Live; dismiss: () => void }) {
  const told = live.turned ? t("table-went-back", { n: live.view?.round ?? 0 }) : null;
  if (!told) return null;
  return (
    <div className={styles.strip}>
      <Said>{told}</Said>
      <Word onPress={dismiss}>{t("close")}</Word>
    </div>
  );
}

/** Why the last command was not taken, what would be, and that nothing typed is lost. */
export function RefusalStrip({ live, cast, dismiss }: { live: Live; cast: Cast; dismiss: () => void }) {
  const { refused } = live;
  if (!refused) return null;
  // What else has a name is said by the sentence itself; of a number, only the server knows which would do.
  const allowed = refused.allowed.filter((each) => typeof each === "number").map(String);
  return (
    <div className={styles.refusal} role="alert">
      <p>
        {refusalText(refused.code, refused.data, cast)}
        {allowed.length > 0 && allowed.length < 9 && <> {t("allowed-instead", { what: list(allowed) })}</>}
      </p>
      <Word onPress={dismiss}>{t("close")}</Word>
    </div>
  );
}

import { useEffect, useState } from "react";
import type { Live } from "../../store/live";
import { type Cast, refusalText } from "../../strings/sentences";
import { list, readable, t } from "../../strings/text";
import { Word } from "../../ui/Action";
import styles from "./table.module.css";

const QUIET_MS = 2_000;

/** The connection's strip: nothing for two seconds, then what is safe and what to do. */
export function ConnectionStrip({ live, retry }: { live: Live; retry: () => void }) {
  const { link, lostAt } = live;
  const [shown, setShown] = useState(false);
  useEffect(() => {
    if (link !== "lost" || lostAt === null) {
      setShown(false);
      return;
    }
    const timer = setTimeout(() => setShown(true), Math.max(0, lostAt + QUIET_MS - Date.now()));
    return () => clearTimeout(timer);
  }, [link, lostAt]);
  if (!shown) return null;
  return (
    <div className={styles.strip} role="status">
      <p>
        <b>{t("reconnecting")}</b>{" "}
        <span>{t(live.pending.length > 0 ? "reconnecting-kept" : "reconnecting-safe")}</span>
      </p>
      <Word onPress={retry}>{t("try-now")}</Word>
    </div>
  );
}

/** The page has changed under everybody's eyes: why, and where they are now. */
export function TurnedStrip({ live, dismiss }: { live: Live; dismiss: () => void }) {
  if (!live.turned) return null;
  return (
    <div className={styles.strip} role="status">
      <p>{t("table-went-back", { n: live.view?.round ?? 0 })}</p>
      <Word onPress={dismiss}>{t("close")}</Word>
    </div>
  );
}

/** Why the last command was not taken, what would be, and that nothing typed is lost. */
export function RefusalStrip({ live, cast, dismiss }: { live: Live; cast: Cast; dismiss: () => void }) {
  const { refused } = live;
  if (!refused) return null;
  const allowed = refused.allowed
    .filter((each) => typeof each === "string" || typeof each === "number")
    .map(String);
  return (
    <div className={styles.refusal} role="alert">
      <p>
        {refusalText(refused.code, refused.data, cast)}
        {allowed.length > 0 && allowed.length < 9 && (
          <> {t("allowed-instead", { what: list(allowed.map(readable)) })}</>
        )}
      </p>
      <Word onPress={dismiss}>{t("close")}</Word>
    </div>
  );
}

import { useMemo } from "react";
import { MAX_WORDS } from "../../api/contract";
import { t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Field } from "../../ui/Field";
import text from "../../ui/text.module.css";
import { isPending, useSeat } from "./context";
import { happenings } from "./history";
import styles from "./reveal.module.css";

/** Thirty seconds for oneself: what I wanted, what I got. Nobody else reads it. */
export default function PrivateLine() {
  const { view, live, draft, change, send } = useSeat();
  const mine = useMemo(
    () =>
      happenings(live.entries).findLast(({ event }) => event.type === "noted" && event.role === view.me?.role)
        ?.text,
    [live.entries, view.me?.role],
  );
  const keep = () => {
    if (!draft.note.trim()) return;
    send({ type: "note" }, draft.note.trim());
    change({ note: "" });
  };
  return (
    <form
      className={styles.privateLine}
      onSubmit={(event) => {
        event.preventDefault();
        keep();
      }}
    >
      <Field
        label={t("private-line")}
        hint={t("private-line-hint")}
        value={draft.note}
        maxLength={MAX_WORDS}
        onText={(note) => change({ note })}
      />
      <p className={text.row}>
        <Word type="submit" disabled={!draft.note.trim()}>
          {isPending(live, "note") ? t("sending") : t("keep-line")}
        </Word>
        {mine && <span className={text.quiet}>{t("kept-line", { text: mine })}</span>}
      </p>
    </form>
  );
}

import { useState } from "react";
import { useParams } from "wouter";
import { journal } from "../../api/rest";
import { keysOf } from "../../api/seats";
import { t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { announce } from "../../ui/Announcer";
import text from "../../ui/text.module.css";
import { offer } from "../end/offer";

/** After the end: the game as a file that can be played again by the rules. */
export function KeepJournal() {
  const { table = "" } = useParams();
  const [failed, setFailed] = useState(false);
  const { token, host_token } = keysOf(table);
  const bearer = host_token ?? token;
  if (!bearer) return null;
  const save = () =>
    journal(table, bearer).then(
      (rows) => offer(rows, `faultlines-${table}.jsonl`),
      () => {
        setFailed(true);
        announce(t("error-unknown"));
      },
    );
  return (
    <p>
      <Word quiet onPress={() => void save()}>
        {t("keep-journal")}
      </Word>{" "}
      <span className={text.quiet}>{t(failed ? "error-unknown" : "keep-journal-does")}</span>
    </p>
  );
}

import { useMemo } from "react";
import { sentence } from "../../strings/sentences";
import { capital, dashed, signed, t } from "../../strings/text";
import { Fold } from "../../ui/Fold";
import text from "../../ui/text.module.css";
import { useSeat } from "../table/context";
import { type Happened, isTold } from "../table/history";
import styles from "../table/reveal.module.css";
import { Arrow } from "./Change";
import { type Movement, movements } from "./movements";
import { labelOf } from "./said";

/** Every number that moved, each to be unfolded into what moved it; then everything that happened, newest first. */
export function Why({ told }: { told: readonly Happened[] }) {
  const { view, cast } = useSeat();
  const moved = useMemo(() => movements([told], view).flat(), [told, view]);
  const newestFirst = told.filter(({ event }) => isTold(event)).reverse();
  return (
    <Fold title={t("why")} className={styles.why}>
      <h3 className={text.quiet}>{t("numbers-that-moved")}</h3>
      <ul className={styles.numbers}>
        {moved.map((movement) => (
          <Unfolding key={movement.key} movement={movement} />
        ))}
      </ul>
      <h3 className={text.quiet}>{t("everything-else")}</h3>
      <ul className={styles.told}>
        {newestFirst.map(({ event, seq, place }) => (
          <li key={`${seq}.${place}`}>{sentence(event, cast)}</li>
        ))}
      </ul>
    </Fold>
  );
}

function Unfolding({ movement }: { movement: Movement }) {
  const { cast } = useSeat();
  const { before, after, parts } = movement;
  return (
    <li>
      <details>
        <summary>
          <span>{capital(labelOf(movement, cast))}</span>
          <b className={styles.figure}>
            <span className="unseen">{t("from-to", { before, after })}</span>
            <span aria-hidden="true">{before}</span>
            <Arrow small />
            <span aria-hidden="true">{after}</span>
          </b>
        </summary>
        <ul>
          {parts.map(({ key, delta, cause, event }) => (
            <li key={key}>
              <b>{signed(delta)}</b> {t(`cause-${dashed(cause)}`)}
              {event.type === "track_moved" && event.role && ` (${cast.name(event.role)})`}
            </li>
          ))}
          <li className={text.quiet}>{t("in-all", { change: signed(after - before) })}</li>
        </ul>
      </details>
    </li>
  );
}

import { numberLabel, trackLabel } from "../../strings/sentences";
import { capital, t } from "../../strings/text";
import { Leaf } from "../../ui/Leaf";
import { useSeat } from "./context";
import styles from "./mine.module.css";

const NUMBERS = ["goodwill", "capacity", "standing", "purpose"];

/** The game's words, each in one sentence. */
export function Meanings() {
  const { view } = useSeat();
  const tracks = view.tracks.map(({ id }) => ({ id, label: trackLabel(id), text: t(`track-${id}-meaning`) }));
  const numbers = NUMBERS.map((id) => ({
    id,
    label: capital(numberLabel(id)),
    text: t(`number-${id}-meaning`),
  }));
  return (
    <Leaf title={t("what-these-mean")} opener={t("what-these-mean")}>
      <dl className={styles.meanings}>
        {[...tracks, ...numbers].map(({ id, label, text }) => (
          <div key={id}>
            <dt>{label}</dt>
            <dd>{text}</dd>
          </div>
        ))}
      </dl>
    </Leaf>
  );
}

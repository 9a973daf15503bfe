import { trackLabel } from "../../strings/sentences";
import { dashed, list, signed, t } from "../../strings/text";
import text from "../../ui/text.module.css";
import { byCause, movements } from "../reveal/movements";
import { useSeat } from "./context";
import { happenings, lastDeal } from "./history";
import styles from "./room.module.css";
import { useWide } from "./useWide";

/** Why the ground does not lie as the last round left it. */
export default function Since() {
  const { view, live, cast } = useSeat();
  const wide = useWide();
  const chapters = lastDeal(happenings(live.entries));
  const moved = (movements(chapters, view)[0] ?? [])
    .filter(({ kind, before, after }) => kind === "track" && before !== after)
    .map(({ id, before, after, parts }) =>
      t("since-moved", { track: trackLabel(id), from: before, to: after, why: why(byCause(parts)) }),
    );
  const sore = chapters[0].flatMap(({ event }) =>
    event.type === "sore_moved" ? [t("since-rankles", { pair: cast.pair(event.pair) })] : [],
  );
  // More is not read before a card, and a phone has room for less.
  const said = [...moved, ...sore].slice(0, wide ? 2 : 1);
  return said.length > 0 && <p className={`${text.quiet} ${styles.since}`}>{said.join(" ")}</p>;
}

const why = (causes: readonly { cause: string; delta: number }[]) =>
  list(
    causes.map(({ cause, delta }) => {
      const words = t(`cause-${dashed(cause)}`);
      return causes.length > 1 ? t("since-cause", { cause: words, change: signed(delta) }) : words;
    }),
  );

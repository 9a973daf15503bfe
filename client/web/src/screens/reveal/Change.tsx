import type { View } from "../../api/contract";
import { t } from "../../strings/text";
import { Tokens } from "../../ui/Tokens";
import { trackLook } from "../table/looks";
import styles from "../table/reveal.module.css";

interface Props {
  kind: string;
  id: string;
  before: number;
  after: number;
  view: View;
}

const TOP = 10;

/** A number as it was and as it is, and the same counted: what has gone is only an outline, what has come rises. */
export function Change({ kind, id, before, after, view }: Props) {
  const track = view.tracks.find((each) => kind === "track" && each.id === id);
  const look = track ? trackLook(track.id) : {};
  const worse = look.mark ? after > before : after < before;
  const most = Math.max(before, after);
  return (
    <p className={styles.change}>
      <span className="unseen">{t("from-to", { before, after })}</span>
      <span className={styles.before} aria-hidden="true">
        {before}
      </span>
      <Arrow bad={worse} />
      <b aria-hidden="true">{after}</b>
      {kind === "number" && id === "goodwill" ? (
        <span className={styles.pile} data-moved={after > before ? "came" : "went"} aria-hidden="true">
          <Tokens kind="goodwill" n={Math.min(before, after)} size={20} />
          <span className={styles.moved}>
            <Tokens
              kind="goodwill"
              n={Math.max(0, after - before)}
              gone={Math.max(0, before - after)}
              size={20}
            />
          </span>
        </span>
      ) : (
        most <= (track?.top ?? TOP) && (
          <Strokes before={before} after={after} top={track?.top ?? TOP} gold={look.gold ?? false} />
        )
      )}
    </p>
  );
}

export function Arrow({ bad = false, small = false }: { bad?: boolean; small?: boolean }) {
  return (
    <svg
      className={`runs ${bad ? styles.bad : ""}`}
      viewBox="0 0 42 20"
      width={small ? 22 : 42}
      height={small ? 10 : 20}
      aria-hidden="true"
      focusable="false"
    >
      <path
        d="M1 10H39M29 2L40 10L29 18"
        fill="none"
        stroke="currentColor"
        strokeWidth={small ? 3 : 2}
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  );
}

function Strokes({
  before,
  after,
  top,
  gold,
}: Omit<Props, "kind" | "id" | "view"> & { top: number; gold: boolean }) {
  const low = Math.min(before, after);
  const high = Math.max(before, after);
  const full = gold ? styles.gold : styles.full;
  return (
    <svg
      className={`runs ${styles.strokes}`}
      viewBox={`0 0 ${top * 13} 24`}
      aria-hidden="true"
      focusable="false"
    >
      {Array.from({ length: top }, (_, place) => place).map((place) => {
        const x = place * 13 + 2;
        if (place < low) return <rect key={place} x={x} y="2" width="8" height="20" className={full} />;
        if (place < high)
          return after > before ? (
            <rect key={place} x={x} y="2" width="8" height="20" className={`${full} ${styles.came}`} />
          ) : (
            <rect key={place} x={x + 0.8} y="2.8" width="6.4" height="18.4" className={styles.went} />
          );
        return <rect key={place} x={x} y="14" width="8" height="8" className={styles.none} />;
      })}
    </svg>
  );
}

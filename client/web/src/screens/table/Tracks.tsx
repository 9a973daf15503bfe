import type { View } from "../../api/contract";
import { trackLabel } from "../../strings/sentences";
import { t } from "../../strings/text";
import { Ruler } from "../../ui/Tokens";
import { trackLook } from "./looks";
import styles from "./room.module.css";

/** The partnership's six numbers, counted in strokes. */
export function Tracks({ view }: { view: View }) {
  const value = (id: string | undefined) => view.tracks.find((track) => track.id === id)?.value;
  return (
    <section className={styles.tracks} aria-label={t("tracks")}>
      <ul>
        {view.tracks.map((track) => {
          const { gold, mark } = trackLook(track.id);
          const breaks = value(mark);
          return (
            <li key={track.id}>
              <span className={styles.trackLabel}>{trackLabel(track.id)}</span>
              <b>
                {track.value}
                {breaks !== undefined && <i> {t("of", { n: breaks })}</i>}
              </b>
              <Ruler value={track.value} top={track.top} mark={breaks} gold={gold} />
            </li>
          );
        })}
      </ul>
      <p className={styles.trackNote}>{t("tracks-note")}</p>
      {view.eruptions > 0 && <p className={styles.warn}>{t("eruptions-so-far", { n: view.eruptions })}</p>}
      {view.brink.length > 0 && !view.end && <p className={styles.warn}>{t("on-the-brink")}</p>}
    </section>
  );
}

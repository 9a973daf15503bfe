import { Suspense, useState } from "react";
import { Link, useLocation } from "wouter";
import { tableLeft } from "../../api/seats";
import { errorText } from "../../strings/sentences";
import { t } from "../../strings/text";
import { Fold } from "../../ui/Fold";
import { Caught, later, warm } from "../../ui/later";
import styles from "./front.module.css";
import plates from "./plates.svg";
import { practise } from "./practise";

const PracticeWish = later(() => import("./PracticeWish"));

/** Three doors. */
export default function Front() {
  const [, go] = useLocation();
  const [busy, setBusy] = useState(false);
  const [wrong, setWrong] = useState<string | null>(null);
  const [left] = useState(tableLeft);
  const start = async () => {
    if (busy) return;
    setBusy(true);
    setWrong(null);
    const seated = practise();
    warm(() => import("../table/Table"));
    try {
      go(`/t/${await seated}`);
    } catch (error) {
      setWrong(errorText(error));
      setBusy(false);
    }
  };
  const action = busy ? "practise-busy" : "practise-start";
  return (
    <div className={styles.front}>
      <title>{t("game")}</title>
      <header className={styles.brand}>{t("game")}</header>
      <main>
        <div className={styles.top}>
          <div>
            <h1 className={styles.title}>{t("front-title")}</h1>
            <p className={styles.lead}>{t("front-lead")}</p>
            {left && (
              <p className={styles.back}>
                {t("game-goes-on")}{" "}
                <Link className={styles.word} to={`/t/${left}`}>
                  {t("back-to-table")}
                </Link>
              </p>
            )}
          </div>
          <svg className={styles.ground} viewBox="0 0 440 316" aria-hidden="true" focusable="false">
            <use href={`${plates}#plates`} />
          </svg>
        </div>
        <div className={styles.doors}>
          <section className={styles.door}>
            <h2>{t("practise-now")}</h2>
            <p>{t("practise-text")}</p>
            <button
              type="button"
              className={styles.primary}
              onClick={start}
              aria-busy={busy}
              aria-label={named("practise-now", action)}
            >
              {t(action)}
            </button>
            {wrong && (
              <p className={styles.wrong} role="alert">
                {wrong}
              </p>
            )}
            <Fold title={t("seat-and-partners")} className={styles.word}>
              <Caught instead={null}>
                <Suspense>
                  <PracticeWish />
                </Suspense>
              </Caught>
            </Fold>
          </section>
          <Crack mended />
          <section className={styles.door}>
            <h2>{t("join-with-code")}</h2>
            <p>{t("join-door-text")}</p>
            <Link className={styles.word} to="/join" aria-label={named("join-with-code", "enter-code")}>
              {t("enter-code")}
            </Link>
          </section>
          <Crack />
          <section className={styles.door}>
            <h2>{t("host-door")}</h2>
            <p>{t("host-door-text")}</p>
            <Link className={styles.word} to="/host" aria-label={named("host-door", "set-it-up")}>
              {t("set-it-up")}
            </Link>
          </section>
        </div>
      </main>
    </div>
  );
}

/** What is heard without the heading in sight: which door, and what it does. */
const named = (door: string, action: string) => t("door-named", { door: t(door), action: t(action) });

const EDGE = "M14 0L10 9L17 18L12 27L18 38L11 48L16 57L9 68L15 79L10 90L14 100";

/** The stone between two doors: one crack is open, the other mended with gold. */
function Crack({ mended = false }: { mended?: boolean }) {
  return (
    <svg
      className={styles.crack}
      viewBox="0 0 28 100"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <path d={EDGE} className={mended ? styles.seam : styles.gap} vectorEffect="non-scaling-stroke" />
      {mended && <path d={EDGE} className={styles.shine} vectorEffect="non-scaling-stroke" />}
    </svg>
  );
}

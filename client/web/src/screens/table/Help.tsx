import { coachSpeaks, guideMe, isPractice, useGuide } from "../../coach/guide";
import { t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { useSeat } from "./context";
import { readyWord } from "./Footer";
import { phaseLook } from "./looks";
import Meanings from "./Meanings";
import styles from "./mine.module.css";

/** What weighs most first. */
const IN_ORDER = [
  "join",
  "commit",
  "answer",
  "say",
  "pledge",
  "offer",
  "withdraw",
  "announce",
  "note",
  "ready",
];

/** What I can do now, how I like to learn, and what the game's words mean. */
export default function Help() {
  const { view, live } = useSeat();
  const guide = useGuide();
  const speaks = coachSpeaks(guide, live.table);
  const { commands, deals } = view.legal;
  const can = IN_ORDER.filter((command) => commands.includes(command) && (command !== "offer" || deals));
  // The help says what stands on the buttons.
  const ready = readyWord(view);
  const pledged = t("pledged-of", { pledged: view.need?.pledged ?? 0, total: view.need?.total ?? 0 });
  const met = view.round > 1 || phaseLook(view.phase).stage === "told";
  return (
    <>
      <section className={styles.now} aria-label={t("what-now")}>
        {can.length === 0 && <p>{t("nothing-now")}</p>}
        <ul>
          {can.map((command) => (
            <li key={command}>{t(`can-${command}`, { ready, pledged })}</li>
          ))}
        </ul>
      </section>
      {isPractice(view) && (met || !speaks) && (
        <Word onPress={() => guideMe({ coach: !speaks })}>{t(speaks ? "coach-off" : "coach-on")}</Word>
      )}
      <Meanings />
    </>
  );
}

import type { Announce as AnnounceCommand } from "../../api/contract";
import own from "../../strings/forms.ftl?raw";
import { learn, t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Choice } from "../../ui/Choice";
import { Field } from "../../ui/Field";
import text from "../../ui/text.module.css";
import styles from "./card.module.css";
import { isPending, useSeat } from "./context";

learn(own);

const LONGEST = 140;

/** One public announcement a round, for a role that is not in the room. */
export default function Announce() {
  const { view, live, draft, change, send } = useSeat();
  const { words, pledge, instrument } = draft.announcement;
  const set = (part: Partial<typeof draft.announcement>) =>
    change({ announcement: { ...draft.announcement, ...part } });
  const { instruments, pledge_max } = view.legal;
  return (
    <section className={styles.dials} aria-labelledby="announce">
      <h3 id="announce">{t("announce")}</h3>
      <p className={text.quiet}>{t("announce-note")}</p>
      <Field
        label={t("announce-words")}
        value={words}
        maxLength={LONGEST}
        onText={(typed) => set({ words: typed })}
      />
      {instruments.length > 0 && (
        <Choice
          label={t("announce-instrument")}
          stacked
          value={instrument ?? ""}
          options={["", ...instruments].map((each) => ({
            value: each,
            label: each ? t(`instrument-${each}`) : t("none"),
          }))}
          onChange={(each) => set({ instrument: (each || null) as AnnounceCommand["instrument"] })}
        />
      )}
      <Choice
        label={t("announce-pledge")}
        stacked
        value={pledge}
        options={Array.from({ length: Math.min(pledge_max, 6) + 1 }, (_, n) => ({
          value: n,
          label: n === 0 ? t("none") : String(n),
        }))}
        onChange={(n) => set({ pledge: n })}
      />
      <Word
        disabled={words.trim().length === 0 || isPending(live, "announce")}
        onPress={() => send({ type: "announce", pledge: pledge || null, instrument }, words.trim())}
      >
        {t(isPending(live, "announce") ? "sending" : "announce-it")}
      </Word>
    </section>
  );
}

import { useState } from "react";
import type { NeedView } from "../../api/contract";
import { t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Choice } from "../../ui/Choice";
import { Emblem } from "../../ui/Emblem";
import { Tally } from "../../ui/Tokens";
import text from "../../ui/text.module.css";
import styles from "./card.module.css";
import { isPending, useSeat } from "./context";

/** What has been promised aloud against what the card needs. A pledge is a word, not a move. */
export function Pledges({ need }: { need: NeedView }) {
  const { view } = useSeat();
  const pledging = view.roles.filter((role) => role.in_play && role.pledge > 0);
  return (
    <section className={styles.pledges} aria-labelledby="pledges">
      <h3 id="pledges">{t("pledged-of", { pledged: need.pledged, total: need.total })}</h3>
      <p className={text.quiet}>{need.gap > 0 ? t("gap", { n: need.gap }) : t("no-gap")}</p>
      {pledging.length > 0 && (
        <ul>
          {pledging.map((role) => (
            <li key={role.id} className={role.believed ? "" : styles.struck}>
              <Emblem hue={role.hue} letter={role.letter} size={18} />
              <span>{t("role-pledges", { role: role.label, n: role.pledge })}</span>
              <Tally n={role.pledge} height={13} />
              {!role.believed && <small>{t("not-believed")}</small>}
            </li>
          ))}
        </ul>
      )}
      {view.legal.commands.includes("pledge") && <MyPledge />}
    </section>
  );
}

function MyPledge() {
  const { view, live, draft, send } = useSeat();
  const [other, setOther] = useState(false);
  const mine = view.roles.find((role) => role.id === view.me?.role)?.pledge ?? 0;
  const option = view.options.find((each) => each.id === (draft.sheet ?? view.me?.sheet)?.option);
  const pledge = (brings: number) => send({ type: "pledge", brings });
  const numbers = Array.from({ length: view.legal.pledge_max + 1 }, (_, n) => n);
  return (
    <div className={styles.myPledge}>
      <p className={text.row}>
        {option && option.brings !== mine && (
          <Word onPress={() => pledge(option.brings)}>{t("pledge-this", { n: option.brings })}</Word>
        )}
        {mine > 0 && (
          <Word quiet onPress={() => pledge(0)}>
            {t("take-back")}
          </Word>
        )}
        <Word quiet onPress={() => setOther(!other)}>
          {t(other ? "close" : option || mine > 0 ? "another-number" : "pledge-something")}
        </Word>
        {isPending(live, "pledge") && <small className={text.quiet}>{t("sending")}</small>}
      </p>
      {other && (
        <Choice
          label={t("i-bring")}
          stacked
          value={mine}
          options={numbers.map((n) => ({ value: n, label: String(n) }))}
          onChange={pledge}
        />
      )}
    </div>
  );
}

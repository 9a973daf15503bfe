import { useState } from "react";
import own from "../../strings/forms.ftl?raw";
import { learn, t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Choice } from "../../ui/Choice";
import styles from "./card.module.css";
import { useSeat } from "./context";
import { heardOf, useTell } from "./tells";

learn(own);

const TABLE = "table";

/** Any number that I care to tell, where it rankles between us and another, and what I ask of whom. */
export default function Telling() {
  const { view, cast } = useSeat();
  const tell = useTell();
  const { talk, pledge_max } = view.legal;
  const most = Math.min(pledge_max, view.need?.total ?? pledge_max);
  const roles = talk
    .filter((each) => each !== TABLE)
    .map((each) => ({ value: each, label: cast.name(each) }));
  const [alone, setAlone] = useState(roles[0]?.value ?? "");
  const [asked, setAsked] = useState(roles[0]?.value ?? "");
  // Who cannot be heard at the table speaks with one role at a time.
  const to = talk.includes(TABLE) ? [] : [alone];
  const goesTo = to.length > 0 ? t("goes-only-to", { who: cast.name(alone) }) : t("goes-to-table");
  const heard = heardOf(view, view.viewer);
  const told = new Map(heard.strains);
  const mine = view.pairs.filter(
    ({ pair, known, strain }) => known && strain > 0 && told.get(pair) !== strain,
  );
  const upTo = Array.from({ length: most + 1 }, (_, n) => ({ value: n, label: String(n) }));
  return (
    <div className={styles.dials}>
      {to.length > 0 && (
        <Choice label={t("tell-whom")} stacked value={alone} options={roles} onChange={setAlone} />
      )}
      <Choice
        label={t("i-could-bring")}
        stacked
        value={heard.could ?? -1}
        options={upTo}
        onChange={(n) => tell(to, { can: [{ brings: n, price: 0 }] }, t("say-can", { n }))}
        note={goesTo}
      />
      {mine.map(({ pair, a, b, strain }) => {
        const words = t("say-rankles", { who: cast.name(a === view.viewer ? b : a), n: strain });
        return (
          <Word key={pair} onPress={() => tell(to, { strain: { [pair]: strain } }, words)}>
            {t("tell-words", { words })}
          </Word>
        );
      })}
      <Choice label={t("i-ask")} stacked value={asked} options={roles} onChange={setAsked} />
      <Choice
        label={t("ask-to-bring")}
        stacked
        value={heardOf(view, asked).asked ?? -1}
        options={upTo}
        onChange={(n) => tell([asked], { asks: { [asked]: n } }, t("say-ask", { n }))}
        note={asked && t("goes-only-to", { who: cast.name(asked) })}
      />
    </div>
  );
}

import { useState } from "react";
import type { BargainChoice, DealChoices, Offer } from "../../api/contract";
import own from "../../strings/forms.ftl?raw";
import { learn, list, t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Choice } from "../../ui/Choice";
import { Field } from "../../ui/Field";
import text from "../../ui/text.module.css";
import styles from "./card.module.css";
import { useSeat } from "./context";

learn(own);

const LONGEST = 140;
const TOGETHER = "+";

/** An offer, put together from what `legal.deals` lists. */
export default function DealForm({ choices, sent }: { choices: DealChoices; sent: () => void }) {
  const { cast, send } = useSeat();
  const kinds = kindsOf(choices);
  const [wished, setKind] = useState<Offer["kind"]>("bargain");
  const [whom, setWhom] = useState("");
  const [terms, setTerms] = useState<Terms | null>(null);
  const [words, setWords] = useState("");
  const kind = kinds.includes(wished) ? wished : kinds[0];
  if (!kind) return null;
  const partners = partnersOf(choices, kind);
  const partner = partners.includes(whom) ? whom : (partners[0] ?? "");
  const to = partner.split(TOGETHER);
  const names = (which: string) => list(which.split(TOGETHER).map(cast.name));
  const ways = kind === "bargain" ? choices.bargains.filter(({ other }) => other === partner) : [];
  const [low, high] = choices.brings;
  const bargain = fitting(ways, low, terms);
  const wording = words.trim();
  const offer = () => {
    send({ type: "offer", to, kind, ...termsFor(bargain, low), counters: null }, wording || null);
    sent();
  };
  return (
    <form
      className={styles.dials}
      onSubmit={(event) => {
        event.preventDefault();
        offer();
      }}
    >
      <Choice
        label={t("deal-kind")}
        value={kind}
        options={kinds.map((value) => ({ value, label: t(`deal-${value}`) }))}
        onChange={setKind}
      />
      <Choice
        label={t("deal-with")}
        stacked
        value={partner}
        options={partners.map((value) => ({ value, label: names(value) }))}
        onChange={setWhom}
      />
      {bargain && <BargainTerms ways={ways} range={[low, high]} terms={bargain} onChange={setTerms} />}
      <Field
        label={t("deal-words")}
        hint={t("deal-words-hint")}
        value={words}
        maxLength={LONGEST}
        required={kind === "pact"}
        onText={setWords}
      />
      <p className={text.quiet}>{t("deal-goes-to", { who: names(partner) })}</p>
      <Word type="submit" disabled={kind === "pact" && !wording}>
        {t("offer-it")}
      </Word>
    </form>
  );
}

interface TermsProps {
  ways: BargainChoice[];
  range: [number, number];
  terms: Terms;
  onChange: (terms: Terms) => void;
}

function BargainTerms({ ways, range, terms, onChange }: TermsProps) {
  const { cast, view } = useSeat();
  const set = (part: Partial<Terms>) => onChange({ ...terms, ...part });
  const { way } = terms;
  return (
    <>
      <Choice
        label={t("deal-carrier")}
        value={way.carrier}
        options={ways.map(({ carrier }) => ({
          value: carrier,
          label: carrier === view.viewer ? t("you") : cast.name(carrier),
        }))}
        onChange={(carrier) => set({ way: ways.find((each) => each.carrier === carrier) ?? way })}
      />
      <Choice
        label={t("deal-brings")}
        value={terms.brings}
        options={upTo(...range)}
        onChange={(brings) => set({ brings })}
      />
      <Choice
        label={t("deal-gives")}
        stacked
        value={terms.gives}
        options={way.gives.map((value) => ({ value, label: t(`gives-${value}`) }))}
        onChange={(each) => set({ gives: each })}
      />
      {terms.gives === "hand_over" && (
        <Choice
          label={t("deal-capacity")}
          value={terms.capacity}
          options={upTo(1, way.hand_max)}
          onChange={(capacity) => set({ capacity })}
        />
      )}
    </>
  );
}

/** Of a bargain: who carries, how much, and what comes back. */
interface Terms {
  way: BargainChoice;
  brings: number;
  gives: string;
  capacity: number;
}

const upTo = (low: number, high: number) =>
  Array.from({ length: high - low + 1 }, (_, n) => ({ value: low + n, label: String(low + n) }));

function partnersOf(choices: DealChoices, kind: Offer["kind"]): string[] {
  return {
    bargain: [...new Set(choices.bargains.map(({ other }) => other))],
    pact: choices.pacts,
    open: choices.alliances.map((group) => group.join(TOGETHER)),
  }[kind];
}

const KINDS: Offer["kind"][] = ["bargain", "pact", "open"];
const kindsOf = (choices: DealChoices) => KINDS.filter((kind) => partnersOf(choices, kind).length > 0);

/** What was wished, as far as it may still be offered to this partner. */
function fitting(ways: BargainChoice[], low: number, wished: Terms | null): Terms | null {
  const way = ways.find(({ carrier }) => carrier === wished?.way.carrier) ?? ways[0];
  if (!way) return null;
  return {
    way,
    brings: wished?.brings ?? low,
    gives: wished && way.gives.includes(wished.gives) ? wished.gives : (way.gives[0] ?? ""),
    capacity: Math.max(1, Math.min(wished?.capacity ?? 1, way.hand_max)),
  };
}

function termsFor(terms: Terms | null, low: number) {
  if (!terms) return { carrier: null, brings: low, gives: null, capacity: 0 };
  const gives = terms.gives as Offer["gives"];
  const capacity = gives === "hand_over" ? terms.capacity : 0;
  return { carrier: terms.way.carrier, brings: terms.brings, gives, capacity };
}

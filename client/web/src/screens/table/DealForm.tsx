import { useState } from "react";
import type { DealChoices, Offer } from "../../api/contract";
import { list, t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Choice } from "../../ui/Choice";
import { Field } from "../../ui/Field";
import text from "../../ui/text.module.css";
import styles from "./card.module.css";
import { useSeat } from "./context";

const LONGEST = 140;
const TOGETHER = "+";
/** What may be asked of another; what that role cannot give, the server refuses in words. */
const ASKED = { gives: ["hand_over", "my_turn_next", "spare"], most: 3 };

/** An offer, put together from what `legal.deals` lists. */
export function DealForm({ choices, sent }: { choices: DealChoices; sent: () => void }) {
  const { cast, view, send } = useSeat();
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
  const bargain = kind === "bargain" ? fitting(choices, terms) : null;
  const wording = words.trim();
  const offer = () => {
    send(
      { type: "offer", to, kind, ...termsFor(bargain, view.viewer, partner), counters: null },
      wording || null,
    );
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
      {bargain && <BargainTerms choices={choices} terms={bargain} partner={partner} onChange={setTerms} />}
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
  choices: DealChoices;
  terms: Terms;
  partner: string;
  onChange: (terms: Terms) => void;
}

function BargainTerms({ choices, terms, partner, onChange }: TermsProps) {
  const { cast } = useSeat();
  const set = (part: Partial<Terms>) => onChange({ ...terms, ...part });
  const { gives, most } = backFor(choices, terms.mine);
  const [low, high] = choices.brings;
  return (
    <>
      <Choice
        label={t("deal-carrier")}
        value={terms.mine}
        options={sidesOf(choices).map((mine) => ({
          value: mine,
          label: mine ? t("you") : cast.name(partner),
        }))}
        onChange={(mine) => set({ mine })}
      />
      <Choice
        label={t("deal-brings")}
        value={terms.brings}
        options={upTo(low, high)}
        onChange={(brings) => set({ brings })}
      />
      <Choice
        label={t("deal-gives")}
        stacked
        value={terms.gives}
        options={gives.map((value) => ({ value, label: t(`gives-${value}`) }))}
        onChange={(each) => set({ gives: each })}
      />
      {terms.gives === "hand_over" && (
        <Choice
          label={t("deal-capacity")}
          value={terms.capacity}
          options={upTo(1, most)}
          onChange={(capacity) => set({ capacity })}
        />
      )}
    </>
  );
}

/** Of a bargain: whether I carry, how much, and what comes back. */
interface Terms {
  mine: boolean;
  brings: number;
  gives: string;
  capacity: number;
}

const upTo = (low: number, high: number) =>
  Array.from({ length: high - low + 1 }, (_, n) => ({ value: low + n, label: String(low + n) }));

function kindsOf(choices: DealChoices): Offer["kind"][] {
  const bargains: Offer["kind"][] =
    choices.bargain.length > 0 && sidesOf(choices).length > 0 ? ["bargain"] : [];
  return choices.ally.length > 0 ? [...bargains, "pact", "open"] : bargains;
}

/** One of them; an open alliance also with both. */
function partnersOf({ bargain, ally }: DealChoices, kind: Offer["kind"]): string[] {
  if (kind === "bargain") return bargain;
  return kind === "open" && ally.length === 2 ? [...ally, ally.join(TOGETHER)] : ally;
}

/** Who may carry: the other if I have something to give, I myself if I carry nowhere yet. */
function sidesOf(choices: DealChoices): boolean[] {
  const asking = choices.ask && backFor(choices, false).gives.length > 0;
  return [...(asking ? [false] : []), ...(choices.carry ? [true] : [])];
}

function backFor(choices: DealChoices, mine: boolean): { gives: string[]; most: number } {
  if (mine) return ASKED;
  const { gives, hand_max } = choices;
  return { gives: gives.filter((each) => each !== "hand_over" || hand_max > 0), most: hand_max };
}

/** What was wished, as far as it may still be offered. */
function fitting(choices: DealChoices, wished: Terms | null): Terms {
  const sides = sidesOf(choices);
  const mine = wished && sides.includes(wished.mine) ? wished.mine : (sides[0] ?? true);
  const { gives, most } = backFor(choices, mine);
  return {
    mine,
    brings: wished?.brings ?? choices.brings[0],
    gives: wished && gives.includes(wished.gives) ? wished.gives : (gives[0] ?? ""),
    capacity: Math.min(wished?.capacity ?? 1, most),
  };
}

function termsFor(terms: Terms | null, me: string, partner: string) {
  if (!terms) return { carrier: null, brings: 4, gives: null, capacity: 0 };
  const gives = terms.gives as Offer["gives"];
  const capacity = gives === "hand_over" ? Math.max(1, terms.capacity) : 0;
  return { carrier: terms.mine ? me : partner, brings: terms.brings, gives, capacity };
}

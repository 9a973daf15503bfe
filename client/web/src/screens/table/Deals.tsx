import type { DealChoices, Event, OfferView } from "../../api/contract";
import { sentence } from "../../strings/sentences";
import { t } from "../../strings/text";
import { Word } from "../../ui/Action";
import text from "../../ui/text.module.css";
import { useSeat } from "./context";
import { DealForm } from "./DealForm";

interface Props {
  /** What may be offered; null while nobody asked for the form. */
  choices: DealChoices | null;
  sent: () => void;
}

/** Promises in force, offers that wait, and the form for another. */
export default function Deals({ choices, sent }: Props) {
  const { view } = useSeat();
  const inForce: Promised[] = [
    ...view.bargains.map((each) => ({
      event: { ...each, type: "bargain_struck", offer: each.id, words: 0 } as Event,
      words: each.id,
    })),
    ...view.debts.map((each) => ({
      event: { ...each, type: "debt_owed", offer: each.id, words: 0 } as Event,
      words: each.id,
    })),
    ...view.pacts.map((each) => ({
      event: { ...each, type: "pact_signed", offer: each.id } as Event,
      words: each.words,
    })),
  ];
  return (
    <>
      <ul aria-label={t("deals")}>
        {inForce.map(({ event, words }) => (
          <li key={`${event.type}.${words}`}>
            <Told event={event} words={words} />
          </li>
        ))}
        {view.offers.map((offer) => (
          <Waiting key={offer.id} offer={offer} />
        ))}
      </ul>
      {choices && <DealForm choices={choices} sent={sent} />}
    </>
  );
}

interface Promised {
  event: Event;
  /** The row that holds the wording. */
  words: number;
}

function Told({ event, words }: Promised) {
  const { cast, live } = useSeat();
  const wording = live.entries.map((entry) => entry.words[String(words)]).find(Boolean);
  return (
    <div>
      <p>{sentence(event, cast)}</p>
      {wording && <p dir="auto">“{wording}”</p>}
    </div>
  );
}

function Waiting({ offer }: { offer: OfferView }) {
  const { view, send } = useSeat();
  const { legal } = view;
  const event = { ...offer, type: "offer_made", offer: offer.id, counters: null } as Event;
  const answer = (accept: boolean) => send({ type: "answer", offer: offer.id, accept });
  return (
    <li>
      <div>
        <Told event={event} words={offer.words} />
        <p className={text.row}>
          {legal.accept.includes(offer.id) && <Word onPress={() => answer(true)}>{t("accept")}</Word>}
          {legal.answer.includes(offer.id) && (
            <Word quiet onPress={() => answer(false)}>
              {t("refuse")}
            </Word>
          )}
          {legal.withdraw.includes(offer.id) && (
            <Word quiet onPress={() => send({ type: "withdraw", offer: offer.id })}>
              {t("take-back")}
            </Word>
          )}
        </p>
      </div>
    </li>
  );
}

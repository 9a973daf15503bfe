import type { ClosedView, Event, OfferView } from "../../api/contract";
import own from "../../strings/deals.ftl?raw";
import { sentence } from "../../strings/sentences";
import { capital, learn, t } from "../../strings/text";
import { Word } from "../../ui/Action";
import text from "../../ui/text.module.css";
import { useSeat } from "./context";
import { happenings, wordsOf } from "./history";

learn(own);

/** Promises in force, offers that wait, and what became of others. */
export default function Deals() {
  const { view } = useSeat();
  const inForce: Promised[] = [
    ...view.bargains.map((each) => ({
      offer: each.id,
      event: { ...each, type: "bargain_struck", offer: each.id, words: 0 } as Event,
      words: each.id,
    })),
    ...view.debts.map((each) => ({
      offer: each.id,
      event: { ...each, type: "debt_owed", offer: each.id, words: 0 } as Event,
      words: each.id,
    })),
    ...view.pacts.map((each) => ({
      offer: each.id,
      event: { ...each, type: "pact_signed", offer: each.id } as Event,
      words: each.words,
    })),
  ];
  // What waits for me stands where the thumb is.
  const waiting = view.offers.filter(({ id }) => !view.legal.answer.includes(id));
  const undone = view.closed.filter(({ how }) => how !== "accepted");
  return (
    <>
      {inForce.length + waiting.length > 0 && (
        <ul aria-label={t("deals")}>
          {inForce.map((promised) => (
            <li key={`${promised.event.type}.${promised.words}`}>
              <Told {...promised} />
            </li>
          ))}
          {waiting.map((offer) => (
            <Waiting key={offer.id} offer={offer} />
          ))}
        </ul>
      )}
      {undone.length > 0 && (
        <ul aria-label={t("answered-offers")} className={text.quiet}>
          {undone.map(({ offer }) => (
            <li key={offer.id}>
              <Told offer={offer.id} event={made(offer)} words={offer.words} />
            </li>
          ))}
        </ul>
      )}
    </>
  );
}

interface Promised {
  /** Id of the offer that it came from. */
  offer: number;
  event: Event;
  /** The row that holds the wording. */
  words: number;
}

function Told({ offer, event, words }: Promised) {
  const { view, cast, live } = useSeat();
  const wording = wordsOf(live.entries, words);
  const answer = view.closed.find((each) => each.offer.id === offer);
  return (
    <div>
      <p>{sentence(event, cast)}</p>
      {wording && <p dir="auto">“{wording}”</p>}
      {answer && <Answer {...answer} />}
    </div>
  );
}

/** How it was answered and why, in the other's words. */
function Answer({ offer, how, by }: ClosedView) {
  const { cast, live } = useSeat();
  const reason = happenings(live.entries).findLast(
    ({ event }) => event.type === "offer_answered" && event.offer === offer.id,
  )?.text;
  // That it was agreed shows in the promise that came of it.
  if (how === "accepted" && !reason) return null;
  const what = capital(t(`closed-${how}`, { who: cast.name(by) }));
  return <p dir="auto">{reason ? t("with-words", { what, words: reason }) : `${what}.`}</p>;
}

const made = (offer: OfferView) =>
  ({ ...offer, type: "offer_made", offer: offer.id, counters: null }) as Event;

function Waiting({ offer }: { offer: OfferView }) {
  const { view, send } = useSeat();
  return (
    <li>
      <div>
        <Told offer={offer.id} event={made(offer)} words={offer.words} />
        {view.legal.withdraw.includes(offer.id) && (
          <Word quiet onPress={() => send({ type: "withdraw", offer: offer.id })}>
            {t("take-back")}
          </Word>
        )}
      </div>
    </li>
  );
}

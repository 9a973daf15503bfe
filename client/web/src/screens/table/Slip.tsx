import type { ClosedView, OfferView } from "../../api/contract";
import own from "../../strings/deals.ftl?raw";
import { roleOf } from "../../strings/sentences";
import { capital, learn, list, t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Emblem } from "../../ui/Emblem";
import { useSeat } from "./context";
import styles from "./deals.module.css";
import { happenings } from "./history";
import { phaseLook } from "./looks";
import { inShort } from "./terms";

learn(own);

/** Where the thumb is: an offer that waits for me; else, while it still matters, what became of mine. */
export default function Slip() {
  const { view, draft } = useSeat();
  const { offers, closed, legal, viewer } = view;
  const forMe = offers.filter(({ id }) => legal.answer.includes(id));
  const answered = closed.findLast(
    ({ offer, how }) =>
      offer.role === viewer && (how === "accepted" || how === "refused") && !draft.heard.includes(offer.id),
  );
  const playing = phaseLook(view.phase).stage === "playing";
  const mine = offers.findLast(({ role }) => role === viewer);
  if (forMe[0]) return <Incoming offer={forMe[0]} more={forMe.length - 1} />;
  if (!playing) return null;
  if (answered) return <Answered {...answered} />;
  return mine ? <Waiting offer={mine} /> : null;
}

function Incoming({ offer, more }: { offer: OfferView; more: number }) {
  const { view, live, cast, open } = useSeat();
  const role = roleOf(view, offer.role);
  const answers = live.entries.some((entry) =>
    entry.events.some(
      (event) => event.type === "offer_made" && event.offer === offer.id && event.counters !== null,
    ),
  );
  const who = cast.name(offer.role);
  const what = capital(t(answers ? "counters-with" : "offers-a", { who, kind: offer.kind }));
  return (
    <div className={`${styles.slip} hue-${role?.hue ?? 0}`}>
      {role && <Emblem hue={role.hue} letter={role.letter} size={24} />}
      <p>
        <b>{what}:</b> {inShort(offer, view.viewer)}.{more > 0 && <> {t("more-wait", { n: more })}</>}
      </p>
      <Word onPress={() => open({ what: "answer", offer: offer.id })}>
        <span>
          {t("answer-it")}
          <span className="unseen"> {t("answer-whom", { who })}</span>
        </span>
      </Word>
    </div>
  );
}

/** How it was answered and why, in the other's words. */
function Answered({ offer, how, by }: ClosedView) {
  const { view, live, cast, draft, change } = useSeat();
  const role = roleOf(view, by);
  const reason = happenings(live.entries).findLast(
    ({ event }) => event.type === "offer_answered" && event.offer === offer.id,
  )?.text;
  const what = capital(t(`closed-${how}`, { who: cast.name(by) }));
  return (
    <div className={`${styles.slip} hue-${role?.hue ?? 0}`}>
      {role && <Emblem hue={role.hue} letter={role.letter} size={24} />}
      <p>
        <b>{what}:</b> {reason ? <q dir="auto">{reason}</q> : `${inShort(offer, view.viewer)}.`}
      </p>
      <Word quiet onPress={() => change({ heard: [...draft.heard, offer.id] })}>
        {t("close")}
      </Word>
    </div>
  );
}

function Waiting({ offer }: { offer: OfferView }) {
  const { view, cast } = useSeat();
  return (
    <div className={`${styles.slip} ${styles.slipQuiet}`}>
      <p>{t("offered-to", { who: list(offer.to.map(cast.name)), terms: inShort(offer, view.viewer) })}</p>
    </div>
  );
}

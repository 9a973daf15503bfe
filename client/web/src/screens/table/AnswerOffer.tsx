import { useState } from "react";
import type { OfferView } from "../../api/contract";
import { MAX_WORDS } from "../../api/contract";
import own from "../../strings/deals.ftl?raw";
import { roleOf } from "../../strings/sentences";
import { capital, learn, list, t } from "../../strings/text";
import { Action } from "../../ui/Action";
import { Emblem } from "../../ui/Emblem";
import { Field } from "../../ui/Field";
import { Radio, Radios } from "../../ui/Radios";
import text from "../../ui/text.module.css";
import { isPending, useSeat } from "./context";
import styles from "./deals.module.css";
import { wordsOf } from "./history";
import { answering, countering, fitting } from "./offering";
import { Pair } from "./Pair";
import { Sheet } from "./Sheet";
import { mostOfMine } from "./tells";
import { accepting, bindings } from "./terms";

learn(own);

type Way = "accept" | "counter" | "refuse";

/** An offer that waits for me: what it says, what it binds to, and three ways to answer. */
export default function AnswerOffer({ id }: { id: number }) {
  const { view } = useSeat();
  const offer = view.offers.find((each) => each.id === id && view.legal.answer.includes(id));
  if (!offer)
    return (
      <Sheet title={t("an-offer")}>
        <p>{t("offer-gone")}</p>
      </Sheet>
    );
  return <Answering offer={offer} key={id} />;
}

function Answering({ offer }: { offer: OfferView }) {
  const { view, live, cast, draft, change, send, open } = useSeat();
  const { legal, viewer } = view;
  const wording = wordsOf(live.entries, offer.words);
  const instead = legal.deals && answering(legal.deals, offer);
  const possible: Record<Way, boolean> = {
    accept: legal.accept.includes(offer.id),
    counter: instead !== null && fitting(instead) !== null,
    refuse: true,
  };
  const [wished, setWay] = useState<Way>("accept");
  const way = possible[wished] ? wished : possible.counter ? "counter" : "refuse";
  const others = [offer.role, ...offer.to].filter((each) => each !== viewer);
  const who = list(others.map(cast.name));
  const role = roleOf(view, offer.role);
  const mine = roleOf(view, viewer);
  const name = live.names[offer.role];
  const from = capital(name ? t("for-role", { name, role: cast.name(offer.role) }) : cast.name(offer.role));
  const most = mostOfMine(view);
  const does: Record<Way, string> = {
    accept: t(possible.accept ? `accept-does-${offer.kind}` : "cannot-accept"),
    counter: t(possible.counter ? "counter-does" : "cannot-counter"),
    refuse: t("refuse-does"),
  };
  const answer = (accept: boolean) =>
    send({ type: "answer", offer: offer.id, accept }, accept ? null : draft.reason.trim() || null);
  const counter = () => {
    const begun = draft.offers[offer.id] ?? countering(offer, wording);
    change({ offers: { ...draft.offers, [offer.id]: begun } });
    open({ what: "offer", counters: offer.id });
  };
  const agreed = accepting(offer, viewer, who);
  return (
    <Sheet
      title={capital(t("offers-a", { who: from, kind: offer.kind }))}
      foot={
        isPending(live, "answer") ? (
          <Action held detail={live.link === "open" ? undefined : t("offer-kept")}>
            {t("sending")}
          </Action>
        ) : way === "accept" ? (
          <Action detail={agreed.detail} onPress={() => answer(true)}>
            {agreed.what}
          </Action>
        ) : way === "counter" ? (
          <Action detail={t("counter-first-detail")} onPress={counter}>
            {t("counter-first")}
          </Action>
        ) : (
          <Action
            detail={capital(t("refuse-offer-detail", { who: cast.name(offer.role) }))}
            onPress={() => answer(false)}
          >
            {t("refuse-offer")}
          </Action>
        )
      }
    >
      <article className={`${styles.offered} hue-${role?.hue ?? 0}`}>
        {wording && <q dir="auto">{wording}</q>}
        <ul>
          {bindings(offer, viewer, others, cast).map((binding) => (
            <Bound key={binding.text} {...binding} />
          ))}
        </ul>
        {offer.carrier === viewer && most < offer.brings && (
          <p className={styles.short}>{t("most-of-yours", { n: most })}</p>
        )}
        {wording && <p className={text.quiet}>{t("quoted-if-broken")}</p>}
      </article>
      <OnlyWeSee who={who} />
      <Radios
        className={styles.answers}
        label={t("your-answer")}
        chosen={way}
        onChoose={(chosen) => setWay(chosen as Way)}
      >
        {(["accept", "counter", "refuse"] as const).map((each) => (
          <Radio key={each} value={each} disabled={!possible[each]} className={styles.answer}>
            <span>
              <b>{t(each)}</b>
              <small>{does[each]}</small>
            </span>
            {/* Gold comes only when the word is kept. */}
            {each === "accept" && role && mine && (
              <Pair a={mine} b={role} crack={offer.carrier === null ? "bridge" : "narrow"} />
            )}
          </Radio>
        ))}
      </Radios>
      {way === "refuse" && (
        <Field
          label={t("refuse-why")}
          hint={t("refuse-why-hint", { who })}
          value={draft.reason}
          maxLength={MAX_WORDS}
          onText={(reason) => change({ reason })}
        />
      )}
    </Sheet>
  );
}

/** Who would be bound, by its sign, and to what. */
export function Bound({ role, text }: { role: string; text: string }) {
  const { view } = useSeat();
  const found = roleOf(view, role);
  return (
    <li>
      {found && <Emblem hue={found.hue} letter={found.letter} size={17} />}
      <span>{text}</span>
    </li>
  );
}

/** To whom it goes: seen before anything is sent. */
export function OnlyWeSee({ who }: { who: string }) {
  return (
    <p className={styles.seen}>
      <svg viewBox="0 0 20 20" width="20" height="20" aria-hidden="true" focusable="false">
        <path
          d="M1.8 10C4 6.2 7 4.6 10 4.6S16 6.2 18.2 10C16 13.8 13 15.4 10 15.4S4 13.8 1.8 10Z"
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
        />
        <circle cx="10" cy="10" r="2.5" fill="none" stroke="currentColor" strokeWidth="1.5" />
      </svg>
      <span>
        <b>{t("only-two-see", { who })}</b> {t("then-everybody")}
      </span>
    </p>
  );
}

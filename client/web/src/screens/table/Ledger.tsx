import { useMemo, useState } from "react";
import type { OfferView, PactView } from "../../api/contract";
import own from "../../strings/deals.ftl?raw";
import { roleOf, sentence } from "../../strings/sentences";
import { capital, learn, list, t } from "../../strings/text";
import { Action, Word } from "../../ui/Action";
import { Emblem } from "../../ui/Emblem";
import { Radio, Radios } from "../../ui/Radios";
import text from "../../ui/text.module.css";
import { useSeat } from "./context";
import styles from "./deals.module.css";
import { happenings, wordsOf } from "./history";
import { type Crack, Pair } from "./Pair";
import { type Promised, partiesOf, promisesOf } from "./promises";
import { Sheet } from "./Sheet";
import { inShort } from "./terms";

learn(own);

const WHOSE = ["all", "mine", "owed"] as const;
type Whose = (typeof WHOSE)[number];

const CRACKS: Record<Promised["outcome"], Crack> = {
  open: "bridge",
  kept: "kept",
  completed: "kept",
  broken: "broken",
  lapsed: "void",
  void: "void",
};

/** Every promise that this seat may know of, with its wording and what became of it; and who owes whom. */
export default function Ledger() {
  const { view, live, open } = useSeat();
  const [whose, setWhose] = useState<Whose>("all");
  const all = useMemo(() => promisesOf(happenings(live.entries), view), [live.entries, view]);
  const shown: Record<Whose, (promised: Promised) => boolean> = {
    all: () => true,
    mine: (promised) => partiesOf(promised).includes(view.viewer),
    owed: ({ kind }) => kind === "debt",
  };
  const listed = all.filter(shown[whose]);
  const running = listed.filter(({ outcome }) => outcome === "open");
  const over = listed.filter(({ outcome }) => outcome !== "open").reverse();
  const offers = whose === "owed" ? [] : view.offers;
  const word = roleOf(view, view.viewer)?.word;
  return (
    <Sheet
      title={sumOf(all)}
      head={word !== undefined && <p className={text.quiet}>{t("your-word", { n: -word })}</p>}
      foot={
        view.legal.deals && (
          <Action onPress={() => open({ what: "offer", counters: null })}>{t("make-promise")}</Action>
        )
      }
    >
      <Radios
        className={styles.whose}
        label={t("whose-promises")}
        chosen={whose}
        onChoose={(chosen) => setWhose(chosen as Whose)}
      >
        {WHOSE.map((each) => (
          <Radio key={each} value={each} className={styles.tab}>
            {t(`whose-${each}`)}
          </Radio>
        ))}
      </Radios>
      {offers.length > 0 && (
        <Section name={t("waiting-offers")}>
          {offers.map((offer) => (
            <Waiting key={offer.id} offer={offer} />
          ))}
        </Section>
      )}
      {running.length > 0 && (
        <Section name={t("still-to-keep")}>
          {running.map((promised) => (
            <Line key={keyOf(promised)} promised={promised} />
          ))}
        </Section>
      )}
      {over.length > 0 && (
        <Section name={t("settled")}>
          {over.map((promised) => (
            <Line key={keyOf(promised)} promised={promised} />
          ))}
        </Section>
      )}
      {whose === "owed" && listed.length === 0 && <p>{t("nobody-owes")}</p>}
    </Sheet>
  );
}

const keyOf = ({ kind, begun, done, by, to, ended }: Promised) =>
  [kind, ...by, ...to, begun && "offer" in begun ? begun.offer : done?.offer, ended].join(" ");

/** "3 kept, 1 broken and 1 to keep". */
function sumOf(all: readonly Promised[]): string {
  const count = (...outcomes: Promised["outcome"][]) =>
    all.filter(({ outcome }) => outcomes.includes(outcome)).length;
  const parts = [
    { id: "n-kept", n: count("kept", "completed") },
    { id: "n-broken", n: count("broken") },
    { id: "n-to-keep", n: count("open") },
  ].filter(({ n }) => n > 0);
  return parts.length > 0 ? list(parts.map(({ id, n }) => t(id, { n }))) : t("ledger-empty");
}

function Section({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <section className={styles.section}>
      <h3>{name}</h3>
      <ul aria-label={name}>{children}</ul>
    </section>
  );
}

function Line({ promised }: { promised: Promised }) {
  const { view, cast } = useSeat();
  const { kind, outcome, begun, done, words, ended, given } = promised;
  const origin = begun && sentence(begun, cast);
  const brought = (done?.role && roleOf(view, done.role)?.brought[ended - 1]) ?? null;
  const title = done ? sentence(done, cast) : (origin ?? "");
  const round = done ? ended : given;
  const details = [
    done && origin && (round > 0 ? t("told-in-round", { n: given || round, what: origin }) : origin),
    outcome === "broken" && brought !== null && kind !== "spare" && t("it-brought", { n: brought }),
    !done && <Term key="term" promised={promised} />,
  ].filter(Boolean);
  return (
    <li className={outcome === "void" || outcome === "lapsed" ? styles.faded : ""}>
      <Signs promised={promised} />
      <div>
        <b>{title || t(`ended-${outcome}`)}</b>
        {words && <q dir="auto">{words}</q>}
        <p className={text.quiet}>
          <span
            className={
              outcome === "broken"
                ? styles.broken
                : outcome === "kept" || outcome === "completed"
                  ? styles.kept
                  : ""
            }
          >
            {capital(t(`ended-${outcome}`))}.
          </span>{" "}
          {details.map((each, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: at most three, always in this order
            <span key={place}>{each} </span>
          ))}
        </p>
      </div>
    </li>
  );
}

/** How long a pact still runs and who has carried for it. */
function Term({ promised: { kind, begun } }: { promised: Promised }) {
  const { view, cast } = useSeat();
  const offer = begun && "offer" in begun ? begun.offer : 0;
  const pact: PactView | undefined = view.pacts.find((each) => each.id === offer && each.kind === kind);
  if (!pact) return null;
  const { left, carried, members } = pact;
  const other = members.filter((member) => !carried.includes(member));
  return (
    <>
      {left === null ? t("without-end") : t("rounds-to-go", { n: left })}{" "}
      {left !== null &&
        (carried.length > 0
          ? capital(
              t("has-carried", { who: list(carried.map(cast.name)), other: list(other.map(cast.name)) }),
            )
          : t("nobody-carried-yet"))}
    </>
  );
}

/** Two plates and their crack; one sign where it was promised to everybody. */
function Signs({ promised }: { promised: Promised }) {
  const { view } = useSeat();
  const [a, b] = partiesOf(promised).map((each) => roleOf(view, each));
  if (a && b) return <Pair a={a} b={b} crack={CRACKS[promised.outcome]} />;
  return <span className={styles.alone}>{a && <Emblem hue={a.hue} letter={a.letter} size={24} />}</span>;
}

function Waiting({ offer }: { offer: OfferView }) {
  const { view, live, cast, send, open } = useSeat();
  const { legal, viewer } = view;
  const mine = offer.role === viewer;
  const [a, b] = [offer.role, ...offer.to].map((each) => roleOf(view, each));
  const words = wordsOf(live.entries, offer.words);
  const who = mine ? list(offer.to.map(cast.name)) : cast.name(offer.role);
  return (
    <li>
      {a && b && <Pair a={a} b={b} crack="strained" />}
      <div>
        <b>
          {mine
            ? t("offered-to", { who, terms: inShort(offer, viewer) })
            : `${capital(t("offers-a", { who, kind: offer.kind }))}: ${inShort(offer, viewer)}.`}
        </b>
        {words && <q dir="auto">{words}</q>}
        {legal.answer.includes(offer.id) && (
          <Word onPress={() => open({ what: "answer", offer: offer.id })}>{t("answer-it")}</Word>
        )}
        {legal.withdraw.includes(offer.id) && (
          <Word quiet onPress={() => send({ type: "withdraw", offer: offer.id })}>
            {t("take-back")}
          </Word>
        )}
      </div>
    </li>
  );
}

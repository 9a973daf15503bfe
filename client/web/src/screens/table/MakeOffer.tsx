import type { DealChoices, Offer, OfferView } from "../../api/contract";
import { MAX_WORDS } from "../../api/contract";
import { NEW, type OfferDraft } from "../../store/draft";
import own from "../../strings/deals.ftl?raw";
import { roleOf } from "../../strings/sentences";
import { capital, learn, list, t } from "../../strings/text";
import { Action } from "../../ui/Action";
import { Emblem } from "../../ui/Emblem";
import { Field } from "../../ui/Field";
import { Radio, Radios } from "../../ui/Radios";
import text from "../../ui/text.module.css";
import { Bound, OnlyWeSee } from "./AnswerOffer";
import { isPending, useSeat } from "./context";
import styles from "./deals.module.css";
import { wordsOf } from "./history";
import {
  answering,
  countering,
  fitting,
  givesOf,
  groupsWith,
  kindsWith,
  partnersOf,
  upTo,
  waysWith,
} from "./offering";
import { Sheet } from "./Sheet";
import { bindings, giving } from "./terms";

learn(own);

/** An offer as a sentence with blanks, begun from nothing or from the offer that it answers. */
export default function MakeOffer({ counters }: { counters: number | null }) {
  const { view } = useSeat();
  const answered = view.offers.find(({ id }) => id === counters) ?? null;
  const all = view.legal.deals;
  const choices = counters === null ? all : all && answered && answering(all, answered);
  const possible = choices && partnersOf(choices).length > 0;
  const gone = counters !== null && !answered;
  return possible ? (
    <Making choices={choices} answers={answered} />
  ) : (
    <Sheet title={t("an-offer")}>
      <p>{t(gone ? "offer-gone" : "nothing-to-offer")}</p>
    </Sheet>
  );
}

interface MakingProps {
  choices: DealChoices;
  answers: OfferView | null;
}

function Making({ choices, answers }: MakingProps) {
  const { view, live, cast, draft, change, send } = useSeat();
  const { viewer } = view;
  const key = answers ? String(answers.id) : NEW;
  const begun = answers ? countering(answers, wordsOf(live.entries, answers.words)) : undefined;
  const offer = fitting(choices, draft.offers[key] ?? begun);
  if (!offer) return null;
  const set = (part: Partial<OfferDraft>) =>
    change({ offers: { ...draft.offers, [key]: { ...offer, ...part } } });
  const partner = offer.to[0] ?? "";
  const who = list(offer.to.map(cast.name));
  const words = offer.words.trim();
  const { to, kind, carrier, brings, gives, capacity } = offer;
  const command: Offer = {
    type: "offer",
    to: [...to],
    kind,
    carrier,
    brings,
    gives,
    capacity,
    counters: answers?.id ?? null,
  };
  const wordless = kind === "pact" && !words;
  return (
    <Sheet
      title={t("to-one", { who })}
      head={<OnlyWeSee who={who} />}
      foot={
        isPending(live, "offer") ? (
          <Action held detail={live.link === "open" ? undefined : t("offer-kept")}>
            {t("sending")}
          </Action>
        ) : wordless ? (
          <Action blocked detail={t("words-first-detail", { who })}>
            {t("words-first")}
          </Action>
        ) : (
          <Action detail={t("may-answer")} onPress={() => send(command, words || null)}>
            {t(answers ? "offer-instead" : "offer-them", { who, kind })}
          </Action>
        )
      }
    >
      <ToWhom partners={partnersOf(choices)} chosen={partner} onChoose={(role) => set({ to: [role] })} />
      <Sentence offer={offer} />
      <p className={text.quiet}>{t("words-to-lay")}</p>
      <Chips
        label={t("deal-kind")}
        chosen={kind}
        chips={kindsWith(choices, partner).map((value) => ({ value, label: t(`deal-${value}`) }))}
        onChoose={(value) => set({ kind: value as Offer["kind"] })}
      />
      {kind === "open" && <Groups choices={choices} partner={partner} to={to} set={set} />}
      {kind === "bargain" && <BargainChips choices={choices} offer={offer} set={set} />}
      <Field
        label={t("deal-words")}
        hint={t(kind === "bargain" ? "deal-words-hint" : "deal-words-because")}
        value={offer.words}
        maxLength={MAX_WORDS}
        required={kind === "pact"}
        onText={(typed) => set({ words: typed })}
      />
      <ul className={styles.bound}>
        {bindings(offer, viewer, to, cast).map((binding) => (
          <Bound key={binding.text} {...binding} />
        ))}
      </ul>
    </Sheet>
  );
}

interface ToWhomProps {
  partners: string[];
  chosen: string;
  onChoose: (role: string) => void;
}

function ToWhom({ partners, chosen, onChoose }: ToWhomProps) {
  const { view, cast } = useSeat();
  if (partners.length < 2) return null;
  return (
    <Radios className={styles.toWhom} label={t("deal-with")} chosen={chosen} onChoose={onChoose}>
      {partners.map((each) => {
        const role = roleOf(view, each);
        return (
          <Radio key={each} value={each} className={styles.whom}>
            {role && <Emblem hue={role.hue} letter={role.letter} size={26} />}
            <span className="unseen">{cast.name(each)}</span>
          </Radio>
        );
      })}
    </Radios>
  );
}

/** A slip of paper or somebody's own words stand between these in a sentence of the catalogue. */
const SLIP = "\u0001";
const OWN = "\u0002";
const slip = (words: string) => `${SLIP}${words}${SLIP}`;

/** What will be sent, in one sentence: upright slips the game can check, slanted words are the writer's. */
function Sentence({ offer }: { offer: OfferDraft }) {
  const { view } = useSeat();
  const { kind, to, carrier, brings, words } = offer;
  const mine = carrier === view.viewer;
  // The sentence brings its own full stop.
  const typed = `${OWN}${words.trim().replace(/[.…]+$/, "") || t("words-to-come")}${OWN}`;
  const said = t(`says-${kind}`, {
    name: list(to.map((role) => roleOf(view, role)?.label ?? role)),
    carrier: slip(t(mine ? "pronoun-me" : "pronoun-them")),
    brings: slip(t("or-more", { n: brings })),
    asker: t(mine ? "pronoun-them" : "pronoun-me"),
    gives: slip(giving(offer, mine ? "me" : "you")),
    rounds: slip(t(kind === "pact" ? "two-rounds" : "every-round")),
    words: typed,
  });
  const whole = kind === "bargain" && words.trim() ? `${said} ${t("says-in-words", { words: typed })}` : said;
  return (
    <p className={styles.sentence}>
      {between(whole, SLIP).map(({ at, piece, marked }) =>
        marked ? (
          <b key={at} className={styles.laid}>
            {piece}
          </b>
        ) : (
          between(piece, OWN).map((part) =>
            part.marked ? (
              <i key={`${at}.${part.at}`} dir="auto" className={words.trim() ? styles.own : styles.ownEmpty}>
                {part.piece}
              </i>
            ) : (
              part.piece
            ),
          )
        ),
      )}
    </p>
  );
}

/** The pieces of a text; every other one stood between two marks. */
const between = (whole: string, mark: string) =>
  whole.split(mark).map((piece, at) => ({ at, piece, marked: at % 2 === 1 }));

interface SettingProps {
  choices: DealChoices;
  set: (part: Partial<OfferDraft>) => void;
}

function Groups({ choices, partner, to, set }: SettingProps & { partner: string; to: readonly string[] }) {
  const { cast } = useSeat();
  const groups = groupsWith(choices, partner).map((group) => group.filter((each) => each !== partner));
  if (groups.length < 2) return null;
  return (
    <Chips
      label={t("deal-group")}
      chosen={to.slice(1).join()}
      chips={groups.map((rest) => ({
        value: rest.join(),
        label: rest.length > 0 ? list(rest.map(cast.name)) : t("nobody-else"),
      }))}
      onChoose={(value) => set({ to: [partner, ...(value ? value.split(",") : [])] })}
    />
  );
}

function BargainChips({ choices, offer, set }: SettingProps & { offer: OfferDraft }) {
  const { view, cast } = useSeat();
  const ways = waysWith(choices, offer.to[0] ?? "");
  const way = ways.find(({ carrier }) => carrier === offer.carrier);
  const [low, high] = choices.brings;
  const mine = offer.carrier === view.viewer;
  const possible = way ? givesOf(way) : [];
  const keyOf = ({ gives, capacity }: Pick<OfferDraft, "gives" | "capacity">) => `${gives} ${capacity}`;
  return (
    <>
      <Chips
        label={t("deal-carrier")}
        chosen={offer.carrier ?? ""}
        chips={ways.map(({ carrier }) => ({
          value: carrier,
          label:
            carrier === view.viewer ? t("i-carry") : capital(t("they-carry", { who: cast.name(carrier) })),
        }))}
        onChoose={(carrier) => set({ carrier })}
      />
      <Chips
        label={t("deal-brings")}
        chosen={String(offer.brings)}
        chips={upTo(low, high).map((n) => ({ value: String(n), label: String(n) }))}
        onChoose={(n) => set({ brings: Number(n) })}
      />
      <Chips
        label={t("deal-gives")}
        chosen={keyOf(offer)}
        chips={possible.map((each) => ({ value: keyOf(each), label: giving(each, mine ? "me" : "you") }))}
        onChoose={(value) => set(possible.find((each) => keyOf(each) === value) ?? {})}
      />
    </>
  );
}

interface ChipsProps {
  label: string;
  chosen: string;
  chips: { value: string; label: string }[];
  onChoose: (value: string) => void;
}

/** Words for one blank: the one that is laid leaves its dashed place. Where there is no choice, none is shown. */
function Chips({ label, chosen, chips, onChoose }: ChipsProps) {
  if (chips.length < 2) return null;
  return (
    <div className={styles.blank}>
      <span aria-hidden="true">{label}</span>
      <Radios className={styles.chips} label={label} chosen={chosen} onChoose={onChoose}>
        {chips.map((chip) => (
          <Radio key={chip.value} value={chip.value} className={styles.chip}>
            {chip.label}
          </Radio>
        ))}
      </Radios>
    </div>
  );
}

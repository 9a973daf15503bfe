import { useMemo } from "react";
import type { OpenSheet } from "../../api/contract";
import { headline, roleOf, sentence } from "../../strings/sentences";
import { capital, t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Emblem } from "../../ui/Emblem";
import { Fold } from "../../ui/Fold";
import { Tally } from "../../ui/Tokens";
import text from "../../ui/text.module.css";
import { Steps } from "../reveal/Steps";
import { useTelling } from "../reveal/telling";
import { Why } from "../reveal/Why";
import cardStyles from "./card.module.css";
import { useSeat } from "./context";
import { readyWord } from "./Footer";
import { type Happened, happenings, lastReveal } from "./history";
import { phaseLook } from "./looks";
import revealStyles from "./reveal.module.css";

interface Props {
  /** Told all at once, as it is once the round is over. */
  whole?: boolean;
}

/**
 * The round in three lines; then one thing after the other, at my own pace; at both ends who did what, and why. From the
 * stock-take on, what I have seen is folded.
 */
export default function Reveal({ whole = false }: Props) {
  const { live, view, send } = useSeat();
  const told = useMemo(() => lastReveal(happenings(live.entries)), [live.entries]);
  const { seen, next, skip } = useTelling();
  const midway = !whole && next !== null && seen > 0;
  const telling = (
    <>
      {!whole && <Steps />}
      {!midway && (
        <>
          <Sheets told={told} />
          <Why told={told} />
        </>
      )}
    </>
  );
  const goOn = () => {
    skip();
    send({ type: "ready", phase: view.phase });
  };
  return (
    <article className={revealStyles.reveal}>
      {!midway && <Headlines />}
      {whole || phaseLook(view.phase).paced ? (
        telling
      ) : (
        <Fold title={t("step-by-step")} className={revealStyles.why} open={next !== null}>
          <div className={revealStyles.reveal}>{telling}</div>
        </Fold>
      )}
      {!midway && view.card?.learning && <p className={cardStyles.weather}>{view.card.learning}</p>}
      {!whole && next && view.legal.commands.includes("ready") && (
        <Word quiet onPress={goOn}>
          {readyWord(view)}
        </Word>
      )}
    </article>
  );
}

const MOODS: Record<string, string | undefined> = {
  broke: revealStyles.broken,
  mended: revealStyles.mended,
};

/** Was it met and by whom, what it did to me, what broke or was mended. */
function Headlines() {
  const { view, cast } = useSeat();
  const [first, ...others] = view.headlines;
  return (
    <header className={revealStyles.outcome}>
      {view.card && <p className={text.fault}>{view.card.title}</p>}
      <h2>{first ? headline(first, cast) : t("sheets-open")}</h2>
      {others.map((each) => (
        <p key={each.about} className={MOODS[each.mood]}>
          {headline(each, cast)}
        </p>
      ))}
    </header>
  );
}

/** The opened sheets: who chose what, what it brought, what was said aloud; and what pacts added to that. */
function Sheets({ told }: { told: readonly Happened[] }) {
  const { cast } = useSeat();
  const opened = told.find(({ event }) => event.type === "sheets_opened")?.event;
  if (opened?.type !== "sheets_opened") return null;
  const brought = new Map(
    told.flatMap(({ event }) => (event.type === "brought" ? [[event.role, event.effort]] : [])),
  );
  const said = new Map(
    told.flatMap(({ event, text }) => (event.type === "named" && text ? [[event.role, text]] : [])),
  );
  return (
    <>
      <ul className={revealStyles.sheets} aria-label={t("who-did-what")}>
        {Object.entries(opened.sheets).map(([role, sheet]) => (
          <SheetLine
            key={role}
            role={role}
            sheet={sheet}
            brought={brought.get(role) ?? 0}
            words={said.get(role)}
          />
        ))}
      </ul>
      {told.map(
        ({ event, seq, place }) =>
          event.type === "pact_helped" && <p key={`${seq}.${place}`}>{sentence(event, cast)}</p>,
      )}
    </>
  );
}

interface SheetLineProps {
  role: string;
  sheet: OpenSheet;
  brought: number;
  words: string | undefined;
}

function SheetLine({ role: id, sheet, brought, words }: SheetLineProps) {
  const { view, cast } = useSeat();
  const role = roleOf(view, id);
  const option = view.printed.find((each) => each.id === sheet.option);
  const aloud = sheet.voice.pair
    ? t("named-pair", { pair: cast.pair(sheet.voice.pair) })
    : sheet.voice.role
      ? t("called-out-role", { role: cast.name(sheet.voice.role) })
      : null;
  const more = sheet.table > 0 ? t("sat-with", { n: sheet.table }) : null;
  return (
    <li>
      {role && <Emblem hue={role.hue} letter={role.letter} size={26} />}
      <div>
        <b>{capital(cast.name(id))}</b> <span className={text.quiet}>{more}</span>
        <p>{option?.text ?? sheet.option}</p>
        {aloud && <p className={revealStyles.aloud}>{aloud}</p>}
        {words && <q dir="auto">{words}</q>}
      </div>
      <span className={revealStyles.broughtN}>
        <Tally n={brought} />
        <span>{t("brought-n", { n: brought })}</span>
      </span>
    </li>
  );
}

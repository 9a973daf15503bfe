import { Collapsible } from "@base-ui/react/collapsible";
import { useMemo } from "react";
import type { OpenSheet } from "../../api/contract";
import { roleOf, sentence } from "../../strings/sentences";
import { capital, t } from "../../strings/text";
import { Emblem } from "../../ui/Emblem";
import { Tally } from "../../ui/Tokens";
import text from "../../ui/text.module.css";
import cardStyles from "./card.module.css";
import { useSeat } from "./context";
import { type Group, groupOf, type Happened, happenings, lastReveal } from "./history";
import revealStyles from "./reveal.module.css";

/** What happened, as sentences: was it met and by whom, what it did to me, what broke or was mended; then why. */
export function Reveal() {
  const { live, view } = useSeat();
  const told = useMemo(() => lastReveal(happenings(live.entries)), [live.entries]);
  const me = view.me?.role ?? null;
  const of = (group: Group) => told.filter(({ event }) => groupOf(event, me) === group);
  return (
    <article className={revealStyles.reveal}>
      <Outcome told={of("outcome")} />
      <Sheets told={told} />
      {me && <Told title={t("did-to-me")} told={of("mine")} empty={t("did-nothing-to-me")} />}
      <Told title={t("broke-or-mended")} told={of("changed")} empty={t("nothing-broke")} />
      <Collapsible.Root>
        <Collapsible.Trigger className={revealStyles.why}>{t("why")}</Collapsible.Trigger>
        <Collapsible.Panel>
          <Told told={of("why")} empty={t("no-more")} />
        </Collapsible.Panel>
      </Collapsible.Root>
      {view.card?.learning && <p className={cardStyles.weather}>{view.card.learning}</p>}
    </article>
  );
}

function Outcome({ told }: { told: readonly Happened[] }) {
  const { view, cast } = useSeat();
  const [first, ...rest] = told.length > 1 ? [...told].reverse() : told;
  return (
    <header className={revealStyles.outcome}>
      {view.card && <p className={text.fault}>{view.card.title}</p>}
      <h2>{first ? sentence(first.event, cast) : t("sheets-open")}</h2>
      {rest
        .filter(({ event }) => !first || sentence(event, cast) !== sentence(first.event, cast))
        .map(({ event, seq, place }) => (
          <p key={`${seq}.${place}`}>{sentence(event, cast)}</p>
        ))}
      {view.result && (
        <p className={text.quiet}>
          {t("brought-of", { brought: view.result.brought, need: view.result.need })}
        </p>
      )}
    </header>
  );
}

/** The opened sheets: who chose what, what it brought, what was said aloud. */
function Sheets({ told }: { told: readonly Happened[] }) {
  const opened = told.find(({ event }) => event.type === "sheets_opened")?.event;
  if (opened?.type !== "sheets_opened") return null;
  const brought = new Map(
    told.flatMap(({ event }) => (event.type === "brought" ? [[event.role, event.effort]] : [])),
  );
  const said = new Map(
    told.flatMap(({ event, text }) => (event.type === "named" && text ? [[event.role, text]] : [])),
  );
  return (
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

function Told({ title, told, empty }: { title?: string; told: readonly Happened[]; empty: string }) {
  const { cast } = useSeat();
  return (
    <section className={revealStyles.told}>
      {title && <h3>{title}</h3>}
      {told.length === 0 ? (
        <p className={text.quiet}>{empty}</p>
      ) : (
        <ul>
          {told.map(({ event, seq, place }) => (
            <li key={`${seq}.${place}`} className={tone(event)}>
              {sentence(event, cast)}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}

const BROKEN = ["erupted", "retreated", "brink_reached", "raked_over", "papered_over", "mixed_message"];
const MENDED = ["naming_contained", "returned", "brink_cleared"];

/** Red for what broke, gold for what was mended; the sentence says the same. */
function tone({ type }: Happened["event"]): string {
  if (BROKEN.includes(type)) return revealStyles.broken ?? "";
  return MENDED.includes(type) ? (revealStyles.mended ?? "") : "";
}

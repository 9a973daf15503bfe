import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from "react";
import type { Me } from "../../api/contract";
import { keysOf } from "../../api/seats";
import own from "../../strings/briefing.ftl?raw";
import { roleOf } from "../../strings/sentences";
import { capital, learn, list, t } from "../../strings/text";
import { Action, Word } from "../../ui/Action";
import { Emblem } from "../../ui/Emblem";
import { Stone } from "../../ui/Stone";
import { Tokens } from "../../ui/Tokens";
import text from "../../ui/text.module.css";
import { useSeat } from "../table/context";
import { whereNow } from "../table/Heading";
import { clauseText, Locked } from "../table/Mine";
import { timeLeft, useTimeLeft } from "../table/useClock";
import styles from "./briefing.module.css";

learn(own);

/** What the button says on each card but the last. */
const NEXT = ["next-aim", "next-moves"];
const LAST = NEXT.length;

/** Three cards to swipe: who I am, what I secretly want, what I can do. Nothing waits for them. */
export default function Briefing({ me, done }: { me: Me; done: () => void }) {
  const { view, live } = useSeat();
  const role = roleOf(view, me.role);
  const strip = useRef<HTMLOListElement>(null);
  const [at, setAt] = useState(0);
  const abreast = useFits(strip);
  const titles = [t("brief-who"), t("brief-aim-title"), t("brief-moves-title")];
  const turnTo = (card: number) => {
    const on = strip.current;
    const to = on?.children[Math.min(LAST, Math.max(0, card))];
    if (!on || !(to instanceof HTMLElement)) return;
    to.focus({ preventScroll: true });
    scrollTo(0, 0);
    on.scrollTo({
      left: on.scrollLeft + middle(to) - middle(on),
      behavior: still() ? "instant" : "smooth",
    });
  };
  const keyed = (event: KeyboardEvent) => {
    const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
    if (step === undefined || abreast) return;
    event.preventDefault();
    turnTo(at + step * (strip.current?.matches(":dir(rtl)") ? -1 : 1));
  };
  const last = abreast || at === LAST;
  return (
    <div className={styles.briefing}>
      <Head>
        {!last && (
          <Word quiet onPress={done}>
            {t("skip-briefing")}
          </Word>
        )}
      </Head>
      <main className={styles.main}>
        <ol
          ref={strip}
          className={styles.strip}
          aria-label={t("briefing")}
          onKeyDown={keyed}
          onScroll={({ currentTarget }) => setAt(cardInSight(currentTarget))}
        >
          <Card seed={`${live.table} 1`} hue={role?.hue}>
            {(id) => <WhoIAm me={me} id={id} />}
          </Card>
          <Card seed={`${live.table} 2`} hue={role?.hue}>
            {(id) => <MyAim me={me} id={id} />}
          </Card>
          <Card seed={`${live.table} 3`}>{(id) => <WhatICanDo me={me} id={id} />}</Card>
        </ol>
      </main>
      <div className={styles.foot}>
        {!abreast && (
          <div className={styles.dots}>
            {titles.map((title, card) => (
              <button
                key={title}
                type="button"
                aria-label={t("card-of", { n: card + 1, title })}
                aria-current={card === at ? "step" : undefined}
                onClick={() => turnTo(card)}
              />
            ))}
          </div>
        )}
        <Action onPress={last ? done : () => turnTo(at + 1)}>
          {t(last ? "to-the-table" : (NEXT[at] ?? "to-the-table"))}
        </Action>
      </div>
    </div>
  );
}

/** Where the game is while I read, and how long it leaves me. */
function Head({ children }: { children: ReactNode }) {
  const { view, live, cast } = useSeat();
  const left = useTimeLeft(view, live.offset);
  const open = view.roles.filter((role) => role.in_play && role.held_by === "open");
  const state =
    open.length > 0
      ? t("still-to-come", { n: open.length, who: list(open.map((role) => cast.name(role.id))) })
      : left === null
        ? t("brief-no-hurry")
        : timeLeft(left);
  return (
    <header className={styles.head}>
      <div>
        <h1>{whereNow(view.round, view.rounds, view.phase)}</h1>
        <p>{state}</p>
      </div>
      {children}
    </header>
  );
}

const still = () => matchMedia("(prefers-reduced-motion: reduce)").matches;

function middle(of: Element): number {
  const { left, width } = of.getBoundingClientRect();
  return left + width / 2;
}

/** The card whose middle is nearest to the middle of the strip. */
function cardInSight(strip: HTMLElement): number {
  const far = [...strip.children].map((card) => Math.abs(middle(card) - middle(strip)));
  return far.indexOf(Math.min(...far));
}

/** Whether all three lie beside each other, so that there is nothing to turn. */
function useFits(strip: React.RefObject<HTMLElement | null>): boolean {
  const [fits, setFits] = useState(false);
  useEffect(() => {
    const of = strip.current;
    if (!of) return;
    const watch = new ResizeObserver(() => setFits(of.scrollWidth <= of.clientWidth + 1));
    watch.observe(of);
    return () => watch.disconnect();
  }, [strip]);
  return fits;
}

interface CardProps {
  seed: string;
  hue?: number | undefined;
  children: (titleId: string) => ReactNode;
}

function Card({ seed, hue, children }: CardProps) {
  const id = useId();
  return (
    <li className={styles.card} tabIndex={-1} aria-labelledby={id}>
      <Stone hue={hue} seed={seed} className={styles.stone}>
        {children(id)}
      </Stone>
    </li>
  );
}

interface PartProps {
  me: Me;
  id: string;
}

function WhoIAm({ me, id }: PartProps) {
  const { view } = useSeat();
  const role = roleOf(view, me.role);
  const traits = [
    role?.statutory && "statutory",
    role?.speaks_for_users && "users",
    role?.centre && "centre",
  ].filter((trait) => typeof trait === "string");
  return (
    <>
      <div className={styles.who}>
        {role && <Emblem hue={role.hue} letter={role.letter} size={62} />}
        <div>
          <p className={text.quiet}>{t("you-are")}</p>
          <h2 id={id} className={styles.name}>
            {capital(role?.name ?? me.role)}
          </h2>
          {role && !role.name.toLowerCase().endsWith(role.label.toLowerCase()) && <p>{role.label}</p>}
        </div>
      </div>
      <blockquote className={styles.quote}>
        <bdi>{me.instruction}</bdi>
      </blockquote>
      <p>{me.brief}</p>
      <ul className={styles.facts}>
        <li>
          <Tokens kind="capacity" n={me.income} />
          <p>
            <b>{t("brief-purse")}.</b> {t("brief-purse-text", { n: me.income })}
          </p>
        </li>
        {traits.map((trait) => (
          <li key={trait}>
            <b>{t(`brief-${trait}`)}.</b> {t(`brief-${trait}-text`)}
          </li>
        ))}
        <li>
          <b>{t("brief-standing")}.</b> {t("brief-standing-text", { label: me.standing_label })}
        </li>
        <li>
          <b>{t("brief-purpose")}.</b> {capital(t("brief-purpose-text", { label: me.purpose_label }))}
        </li>
      </ul>
    </>
  );
}

function MyAim({ me, id }: PartProps) {
  const { view } = useSeat();
  return (
    <>
      <p className={styles.only}>
        <Locked>{t("only-you-see")}</Locked>
      </p>
      <h2 id={id} className={styles.title}>
        {t("brief-aim-title")}
      </h2>
      <p>{t("brief-aim-lead", { n: me.agenda.length, rounds: view.rounds })}</p>
      <ol className={styles.aims}>
        {me.agenda.map((clause) => (
          <li key={clause.key}>
            <b>{clauseText(clause)}</b> <span>{t("now-it-is", { n: clause.value })}</span>
          </li>
        ))}
      </ol>
      <p className={styles.last}>{t("brief-aim-worth")}</p>
    </>
  );
}

function WhatICanDo({ me, id }: PartProps) {
  const { view, live } = useSeat();
  const partners = keysOf(live.table).partners ?? [];
  return (
    <>
      <h2 id={id} className={styles.title}>
        {t("brief-moves-title")}
      </h2>
      <dl className={styles.moves}>
        <Move name={t("brief-talk")}>
          <p>{t("brief-talk-text")}</p>
        </Move>
        <Move name={t("brief-choose")}>
          <p>{t("brief-choose-text")}</p>
          <Tokens kind="goodwill" n={me.goodwill} size={18} />
          <p>{t("brief-goodwill-text")}</p>
          <Tokens kind="capacity" n={me.income} size={18} />
          <p>{t("brief-capacity-text")}</p>
        </Move>
        <Move name={t("brief-watch")}>
          <p>{t("brief-watch-text")}</p>
        </Move>
        <Move name={t("brief-last")}>
          <p>{t("brief-last-text", { rounds: view.rounds })}</p>
        </Move>
        {partners.length > 0 && (
          <Move name={t("brief-partners")}>
            <p>
              {t(
                new Set(partners).size > 1 || partners.length === 1
                  ? "brief-partners-text"
                  : "brief-partners-alike",
                {
                  n: partners.length,
                  mix: mixText(partners),
                },
              )}
            </p>
          </Move>
        )}
      </dl>
    </>
  );
}

function Move({ name, children }: { name: string; children: ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

/** "two bargain for what the card needs and one gives without asking": never who is who. */
function mixText(partners: readonly string[]): string {
  const kinds = [...new Set(partners)].sort();
  return list(kinds.map((kind) => t(`mix-${kind}`, { n: partners.filter((each) => each === kind).length })));
}

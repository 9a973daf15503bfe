import { memo, useEffect, useMemo, useRef } from "react";
import { type Event, MAX_WORDS } from "../../api/contract";
import { type Cast, roleOf, sentence } from "../../strings/sentences";
import { capital, list, t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Emblem } from "../../ui/Emblem";
import text from "../../ui/text.module.css";
import { isPending, useSeat } from "./context";
import { happenings, isSpoken, logOf } from "./history";
import styles from "./talk.module.css";

const TABLE = "table";

/** What was said and what happened, and a line to say something on. */
export function Talk() {
  const { view } = useSeat();
  return (
    <section className={styles.talk} aria-labelledby="talk">
      <h2 id="talk">{t("talk")}</h2>
      <Log />
      {view.legal.commands.includes("say") && <SayLine />}
    </section>
  );
}

function Log() {
  const { live, view, cast } = useSeat();
  const lines = useMemo(() => logOf(happenings(live.entries)), [live.entries]);
  const end = useRef<HTMLUListElement>(null);
  const count = lines.length;
  useEffect(() => {
    if (count > 0 && end.current) end.current.scrollTop = end.current.scrollHeight;
  }, [count]);
  if (count === 0)
    return (
      <p className={text.quiet}>{t(view.legal.commands.includes("say") ? "nobody-spoke" : "nothing-yet")}</p>
    );
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolled region must be reachable by keyboard
    <ul className={styles.log} ref={end} tabIndex={0} aria-label={t("talk")}>
      {lines.map(({ seq, place, event, text }) => {
        const by = "role" in event ? event.role : null;
        const role = roleOf(view, by);
        return (
          <Line
            key={`${seq}.${place}`}
            event={event}
            text={text}
            cast={cast}
            me={view.me?.role}
            who={by && (live.names[by] ?? capital(role?.name ?? by))}
            hue={role?.hue}
            letter={role?.letter}
          />
        );
      })}
    </ul>
  );
}

interface LineProps {
  event: Event;
  text: string | null;
  cast: Cast;
  me: string | undefined;
  /** Whose line it is, by the person's name where it is known; null where nobody's. */
  who: string | null;
  hue: number | undefined;
  letter: string | undefined;
}

/** A long talk has many lines, and only the new one has anything to draw. */
const Line = memo(function Line({ event, text, cast, me, who, hue, letter }: LineProps) {
  if (who === null || !isSpoken(event)) return <li className={styles.quietLine}>{sentence(event, cast)}</li>;
  const to = "to" in event && typeof event.to !== "string" ? (event.to ?? []) : [];
  return (
    <li className={styles.spoken}>
      {hue !== undefined && letter !== undefined && <Emblem hue={hue} letter={letter} size={20} />}
      <div>
        <span className="unseen">{who}: </span>
        {to.length > 0 && (
          <small className={styles.private}>
            {t("only-to", {
              who: list(to.map((each) => (each === me ? t("you") : cast.name(each)))),
            })}
          </small>
        )}
        {event.type === "announced" && (
          <small className={styles.private}>{announcement(event.pledge, event.instrument)}</small>
        )}
        <p dir="auto">{text ?? t("words-erased")}</p>
      </div>
    </li>
  );
});

function announcement(pledge: number | null, instrument: string | null): string {
  const parts = [
    pledge !== null && t("announces-pledge", { n: pledge }),
    instrument && t(`instrument-${instrument}`),
  ];
  return [t("announces"), ...parts.filter(Boolean)].join(" · ");
}

/** To whom it goes stands above the words, before anything is sent. */
function SayLine() {
  const { view, live, draft, change, send, cast } = useSeat();
  const { talk } = view.legal;
  const toTable = talk.includes(TABLE);
  const people = talk.filter((each) => each !== TABLE);
  const to = draft.to.filter((role) => people.includes(role));
  const ready = draft.talk.trim().length > 0 && (toTable || to.length > 0);
  const say = () => {
    if (!ready) return;
    send({ type: "say", tells: null, to: [...to] }, draft.talk.trim());
    change({ talk: "" });
  };
  // Who cannot be heard at the table speaks with one role at a time.
  const toggle = (role: string, on: boolean) =>
    change({ to: on ? (toTable ? [...to, role] : [role]) : to.filter((each) => each !== role) });
  return (
    <form
      className={styles.say}
      onSubmit={(event) => {
        event.preventDefault();
        say();
      }}
    >
      <fieldset className={text.row} aria-label={t("to-whom")}>
        {toTable && (
          <button
            type="button"
            className={styles.toWhom}
            aria-pressed={to.length === 0}
            onClick={() => change({ to: [] })}
          >
            {t("everybody")}
          </button>
        )}
        {people.map((role) => (
          <button
            type="button"
            key={role}
            className={styles.toWhom}
            aria-pressed={to.includes(role)}
            onClick={() => toggle(role, !to.includes(role))}
            aria-label={cast.name(role)}
          >
            <RoleSign role={role} />
          </button>
        ))}
      </fieldset>
      <p className={styles.goesTo} id="goes-to">
        {to.length > 0
          ? t("goes-only-to", { who: list(to.map(cast.name)) })
          : toTable
            ? t("goes-to-table")
            : t("choose-whom")}
      </p>
      <div className={styles.sayRow}>
        <textarea
          rows={1}
          value={draft.talk}
          maxLength={MAX_WORDS}
          dir="auto"
          aria-label={t("your-words")}
          aria-describedby="goes-to"
          placeholder={t("say-something")}
          onChange={(event) => change({ talk: event.currentTarget.value })}
          onKeyDown={(event) => {
            if (event.key === "Enter" && !event.shiftKey && !event.nativeEvent.isComposing) {
              event.preventDefault();
              say();
            }
          }}
        />
        <Word type="submit" disabled={!ready}>
          {isPending(live, "say") ? t("sending") : t("say-it")}
        </Word>
      </div>
    </form>
  );
}

function RoleSign({ role }: { role: string }) {
  const { view } = useSeat();
  const found = roleOf(view, role);
  return found ? <Emblem hue={found.hue} letter={found.letter} size={22} /> : role;
}

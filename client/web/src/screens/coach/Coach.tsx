import { useEffect } from "react";
import type { Event, View } from "../../api/contract";
import { type Explained, explain, trackBefore } from "../../coach/explain";
import { coachSpeaks, guideMe, pointAt, useGuide } from "../../coach/guide";
import { introducedIn, isIntroduced } from "../../coach/introduce";
import own from "../../strings/coach.ftl?raw";
import { argsOf, type Cast, numberLabel, roleOf, trackLabel } from "../../strings/sentences";
import { capital, learn, t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Ruler } from "../../ui/Tokens";
import text from "../../ui/text.module.css";
import { useSeat } from "../table/context";
import { trackLook } from "../table/looks";
import { Pair } from "../table/Pair";
import styles from "./coach.module.css";
import News from "./News";

learn(own);

/** After each stock-take of a practice game: what just happened and why, one thing to try, and what is new next. */
export default function Coach() {
  const { view, live, cast } = useSeat();
  const guide = useGuide();
  const { first } = guide;
  useEffect(() => {
    if (first === null) guideMe({ first: live.table });
  }, [first, live.table]);
  const speaks = coachSpeaks(guide, live.table);
  const events = live.entries.flatMap((entry) => entry.events);
  const round = events.slice(events.findLastIndex(({ type }) => type === "round_began") + 1);
  const said = explain(view, round);
  const crack = speaks ? said.at.pair : undefined;
  useEffect(() => {
    pointAt(crack);
    return () => pointAt();
  }, [crack]);
  if (!speaks)
    return (
      <p>
        <Word quiet onPress={() => guideMe({ coach: true })}>
          {t("coach-on")}
        </Word>
      </p>
    );
  const next = view.round + 1;
  const things = next > view.rounds || view.end ? [] : introducedIn(view, next);
  return (
    <section className={styles.coach} aria-label={t("coach")}>
      <Hammer />
      <div className={styles.said}>
        <p className={styles.line}>{capital(t(`coach-${said.id}`, argsOf(said.data, cast)))}</p>
        <Pointed said={said} view={view} cast={cast} events={round} />
        {said.suggest && (
          <p>
            <b>{t("coach-try")}</b> {t(`coach-try-${said.suggest}`)}
          </p>
        )}
      </div>
      {things.length > 0 && <News things={things} round={next} drawn />}
      <Learned view={view} />
      <p className={styles.off}>
        <Word quiet onPress={() => guideMe({ coach: false })}>
          {t("coach-off")}
        </Word>
      </p>
    </section>
  );
}

interface PointedProps {
  said: Explained;
  view: View;
  cast: Cast;
  events: readonly Event[];
}

/** The crack or the number that the line speaks of, as it is now. */
function Pointed({ said, view, cast, events }: PointedProps) {
  const { pair, track, number } = said.at;
  const between = view.pairs.find((each) => each.pair === pair);
  const [a, b] = [roleOf(view, between?.a), roleOf(view, between?.b)];
  if (between && a && b)
    return (
      <p className={styles.pointed}>
        <Pair a={a} b={b} crack={CRACKS[said.id] ?? "strained"} />
        <span className={text.quiet}>
          {capital(t("coach-strain", { pair: cast.pair(between.pair), n: between.strain }))}
        </span>
      </p>
    );
  const shown = view.tracks.find(({ id }) => id === track);
  if (shown) return <PointedTrack view={view} events={events} track={shown} />;
  if (number && view.me)
    return (
      <p className={text.quiet}>{t("coach-number", { number: numberLabel(number), now: view.me[number] })}</p>
    );
  return null;
}

const CRACKS: Record<string, "kept" | "broken" | undefined> = {
  contained: "kept",
  broke: "broken",
  "i-broke": "broken",
  "broke-pledge": "broken",
};

function PointedTrack({
  view,
  events,
  track,
}: Pick<PointedProps, "view" | "events"> & { track: View["tracks"][number] }) {
  const [before, now] = trackBefore(view, events, track.id);
  const look = trackLook(track.id);
  const mark = view.tracks.find(({ id }) => id === look.mark)?.value;
  const direction = now > before ? "up" : now < before ? "down" : "same";
  return (
    <div className={styles.pointed}>
      <Ruler value={now} top={track.top} mark={mark} gold={look.gold} />
      <span className={text.quiet}>
        {t("coach-track-moved", { track: trackLabel(track.id), direction, before, now })}{" "}
        {mark !== undefined && t("coach-ground-bears", { n: mark })}
      </span>
    </div>
  );
}

/** How far the teaching is: what has been there already, what comes next. */
function Learned({ view }: { view: View }) {
  const { introduces } = view;
  if (Object.keys(introduces).length === 0) return null;
  const things = Object.keys(introduces).sort((x, y) => (introduces[x] ?? 1) - (introduces[y] ?? 1));
  const words = ["choosing", ...things];
  return (
    <ol className={styles.learned} aria-label={t("learned")}>
      {words.map((word) => {
        const done = isIntroduced(view, word, view.round);
        const next = !done && isIntroduced(view, word, view.round + 1);
        return (
          <li key={word} data-done={done || undefined} aria-current={next ? "step" : undefined}>
            {done && (
              <svg viewBox="0 0 20 20" width="14" height="14" aria-hidden="true" focusable="false">
                <path d="M4 10.6L8.2 14.8L16.2 5.6" fill="none" stroke="currentColor" strokeWidth="1.9" />
              </svg>
            )}
            {t(`learn-${word}`)}
            {done && <span className="unseen">, {t("is-learned")}</span>}
          </li>
        );
      })}
    </ol>
  );
}

/** The coach is a geologist's hammer: it taps the ground and says what it hears. */
function Hammer() {
  return (
    <svg viewBox="0 0 24 24" width="30" height="30" aria-hidden="true" focusable="false">
      <path
        d="M6.5 7.2L3 5.4C7 2.6 12.5 2.4 16.5 4.2V8.4C13.2 7.4 9.8 7.2 6.5 7.2ZM16.5 4.6H20.6V8.2H16.5M11 7.8L13.4 7.9L12.9 21.4H10.6Z"
        fill="none"
        stroke="currentColor"
        strokeWidth="1.7"
        strokeLinejoin="round"
      />
    </svg>
  );
}

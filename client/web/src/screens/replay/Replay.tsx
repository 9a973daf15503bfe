import { Suspense, useEffect, useMemo, useState } from "react";
import { Link, useParams } from "wouter";
import { keysOf } from "../../api/seats";
import type { Table as Connection } from "../../api/socket";
import { EMPTY } from "../../store/draft";
import type { Live } from "../../store/live";
import own from "../../strings/reckoning.ftl?raw";
import { castOf, headline, sentence } from "../../strings/sentences";
import { capital, learn, t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Caught } from "../../ui/later";
import { Note } from "../../ui/Page";
import text from "../../ui/text.module.css";
import { CardPanel } from "../table/CardPanel";
import { type Seated, TableContext } from "../table/context";
import { whereNow } from "../table/Heading";
import { happenings, isSpoken } from "../table/history";
import { phaseLook } from "../table/looks";
import { Mine } from "../table/Mine";
import { PrintedOptions } from "../table/Options";
import { Seats } from "../table/Seats";
import { Talk } from "../table/Talk";
import { Tracks } from "../table/Tracks";
import { useTable } from "../table/useTable";
import { type Frame, titlesIn } from "./frames";
import styles from "./replay.module.css";
import { Scrubber } from "./Scrubber";
import { forgetShown, useShown } from "./shown";

learn(own);

/** `/replay/:table`: what my seat saw, moment by moment. */
export default function Replay() {
  const { table = "" } = useParams();
  const keys = keysOf(table);
  const [live, connection] = useTable(keys.token ?? keys.host_token);
  const [tries, setTries] = useState(0);
  const retry = () => {
    forgetShown();
    setTries(tries + 1);
  };
  if ((!keys.token && !keys.host_token) || live.link === "gone")
    return <Note title={t("no-seat")} text={t("no-seat-text")} />;
  if (!live.view || !connection) return <Note title={t("opening")} text={t("opening-text")} />;
  return (
    <Caught
      key={tries}
      instead={
        <Note title={t("story-failed")} text="">
          <Word onPress={retry}>{t("try-now")}</Word>
        </Note>
      }
    >
      <Suspense fallback={<Note title={t("replay-title")} text={t("keep-reading")} />}>
        <Shown live={live} table={connection} />
      </Suspense>
    </Caught>
  );
}

function Shown({ live, table }: { live: Live; table: Connection }) {
  // The game may go on beside this page: what is looked back at stays what it was.
  const [upTo] = useState(live.seq);
  const frames = useShown(live.table, live.game, upTo);
  const titles = useMemo(() => titlesIn(frames), [frames]);
  const [place, setPlace] = useState(0);
  useEffect(() => {
    scrollTo(0, 0);
  }, []);
  const frame = frames[Math.min(place, frames.length - 1)] as Frame;
  const seated = useMemo(
    () => asOf(frames, place, live, table, titles),
    [frames, place, live, table, titles],
  );
  const { view } = seated;
  const where = whereNow(view.round, view.rounds, view.phase);
  return (
    <TableContext value={seated}>
      <div className={styles.replay}>
        <header className={styles.head}>
          <title>{`${t("replay-title")} · ${t("game")}`}</title>
          <h1>{t("replay-where", { where })}</h1>
          <Link className={text.linkWord} to={`/t/${live.table}`}>
            {t(live.view?.end ? "back-to-end" : "back-to-table")}
          </Link>
        </header>
        <div className={styles.scrubber}>
          <Scrubber frames={frames} place={place} onMove={setPlace} />
        </div>
        <main className={styles.middle}>
          <Seats />
          <JustNow frame={frame} seated={seated} />
          {view.headlines.length > 0 && (
            <section className={styles.headlines}>
              {view.headlines.map((each) => (
                <p key={each.about}>{headline(each, seated.cast)}</p>
              ))}
            </section>
          )}
          {view.card && phaseLook(view.phase).stage === "playing" && (
            <>
              <CardPanel card={view.card} need={view.need} />
              <PrintedOptions options={view.printed} />
            </>
          )}
        </main>
        <div className={styles.side}>
          <Tracks view={view} />
          {view.me && <Mine me={view.me} />}
          <Talk />
        </div>
      </div>
    </TableContext>
  );
}

/** The table as it stood then, to look at only: nothing can be done in it. */
function asOf(
  frames: readonly Frame[],
  place: number,
  live: Live,
  table: Connection,
  titles: Record<string, string>,
): Seated {
  const seen = frames.slice(0, place + 1);
  const { view: then } = seen.at(-1) as Frame;
  const view = { ...then, legal: { ...then.legal, commands: [], sheet: null, deals: null } };
  const entries = seen.flatMap(({ entry }) => (entry ? [entry] : []));
  return {
    live: { ...live, view, entries, pending: [] },
    view,
    cast: castOf(view, titles),
    draft: EMPTY,
    change: () => {},
    send: () => "",
    table,
    opened: null,
    open: () => {},
  };
}

function JustNow({ frame, seated: { cast, live } }: { frame: Frame; seated: Seated }) {
  const told = frame.entry ? happenings([frame.entry]) : [];
  return (
    <section>
      <h2 className={text.quiet}>{t("just-now")}</h2>
      <ul className={styles.now}>
        {told.map(({ event, text: words, seq, place }) => (
          <li key={`${seq}.${place}`}>
            {isSpoken(event) && "role" in event ? (
              <>
                {live.names[event.role ?? ""] ?? capital(cast.name(event.role ?? ""))}:{" "}
                <q dir="auto">{words}</q>
              </>
            ) : (
              sentence(event, cast)
            )}
          </li>
        ))}
        {told.length === 0 && <li>{t("nothing-seen")}</li>}
      </ul>
    </section>
  );
}

import { type ReactNode, Suspense, useEffect, useMemo, useRef, useState } from "react";
import { Link, useParams } from "wouter";
import { forget, type Keys, keep, keysOf, leave, sitAt, takeToken, tokenIsKept } from "../../api/seats";
import type { Table as Connection } from "../../api/socket";
import { useGuide } from "../../coach/guide";
import { introduced, isTurnable } from "../../coach/introduce";
import { useDraft } from "../../store/draft";
import type { Live } from "../../store/live";
import { castOf } from "../../strings/sentences";
import { t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Caught, later } from "../../ui/later";
import { Note } from "../../ui/Page";
import text from "../../ui/text.module.css";
import { Attention } from "./Attention";
import { CardPanel } from "./CardPanel";
import { type Opened, type Seated, TableContext, useSeat } from "./context";
import { AtHand, Dealing } from "./Dealing";
import { Dials } from "./Dials";
import { Footer, ReadyWord } from "./Footer";
import { Gathering } from "./Gathering";
import { Coaching, Pace } from "./Guide";
import { Heading } from "./Heading";
import { phaseLook } from "./looks";
import { Mine } from "./Mine";
import { Options, PrintedOptions } from "./Options";
import { Pledges } from "./Pledges";
import { Seats } from "./Seats";
import { AwayStrip, ConnectionStrip, RefusalStrip, TurnedStrip } from "./Strip";
import { Talk } from "./Talk";
import { Tracks } from "./Tracks";
import styles from "./table.module.css";
import { useOutage } from "./useOutage";
import { useLaidElsewhere, useTable } from "./useTable";
import { useWide } from "./useWide";

const HOST = "host";
// Most devices at a table steer nothing, and only one role speaks from outside the room.
const HostStrip = later(() => import("../host/HostStrip"));
const Announce = later(() => import("./Announce"));
const Briefing = later(() => import("../briefing/Briefing"));
// The first card is dealt before anything is told.
const Reveal = later(() => import("./Reveal"));
const PrivateLine = later(() => import("./PrivateLine"));
const End = later(() => import("./End"));

/** `/t/:table`: a seat, its host, or both on one device. */
export default function TableScreen() {
  const { table = "" } = useParams();
  const [arriving, setArriving] = useState(takeToken);
  const [keys, setKeys] = useState<Keys>(() => keysOf(table));
  const [live, connection] = useTable(arriving ?? keys.token ?? keys.host_token);
  const ownHostSocket = !arriving && keys.token !== undefined;
  const beside = useTable(ownHostSocket ? keys.host_token : undefined);
  const [hostLive, hostConnection] = ownHostSocket ? beside : [live, live.seat === HOST ? connection : null];

  // A link says only "here is a token"; whose it is, the server tells in its welcome.
  useEffect(() => {
    if (!arriving || live.link !== "open") return;
    const mine = live.seat === HOST ? { host_token: arriving } : { seat: live.seat, token: arriving };
    setKeys(keep(table, mine));
    tokenIsKept();
    setArriving(null);
  }, [arriving, live.link, live.seat, table]);

  const over = live.view ? live.view.end !== null : live.link === "gone";
  useEffect(() => {
    if (over) leave(table);
    else if (live.link === "open") sitAt(table);
  }, [over, live.link, table]);

  if (!arriving && !keys.token && !keys.host_token) return <NoSeat />;
  if (live.link === "gone") return <Gone table={table} why={live.why} />;
  if (!live.view || !connection) return <Note title={t("opening")} text={t("opening-text")} />;
  return (
    <Seat live={live} connection={connection} key={live.seat}>
      {hostConnection && hostLive.view && (
        <Caught instead={<Word onPress={() => location.reload()}>{t("load-host-again")}</Word>}>
          <Suspense>
            <HostStrip live={hostLive} connection={hostConnection} keys={keys} table={table} />
          </Suspense>
        </Caught>
      )}
    </Seat>
  );
}

interface SeatProps {
  live: Live;
  connection: Connection;
  children: ReactNode;
}

function Seat({ live, connection, children }: SeatProps) {
  const whole = live.view as NonNullable<Live["view"]>;
  const [draft, change] = useDraft(
    `faultlines:${live.table}:${live.seat}:draft`,
    `${live.game}:${whole.round}`,
  );
  const { everything } = useGuide();
  const view = everything ? whole : introduced(whole, [draft.sheet, whole.me?.sheet ?? null]);
  const names = JSON.stringify(view.roles.map(({ id, name, centre }) => [id, name, centre]));
  // biome-ignore lint/correctness/useExhaustiveDependencies: nobody is called otherwise for being ready
  const cast = useMemo(() => castOf(view, live.titles), [names, live.titles]);
  const { stage, paced } = phaseLook(view.phase);
  useFromTheTop(`${view.round}:${stage}:${paced}`);
  const outage = useOutage(live);
  useLaidElsewhere(live, change);
  const [opened, open] = useState<Opened | null>(null);
  const wide = useWide();
  const { send } = connection;
  const seated: Seated = { live, view, cast, draft, change, send, table: connection, opened, open };
  const [reading, setReading] = useState(() => isNew(live));
  const read = () => {
    keep(live.table, { briefed: live.seat });
    setReading(false);
  };
  if (reading && view.me && !view.end)
    return (
      <TableContext value={seated}>
        <Attention outage={outage} />
        <ConnectionStrip live={live} retry={connection.retry} />
        <Caught instead={<Word onPress={read}>{t("load-again")}</Word>}>
          <Suspense fallback={<p className="unseen">{t("loading")}</p>}>
            <Briefing me={view.me} done={read} />
          </Suspense>
        </Caught>
      </TableContext>
    );
  return (
    <TableContext value={seated}>
      <Attention outage={outage} />
      <div className={`${styles.table} ${outage === "none" ? "" : styles.offline}`}>
        <div className={styles.top}>
          <ConnectionStrip live={live} retry={connection.retry} />
          <AwayStrip live={live} caughtUp={connection.caughtUp} />
          <TurnedStrip live={live} dismiss={connection.dismiss} />
          <Heading />
        </div>
        <div className={styles.left}>
          <Tracks view={view} />
          {view.me && <Mine me={view.me} onRead={() => setReading(true)} />}
        </div>
        <main className={styles.middle}>
          {view.me ? null : children}
          <Seats />
          <Stage />
          {view.me ? children : null}
        </main>
        <aside className={styles.right}>
          {wide && view.need && phaseLook(view.phase).stage === "playing" && <Pledges need={view.need} />}
          <Dealing />
          <Talk />
        </aside>
        <footer className={styles.foot}>
          <RefusalStrip live={live} cast={cast} dismiss={connection.dismiss} />
          <AtHand />
          <Footer />
        </footer>
      </div>
    </TableContext>
  );
}

/** A seat that was just taken: its three cards are read before the first card of the game, not in the midst of it. */
const isNew = ({ table, seat, view }: Live) =>
  view !== null && view.round <= 1 && keysOf(table).briefed !== seat;

/** Something else to read begins at its beginning, wherever the page had been scrolled to. */
function useFromTheTop(what: string) {
  const before = useRef(what);
  useEffect(() => {
    if (before.current !== what) scrollTo(0, 0);
    before.current = what;
  }, [what]);
}

function Stage() {
  const { view } = useSeat();
  switch (phaseLook(view.phase).stage) {
    case "waiting":
      return <Gathering />;
    case "told":
      return (
        <Told>
          <Coaching />
          <Reveal />
          {view.legal.commands.includes("note") && <PrivateLine />}
        </Told>
      );
    case "over":
      return (
        <Told>
          <End />
        </Told>
      );
    default:
      return <Play />;
  }
}

function Told({ children }: { children: ReactNode }) {
  return (
    <Caught instead={<Word onPress={() => location.reload()}>{t("try-now")}</Word>}>
      <Suspense fallback={<p className={text.quiet}>{t("loading")}</p>}>{children}</Suspense>
    </Caught>
  );
}

function Play() {
  const { view, draft } = useSeat();
  const wide = useWide();
  const { card, need, me, legal } = view;
  const sheet = draft.sheet ?? me?.sheet ?? null;
  return (
    <>
      {card && <CardPanel card={card} need={need} />}
      {!wide && need && <Pledges need={need} folded />}
      {me ? <Options /> : <PrintedOptions options={view.printed} />}
      <Pace />
      {sheet && legal.sheet && isTurnable(legal.sheet) && <Dials sheet={sheet} choices={legal.sheet} />}
      {legal.commands.includes("announce") && (
        <Caught instead={<Word onPress={() => location.reload()}>{t("try-now")}</Word>}>
          <Suspense>
            <Announce />
          </Suspense>
        </Caught>
      )}
      <ReadyWord />
    </>
  );
}

function NoSeat() {
  return (
    <Note title={t("no-seat")} text={t("no-seat-text")}>
      <Link className={text.linkWord} to="/join">
        {t("join-with-code")}
      </Link>
    </Note>
  );
}

function Gone({ table, why }: { table: string; why: string | null }) {
  useEffect(() => {
    if (why === "moved") forget(table, ["seat", "token"]);
  }, [table, why]);
  return (
    <Note title={t(`gone-${why ?? "unknown"}`)} text={t(`gone-${why ?? "unknown"}-text`)}>
      <Link className={text.linkWord} to="/join">
        {t("join-with-code")}
      </Link>
    </Note>
  );
}

import { useEffect, useState } from "react";
import { useParams } from "wouter";
import type { View } from "../../api/contract";
import { type Keys, keep, takeToken } from "../../api/seats";
import { type Live, whenOf } from "../../store/live";
import { type Cast, castOf, effectText, headline, roleOf, trackLabel } from "../../strings/sentences";
import { t } from "../../strings/text";
import { Emblem } from "../../ui/Emblem";
import { Ground } from "../../ui/ground/Ground";
import { inWords } from "../../ui/ground/words";
import { Note } from "../../ui/Page";
import { Ruler, Tally } from "../../ui/Tokens";
import { fate } from "../end/words";
import { Qr, spaced } from "../host/Invite";
import { waitedFor, whereNow } from "../table/Heading";
import { phaseLook, trackLook } from "../table/looks";
import { ConnectionStrip } from "../table/Strip";
import { useGroundTold } from "../table/told";
import { timeLeft, useTimeLeft } from "../table/useClock";
import { useTable } from "../table/useTable";
import styles from "./screen.module.css";
import { turnedTo } from "./steps";

const JOIN_KEY = "j";
/** Names and signs on the ground, so large that the last row of the room reads them. */
const TYPE = 1.9;
const LOBBY_TYPE = 1.6;
const SIGN = 54;

/** `/screen/:table`: what the whole room may see, large. J shows and hides how to join. */
export default function Screen() {
  const { table = "" } = useParams();
  const [keys] = useState<Keys>(() => {
    const token = takeToken();
    const code = new URLSearchParams(location.search).get("code");
    return keep(table, { ...(token ? { projector_token: token } : {}), ...(code ? { code } : {}) });
  });
  const [live, connection] = useTable(keys.projector_token);
  const [joining, setJoining] = useState<boolean | null>(null);
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.key.toLowerCase() === JOIN_KEY) setJoining((shown) => !(shown ?? false));
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
  if (!keys.projector_token || live.link === "gone")
    return <Note title={t("no-screen")} text={t("no-screen-text")} />;
  if (!live.view || !connection) return <Note title={t("opening")} text={t("opening-text")} />;
  const gathering = phaseLook(live.view.phase).stage === "waiting";
  return (
    <div className={styles.screen}>
      <ConnectionStrip live={live} retry={connection.retry} />
      <main className={styles.stage}>
        <Stage live={live} view={live.view} />
      </main>
      <Side
        live={live}
        view={live.view}
        keys={keys}
        table={table}
        joining={(joining ?? gathering) && !live.view.end}
      />
    </div>
  );
}

function Stage({ live, view }: { live: Live; view: View }) {
  const cast = castOf(view, live.titles);
  const stage = phaseLook(view.phase).stage;
  const last = turnedTo(live, view);
  const ground = useGroundTold(whenOf(live), view, last > 0);
  if (stage === "over" && view.end) {
    return (
      <>
        <Ground view={view} seed={live.table} detail="full" type={TYPE} />
        <h1 className={styles.title}>{fate(view)}</h1>
        <p className={styles.text}>{t(`ending-${view.end.cause}`)}</p>
      </>
    );
  }
  if (stage === "told") {
    return (
      <>
        <Ground view={ground} seed={live.table} detail="full" type={TYPE} />
        <h1 className={styles.title}>{view.card?.title}</h1>
        <ul className={styles.told}>
          {view.headlines.slice(0, last + 1).map((each) => (
            <li key={each.about}>{headline(each, cast)}</li>
          ))}
        </ul>
        {view.card?.debrief && last >= view.headlines.length && (
          <p className={styles.text}>{view.card.debrief}</p>
        )}
      </>
    );
  }
  if (!view.card) return <Lobby live={live} view={view} />;
  return (
    <>
      <Ground view={view} seed={live.table} detail="full" hole={0.43} type={TYPE}>
        <article className={styles.card}>
          <h1 className={styles.title}>{view.card.title}</h1>
          {view.need && (
            <p className={styles.need}>
              {t("needs", { n: view.need.total })} <Tally n={view.need.total} height={26} />
              <span>{t("pledged-of", { pledged: view.need.pledged, total: view.need.total })}</span>
            </p>
          )}
        </article>
      </Ground>
      <p className={styles.fault}>{view.card.fault_line}</p>
      <p className={styles.text}>{view.card.text}</p>
      <p className={styles.says}>{inWords(view, cast)[0]}</p>
    </>
  );
}

function Lobby({ live, view }: { live: Live; view: View }) {
  const seats = view.roles.filter((role) => role.in_play);
  const here = seats.filter((role) => role.held_by !== "open").length;
  return (
    <>
      <h1 className={styles.title}>{t("n-of-m-here", { here, all: seats.length })}</h1>
      <Ground view={view} seed={live.table} detail="small" type={LOBBY_TYPE} />
      <ul className={styles.lobby}>
        {seats.map((role) => (
          <li key={role.id}>
            <Emblem
              hue={role.hue}
              letter={role.letter}
              size={SIGN}
              state={role.held_by === "open" ? "vacant" : undefined}
            />
            <b>{role.label}</b>
            <span>{live.names[role.id] ?? t(`held-by-${role.held_by}`)}</span>
          </li>
        ))}
      </ul>
    </>
  );
}

const missedText = ({ loses, missed }: NonNullable<View["card"]>, cast: Cast) =>
  [
    ...loses.map(({ role, what, n }) => effectText({ key: `${role}.${what}`, n }, cast)),
    ...missed.map((each) => effectText(each, cast)),
  ].join(", ");

interface SideProps {
  live: Live;
  view: View;
  keys: Keys;
  table: string;
  joining: boolean;
}

function Side({ live, view, keys, table, joining }: SideProps) {
  const left = useTimeLeft(view, live.offset);
  const { tracks } = useGroundTold(whenOf(live), view, turnedTo(live, view) > 0);
  const value = (id: string | undefined) => tracks.find((track) => track.id === id)?.value;
  const where = whereNow(view.round, view.rounds, view.phase);
  const playing = phaseLook(view.phase).stage === "playing";
  return (
    <aside className={styles.side}>
      <title>{`${where} · ${t("game")}`}</title>
      <p className={styles.where}>{where}</p>
      {(left !== null || view.paused) && (
        <p className={styles.clock}>{view.paused ? t("paused") : timeLeft(left ?? 0)}</p>
      )}
      {!view.paused && view.waiting_for.length > 0 && (
        <p className={styles.waits}>
          {view.waiting_for.map((id) => {
            const role = roleOf(view, id);
            return role && <Emblem key={id} hue={role.hue} letter={role.letter} size={SIGN} />;
          })}
          <span>{t("waiting-for", { who: waitedFor(view) })}</span>
        </p>
      )}
      {view.round > 0 && (
        <ul className={styles.tracks}>
          {tracks.map((track) => {
            const { gold, mark } = trackLook(track.id);
            return (
              <li key={track.id}>
                <span>{trackLabel(track.id)}</span>
                <Ruler value={track.value} top={track.top} mark={value(mark)} gold={gold} />
                <b>{track.value}</b>
              </li>
            );
          })}
        </ul>
      )}
      {!joining && playing && view.card && (
        <p className={styles.stakes}>{t("if-missed", { what: missedText(view.card, castOf(view, {})) })}</p>
      )}
      {joining ? (
        <div className={`${styles.join} ${view.round > 0 ? "" : styles.large}`}>
          {keys.projector_token && <Qr table={table} token={keys.projector_token} />}
          <p>
            {t("join-at", { address: location.host })}
            {keys.code && <b>{spaced(keys.code)}</b>}
          </p>
        </div>
      ) : (
        <p className={styles.hint}>{t("press-j")}</p>
      )}
    </aside>
  );
}

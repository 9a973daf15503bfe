import { Suspense } from "react";
import type { RoleView, View } from "../../api/contract";
import { usePointed } from "../../coach/guide";
import { whenOf } from "../../store/live";
import { trackLabel } from "../../strings/sentences";
import { t } from "../../strings/text";
import { Emblem } from "../../ui/Emblem";
import { breaking } from "../../ui/ground/breaking";
import { Ground } from "../../ui/ground/Ground";
import { Caught, later } from "../../ui/later";
import { useSeat } from "./context";
import { phaseLook } from "./looks";
import styles from "./room.module.css";
import { useGroundTold, useTold } from "./told";

// Nothing lies before the first round.
const Since = later(() => import("./Since"));

/** Letters of a name that leave room for what its bearer does. */
const LONGEST = 20;

/** The ground between those at the table; who they are, who is in, whom it waits for. */
export function Seats() {
  const { view } = useSeat();
  return (
    <section className={styles.place}>
      <GroundTold />
      {view.round > 1 && phaseLook(view.phase).stage === "playing" && (
        <Caught instead={null}>
          <Suspense>
            <Since />
          </Suspense>
        </Caught>
      )}
      <ul className={styles.seats} aria-label={t("at-the-table")}>
        {view.roles
          .filter((role) => role.in_play)
          .map((role) => (
            <Chair key={role.id} role={role} />
          ))}
      </ul>
    </section>
  );
}

/** The ground as far as its changes have been told: a step of the telling draws nothing else here anew. */
function GroundTold() {
  const { view, live } = useSeat();
  const pointed = usePointed();
  const { turned } = useTold(whenOf(live));
  // Who has nothing to be told any more, or only looks on, sees it as it is.
  const ground = useGroundTold(whenOf(live), view, turned || !view.legal.commands.includes("ready"));
  return (
    <Ground view={ground} seed={live.table} detail="small" pointed={pointed}>
      {view.round > 0 && <Breaking view={ground} />}
    </Ground>
  );
}

/** How near the ground is to breaking; the tracks say it in words. */
function Breaking({ view }: { view: View }) {
  const { track, tension, common } = breaking(view);
  if (!track || common === undefined) return null;
  return (
    <p className={styles.breaking} aria-hidden="true">
      {t("n-of-m", { n: tension, m: common })} <small>{trackLabel(track)}</small>
    </p>
  );
}

function Chair({ role }: { role: RoleView }) {
  const { view, live } = useSeat();
  const mine = view.me?.role === role.id;
  const waited = view.waiting_for.includes(role.id);
  const playing = phaseLook(view.phase).stage === "playing";
  const done = !view.end && (role.ready || (role.committed && playing));
  return (
    <li className={`${styles.chair} hue-${role.hue} ${role.at_table || !role.seated ? "" : styles.away}`}>
      <Emblem
        hue={role.hue}
        letter={role.letter}
        size={18}
        state={role.held_by === "open" ? "vacant" : mine ? "you" : waited ? "waiting" : undefined}
        ready={done}
      />
      <span className={styles.chairText}>
        <b>{role.label}</b>{" "}
        <small>
          {[
            mine ? t("you") : who(role, live.names, live.presence),
            ...state(role, waited, playing, view.end !== null),
          ].join(", ")}
        </small>
      </span>
    </li>
  );
}

function who(
  role: RoleView,
  names: Readonly<Record<string, string>>,
  presence: Readonly<Record<string, number>>,
) {
  const name = names[role.id];
  const said = name && (name.length > LONGEST ? `${name.slice(0, LONGEST).trimEnd()}…` : name);
  if (role.held_by !== "person" || !said) return t(`held-by-${role.held_by}`);
  return presence[role.id] ? said : t("name-is-off", { name: said });
}

function state(role: RoleView, waited: boolean, playing: boolean, over: boolean): string[] {
  const words: string[] = [];
  if (role.seated && !role.at_table && role.held_by !== "open") words.push(t("retreated"));
  if (role.committed && playing) words.push(t("is-in"));
  else if (role.ready && !over) words.push(t("is-ready"));
  else if (waited) words.push(t("is-awaited"));
  if (role.word < 0) words.push(t("promises-broken", { n: -role.word }));
  return words;
}

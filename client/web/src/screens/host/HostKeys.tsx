import { Suspense, useState } from "react";
import type { Command, RoleView } from "../../api/contract";
import { moveSeat } from "../../api/rest";
import type { Keys } from "../../api/seats";
import type { Table } from "../../api/socket";
import type { Live } from "../../store/live";
import own from "../../strings/host.ftl?raw";
import { errorText } from "../../strings/sentences";
import { learn, list, t } from "../../strings/text";
import { Action, Word } from "../../ui/Action";
import { Said } from "../../ui/Announcer";
import { Copy } from "../../ui/Copy";
import { Emblem } from "../../ui/Emblem";
import { Leaf } from "../../ui/Leaf";
import { Caught, later } from "../../ui/later";
import { steps, turnedTo } from "../projector/steps";
import { MOVING_COMMANDS, moving, phaseLook } from "../table/looks";
import styles from "./host.module.css";
import { Invite } from "./Invite";

export interface Props {
  live: Live;
  connection: Table;
  keys: Keys;
  table: string;
}

const MINUTE = 60;
// Few hosts ever go back.
const GoBack = later(() => import("./GoBack"));
learn(own);

/** The host's keys. Each works only while `legal` lists its command. */
export default function HostKeys({ live, connection, keys, table }: Props) {
  const view = live.view as NonNullable<Live["view"]>;
  const may = (command: string) => view.legal.commands.includes(command);
  const send = (command: Command) => void connection.send(command);
  const gathering = may("begin");
  return (
    <>
      {view.roles.map(({ id, name }) => {
        const rounds = live.gaveWay[id];
        return (
          rounds && (
            <Said key={id} className={styles.gaveWay}>
              {t("gave-way", { who: name, n: rounds.length, rounds: list(rounds.map(String)) })}
            </Said>
          )
        );
      })}
      {may("resume") ? (
        <Word onPress={() => send({ type: "resume" })}>{t("resume")}</Word>
      ) : (
        <Word disabled={!may("pause")} onPress={() => send({ type: "pause" })}>
          {t("pause")}
        </Word>
      )}
      <Word disabled={!may("extend")} onPress={() => send({ type: "extend", seconds: MINUTE })}>
        {t("add-minute")}
      </Word>
      {phaseLook(view.phase).paced && <Turning live={live} connection={connection} />}
      {MOVING_COMMANDS.filter(may).map((type) => (
        <Word key={type} onPress={() => send(moving(type, view.phase))}>
          {t(`host-${type.replace("_", "-")}`)}
        </Word>
      ))}
      {!gathering && (
        <Leaf title={t("invite")} opener={t("code-and-links")}>
          <Invite table={table} keys={keys} />
        </Leaf>
      )}
      <Leaf title={t("seats")} opener={t("seats")}>
        <ul className={styles.seats}>
          {view.roles.map((role) => (
            <SeatLine
              key={role.id}
              role={role}
              live={live}
              connection={connection}
              keys={keys}
              table={table}
            />
          ))}
        </ul>
      </Leaf>
      {may("restart") && (
        <Leaf title={t("restart-card")} opener={t("restart-card")}>
          <p>{t("restart-text")}</p>
          <Action onPress={() => send({ type: "restart" })}>{t("restart-deal")}</Action>
        </Leaf>
      )}
      {!gathering && keys.host_token && (view.end || !keys.token) && (
        <Leaf title={t("go-back")} opener={t("go-back")}>
          <Caught instead={<p>{t("error-unknown")}</p>}>
            <Suspense>
              <GoBack table={table} token={keys.host_token} game={live.game} />
            </Suspense>
          </Caught>
        </Leaf>
      )}
      <EndGame possible={may("end_game")} onEnd={() => send({ type: "end_game" })} />
    </>
  );
}

/** The room follows the reveal at the host's pace. */
function Turning({ live, connection }: Pick<Props, "live" | "connection">) {
  const view = live.view as NonNullable<Live["view"]>;
  const [now, all] = [turnedTo(live, view), steps(view)];
  const next = all[now + 1];
  return (
    <Word disabled={!next} onPress={() => connection.show(now + 1)}>
      {t(next ? `turn-${next}` : "turned-all")}
    </Word>
  );
}

/** Before the first round: how people get in, and a beginning without those who do not come. */
export function Gathering({ live, connection, keys, table }: Props) {
  return (
    <>
      <Invite table={table} keys={keys} />
      <Begin live={live} send={(command) => void connection.send(command)} />
    </>
  );
}

/** Bots take what is empty; with nobody missing the table begins by itself. */
function Begin({ live, send }: { live: Live; send: (command: Command) => void }) {
  const open = (live.view?.roles ?? []).filter((role) => role.held_by === "open").length;
  const [temperament = ""] = live.view?.legal.temperaments ?? [];
  return (
    <div className={styles.begin}>
      <Action onPress={() => send({ type: "begin", temperament })} detail={t("begin-detail")}>
        {t("begin-with-bots", { n: open })}
      </Action>
    </div>
  );
}

function SeatLine({ role, live, connection, keys, table }: Props & { role: RoleView }) {
  const [link, setLink] = useState<string | null>(null);
  const [wrong, setWrong] = useState<string | null>(null);
  const legal = live.view?.legal;
  const may = legal?.commands.includes("hand_seat") && legal.hand.includes(role.id);
  const person = role.held_by === "person";
  const known = live.names[role.id];
  const move = () =>
    moveSeat(table, role.id, keys.host_token ?? "")
      .then((seat) => setLink(new URL(seat.link, location.origin).href))
      .catch((error: unknown) => setWrong(errorText(error)));
  return (
    <li>
      <Emblem
        hue={role.hue}
        letter={role.letter}
        size={22}
        state={role.held_by === "open" ? "vacant" : undefined}
      />
      <div>
        <p>
          <b>{role.label}</b>{" "}
          <span className={styles.quiet}>
            {[known, t(`held-by-${role.held_by}`), person && !live.presence[role.id] && t("is-off")]
              .filter(Boolean)
              .join(", ")}
          </span>
        </p>
        <p className={styles.seatKeys}>
          {may &&
            person &&
            (legal?.temperaments ?? []).map((to) => (
              <Word key={to} quiet onPress={() => connection.send({ type: "hand_seat", role: role.id, to })}>
                {t("hand-to-bot", { temperament: t(`temperament-${to}`) })}
              </Word>
            ))}
          {may && !person && known && (
            <Word quiet onPress={() => connection.send({ type: "hand_seat", role: role.id, to: "person" })}>
              {t("give-back", { name: known })}
            </Word>
          )}
          {known && (
            <Word quiet onPress={move}>
              {t("another-device")}
            </Word>
          )}
        </p>
        {link && <Copy label={t("new-link", { name: known ?? role.label })} text={link} />}
        {link && <p className={styles.quiet}>{t("new-link-note")}</p>}
        {wrong && <p role="alert">{wrong}</p>}
      </div>
    </li>
  );
}

/** There is no way back from this, so it asks. */
function EndGame({ possible, onEnd }: { possible: boolean; onEnd: () => void }) {
  return (
    <Leaf
      title={t("end-game-asks")}
      opener={t("end-game")}
      openerClass={styles.linkWord}
      disabled={!possible}
      refuse={t("end-game-no")}
    >
      <p>{t("end-game-text")}</p>
      <form method="dialog">
        <Action type="submit" onPress={onEnd}>
          {t("end-game-yes")}
        </Action>
      </form>
    </Leaf>
  );
}

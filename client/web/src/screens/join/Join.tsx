import { useEffect, useState } from "react";
import { useLocation, useParams } from "wouter";
import { type Chair, join, type Lobby } from "../../api/rest";
import { keep, keysOf } from "../../api/seats";
import { errorText } from "../../strings/sentences";
import { t } from "../../strings/text";
import { Action } from "../../ui/Action";
import { Emblem } from "../../ui/Emblem";
import { Field } from "../../ui/Field";
import { warm } from "../../ui/later";
import { Page } from "../../ui/Page";
import { Radio, Radios } from "../../ui/Radios";
import { normalCode } from "./code";
import styles from "./join.module.css";
import { useLobby } from "./useLobby";

const LENGTH = 6;
const NAME_KEY = "faultlines:name";

/** A code, a free seat, a name, one button. What was typed stays, whatever goes wrong. */
export default function Join() {
  const { code: given = "" } = useParams();
  const [typed, setTyped] = useState(given);
  const code = normalCode(typed);
  const [found, refresh] = useLobby(code, code.length === LENGTH);
  const wrong =
    code.length > LENGTH ? t("code-too-long") : found && !found.lobby ? errorText(found.error) : undefined;
  return (
    <Page title={found?.lobby?.title ?? t("join-title")} lead={t("join-lead")}>
      <div className={styles.form}>
        <Field
          label={t("join-code")}
          hint={t("join-code-hint")}
          wrong={wrong}
          large
          value={typed}
          autoFocus={!given}
          autoComplete="off"
          autoCapitalize="characters"
          spellCheck={false}
          placeholder={t("join-code-example")}
          onText={(text) => setTyped(text.toUpperCase())}
        />
        {found?.lobby && <Seats lobby={found.lobby} code={code} refresh={refresh} />}
      </div>
    </Page>
  );
}

interface SeatsProps {
  lobby: Lobby;
  code: string;
  refresh: () => void;
}

function Seats({ lobby: { table, seats, state }, code, refresh }: SeatsProps) {
  const [, go] = useLocation();
  const [name, setName] = useState(() => localStorage.getItem(NAME_KEY) ?? "");
  const [picked, setPicked] = useState<string | null>(null);
  const [wrong, setWrong] = useState<{ text: string; name: boolean } | null>(null);
  const [busy, setBusy] = useState(false);
  const free = seats.filter((seat) => seat.held_by === "open");
  const chair = free.find((seat) => seat.role === picked) ?? (free.length === 1 ? free[0] : undefined);
  const mine = keysOf(table);
  useEffect(() => warm(() => import("../table/Table")), []);

  const sit = async () => {
    if (busy || !chair) return;
    if (!name.trim()) return setWrong({ text: t("name-missing"), name: true });
    setBusy(true);
    localStorage.setItem(NAME_KEY, name.trim());
    try {
      const host = mine.host_token ? { host_token: mine.host_token } : {};
      const seat = await join({ code, name: name.trim(), seat: chair.role, ...host });
      keep(seat.table, { seat: seat.seat, token: seat.token, code });
      go(`/t/${seat.table}`);
    } catch (error) {
      setWrong({ text: errorText(error), name: false });
      setBusy(false);
      refresh();
    }
  };

  if (mine.token) return <Action onPress={() => go(`/t/${table}`)}>{t("back-to-seat")}</Action>;
  if (free.length === 0)
    return <p className={styles.none}>{t(state === "ended" ? "game-over" : "table-full")}</p>;
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        void sit();
      }}
    >
      <Radios className={styles.seats} label={t("pick-seat")} chosen={chair?.role ?? ""} onChoose={setPicked}>
        <p className={styles.label}>{t("pick-seat")}</p>
        {seats.map((seat) => (
          <SeatCard key={seat.role} seat={seat} />
        ))}
      </Radios>
      <Field
        label={t("your-name")}
        hint={t("your-name-hint")}
        wrong={wrong?.name ? wrong.text : undefined}
        large
        value={name}
        maxLength={40}
        autoComplete="given-name"
        onText={(text) => {
          setName(text);
          setWrong(null);
        }}
      />
      {wrong && !wrong.name && (
        <p className={styles.wrong} role="alert">
          {wrong.text}
        </p>
      )}
      <Action type="submit" blocked={!chair || busy} detail={chair ? undefined : t("pick-seat-first")}>
        {chair ? t("take-seat", { seat: chair.label, name: name.trim() || t("you") }) : t("take-a-seat")}
      </Action>
    </form>
  );
}

function SeatCard({ seat }: { seat: Chair }) {
  const open = seat.held_by === "open";
  return (
    <Radio value={seat.role} disabled={!open} className={`${styles.seat} hue-${seat.hue}`}>
      <Emblem hue={seat.hue} letter={seat.letter} size={30} />
      <span>
        <b>{seat.label}</b>
        <small>{open ? t("seat-is-free") : (seat.name ?? t(`held-by-${seat.held_by}`))}</small>
      </span>
    </Radio>
  );
}

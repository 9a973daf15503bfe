import { QueryClient, QueryClientProvider, useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { useLocation } from "wouter";
import { type DeckChoices, type DeckRole, decks, makeTable, deck as oneDeck } from "../../api/rest";
import { keep } from "../../api/seats";
import { errorText } from "../../strings/sentences";
import { t } from "../../strings/text";
import { Action } from "../../ui/Action";
import { Choice } from "../../ui/Choice";
import { Emblem } from "../../ui/Emblem";
import { Field } from "../../ui/Field";
import { Page } from "../../ui/Page";
import styles from "./host.module.css";

interface Plan {
  title: string;
  preset?: string;
  rounds?: number;
  seats: Record<string, string>;
  timers: boolean;
}

const OPEN = "open";
const NONE = "none";

// Here and not round all pages: a phone that joins and plays does without it.
const queries = new QueryClient();

/** One table to host: which story, how long, who sits where. */
export default function HostForm() {
  return (
    <QueryClientProvider client={queries}>
      <Decks />
    </QueryClientProvider>
  );
}

function Decks() {
  const all = useQuery({ queryKey: ["decks"], queryFn: decks });
  const [chosen, setChosen] = useState<string | null>(null);
  const id = chosen ?? all.data?.[0]?.id;
  const detail = useQuery({
    queryKey: ["deck", id],
    queryFn: () => oneDeck(id ?? ""),
    enabled: id !== undefined,
  });
  return (
    <Page title={t("host-title")} lead={t("host-lead")}>
      {all.data && all.data.length > 1 && id && (
        <Choice
          label={t("which-deck")}
          stacked
          value={id}
          options={all.data.map((each) => ({ value: each.id, label: each.title, detail: each.blurb }))}
          onChange={setChosen}
        />
      )}
      {detail.data ? (
        <Form key={detail.data.id} deck={detail.data} />
      ) : (
        <p className={styles.quiet}>{t(all.isError || detail.isError ? "decks-unreachable" : "loading")}</p>
      )}
    </Page>
  );
}

function Form({ deck }: { deck: DeckChoices }) {
  const [, go] = useLocation();
  const [plan, setPlan] = useState<Plan>({ title: "", seats: {}, timers: false });
  const [wrong, setWrong] = useState<string | null>(null);
  const [busy, setBusy] = useState(false);
  const set = (part: Partial<Plan>) => setPlan((before) => ({ ...before, ...part }));
  const make = async () => {
    setBusy(true);
    setWrong(null);
    try {
      const { title, ...rest } = plan;
      const made = await makeTable({
        deck: deck.id,
        ...rest,
        ...(title.trim() ? { title: title.trim() } : {}),
      });
      keep(made.table, {
        host_token: made.host_token,
        projector_token: made.projector_token,
        code: made.code,
      });
      go(`/t/${made.table}`);
    } catch (error) {
      setWrong(errorText(error));
      setBusy(false);
    }
  };
  return (
    <form
      className={styles.form}
      onSubmit={(event) => {
        event.preventDefault();
        if (!busy) void make();
      }}
    >
      <p className={styles.deck}>
        <b>{deck.title}</b>
        <span>{deck.blurb}</span>
      </p>
      <Field
        label={t("table-title")}
        hint={t("table-title-hint")}
        value={plan.title}
        maxLength={60}
        onText={(title) => set({ title })}
      />
      <Choice
        label={t("length")}
        value={plan.rounds ?? deck.rounds}
        options={deck.lengths.map((n) => ({ value: n, label: t("n-rounds", { n }) }))}
        onChange={(rounds) => set({ rounds })}
        note={t("length-note")}
      />
      <Choice
        label={t("preset")}
        value={plan.preset ?? deck.preset}
        options={deck.presets.map((each) => ({ value: each, label: t(`preset-${each}`) }))}
        onChange={(preset) => set({ preset })}
        note={t(`preset-${plan.preset ?? deck.preset}-does`)}
      />
      <fieldset className={styles.who}>
        <legend>{t("who-sits-where")}</legend>
        {deck.roles.map((role) => (
          <SeatChoice
            key={role.id}
            role={role}
            temperaments={deck.temperaments}
            value={plan.seats[role.id] ?? OPEN}
            onChange={(seat) => set({ seats: { ...plan.seats, [role.id]: seat } })}
          />
        ))}
      </fieldset>
      <Choice
        label={t("timers")}
        value={plan.timers}
        options={[
          { value: false, label: t("timers-off") },
          { value: true, label: t("timers-on") },
        ]}
        onChange={(timers) => set({ timers })}
        note={t(plan.timers ? "timers-on-does" : "timers-off-does")}
      />
      {wrong && (
        <p className={styles.wrong} role="alert">
          {wrong}
        </p>
      )}
      <Action type="submit" blocked={busy}>
        {busy ? t("setting-table") : t("set-table", { n: people(deck, plan) })}
      </Action>
    </form>
  );
}

const people = (deck: DeckChoices, plan: Plan) =>
  deck.roles.filter((role) => (plan.seats[role.id] ?? OPEN) === OPEN).length;

interface SeatChoiceProps {
  role: DeckRole;
  temperaments: readonly string[];
  value: string;
  onChange: (seat: string) => void;
}

function SeatChoice({ role, temperaments, value, onChange }: SeatChoiceProps) {
  return (
    <div className={styles.seatChoice}>
      <Emblem hue={role.hue} letter={role.letter} size={24} state={value === NONE ? "vacant" : undefined} />
      <Choice
        label={role.label}
        stacked
        value={value}
        options={[
          { value: OPEN, label: t("seat-open") },
          ...temperaments.map((each) => ({
            value: each,
            label: t("seat-bot", { temperament: t(`temperament-${each}`) }),
          })),
          { value: NONE, label: t(role.seated ? "seat-none" : "seat-automaton") },
        ]}
        onChange={onChange}
      />
    </div>
  );
}

import type { Sheet, SheetChoices, Voice } from "../../api/contract";
import { MAX_WORDS } from "../../api/contract";
import { capital, t } from "../../strings/text";
import { Choice } from "../../ui/Choice";
import { Field } from "../../ui/Field";
import { Tokens } from "../../ui/Tokens";
import text from "../../ui/text.module.css";
import styles from "./card.module.css";
import { useSeat } from "./context";
import { spending } from "./spending";
import { strainTold } from "./tells";

/** The rest of the sheet: each question answered already, each only where `legal` offers it. */
export function Dials({ sheet, choices }: { sheet: Sheet; choices: SheetChoices }) {
  const { change, cast } = useSeat();
  const set = (part: Partial<Sheet>) => change({ sheet: { ...sheet, ...part } });
  return (
    <section className={styles.dials} aria-label={t("the-rest")}>
      <p className={text.quiet}>{t("all-filled-in")}</p>
      {choices.table.length > 1 && (
        <Choice
          label={t("at-the-meeting")}
          value={sheet.table}
          options={choices.table.map((n) => ({ value: n, label: t("capacity-word", { n }) }))}
          onChange={(table) => set({ table })}
        />
      )}
      {choices.table.length > 1 && <Places sheet={sheet} />}
      {choices.focus.length > 1 && (
        <Choice
          label={t("meeting-about")}
          stacked
          value={sheet.focus}
          options={choices.focus.map((focus) => ({
            value: focus as Sheet["focus"],
            label: capital(t(`focus-${focus}`)),
            detail: t(`focus-${focus}-meaning`),
          }))}
          onChange={(focus) => set({ focus })}
        />
      )}
      {choices.voice.kinds.length > 1 && <VoiceDial sheet={sheet} choices={choices} set={set} />}
      {choices.align && (
        <Choice
          label={t("align")}
          value={sheet.align}
          options={[
            { value: false, label: t("no") },
            { value: true, label: t("yes"), extra: <Tokens kind="capacity" n={choices.prices.align ?? 0} /> },
          ]}
          onChange={(align) => set({ align })}
          note={t("align-note")}
        />
      )}
      <OneRole
        label={t("transfer")}
        roles={choices.transfer}
        value={sheet.transfer}
        name={cast.name}
        note={t("transfer-note")}
        onChange={(transfer) => set({ transfer })}
      />
      <OneRole
        label={t("invite-role")}
        roles={choices.invite}
        value={sheet.invite}
        name={cast.name}
        note={t("invite-note")}
        onChange={(invite) => set({ invite })}
      />
      {choices.instrument.length > 0 && (
        <Choice
          label={t("instrument")}
          stacked
          value={sheet.instrument ?? ""}
          options={choices.instrument.map((each) => ({
            value: each as NonNullable<Sheet["instrument"]> | "",
            label: capital(t(`instrument-${each}`)),
            detail: t(`instrument-${each}-meaning`),
          }))}
          onChange={(each) => set({ instrument: each || null })}
        />
      )}
    </section>
  );
}

/** Where my capacity lies: it moves from my services to wherever I put it. */
function Places({ sheet }: { sheet: Sheet }) {
  const { view } = useSeat();
  const option = view.options.find((each) => each.id === sheet.option);
  const spent = spending(sheet, option, view.legal);
  const places = [
    { label: t("place-option"), n: spent.option },
    { label: t("place-extras"), n: spent.extras },
    { label: t("place-meeting"), n: spent.meeting },
  ].filter(({ n }) => n > 0);
  const left = Math.max(0, spent.delivery);
  return (
    <dl className={styles.places}>
      {places.map(({ label, n }) => (
        <div key={label}>
          <dt>{label}</dt>
          <dd>
            <Tokens kind="capacity" n={n} />
            <span className="unseen">{n}</span>
          </dd>
        </div>
      ))}
      <div>
        <dt>
          <b>{t("place-delivery")}</b>
        </dt>
        <dd>
          <Tokens kind="capacity" n={left} gone={left === 0 ? 1 : 0} />
          <span className={left === 0 ? text.quiet : "unseen"}>{left === 0 ? t("nothing") : left}</span>
        </dd>
      </div>
    </dl>
  );
}

interface VoiceProps {
  sheet: Sheet;
  choices: SheetChoices;
  set: (part: Partial<Sheet>) => void;
}

function VoiceDial({ sheet, choices, set }: VoiceProps) {
  const { view, cast, draft, change } = useSeat();
  const { kinds, pairs, roles } = choices.voice;
  const { kind } = sheet.voice;
  const strainOf = (pair: string) => {
    const seen = view.pairs.find((each) => each.pair === pair);
    if (!seen) return undefined;
    const own = t(seen.known ? "strain-known" : "strain-guess", { n: seen.strain });
    const others = strainTold(view, pair).filter(({ role }) => role !== view.viewer);
    return [own, ...others.map(({ role, n }) => t("role-says", { role: cast.name(role), n }))].join("; ");
  };
  const about: Record<string, Voice> = {
    name: { kind: "name", pair: pairs[0] ?? null, role: null },
    call_out: { kind: "call_out", pair: null, role: roles[0] ?? null },
  };
  return (
    <div className={styles.dial}>
      <Choice
        label={t("out-loud")}
        value={kind}
        options={kinds.map((each) => ({
          value: each as Voice["kind"],
          label: t(`voice-${each.replace("_", "-")}`),
        }))}
        onChange={(each) => set({ voice: about[each] ?? { kind: each, pair: null, role: null } })}
        note={t(`voice-${kind.replace("_", "-")}-does`, { price: choices.prices.voice ?? 0 })}
      />
      {sheet.voice.pair !== null && (
        <>
          <Choice
            label={t("between")}
            stacked
            value={sheet.voice.pair}
            options={pairs.map((pair) => ({ value: pair, label: cast.pair(pair), detail: strainOf(pair) }))}
            onChange={(pair) => set({ voice: { kind, pair, role: null } })}
          />
          <Field
            label={t("naming-sentence")}
            hint={t("naming-hint")}
            value={draft.naming}
            maxLength={MAX_WORDS}
            onText={(naming) => change({ naming })}
          />
        </>
      )}
      {sheet.voice.role !== null && (
        <Choice
          label={t("whom")}
          stacked
          value={sheet.voice.role}
          options={roles.map((role) => ({ value: role, label: cast.name(role) }))}
          onChange={(role) => set({ voice: { kind, pair: null, role } })}
        />
      )}
    </div>
  );
}

interface OneRoleProps {
  label: string;
  roles: readonly string[];
  value: string | null;
  name: (role: string) => string;
  note: string;
  onChange: (role: string | null) => void;
}

function OneRole({ label, roles, value, name, note, onChange }: OneRoleProps) {
  if (roles.length === 0) return null;
  const options = [
    { value: "", label: t("nobody") },
    ...roles.map((role) => ({ value: role, label: name(role) })),
  ];
  return (
    <Choice
      label={label}
      value={value ?? ""}
      options={options}
      note={note}
      onChange={(role) => onChange(role || null)}
    />
  );
}

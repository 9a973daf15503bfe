import type { Sheet, SheetChoices, Voice } from "../../api/contract";
import { MAX_WORDS } from "../../api/contract";
import { capital, short, t } from "../../strings/text";
import { Choice } from "../../ui/Choice";
import { Field } from "../../ui/Field";
import { Tally, Tokens } from "../../ui/Tokens";
import text from "../../ui/text.module.css";
import styles from "./card.module.css";
import { useSeat } from "./context";
import { spending } from "./spending";
import { strainTold } from "./tells";

interface DialProps {
  sheet: Sheet;
  choices: SheetChoices;
  set: (part: Partial<Sheet>) => void;
}

/** The rest of the sheet: each question answered already, each absent where `legal` leaves nothing to choose. */
export function Dials({ sheet, choices }: { sheet: Sheet; choices: SheetChoices }) {
  const { view, cast, change } = useSeat();
  const set = (part: Partial<Sheet>) => change({ sheet: { ...sheet, ...part } });
  const dial = { sheet, choices, set };
  const option = view.options.find((each) => each.id === sheet.option);
  const one = (roles: readonly string[]) => roles.map((role) => ({ value: role, label: cast.name(role) }));
  if (!option) return null;
  return (
    <section className={styles.dials} aria-label={t("the-rest")}>
      <header>
        <h2 className={styles.cardTitle}>{short(option.text)}</h2>
        <span className={styles.paid}>
          <Tokens kind="goodwill" n={option.goodwill} />
          <Tokens kind="capacity" n={option.capacity} />
          <Tally n={option.brings} />
        </span>
        <p className={`${text.quiet} ${styles.wholeLine}`}>{t("all-filled-in")}</p>
      </header>
      {choices.table.length > 1 && <MeetingDial {...dial} />}
      {choices.focus.length > 1 && <FocusDial {...dial} />}
      {choices.voice.kinds.length > 1 && <VoiceDial {...dial} />}
      {choices.align && <AlignDial {...dial} />}
      {choices.transfer.length > 0 && (
        <Choice
          label={t("transfer")}
          value={sheet.transfer ?? ""}
          options={[{ value: "", label: t("nobody") }, ...one(choices.transfer)]}
          note={t("transfer-note")}
          onChange={(role) => set({ transfer: role || null })}
        />
      )}
      {choices.invite.length > 0 && (
        <Choice
          label={t("invite-role")}
          value={sheet.invite ?? ""}
          options={[{ value: "", label: t("nobody") }, ...one(choices.invite)]}
          note={t("invite-note")}
          onChange={(role) => set({ invite: role || null })}
        />
      )}
      {choices.instrument.length > 0 && <InstrumentDial {...dial} />}
    </section>
  );
}

function MeetingDial({ sheet, choices, set }: DialProps) {
  const { view } = useSeat();
  const role = view.roles.find(({ id }) => id === view.viewer);
  const who = role?.statutory ? "statutory" : role?.speaks_for_users ? "users" : "other";
  return (
    <div className={styles.dial}>
      <Choice
        label={t("at-the-meeting")}
        value={sheet.table}
        options={choices.table.map((n) => ({ value: n, label: t("capacity-word", { n }) }))}
        onChange={(table) => set({ table })}
      />
      <Places sheet={sheet} choices={choices} />
      <p className={text.quiet}>{t(sheet.table > 0 ? "meeting-sat" : `meeting-without-${who}`)}</p>
    </div>
  );
}

/** Where my capacity lies, block by block; the dashed places of my services are what the meeting and the rest took. */
function Places({ sheet, choices }: { sheet: Sheet; choices: SheetChoices }) {
  const { view } = useSeat();
  const spent = spending(
    sheet,
    view.options.find((each) => each.id === sheet.option),
    view.legal,
  );
  const left = Math.max(0, spent.delivery);
  const most = Math.max(...choices.table);
  const places = [
    { id: "option", n: spent.option, gone: 0 },
    { id: sheet.align ? "extras" : "hand", n: spent.extras, gone: 0 },
    { id: "meeting", n: spent.meeting, gone: most - spent.meeting },
    { id: "delivery", n: left, gone: spent.meeting + spent.extras },
  ].filter(({ n, gone }) => n + gone > 0);
  const [low, high] = choices.services;
  const does =
    low === undefined || high === undefined ? "idle" : left < low ? "poor" : left < high ? "fair" : "good";
  return (
    <>
      <dl className={styles.places}>
        {places.map(({ id, n, gone }) => (
          <div key={id}>
            <dt>{t(`place-${id}`)}</dt>
            <dd>
              <Tokens kind="capacity" n={n} gone={gone} size={18} />
              <span className="unseen">{n}</span>
            </dd>
          </div>
        ))}
      </dl>
      <p className={text.quiet}>{t(`services-${does}`, { n: left })}</p>
    </>
  );
}

function FocusDial({ sheet, choices, set }: DialProps) {
  return (
    <Choice
      label={t("meeting-about")}
      stacked
      even
      value={sheet.focus}
      options={choices.focus.map((focus) => ({
        value: focus as Sheet["focus"],
        label: capital(t(`focus-${focus}`)),
        detail: t(`focus-${focus}-meaning`),
      }))}
      onChange={(focus) => set({ focus })}
    />
  );
}

function AlignDial({ sheet, choices, set }: DialProps) {
  return (
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
  );
}

function InstrumentDial({ sheet, choices, set }: DialProps) {
  return (
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
  );
}

function VoiceDial({ sheet, choices, set }: DialProps) {
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

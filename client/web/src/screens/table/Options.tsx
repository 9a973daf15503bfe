import type { ReactNode } from "react";
import type { Legal, OptionView, PrintedOption } from "../../api/contract";
import { effectText } from "../../strings/sentences";
import { capital, list, t } from "../../strings/text";
import { Radio, Radios } from "../../ui/Radios";
import { Tally, Tokens } from "../../ui/Tokens";
import styles from "./card.module.css";
import { useSeat } from "./context";
import { choose } from "./spending";

/** The card's answers as cut paper: what each costs me, what is certain, and what I would bring of what is printed. */
export function Options() {
  const { view, draft, change } = useSeat();
  const choices = view.legal.sheet;
  const chosen = choices ? (draft.sheet ?? view.me?.sheet)?.option : view.me?.sheet?.option;
  return (
    <Radios
      className={styles.hand}
      label={t("what-will-you-do")}
      chosen={chosen ?? ""}
      disabled={!choices}
      onChoose={(id) => {
        const option = view.options.find((each) => each.id === id);
        if (option) change({ sheet: choose(option, draft.sheet ?? view.me?.sheet ?? null, view.legal) });
      }}
    >
      {view.options.map((option) => (
        <OptionCard
          key={option.id}
          option={option}
          possible={!choices || choices.options.includes(option.id)}
        />
      ))}
    </Radios>
  );
}

function OptionCard({ option, possible }: { option: OptionView; possible: boolean }) {
  const { view, cast } = useSeat();
  const { goodwill, capacity, brings, printed } = option;
  const certain = option.effects.map((effect) => effectText(effect, cast)).join(", ");
  return (
    <Radio value={option.id} disabled={!possible} className={styles.option}>
      <span>
        <bdi>{option.text}</bdi>
      </span>
      {certain && <span className={styles.effects}>{capital(certain)}</span>}
      {option.imposes && <span className={styles.effects}>{t("imposes")}</span>}
      {!possible && <span className={styles.missing}>{whyNot(option, view.legal)}</span>}
      <Cost goodwill={goodwill} capacity={capacity}>
        <Tally n={brings} />
      </Cost>
      {brings + printed > 0 && (
        <span className={styles.effects}>
          {brings === printed
            ? t("you-bring", { n: brings })
            : t("you-bring-not-printed", { n: brings, printed, backing: view.me?.backing ?? "usual" })}
        </span>
      )}
    </Radio>
  );
}

/** What has to be laid down for it, counted; what stands beside it is what it brings. */
function Cost({
  goodwill,
  capacity,
  children,
}: {
  goodwill: number;
  capacity: number;
  children?: ReactNode;
}) {
  return (
    <span className={styles.cost}>
      <span className={styles.paid}>
        <Tokens kind="goodwill" n={goodwill} />
        <Tokens kind="capacity" n={capacity} />
        {goodwill + capacity > 0 ? (
          <span className="unseen">{t("costs", { goodwill, capacity })}</span>
        ) : (
          t("costs-nothing")
        )}
      </span>
      {children}
    </span>
  );
}

function whyNot(option: OptionView, legal: Legal): string {
  if (option.short.length === 0) return t("not-now");
  return list(option.short.map((what) => t(`lacks-${what}`, { cost: option[what], have: legal[what] })));
}

/** The options as the room sees them, for a screen without a seat. */
export function PrintedOptions({ options }: { options: readonly PrintedOption[] }) {
  const { cast } = useSeat();
  return (
    <ul className={styles.hand}>
      {options.map((option) => (
        <li key={option.id} className={styles.option}>
          <span>
            <bdi>{option.text}</bdi>
          </span>
          <span className={styles.effects}>
            {capital(
              Object.entries(option.effort)
                .filter(([, n]) => n > 0)
                .map(([role, n]) => t("role-brings", { role: cast.name(role), n }))
                .join(", "),
            )}
          </span>
          <Cost goodwill={option.goodwill} capacity={option.capacity} />
        </li>
      ))}
    </ul>
  );
}

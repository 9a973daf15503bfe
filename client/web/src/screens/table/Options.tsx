import type { OptionView, PrintedOption } from "../../api/contract";
import { effectText } from "../../strings/sentences";
import { capital, list, t } from "../../strings/text";
import { Radio, Radios } from "../../ui/Radios";
import { Tally, Tokens } from "../../ui/Tokens";
import styles from "./card.module.css";
import { useSeat } from "./context";
import { choose } from "./spending";

/** The card's answers as cut paper: what each costs me, what I would bring, and what is certain. */
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
  const effects = option.effects.map((effect) => effectText(effect, cast));
  const free = option.goodwill + option.capacity === 0;
  return (
    <Radio value={option.id} disabled={!possible} className={styles.option}>
      <span className={styles.optionText}>{option.text}</span>
      {effects.length > 0 && <span className={styles.effects}>{capital(effects.join(", "))}</span>}
      {option.imposes && <span className={styles.effects}>{t("imposes")}</span>}
      {!possible && (
        <span className={styles.missing}>{whyNot(option, view.legal.goodwill, view.legal.capacity)}</span>
      )}
      <span className={styles.cost}>
        {free ? (
          <span>{t("costs-nothing")}</span>
        ) : (
          <span className={styles.paid}>
            <Tokens kind="goodwill" n={option.goodwill} />
            <Tokens kind="capacity" n={option.capacity} />
            <span className="unseen">
              {t("costs", { goodwill: option.goodwill, capacity: option.capacity })}
            </span>
          </span>
        )}
        {option.brings + option.printed > 0 && (
          <span className={styles.brings}>
            <Tally n={option.brings} />
            <span>{t("you-bring", { n: option.brings })}</span>
            {option.brings !== option.printed && <i>{t("printed", { n: option.printed })}</i>}
          </span>
        )}
      </span>
    </Radio>
  );
}

function whyNot(option: OptionView, goodwill: number, capacity: number): string {
  if (option.short.length === 0) return t("not-now");
  const lacks = { goodwill: [option.goodwill, goodwill], capacity: [option.capacity, capacity] } as const;
  return list(option.short.map((what) => t(`lacks-${what}`, { cost: lacks[what][0], have: lacks[what][1] })));
}

/** The options as the room sees them, for a screen without a seat. */
export function PrintedOptions({ options }: { options: readonly PrintedOption[] }) {
  const { cast } = useSeat();
  return (
    <ul className={styles.hand}>
      {options.map((option) => (
        <li key={option.id} className={styles.option}>
          <span className={styles.optionText}>{option.text}</span>
          <span className={styles.effects}>
            {capital(
              Object.entries(option.effort)
                .filter(([, n]) => n > 0)
                .map(([role, n]) => t("role-brings", { role: cast.name(role), n }))
                .join(", "),
            )}
          </span>
          <span className={styles.cost}>
            {option.goodwill + option.capacity === 0 && <span>{t("costs-nothing")}</span>}
            <span className={styles.paid}>
              <Tokens kind="goodwill" n={option.goodwill} />
              <Tokens kind="capacity" n={option.capacity} />
            </span>
          </span>
        </li>
      ))}
    </ul>
  );
}

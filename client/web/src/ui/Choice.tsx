import { Radio } from "@base-ui/react/radio";
import { RadioGroup } from "@base-ui/react/radio-group";
import { type ReactNode, useId } from "react";
import styles from "./ui.module.css";

export interface Choosable<V> {
  value: V;
  label: string;
  detail?: string | undefined;
  extra?: ReactNode;
}

interface Props<V> {
  label: string;
  value: V;
  options: readonly Choosable<V>[];
  onChange: (value: V) => void;
  /** One sentence of consequence under the words. */
  note?: ReactNode;
  stacked?: boolean;
}

/** A choice among words: an ink ring round the chosen one. Arrow keys move it. */
export function Choice<V extends string | number | boolean>(props: Props<V>) {
  const { label, value, options, onChange, note, stacked } = props;
  const id = useId();
  return (
    <div className={stacked ? styles.choiceStacked : styles.choice}>
      <span className={styles.choiceLabel} id={id}>
        {label}
      </span>
      <RadioGroup
        className={styles.words}
        aria-labelledby={id}
        value={value}
        onValueChange={(chosen) => onChange(chosen as V)}
      >
        {options.map((option) => (
          <Radio.Root key={String(option.value)} value={option.value} className={styles.ring}>
            <span className={styles.ringLabel}>
              {option.label}
              {option.extra}
            </span>
            {option.detail && <small>{option.detail}</small>}
          </Radio.Root>
        ))}
      </RadioGroup>
      {note && <p className={styles.note}>{note}</p>}
    </div>
  );
}

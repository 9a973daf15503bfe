import { type ReactNode, useId } from "react";
import { Radio, Radios } from "./Radios";
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
  /** Side by side in columns of one width. */
  even?: boolean;
}

/** A choice among words: an ink ring round the chosen one. Arrow keys move it. */
export function Choice<V extends string | number | boolean>(props: Props<V>) {
  const { label, value, options, onChange, note, stacked, even } = props;
  const id = useId();
  return (
    <div className={stacked ? styles.choiceStacked : styles.choice}>
      <span className={styles.choiceLabel} id={id}>
        {label}
      </span>
      <Radios
        className={even ? styles.even : styles.words}
        labelledBy={id}
        chosen={String(value)}
        onChoose={(chosen) => {
          const option = options.find((each) => String(each.value) === chosen);
          if (option) onChange(option.value);
        }}
      >
        {options.map((option) => (
          <Radio key={String(option.value)} value={String(option.value)} className={styles.ring}>
            <span className={styles.ringLabel}>
              {option.label}
              {option.extra}
            </span>
            {option.detail && <small>{option.detail}</small>}
          </Radio>
        ))}
      </Radios>
      {note && <p className={styles.note}>{note}</p>}
    </div>
  );
}

import { type ComponentProps, useId } from "react";
import styles from "./ui.module.css";

interface Props extends Omit<ComponentProps<"input">, "onChange" | "size"> {
  label: string;
  hint?: string | undefined;
  wrong?: string | undefined;
  large?: boolean;
  onText: (text: string) => void;
}

/** One line to write on; what is wrong with it stands under it, and what was typed stays. */
export function Field({ label, hint, wrong, large, onText, ...input }: Props) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input
        {...input}
        id={id}
        className={large ? styles.large : ""}
        aria-invalid={wrong ? true : undefined}
        aria-describedby={hint || wrong ? `${id}-hint` : undefined}
        onChange={(event) => onText(event.currentTarget.value)}
      />
      {(hint || wrong) && (
        <p
          id={`${id}-hint`}
          className={wrong ? styles.wrong : styles.hint}
          role={wrong ? "alert" : undefined}
        >
          {wrong ?? hint}
        </p>
      )}
    </div>
  );
}

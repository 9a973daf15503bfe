import { createContext, type ReactNode, useContext, useId } from "react";
import styles from "./ui.module.css";

interface Group {
  name: string;
  chosen: string;
  choose: (value: string) => void;
  disabled: boolean;
}

const GroupContext = createContext<Group | null>(null);

interface RadiosProps {
  label?: string;
  labelledBy?: string;
  /** The value that is chosen; empty when none is. */
  chosen: string;
  onChoose: (value: string) => void;
  disabled?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** One of several: one stop for Tab, and arrow keys move the choice, as the browser's own radios do. */
export function Radios(props: RadiosProps) {
  const { label, labelledBy, chosen, onChoose, disabled = false, className, children } = props;
  const group = { name: useId(), chosen, choose: onChoose, disabled };
  return (
    <div role="radiogroup" className={className} aria-label={label} aria-labelledby={labelledBy}>
      <GroupContext value={group}>{children}</GroupContext>
    </div>
  );
}

interface RadioProps {
  value: string;
  disabled?: boolean;
  className?: string | undefined;
  children: ReactNode;
}

/** A choice drawn as whatever stands in it: the browser's radio lies over all of it, unseen but for its focus. */
export function Radio({ value, disabled = false, className, children }: RadioProps) {
  const group = useContext(GroupContext);
  const checked = group?.chosen === value;
  const off = disabled || group?.disabled === true;
  return (
    <label
      className={`${styles.choosable} ${className}`}
      data-checked={checked || undefined}
      data-disabled={off || undefined}
    >
      <input
        type="radio"
        name={group?.name}
        value={value}
        checked={checked}
        disabled={off}
        onChange={() => group?.choose(value)}
      />
      {children}
    </label>
  );
}

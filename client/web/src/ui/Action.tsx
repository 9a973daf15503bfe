import styles from "./ui.module.css";

interface Props {
  children: string;
  /** The second line: what it costs, or what is missing. */
  detail?: string | undefined;
  /** Still focusable, so that the reason is read out; it does nothing. */
  blocked?: boolean | undefined;
  /** Sent and kept: a dashed place instead of a dark button. */
  held?: boolean | undefined;
  type?: "button" | "submit";
  onPress?: (() => void) | undefined;
}

/** The one primary action of a screen; what it will do is written on it. */
export function Action({ children, detail, blocked, held, type = "button", onPress }: Props) {
  return (
    <button
      type={type}
      className={`${styles.action} ${blocked ? styles.blocked : ""} ${held ? styles.held : ""}`}
      aria-disabled={blocked || (held && !onPress) || undefined}
      onClick={(event) => {
        if (blocked) event.preventDefault();
        else onPress?.();
      }}
    >
      <span>{children}</span>
      {detail && <small>{detail}</small>}
    </button>
  );
}

interface WordProps {
  children: React.ReactNode;
  onPress?: () => void;
  disabled?: boolean | undefined;
  quiet?: boolean;
  type?: "button" | "submit";
}

/** Everything that is not the primary action: an underlined word. */
export function Word({ children, onPress, disabled, quiet, type = "button" }: WordProps) {
  return (
    <button
      type={type}
      className={`${styles.word} ${quiet ? styles.quiet : ""}`}
      disabled={disabled}
      onClick={onPress}
    >
      {children}
    </button>
  );
}

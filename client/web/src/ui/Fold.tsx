import { type ReactNode, useId, useState } from "react";
import styles from "./ui.module.css";

/** What has just been opened is seen, above whatever is fixed to the foot of the page. */
export const intoView = (opened: HTMLElement | null) => opened?.scrollIntoView({ block: "nearest" });

interface Props {
  /** What is written on the button that opens and closes it. */
  title: string;
  className?: string | undefined;
  open?: boolean;
  /** Stands beside the button. */
  beside?: (button: ReactNode) => ReactNode;
  children: ReactNode;
}

/** Something that most readers leave closed. */
export function Fold({
  title,
  className,
  open: atFirst = false,
  beside = (button) => button,
  children,
}: Props) {
  const [open, setOpen] = useState(atFirst);
  const panel = useId();
  return (
    <div>
      {beside(
        <button
          type="button"
          className={`${styles.fold} ${className}`}
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          {title}
        </button>,
      )}
      <div id={panel}>{open && <div ref={atFirst ? undefined : intoView}>{children}</div>}</div>
    </div>
  );
}

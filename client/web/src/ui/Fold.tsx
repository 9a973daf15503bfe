import { type ReactNode, useId, useState } from "react";

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
          className={className}
          aria-expanded={open}
          aria-controls={panel}
          onClick={() => setOpen(!open)}
        >
          {title}
        </button>,
      )}
      <div id={panel}>{open && children}</div>
    </div>
  );
}

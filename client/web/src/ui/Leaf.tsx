import { type ReactNode, useId, useLayoutEffect, useRef, useState } from "react";
import { createPortal } from "react-dom";
import { t } from "../strings/text";
import styles from "./ui.module.css";

interface Props {
  title: string;
  /** What opens it: an underlined word. */
  opener: ReactNode;
  children: ReactNode;
  openerClass?: string | undefined;
  disabled?: boolean;
  /** The question before something that cannot be undone, and the word that leaves things as they are. */
  refuse?: string;
}

/** A leaf of paper over the page; Escape, its word or a tap beside it puts it away. */
export function Leaf({ opener, openerClass, disabled, ...sheet }: Props) {
  const [open, setOpen] = useState(false);
  return (
    <>
      <button
        type="button"
        className={openerClass ?? styles.word}
        aria-haspopup="dialog"
        disabled={disabled}
        onClick={() => setOpen(true)}
      >
        {opener}
      </button>
      {open && createPortal(<Sheet {...sheet} onClose={() => setOpen(false)} />, document.body)}
    </>
  );
}

interface SheetProps extends Pick<Props, "title" | "refuse" | "children"> {
  onClose: () => void;
}

function Sheet({ title, refuse, children, onClose }: SheetProps) {
  const id = useId();
  const leaf = useRef<HTMLDialogElement>(null);
  const close = () => leaf.current?.close();
  useLayoutEffect(() => {
    if (leaf.current?.open) return;
    leaf.current?.showModal();
    // Reading starts at the title, not at the word that puts it away.
    leaf.current?.focus();
  }, []);
  const leave = (
    <button type="button" className={styles.word} onClick={close}>
      {refuse ?? t("close")}
    </button>
  );
  return (
    // biome-ignore lint/a11y/useKeyWithClickEvents: the key that closes a dialog is Escape, and the browser hears it
    <dialog
      ref={leaf}
      tabIndex={-1}
      className={styles.backdrop}
      aria-labelledby={id}
      role={refuse ? "alertdialog" : undefined}
      onClose={onClose}
      onClick={(event) => {
        if (event.target === leaf.current && !refuse) close();
      }}
    >
      <div className={styles.leaf}>
        <div className={styles.leafHead}>
          <h2 className={styles.leafTitle} id={id}>
            {title}
          </h2>
          {!refuse && leave}
        </div>
        {children}
        {refuse && leave}
      </div>
    </dialog>
  );
}

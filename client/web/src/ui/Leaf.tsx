import { Dialog } from "@base-ui/react/dialog";
import { type ReactNode, useRef } from "react";
import { t } from "../strings/text";
import styles from "./ui.module.css";

interface Props {
  title: string;
  /** What opens it: an underlined word. */
  opener: ReactNode;
  children: ReactNode;
  openerClass?: string | undefined;
}

/** A leaf of paper over the page; Escape, the word at its foot or a tap beside it puts it away. */
export function Leaf({ title, opener, children, openerClass }: Props) {
  // Reading starts at the top; the first thing to press stands at the foot.
  const leaf = useRef<HTMLDivElement>(null);
  return (
    <Dialog.Root>
      <Dialog.Trigger className={openerClass ?? styles.word}>{opener}</Dialog.Trigger>
      <Dialog.Portal>
        <Dialog.Backdrop className={styles.backdrop} />
        <Dialog.Popup className={styles.leaf} ref={leaf} initialFocus={leaf}>
          <Dialog.Title className={styles.leafTitle}>{title}</Dialog.Title>
          {children}
          <Dialog.Close className={styles.word}>{t("close")}</Dialog.Close>
        </Dialog.Popup>
      </Dialog.Portal>
    </Dialog.Root>
  );
}

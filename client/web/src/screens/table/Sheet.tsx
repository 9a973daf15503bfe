import { type ReactNode, useEffect, useId, useLayoutEffect, useRef } from "react";
import { createPortal } from "react-dom";
import { refusalText } from "../../strings/sentences";
import { t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { useSeat } from "./context";
import styles from "./sheet.module.css";

interface Props {
  title: string;
  /** Stands by the title and, like it, stays in sight: to whom it goes, who sees it. */
  head?: ReactNode;
  children: ReactNode;
  /** The one thing to do, always in sight. */
  foot?: ReactNode;
}

/** A sheet that lies on the table: the table goes on around it, and its clock stays in sight. Escape puts it away. */
export function Sheet({ title, head, children, foot }: Props) {
  const { live, cast, table, open } = useSeat();
  const id = useId();
  const sheet = useRef<HTMLDialogElement>(null);
  useFocusWhileOpen(sheet);
  const { refused } = live;
  return createPortal(
    <dialog
      ref={sheet}
      tabIndex={-1}
      className={styles.sheet}
      aria-labelledby={id}
      onKeyDown={(event) => {
        if (event.key === "Escape") open(null);
      }}
    >
      <div className={styles.head}>
        <div className={styles.title}>
          <h2 id={id}>{title}</h2>
          <Word onPress={() => open(null)}>{t("close")}</Word>
        </div>
        {head}
      </div>
      <div className={styles.body}>{children}</div>
      {foot && (
        <div className={styles.foot}>
          {refused && (
            <div className={styles.refusal} role="alert">
              <p>{refusalText(refused.code, refused.data, cast)}</p>
              <Word onPress={table.dismiss}>{t("close")}</Word>
            </div>
          )}
          {foot}
        </div>
      )}
    </dialog>,
    document.body,
  );
}

/** Reading begins at the sheet's top; put away, it gives the focus back to what had it. */
function useFocusWhileOpen(sheet: React.RefObject<HTMLDialogElement | null>) {
  const before = useRef<Element | null>(null);
  useLayoutEffect(() => {
    before.current ??= document.activeElement;
    if (!sheet.current?.open) sheet.current?.show();
    sheet.current?.focus({ preventScroll: true });
  }, [sheet]);
  useEffect(
    () => () => {
      if (before.current instanceof HTMLElement) before.current.focus({ preventScroll: true });
    },
    [],
  );
}

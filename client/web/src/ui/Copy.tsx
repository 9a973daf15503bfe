import { useState } from "react";
import { t } from "../strings/text";
import styles from "./ui.module.css";

/** A link to hand on: the text can be selected by hand where the clipboard is not allowed (plain http on a LAN). */
export function Copy({ label, text }: { label: string; text: string }) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    if (!navigator.clipboard) return;
    await navigator.clipboard.writeText(text).catch(() => undefined);
    setCopied(true);
  };
  return (
    <div className={styles.copy}>
      <label>
        <span>{label}</span>
        <input readOnly value={text} onFocus={(event) => event.currentTarget.select()} />
      </label>
      <button type="button" className={styles.word} onClick={copy}>
        {copied ? t("copied") : t("copy")}
        <span className="unseen">: {label}</span>
      </button>
    </div>
  );
}

import type { ReactNode } from "react";
import { Link } from "wouter";
import { t } from "../strings/text";
import styles from "./ui.module.css";

/** A page of one column: the name of the game, a title, and what is to be done. */
export function Page({ title, lead, children }: { title: string; lead?: string; children: ReactNode }) {
  return (
    <div className={styles.page}>
      <title>{`${title} · ${t("game")}`}</title>
      <header className={styles.brand}>
        <Link to="/">{t("game")}</Link>
      </header>
      <main>
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
    </div>
  );
}

/** A page that has nothing to show yet, or nothing any more: says why, and leads on. */
export function Note({ title, text, children }: { title: string; text?: string; children?: ReactNode }) {
  return (
    <Page title={title} {...(text ? { lead: text } : {})}>
      {children}
    </Page>
  );
}

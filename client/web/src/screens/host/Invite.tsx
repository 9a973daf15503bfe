import { useEffect, useRef, useState } from "react";
import { Link } from "wouter";
import { joinQr, rounds } from "../../api/rest";
import { type Keys, keep } from "../../api/seats";
import { t } from "../../strings/text";
import { Copy } from "../../ui/Copy";
import styles from "./host.module.css";

/** How people get in: the code in large, its QR, and the links to hand on. */
export function Invite({ table, keys }: { table: string; keys: Keys }) {
  const { host_token, projector_token, token } = keys;
  const code = useCode(table, keys);
  return (
    <div className={styles.invite}>
      {host_token && <Qr table={table} token={host_token} />}
      <div>
        {code && (
          <>
            <p className={styles.quiet}>{t("join-at", { address: location.host })}</p>
            <p className={styles.code}>{spaced(code)}</p>
            {!token && (
              <Link className={styles.linkWord} to={`/join/${code}`}>
                {t("take-seat-yourself")}
              </Link>
            )}
          </>
        )}
      </div>
      <div className={styles.links}>
        {code && <Copy label={t("link-join")} text={`${location.origin}/join/${code}`} />}
        {projector_token && (
          <Copy
            label={t("link-projector")}
            text={`${location.origin}/screen/${table}?code=${code ?? ""}#${projector_token}`}
          />
        )}
        {host_token && <Copy label={t("link-host")} text={`${location.origin}/t/${table}#${host_token}`} />}
        <p className={styles.quiet}>{t("links-note")}</p>
      </div>
    </div>
  );
}

/** A game that goes on after its end has another code than the one that this device was given. */
function useCode(table: string, { host_token, code }: Keys): string | undefined {
  const [now, setNow] = useState(code);
  useEffect(() => {
    if (!host_token) return;
    rounds(table, host_token)
      .then((known) => {
        setNow(known.code ?? undefined);
        if (known.code) keep(table, { code: known.code });
      })
      .catch(() => undefined); // the one that is known stays
  }, [table, host_token]);
  return now;
}

/** "KTP 27W": read aloud in two halves. */
export const spaced = (code: string) => `${code.slice(0, 3)} ${code.slice(3)}`;

/** The server draws it; the markup is parsed, not injected as text. */
export function Qr({ table, token }: { table: string; token: string }) {
  const frame = useRef<HTMLDivElement>(null);
  const [missing, setMissing] = useState(false);
  useEffect(() => {
    let current = true;
    joinQr(table, token)
      .then((markup) => {
        const svg = new DOMParser().parseFromString(markup, "image/svg+xml").documentElement;
        // Drawn in modules without a view box: it could not grow to its frame.
        svg.setAttribute("viewBox", `0 0 ${svg.getAttribute("width")} ${svg.getAttribute("height")}`);
        if (current) frame.current?.replaceChildren(document.importNode(svg, true));
      })
      .catch(() => setMissing(true));
    return () => {
      current = false;
    };
  }, [table, token]);
  if (missing) return null;
  return <div className={styles.qr} ref={frame} role="img" aria-label={t("qr-label")} />;
}

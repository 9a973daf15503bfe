import { Suspense } from "react";
import type { Live } from "../../store/live";
import { castOf } from "../../strings/sentences";
import { list, t } from "../../strings/text";
import { Fold } from "../../ui/Fold";
import { later } from "../../ui/later";
import { RefusalStrip } from "../table/Strip";
import type { Props } from "./HostKeys";
import styles from "./host.module.css";

// A host who plays opens them now and then.
const HostKeys = later(() => import("./HostKeys"));
const Gathering = later<Props>(() => import("./HostKeys").then((keys) => ({ default: keys.Gathering })));

/** Where the host's keys lie, on their own socket. */
export default function HostStrip(props: Props) {
  const { live, connection, keys } = props;
  const view = live.view as NonNullable<Live["view"]>;
  return (
    <section className={styles.strip} aria-label={t("host-strip")}>
      <Fold
        title={t("host-strip")}
        className={styles.linkWord}
        open={!keys.token}
        beside={(button) => (
          <div className={styles.keys}>
            {button}
            <Missing live={live} />
          </div>
        )}
      >
        <div className={styles.keys}>
          <Suspense>
            <HostKeys {...props} />
          </Suspense>
        </div>
      </Fold>
      <RefusalStrip live={live} cast={castOf(view)} dismiss={connection.dismiss} />
      {view.legal.commands.includes("begin") && (
        <Suspense>
          <Gathering {...props} />
        </Suspense>
      )}
    </section>
  );
}

/** Who holds the table up: open seats, and people whose device is not there. */
function Missing({ live }: { live: Live }) {
  const roles = live.view?.roles ?? [];
  const open = roles.filter((role) => role.held_by === "open").map((role) => role.name);
  const off = roles
    .filter((role) => role.held_by === "person" && !live.presence[role.id])
    .map((role) => live.names[role.id] ?? role.name);
  const words = [
    open.length > 0 && t("seats-open", { who: list(open) }),
    off.length > 0 && t("people-off", { who: list(off) }),
  ].filter((each) => typeof each === "string");
  return <span className={styles.quiet}>{words.length > 0 ? words.join(" ") : t("all-on")}</span>;
}

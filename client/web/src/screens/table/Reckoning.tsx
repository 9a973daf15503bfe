import type { RoleView } from "../../api/contract";
import { capital, t } from "../../strings/text";
import { Emblem } from "../../ui/Emblem";
import text from "../../ui/text.module.css";
import { useSeat } from "./context";
import styles from "./reckoning.module.css";

/** Who carried for whom, as a square: the row for the column. */
export function Reckoning({ carried }: { carried: Record<string, Record<string, number>> }) {
  const { view, cast } = useSeat();
  const roles = view.roles.filter((role) => role.in_play);
  const times = (a: RoleView, b: RoleView) => carried[a.id]?.[b.id] ?? 0;
  const any = roles.some((a) => roles.some((b) => times(a, b) > 0));
  return (
    <section>
      <h3 className={text.sectionTitle}>{t("who-carried")}</h3>
      <p className={text.quiet}>{t(any ? "who-carried-does" : "nobody-carried")}</p>
      {any && (
        <table className={styles.square}>
          <thead>
            <tr>
              <td />
              {roles.map((role) => (
                <th key={role.id} scope="col">
                  <span className="unseen">{capital(cast.name(role.id))}</span>
                  <Emblem hue={role.hue} letter={role.letter} size={22} />
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {roles.map((row) => (
              <tr key={row.id}>
                <th scope="row">
                  <Emblem hue={row.hue} letter={row.letter} size={22} />
                  <span>{capital(cast.name(row.id))}</span>
                </th>
                {roles.map((column) => (
                  <td key={column.id}>{row === column ? "" : times(row, column) || "–"}</td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </section>
  );
}

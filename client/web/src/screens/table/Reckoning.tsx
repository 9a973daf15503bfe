import type { CoalitionView, RoleView, View } from "../../api/contract";
import own from "../../strings/reckoning.ftl?raw";
import type { Cast } from "../../strings/sentences";
import { capital, learn, list, t } from "../../strings/text";
import { Emblem } from "../../ui/Emblem";
import text from "../../ui/text.module.css";
import { useSeat } from "./context";
import styles from "./reckoning.module.css";

learn(own);

/** After the end: which coalitions held, each with the parts of its index, and who carried for whom. */
export default function Reckoning() {
  const { view, cast } = useSeat();
  return (
    <>
      <section>
        <h3 className={text.sectionTitle}>{t("who-held")}</h3>
        <p className={text.quiet}>{t("who-held-does")}</p>
        <ul className={styles.coalitions}>
          {view.coalitions.map((each) => (
            <Coalition key={`${each.key} ${each.pact}`} coalition={each} cast={cast} />
          ))}
        </ul>
      </section>
      {view.end && <Square view={view} carried={view.end.carried} cast={cast} />}
    </>
  );
}

function Coalition({ coalition, cast }: { coalition: CoalitionView; cast: Cast }) {
  const { band, index, lived, scheduled, outcome, by } = coalition;
  const why = [
    t("why-life", { lived, scheduled, n: coalition.life }),
    t("why-cohesion", { n: coalition.cohesion }),
    t("why-headroom", { n: coalition.headroom }),
    t("why-reserve", { n: coalition.reserve ?? 0 }),
  ];
  return (
    <li className={coalition.alive ? undefined : styles.over}>
      <b>{capital(nameOf(coalition, cast))}</b>
      <span className={styles.index} role="img" aria-label={t("index-of", { index: index ?? 0 })}>
        {index}
      </span>
      <p className={text.quiet}>
        {(coalition.alive ? why : why.slice(0, 1)).join(" + ")}
        {outcome && ` · ${t(`outcome-${outcome}`, { who: list(by.map(cast.name)) })}`}
      </p>
      {band && <span className={text.quiet}>{t(`band-${band}`)}</span>}
    </li>
  );
}

const SIGNED: Record<string, string> = { pact: "pact-of", open: "alliance-of" };

function nameOf({ kind, members }: CoalitionView, cast: Cast): string {
  const names = list(members.map(cast.name));
  if (kind === "partnership") return t("the-partnership");
  const signed = SIGNED[kind];
  return signed ? t(signed, { members: names }) : names;
}

type Carried = Record<string, Record<string, number>>;

function Square({ view, carried, cast }: { view: View; carried: Carried; cast: Cast }) {
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
                <th key={role.id} scope="col" aria-label={capital(cast.name(role.id))}>
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

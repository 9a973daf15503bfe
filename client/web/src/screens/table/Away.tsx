import type { RoleView } from "../../api/contract";
import own from "../../strings/menu.ftl?raw";
import { roleOf, sentence } from "../../strings/sentences";
import { learn, t } from "../../strings/text";
import { Emblem } from "../../ui/Emblem";
import text from "../../ui/text.module.css";
import { type Thing, whileAway } from "./away";
import { useSeat } from "./context";
import { asksNow, whereNow } from "./Heading";
import styles from "./room.module.css";

learn(own);

/** What happened while the connection was lost, newest last, each with its picture. */
export default function Away() {
  const { live } = useSeat();
  const minutes = Math.round((live.away?.ms ?? 0) / 60_000);
  return (
    <>
      <p className={text.quiet}>
        {minutes > 0 ? t("gone-for", { n: minutes }) : t("gone-briefly")} {t("nothing-lost")}
      </p>
      <ol className={styles.missed}>
        {whileAway(live).map((thing, place) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the past does not change its order
          <Happening key={place} thing={thing} />
        ))}
      </ol>
    </>
  );
}

function Happening({ thing }: { thing: Thing }) {
  const { view, cast } = useSeat();
  const { me, round, rounds, phase } = view;
  switch (thing.what) {
    case "phase": {
      const awaited = view.waiting_for.flatMap((role) => roleOf(view, role) ?? []);
      return (
        <Line roles={awaited} what={whereNow(round, rounds, phase)}>
          {me && view.waiting_for.includes(me.role) ? t("waits-for-you") : asksNow(view)}
        </Line>
      );
    }
    case "words":
      return <Line roles={[]} what={t("words-were-said", { n: thing.n })} />;
    case "event": {
      const roles = Object.values(thing.event).flatMap((value) =>
        typeof value === "string" ? (roleOf(view, value) ?? []) : [],
      );
      return <Line roles={roles} what={sentence(thing.event, cast)} />;
    }
  }
}

interface LineProps {
  roles: readonly RoleView[];
  what: string;
  children?: string;
}

function Line({ roles, what, children }: LineProps) {
  return (
    <li>
      <span>
        {roles.slice(0, 4).map(({ id, hue, letter }) => (
          <Emblem key={id} hue={hue} letter={letter} size={20} />
        ))}
      </span>
      <div>
        <b>{what}</b>
        {children && <p className={text.quiet}>{children}</p>}
      </div>
    </li>
  );
}

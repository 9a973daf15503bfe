import { list, t } from "../../strings/text";
import text from "../../ui/text.module.css";
import { useSeat } from "./context";
import { RoleBrief } from "./Mine";
import styles from "./table.module.css";

/** Before the first card: who I am, and who is still to come. */
export function Gathering() {
  const { view, cast } = useSeat();
  const open = view.roles.filter((role) => role.in_play && role.held_by === "open");
  return (
    <section className={styles.gathering}>
      <h2>{view.me ? t("you-are-in") : view.title}</h2>
      <p className={text.lead}>
        {open.length > 0
          ? t("still-to-come", { n: open.length, who: list(open.map((role) => cast.name(role.id))) })
          : t("all-here")}
      </p>
      {view.me && <RoleBrief me={view.me} />}
    </section>
  );
}

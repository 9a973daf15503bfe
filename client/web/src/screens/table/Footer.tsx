import { type ReactNode, Suspense } from "react";
import type { Sheet, View } from "../../api/contract";
import { capital, t } from "../../strings/text";
import { Action, Word } from "../../ui/Action";
import { Said } from "../../ui/Announcer";
import { Leaf } from "../../ui/Leaf";
import { Caught, later } from "../../ui/later";
import { Tokens } from "../../ui/Tokens";
import { CommitButton } from "./Commit";
import { isPending, useSeat } from "./context";
import { Doors } from "./Dealing";
import doors from "./doors.module.css";
import { asksNow } from "./Heading";
import { phaseLook } from "./looks";
import { Aim, Locked } from "./Mine";
import { Sent } from "./Strip";
import { type Spending, spending } from "./spending";
import styles from "./table.module.css";

// What is told after the first card, and what comes at the end, is fetched then.
const Onward = later(() => import("../reveal/Onward"));
const PlayAgain = later(() => import("../end/PlayAgain"));

/** Always in sight: what I hold, my aim behind its lock, and the one thing to do next. */
export function Footer() {
  const { view, live, draft } = useSeat();
  const { me } = view;
  if (!me) return <Sent live={live} />;
  const sheet = view.legal.sheet ? (draft.sheet ?? me.sheet) : null;
  const spent =
    sheet &&
    spending(
      sheet,
      view.options.find((each) => each.id === sheet.option),
      view.legal,
    );
  // A struck bargain hands over when the choices open, but what can be spent is known already.
  const capacity = view.legal.sheet ? view.legal.capacity : me.capacity;
  const lent = view.roles.some((role) => role.id === me.role && role.held_by === "bot");
  return (
    <div className={styles.footer}>
      {lent && <Said className={styles.lent}>{t("bot-plays-for-you")}</Said>}
      <div className={styles.purse}>
        <div className={styles.piles}>
          <Purse kind="goodwill" has={me.goodwill} left={spent?.goodwillLeft ?? me.goodwill} />
          <Purse kind="capacity" has={capacity} left={spent?.delivery ?? capacity} />
        </div>
        <div className={doors.narrow}>
          <Doors />
        </div>
        <Leaf title={t("secret-aim")} opener={<Locked>{t("secret-aim")}</Locked>}>
          <Aim clauses={me.agenda} />
        </Leaf>
        <Sent live={live} />
      </div>
      <Next sheet={sheet} spent={spent} />
    </div>
  );
}

function Purse({ kind, has, left }: { kind: "goodwill" | "capacity"; has: number; left: number }) {
  const stays = Math.min(has, Math.max(0, left));
  return (
    <p className={styles.pile}>
      <span>{capital(t(`number-${kind}`))}</span>
      <Tokens kind={kind} n={stays} gone={Math.max(has, 1) - stays} />
      <b>{stays}</b>
      {has === stays ? null : <span className="unseen">{t("of", { n: has })}</span>}
    </p>
  );
}

function Next({ sheet, spent }: { sheet: Sheet | null; spent: Spending | null }) {
  const { view, live, send } = useSeat();
  const may = (command: string) => view.legal.commands.includes(command);
  const look = phaseLook(view.phase);
  const ready = () => send({ type: "ready", phase: view.phase });
  if (look.stage === "over")
    return (
      <Coming>
        <PlayAgain />
      </Coming>
    );
  if (may("join")) return <Action onPress={() => send({ type: "join" })}>{t("sit-down")}</Action>;
  if (may("commit")) return <CommitButton sheet={sheet} spent={spent} />;
  const pass = (settling = false) =>
    may("ready") ? (
      isPending(live, "ready") ? (
        <Action held>{t("sending")}</Action>
      ) : (
        <Action blocked={settling} onPress={ready}>
          {readyWord(view)}
        </Action>
      )
    ) : view.me?.ready && !view.paused ? (
      <Said className={styles.waiting}>{t("you-are-ready")}</Said>
    ) : (
      <p className={styles.waiting}>{asksNow(view)}</p>
    );
  if (look.stage !== "told") return pass();
  return (
    <Caught instead={pass()}>
      <Coming>
        <Onward>{pass}</Onward>
      </Coming>
    </Caught>
  );
}

function Coming({ children }: { children: ReactNode }) {
  return <Suspense fallback={<Action held>{t("loading")}</Action>}>{children}</Suspense>;
}

/** "On to the stock-take", "On to round 3". */
export const readyWord = ({ phase, round, rounds, end }: View) =>
  t(phaseLook(phase).ready, { next: round + 1, last: end || round >= rounds ? "yes" : "no" });

/** Where a choice may be laid, "ready" is the lesser thing to do: a word at the foot of the page. */
export function ReadyWord() {
  const { view, live, send } = useSeat();
  const { commands } = view.legal;
  if (!commands.includes("ready") || !commands.includes("commit") || isPending(live, "ready")) return null;
  return (
    <p>
      <Word quiet onPress={() => send({ type: "ready", phase: view.phase })}>
        {readyWord(view)}
      </Word>
    </p>
  );
}

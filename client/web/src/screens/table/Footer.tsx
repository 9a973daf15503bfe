import { useLocation } from "wouter";
import type { Sheet } from "../../api/contract";
import { capital, list, short, t } from "../../strings/text";
import { Action, Word } from "../../ui/Action";
import { Leaf } from "../../ui/Leaf";
import { Tokens } from "../../ui/Tokens";
import { isPending, useSeat } from "./context";
import { phaseLook } from "./looks";
import { Aim, Locked } from "./Mine";
import { type Spending, same, spending } from "./spending";
import styles from "./table.module.css";

/** Always in sight: what I hold, my aim behind its lock, and the one thing to do next. */
export function Footer() {
  const { view, draft } = useSeat();
  const { me } = view;
  if (!me) return null;
  const sheet = view.legal.sheet ? (draft.sheet ?? me.sheet) : null;
  const spent =
    sheet &&
    spending(
      sheet,
      view.options.find((each) => each.id === sheet.option),
      view.legal,
    );
  const lent = view.roles.some((role) => role.id === me.role && role.held_by === "bot");
  return (
    <footer className={styles.footer}>
      {lent && (
        <p className={styles.lent} role="status">
          {t("bot-plays-for-you")}
        </p>
      )}
      <div className={styles.purse}>
        <div className={styles.piles}>
          <Purse kind="goodwill" has={me.goodwill} left={spent?.goodwillLeft ?? me.goodwill} />
          <Purse kind="capacity" has={me.capacity} left={spent?.delivery ?? me.capacity} />
        </div>
        <Leaf title={t("secret-aim")} opener={<Locked>{t("secret-aim")}</Locked>}>
          <Aim clauses={me.agenda} />
        </Leaf>
      </div>
      <Next sheet={sheet} spent={spent} />
    </footer>
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
  const [, go] = useLocation();
  const may = (command: string) => view.legal.commands.includes(command);
  const look = phaseLook(view.phase);
  const ready = () => send({ type: "ready", phase: view.phase });
  if (view.end && !may("ready")) return <Action onPress={() => go("/")}>{t("play-again")}</Action>;
  if (may("join")) return <Action onPress={() => send({ type: "join" })}>{t("sit-down")}</Action>;
  if (may("commit")) return <CommitButton sheet={sheet} spent={spent} />;
  if (may("ready"))
    return isPending(live, "ready") ? (
      <Action held>{t("sending")}</Action>
    ) : (
      <Action onPress={ready}>
        {t(look.ready, { next: view.round + 1, last: view.round >= view.rounds ? "yes" : "no" })}
      </Action>
    );
  return (
    <p className={styles.waiting} role="status">
      {t(view.paused ? "asks-paused" : view.me?.ready ? "you-are-ready" : look.asks)}
    </p>
  );
}

function CommitButton({ sheet, spent }: { sheet: Sheet | null; spent: Spending | null }) {
  const { view, live, draft, send } = useSeat();
  const option = view.options.find((each) => each.id === sheet?.option);
  if (!sheet || !spent || !option)
    return (
      <Action blocked detail={t("then-commit")}>
        {t("choose-first")}
      </Action>
    );
  const title = short(option.text);
  if (isPending(live, "commit"))
    return live.link === "open" ? (
      <Action held detail={t("sending")}>
        {t("committing-to", { title })}
      </Action>
    ) : (
      <Action held detail={t("kept-offline")}>
        {t("kept", { title })}
      </Action>
    );
  const problem = tooMuch(spent);
  if (problem)
    return (
      <Action blocked detail={problem}>
        {t("too-dear", { title })}
      </Action>
    );
  const laid = view.me?.sheet ?? null;
  if (same(laid, sheet))
    return (
      <Action held detail={t("may-change")}>
        {t("committed-to", { title })}
      </Action>
    );
  const words = sheet.voice.pair !== null ? draft.naming.trim() || null : null;
  return (
    <Action detail={price(sheet, spent)} onPress={() => send({ type: "commit", sheet }, words)}>
      {t(laid ? "change-to" : "commit-to", { title })}
    </Action>
  );
}

function tooMuch({ goodwillLeft, delivery }: Spending): string | null {
  const over = [
    goodwillLeft < 0 && t("over-goodwill", { n: -goodwillLeft }),
    delivery < 0 && t("over-capacity", { n: -delivery }),
  ].filter((each) => typeof each === "string");
  return over.length > 0 ? list(over) : null;
}

/** "1 goodwill and 2 capacity, 1 more at the meeting". */
function price(sheet: Sheet, spent: Spending): string {
  const paid = [
    spent.goodwill > 0 && t("n-goodwill", { n: spent.goodwill }),
    spent.option + spent.extras > 0 && t("n-capacity", { n: spent.option + spent.extras }),
  ].filter((each) => typeof each === "string");
  const head = paid.length > 0 ? list(paid) : t("costs-nothing");
  return sheet.table > 0 ? t("and-at-the-meeting", { head, n: sheet.table }) : head;
}

/** Where a choice may be laid, "ready" is the lesser thing to do: a word at the foot of the page. */
export function ReadyWord() {
  const { view, live, send } = useSeat();
  const { commands } = view.legal;
  if (!commands.includes("ready") || !commands.includes("commit") || isPending(live, "ready")) return null;
  return (
    <p>
      <Word quiet onPress={() => send({ type: "ready", phase: view.phase })}>
        {t(phaseLook(view.phase).ready)}
      </Word>
    </p>
  );
}

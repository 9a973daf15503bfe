import type { Sheet } from "../../api/contract";
import { list, short, small, t } from "../../strings/text";
import { Action } from "../../ui/Action";
import { isPending, useSeat } from "./context";
import { type Spending, same } from "./spending";

/** The one primary action in words, with everything that it costs; laid, it says so for as long as it may be changed. */
export function CommitButton({ sheet, spent }: { sheet: Sheet | null; spent: Spending | null }) {
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
      <Action held detail={title}>
        {t("committing")}
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
      <Action held detail={t("sealed", { title })}>
        {t("committed")}
      </Action>
    );
  const words = sheet.voice.pair !== null ? draft.naming.trim() || null : null;
  const { table } = sheet;
  return (
    <Action
      detail={t("commit-what", { title: small(title), table })}
      onPress={() => send({ type: "commit", sheet }, words)}
    >
      {t(laid ? "change-to" : "commit", { price: price(spent) })}
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

/** "1 goodwill and 3 capacity": all of it, the meeting too. */
function price({ goodwill, option, extras, meeting }: Spending): string {
  const capacity = option + extras + meeting;
  const paid = [
    goodwill > 0 && t("n-goodwill", { n: goodwill }),
    capacity > 0 && t("n-capacity", { n: capacity }),
  ].filter((each) => typeof each === "string");
  return paid.length > 0 ? list(paid) : t("at-no-cost");
}

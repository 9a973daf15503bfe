import { useState } from "react";
import own from "../../strings/reckoning.ftl?raw";
import { learn, t } from "../../strings/text";
import { Action } from "../../ui/Action";
import { useSeat } from "../table/context";
import { playAgain } from "./again";

learn(own);

/** The same seat, a new deal, at once. */
export default function PlayAgain() {
  const { view, live } = useSeat();
  const [state, setState] = useState<"idle" | "busy" | "failed">("idle");
  const again = async () => {
    setState("busy");
    try {
      const table = await playAgain(view, live.table, live.names[view.me?.role ?? ""] ?? t("you"));
      // Another table is another page: nothing of this one may linger.
      location.assign(`/t/${table}`);
    } catch {
      setState("failed");
    }
  };
  if (state === "busy") return <Action held>{t("dealing-again")}</Action>;
  return (
    <>
      {state === "failed" && <p role="alert">{t("dealing-failed")}</p>}
      <Action detail={t("play-again-does")} onPress={() => void again()}>
        {t("play-again")}
      </Action>
    </>
  );
}

import { Suspense, useEffect, useRef } from "react";
import { NEW, NO_ANNOUNCEMENT } from "../../store/draft";
import { t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Caught, later } from "../../ui/later";
import text from "../../ui/text.module.css";
import styles from "./card.module.css";
import { useSeat } from "./context";
import doors from "./doors.module.css";

// Many rounds pass without a deal, and more without one of mine.
const Deals = later(() => import("./Deals"));
const Slip = later(() => import("./Slip"));
const AnswerOffer = later(() => import("./AnswerOffer"));
const MakeOffer = later(() => import("./MakeOffer"));
const Ledger = later(() => import("./Ledger"));

/** What binds now, beside the table; on a wide screen the doors to more stand here. */
export function Dealing() {
  const { view } = useSeat();
  const { offers, closed, bargains, debts, pacts, me } = view;
  const promised = [offers, closed, bargains, debts, pacts].some((each) => each.length > 0);
  if (!promised && (!me || view.round === 0)) return null;
  return (
    // Where the doors stand elsewhere, nothing promised is nothing to show.
    <section className={`${styles.pledges} ${promised ? "" : doors.wide}`} aria-labelledby="deals">
      <h2 id="deals">{t("deals")}</h2>
      {promised && (
        <Fetched>
          <Deals />
        </Fetched>
      )}
      <div className={doors.wide}>
        <Doors />
      </div>
    </section>
  );
}

/** Above the one primary action: offers as they come, and whatever of them lies open. */
export function AtHand() {
  const { view } = useSeat();
  useSaved();
  if (!view.me) return null;
  return (
    <>
      {view.offers.length + view.closed.length > 0 && (
        <Fetched>
          <Slip />
        </Fetched>
      )}
      <OnTheTable />
    </>
  );
}

/** To making an offer and to all promises; on a phone they stand in the footer. */
export function Doors() {
  const { view, draft, open } = useSeat();
  const { bargains, debts, pacts, legal, me } = view;
  const running = bargains.length + debts.length + pacts.length;
  if (!me || view.round === 0) return null;
  return (
    <p className={text.row}>
      {legal.deals && (
        <Word quiet onPress={() => open({ what: "offer", counters: null })}>
          {t(draft.offers[NEW] ? "go-on-with-offer" : "make-deal")}
        </Word>
      )}
      <Word quiet onPress={() => open({ what: "promises" })}>
        <span>
          {t("ledger")}
          {running > 0 && <> · {t("ledger-running", { n: running })}</>}
        </span>
      </Word>
    </p>
  );
}

function OnTheTable() {
  const { opened } = useSeat();
  if (!opened) return null;
  return (
    <Fetched>
      {opened.what === "answer" && <AnswerOffer id={opened.offer} />}
      {opened.what === "offer" && <MakeOffer counters={opened.counters} />}
      {opened.what === "promises" && <Ledger />}
    </Fetched>
  );
}

function Fetched({ children }: { children: React.ReactNode }) {
  return (
    <Caught instead={<Word onPress={() => location.reload()}>{t("try-now")}</Word>}>
      <Suspense>{children}</Suspense>
    </Caught>
  );
}

/** What was written is dropped only once the server has it; a refused offer stays as it was typed. */
function useSaved() {
  const { live, draft, change, open } = useSeat();
  const { saved } = live;
  const handled = useRef(saved);
  useEffect(() => {
    if (saved === handled.current) return;
    handled.current = saved;
    const command = saved?.command;
    if (command?.type === "offer") {
      const { [String(command.counters ?? NEW)]: _, ...offers } = draft.offers;
      change({ offers });
      open(null);
    }
    if (command?.type === "answer") {
      change({ reason: "" });
      open(null);
    }
    if (command?.type === "announce") change({ announcement: NO_ANNOUNCEMENT });
  }, [saved, draft.offers, change, open]);
}

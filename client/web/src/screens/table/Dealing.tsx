import { Suspense, useState } from "react";
import { t } from "../../strings/text";
import { Word } from "../../ui/Action";
import { Caught, later } from "../../ui/later";
import styles from "./card.module.css";
import { useSeat } from "./context";

// Many rounds pass without a deal, and more without one of mine.
const Deals = later(() => import("./Deals"));
const DealForm = later(() => import("./DealForm"));

/** The door to deals: what was promised is fetched and shown as soon as there is something, the form when asked for. */
export function Dealing() {
  const { view } = useSeat();
  const [asked, setAsked] = useState(false);
  const { offers, closed, bargains, debts, pacts, legal } = view;
  const promised = [offers, closed, bargains, debts, pacts].some((each) => each.length > 0);
  const choices = asked ? legal.deals : null;
  if (!promised && legal.deals === null) return null;
  return (
    <section className={styles.pledges} aria-labelledby="deals">
      <h3 id="deals">{t("deals")}</h3>
      {(promised || choices) && (
        <Caught instead={<Word onPress={() => location.reload()}>{t("try-now")}</Word>}>
          <Suspense>
            {promised && <Deals />}
            {choices && <DealForm choices={choices} sent={() => setAsked(false)} />}
          </Suspense>
        </Caught>
      )}
      {legal.deals && (
        <Word quiet onPress={() => setAsked(!asked)}>
          {t(asked ? "close" : "make-deal")}
        </Word>
      )}
    </section>
  );
}

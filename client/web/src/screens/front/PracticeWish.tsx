import { useEffect, useState } from "react";
import type { Deck } from "../../api/rest";
import own from "../../strings/practice.ftl?raw";
import { capital, learn, t } from "../../strings/text";
import { Choice } from "../../ui/Choice";
import { keepWish, lastWish, MIXES, practiceDeck, seatOf, type Wish } from "./practise";
import styles from "./wish.module.css";

learn(own);

/** Which seat is mine at the practice table, and what the bots are like. Kept for the next time. */
export default function PracticeWish() {
  const [wish, setWish] = useState(lastWish);
  const [deck, setDeck] = useState<Deck | null>(null);
  useEffect(() => {
    // Without the server the seats cannot be named; the door itself says what is wrong.
    practiceDeck().then(setDeck, () => undefined);
  }, []);
  const change = (part: Partial<Wish>) => {
    const next = { ...wish, ...part };
    keepWish(next);
    setWish(next);
  };
  const mine = deck && seatOf(deck, wish);
  return (
    <div className={styles.wish}>
      {deck && mine && (
        <Choice
          label={t("wish-seat")}
          stacked
          value={mine.id}
          options={deck.roles.map(({ id, name }) => ({ value: id, label: capital(name) }))}
          onChange={(seat) => change({ seat })}
        />
      )}
      <Choice
        label={t("wish-partners")}
        stacked
        value={wish.mix}
        options={Object.keys(MIXES).map((mix) => ({
          value: mix,
          label: t(`partners-${mix}`),
          detail: t(`partners-${mix}-are`),
        }))}
        onChange={(mix) => change({ mix })}
      />
    </div>
  );
}

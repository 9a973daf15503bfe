import { memo, type ReactNode } from "react";
import { signed, t } from "../../strings/text";
import { Word } from "../../ui/Action";
import text from "../../ui/text.module.css";
import { useSeat } from "../table/context";
import styles from "../table/reveal.module.css";
import { Arrow, Change } from "./Change";
import { said } from "./said";
import type { Step } from "./steps";
import { useTelling } from "./telling";

/** The step that is told now, large; what came before it below, newest first. */
export function Steps() {
  const { steps, seen, next, go } = useTelling();
  const now = steps[seen - 1];
  return (
    <div className={styles.steps}>
      {now && (
        <section
          className={styles.now}
          key={now.key}
          aria-label={t("step-of", { n: seen, all: steps.length })}
        >
          <Now step={now} />
        </section>
      )}
      {steps.length > 0 && (
        <div className={styles.pace}>
          {seen > 0 && <Dots n={seen} all={steps.length} />}
          {next && <Word onPress={() => go(steps.length)}>{t("skip-to-end")}</Word>}
          {!next && <Word onPress={() => go(1)}>{t("see-again")}</Word>}
        </div>
      )}
      {seen > 1 && (
        <section>
          <h3 className={text.quiet}>{t("before-this")}</h3>
          <ul className={styles.past}>
            {steps
              .slice(0, seen - 1)
              .reverse()
              .map((step) => (
                <Past key={step.key} step={step} />
              ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Now({ step }: { step: Step }) {
  const { view, cast } = useSeat();
  const words = said(step, view, cast);
  return (
    <>
      <p className={styles.label}>{words.label}</p>
      <Figure step={step} large />
      <h2>{words.sentence}</h2>
      <p className={styles.whyLine}>{words.why}</p>
    </>
  );
}

const Past = memo(function Past({ step }: { step: Step }) {
  const { view, cast } = useSeat();
  const { label, sentence } = said(step, view, cast);
  return (
    <li>
      <span>
        {step.movement && step.told && <b>{label}. </b>}
        {sentence}
      </span>
      <Figure step={step} />
    </li>
  );
});

function Figure({ step: { movement, told }, large = false }: { step: Step; large?: boolean }): ReactNode {
  const { view } = useSeat();
  if (movement?.id === "capnext")
    return (
      <b className={large ? styles.change : styles.figure}>{signed(movement.after - movement.before)}</b>
    );
  if (movement && large) return <Change {...movement} view={view} />;
  if (movement)
    return (
      <b className={styles.figure}>
        <span className="unseen">{t("from-to", { before: movement.before, after: movement.after })}</span>
        <span aria-hidden="true">{movement.before}</span>
        <Arrow small />
        <span aria-hidden="true">{movement.after}</span>
      </b>
    );
  const event = told?.event;
  if (event?.type !== "card_met" && event?.type !== "card_missed") return null;
  return (
    <b className={large ? styles.change : styles.figure}>
      {event.brought} <small>{t("of", { n: event.need })}</small>
    </b>
  );
}

function Dots({ n, all }: { n: number; all: number }) {
  return (
    <p className={styles.dots} aria-hidden="true">
      {Array.from({ length: all }, (_, place) => place).map((place) => (
        <i key={place} data-at={place === n - 1 ? "now" : place < n ? "past" : "to-come"} />
      ))}
    </p>
  );
}

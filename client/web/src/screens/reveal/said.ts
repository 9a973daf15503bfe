import type { View } from "../../api/contract";
import own from "../../strings/reveal.ftl?raw";
import { argsOf, type Cast, numberLabel, sentence, trackLabel } from "../../strings/sentences";
import { capital, dashed, has, learn, list, signed, t } from "../../strings/text";
import { byCause, type Movement } from "./movements";
import { mainCause, type Step } from "./steps";

learn(own);

/** What a number is called in a heading. */
export function labelOf({ kind, id }: Pick<Movement, "kind" | "id">, cast: Cast): string {
  switch (kind) {
    case "track":
      return trackLabel(id);
    case "number":
      return t("your-number", { number: numberLabel(id) });
    case "bond":
      return t("bond-of", { pair: cast.pair(id) });
    case "word":
      return t("word-of", { role: cast.name(id) });
  }
}

/** "−2 (a pact was broken) and +1 (the card was met)". */
export const causesOf = ({ parts }: Movement) =>
  list(byCause(parts).map(({ cause, delta }) => `${signed(delta)} (${t(`cause-${dashed(cause)}`)})`));

function whole(movement: Movement, cast: Cast): string {
  const { kind, id, before, after, parts } = movement;
  const delta = after - before;
  const cause = mainCause(movement);
  if (kind === "track") return sentence({ type: "track_moved", track: id, delta, cause, role: null }, cast);
  const [which, by] = delta > 0 ? ["gained", "gain"] : ["lost", "loss"];
  const data = {
    [which]: id,
    [by]: Math.abs(delta),
    [`${by}_cause`]: cause,
    [`${by}_causes`]: byCause(parts).length,
  };
  return t(`headline-you-${which}`, argsOf(data, cast));
}

interface Said {
  label: string;
  sentence: string;
  why: string;
  /** What stands on the button that leads to it. */
  next: string;
}

/** A step in words. */
export function said({ kind, told, movement, brought, lacked }: Step, view: View, cast: Cast): Said {
  const line = told ? sentence(told.event, cast) : movement ? whole(movement, cast) : "";
  if (movement) {
    const label = labelOf(movement, cast);
    const meaning = `${movement.kind}-${movement.id}-meaning`;
    const plain = !told && byCause(movement.parts).length < 2 && has(meaning);
    const why = plain ? t(meaning) : `${trackOrNumber(movement)} ${causesOf(movement)}.`;
    return { label: capital(label), sentence: line, why, next: t("next-moved", { what: small(label) }) };
  }
  if (kind === "card") {
    const why = list(
      brought.map((event) => t(event.type === "brought" ? "brought-by" : "added-by", argsOf(event, cast))),
    );
    return { label: view.card?.title ?? "", sentence: line, why: `${capital(why)}.`, next: t("next-card") };
  }
  const type = told?.event.type.replace(/_/g, "-") ?? "";
  const why =
    lacked.length > 0
      ? t("why-lapsed", { who: list(lacked.map(cast.name)) })
      : told?.text
        ? t("in-words", { words: told.text })
        : t(`why-${type}`);
  return { label: t(`about-${type}`), sentence: line, why, next: t(`next-${type}`) };
}

/** The same for whoever listens instead of looking. */
export function spoken(step: Step, view: View, cast: Cast): string {
  const { label, sentence, why } = said(step, view, cast);
  const { movement } = step;
  const figure =
    movement && movement.id !== "capnext"
      ? ` ${t("from-to", { before: movement.before, after: movement.after })}`
      : "";
  return `${label}${figure}. ${sentence} ${why}`;
}

const trackOrNumber = ({ kind, id }: Movement) =>
  capital(kind === "track" ? trackLabel(id) : numberLabel(id));

const small = (label: string) => label.charAt(0).toLowerCase() + label.slice(1);

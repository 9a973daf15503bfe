import { FluentBundle, FluentResource } from "@fluent/bundle";
import sentences from "../../../../game_rules/sentences/en.ftl?raw";
import own from "./en.ftl?raw";
import { ENGLISH, opening, rightToLeft, said } from "./language";

export type Args = Record<string, string | number>;

// Isolation marks guard the deck's words and people's inside a sentence that runs the other way.
const bundle = new FluentBundle(ENGLISH, { useIsolating: rightToLeft, transform: said });
for (const source of [sentences, own]) learn(source);

/** Takes in a catalogue of a part of the pages that is fetched when it is needed. */
export function learn(source: string) {
  bundle.addResource(new FluentResource(source));
}

const lists = new Intl.ListFormat(ENGLISH, { type: "conjunction" });

/** The sentence with this id; an id that no catalogue has is still shown, as readable words. */
export function t(id: string, args: Args = {}): string {
  const pattern = bundle.getMessage(id)?.value;
  return pattern ? bundle.formatPattern(pattern, args, []) : readable(id);
}

export function has(id: string): boolean {
  return bundle.hasMessage(id);
}

export const list = (words: Iterable<string>) =>
  opening +
  lists
    .formatToParts(words)
    .map(({ type, value }) => (type === "literal" ? said(value) : value))
    .join("");

/** A change as it is written on a card: +1, −2. */
export const signed = (n: number) => (n < 0 ? `−${-n}` : `+${n}`);

/** Names of roles begin small ("the council"): every sentence of a text begins with a capital. */
export const capital = (text: string) =>
  text.replace(/^\p{Ll}|(?<=\. )\p{Ll}/gu, (letter) => letter.toUpperCase());

/** A rule id as the end of a message id: Fluent allows no dots. */
export const dashed = (id: string) => id.replace(/\./g, "-");

/** A sentence as the end of another: "broker a stay". */
export const small = (text: string) => text.replace(/^\p{Lu}(?=\p{Ll})/u, (letter) => letter.toLowerCase());

/** "cause-card-met" is shown as "card met" until the catalogue knows better. */
export function readable(id: string): string {
  return id.replace(/^(event|cause|refusal|error)-/, "").replace(/[-_.]+/g, " ");
}

/** The beginning of an option's text, for a button: up to its first stop, or a few words. */
export function short(text: string, most = 25): string {
  const head = text.split(/[:;,(/]/)[0]?.trim() ?? text;
  if (head.length <= most) return head;
  return `${head.slice(0, head.lastIndexOf(" ", most))}…`;
}

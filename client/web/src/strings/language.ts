/**
 * The language of the pages: English. For whoever tests, `?lang=en-XA` writes every word of the catalogue with accents
 * and at greater length, and `?lang=ar-XB` also from right to left: what stays plain is in no catalogue. It holds for
 * the visits after; `?lang=en-GB` ends it.
 */
export const ENGLISH = "en-GB";
const ACCENTED = "en-XA";
const MIRRORED = "ar-XB";
const KEY = "faultlines:lang";
const LETTERS = [..."áƀćďéƒĝĥíĵķĺɱñóƥɋŕšťúṽŵẋýž"];
/** Letters turned round, up to the end of it; on both sides a mark that this is read from the right. */
const FROM_RIGHT = "\u200f\u202e";
const END = "\u202c\u200f";

const language = chosen();
export const rightToLeft = language === MIRRORED;

/** What begins with somebody's name is still read this language's way. */
export const opening = rightToLeft ? "\u200f" : "";

/** A stretch of a sentence as this language writes it. */
export const said = language === ENGLISH ? (text: string) => text : rightToLeft ? mirrored : accented;

function chosen(): string {
  if (typeof document === "undefined") return ENGLISH;
  const asked = new URLSearchParams(location.search).get("lang");
  if (asked) localStorage.setItem(KEY, asked);
  const kept = localStorage.getItem(KEY) ?? "";
  return [ACCENTED, MIRRORED].includes(kept) ? kept : ENGLISH;
}

/** Says to the browser in which language, and which way, the page is to be read. */
export function applyLanguage() {
  document.documentElement.lang = language;
  document.documentElement.dir = rightToLeft ? "rtl" : "ltr";
}

function accented(text: string): string {
  return text.replace(/[a-z]/gi, (plain) => {
    const letter = LETTERS[((plain.codePointAt(0) ?? 0) % 32) - 1] ?? plain;
    const cased = plain < "a" ? letter.toUpperCase() : letter;
    return /[aeiou]/.test(plain) ? cased + letter : cased;
  });
}

function mirrored(text: string): string {
  return accented(text).replace(/\D+/g, (words) => FROM_RIGHT + words + END);
}

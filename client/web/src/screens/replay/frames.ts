import type { Entry, View } from "../../api/contract";
import type { ShownAgain } from "../../api/rest";
import { merge } from "../../store/live";

/** The table as this device's seat saw it after one entry, and what that entry told it. */
export interface Frame {
  seq: number;
  entry: Entry | null;
  view: View;
}

/** What was shown, one frame for each entry of which something was to be seen. */
export function unrolled(pages: readonly ShownAgain[]): Frame[] {
  const [first] = pages;
  if (!first) return [];
  const frames: Frame[] = [{ seq: 1, entry: null, view: first.view }];
  for (const told of pages.flatMap(({ updates }) => updates)) {
    const before = frames.at(-1) as Frame;
    if (told.type === "update")
      frames.push({ seq: told.seq, entry: told.entry, view: merge(before.view, told.changes) });
  }
  return frames;
}

/** Every page of what was shown, until there is nothing more. */
export async function pagesOf(fetch: (after: number) => Promise<ShownAgain>): Promise<ShownAgain[]> {
  const pages: ShownAgain[] = [];
  for (let after = 1; ; ) {
    const page = await fetch(after);
    const last = page.updates.at(-1);
    if (!last) return pages.length > 0 ? pages : [page];
    pages.push(page);
    after = last.seq;
  }
}

/** Titles of all cards that were seen, for sentences about earlier rounds. */
export const titlesIn = (frames: readonly Frame[]): Record<string, string> =>
  Object.fromEntries(frames.flatMap(({ view: { card } }) => (card ? [[card.id, card.title]] : [])));

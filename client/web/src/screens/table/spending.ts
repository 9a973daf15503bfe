import type { Legal, OptionView, Sheet } from "../../api/contract";

/** What a sheet would cost: printed prices added up against `legal`'s budget, the browser's only sum (law 3). */
export interface Spending {
  goodwill: number;
  /** Capacity for the option with its extras, and at the meeting. */
  option: number;
  extras: number;
  meeting: number;
  /** What is left of the budget; negative when the sheet costs too much. */
  goodwillLeft: number;
  delivery: number;
}

const HOLD = "hold";

export function spending(sheet: Sheet, option: OptionView | undefined, legal: Legal): Spending {
  const prices = legal.sheet?.prices ?? {};
  const price = (dial: string, used: boolean) => (used ? (prices[dial] ?? 0) : 0);
  const goodwill =
    (option?.goodwill ?? 0) +
    price("voice", sheet.voice.kind !== HOLD) +
    price("invite", sheet.invite !== null);
  const extras = price("align", sheet.align) + price("transfer", sheet.transfer !== null);
  const cost = option?.capacity ?? 0;
  return {
    goodwill,
    option: cost,
    extras,
    meeting: sheet.table,
    goodwillLeft: legal.goodwill - goodwill,
    delivery: legal.capacity - cost - extras - sheet.table,
  };
}

/** The sheet for a newly chosen option: everything else is filled in, and lowered where the option leaves no room. */
export function choose(option: OptionView, before: Sheet | null, legal: Legal): Sheet | null {
  if (!legal.sheet) return null;
  const sheet = { ...(before ?? legal.sheet.default), option: option.id };
  const room = spending({ ...sheet, table: 0 }, option, legal).delivery;
  const fits = legal.sheet.table.filter((n) => n <= Math.max(0, room));
  return fits.includes(sheet.table) ? sheet : { ...sheet, table: Math.max(0, ...fits) };
}

/** Whether two sheets say the same. */
export function same(a: Sheet | null, b: Sheet | null): boolean {
  const order = (sheet: Sheet | null) =>
    sheet && [
      sheet.option,
      sheet.table,
      sheet.focus,
      sheet.voice.kind,
      sheet.voice.pair,
      sheet.voice.role,
      sheet.align,
      sheet.transfer,
      sheet.invite,
      sheet.instrument,
    ];
  return JSON.stringify(order(a)) === JSON.stringify(order(b));
}

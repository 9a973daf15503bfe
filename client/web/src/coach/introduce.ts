import type { DealChoices, Legal, Sheet, SheetChoices, View } from "../api/contract";
import { choose } from "../screens/table/spending";

/** The parts of a sheet that a deck may bring in one after another. */
const DIALS = ["table", "focus", "voice", "align", "transfer", "invite", "instrument"] as const;
type Dial = (typeof DIALS)[number];

/** Whether this is there in round `round`. A pact is a longer bargain: unless the deck says more, it comes with it. */
export function isIntroduced({ introduces }: View, thing: string, round: number): boolean {
  const first = introduces[thing] ?? (thing === "pact" ? introduces.bargain : undefined) ?? 1;
  return round >= first;
}

/** What first appears in this round, as the deck lists it. */
export const introducedIn = ({ introduces }: View, round: number): string[] =>
  Object.keys(introduces).filter((thing) => introduces[thing] === round && round > 1);

/**
 * The table as its newcomers see it: of what may be done, only what has been introduced; the rest is filled in.
 * A dial that one of these sheets has turned already stays, so that nothing is sent that cannot be seen.
 */
export function introduced(view: View, sheets: readonly (Sheet | null)[]): View {
  const { legal } = view;
  const hidden = DIALS.filter((dial) => !isIntroduced(view, dial, view.round));
  const first: Legal = { ...legal, sheet: legal.sheet && without(legal.sheet, hidden) };
  const turned = (dial: Dial) =>
    sheets.some((sheet) => sheet && differs(sheet, filledIn(sheet, view, first), dial));
  const absent = hidden.filter((dial) => !turned(dial));
  return {
    ...view,
    legal: {
      ...legal,
      sheet: legal.sheet && without(legal.sheet, absent),
      deals: legal.deals && dealsOf(view, legal.deals),
    },
  };
}

/** Whether there is any dial to turn beside the option. */
export const isTurnable = ({ table, focus, voice, align, transfer, invite, instrument }: SheetChoices) =>
  align ||
  [table, focus, voice.kinds].some((values) => values.length > 1) ||
  [transfer, invite, instrument].some((values) => values.length > 0);

/** The sheet that would be sent with this one's option and nothing else chosen. */
function filledIn(sheet: Sheet, { options }: View, legal: Legal): Sheet | null {
  const option = options.find((each) => each.id === sheet.option);
  return option ? choose(option, null, legal) : null;
}

const differs = (sheet: Sheet, filled: Sheet | null, dial: Dial) =>
  filled !== null && JSON.stringify(sheet[dial]) !== JSON.stringify(filled[dial]);

function without(choices: SheetChoices, absent: readonly Dial[]): SheetChoices {
  const { default: filled } = choices;
  const { pair, role } = filled.voice;
  const alone: Record<Dial, Partial<SheetChoices>> = {
    table: { table: [filled.table] },
    focus: { focus: [filled.focus] },
    voice: { voice: { kinds: [filled.voice.kind], pairs: pair ? [pair] : [], roles: role ? [role] : [] } },
    align: { align: false },
    transfer: { transfer: [] },
    invite: { invite: [] },
    instrument: { instrument: [] },
  };
  return Object.assign({ ...choices }, ...absent.map((dial) => alone[dial]));
}

function dealsOf(view: View, deals: DealChoices): DealChoices | null {
  const bargains = isIntroduced(view, "bargain", view.round) ? deals.bargains : [];
  const long = isIntroduced(view, "pact", view.round);
  const left = {
    ...deals,
    bargains,
    pacts: long ? deals.pacts : [],
    alliances: long ? deals.alliances : [],
  };
  return left.bargains.length + left.pacts.length + left.alliances.length > 0 ? left : null;
}

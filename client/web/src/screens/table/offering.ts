import type { BargainChoice, DealChoices, Offer, OfferView } from "../../api/contract";
import type { OfferDraft } from "../../store/draft";

const KINDS: readonly Offer["kind"][] = ["bargain", "pact", "open"];

const NOTHING_YET: OfferDraft = {
  to: [],
  kind: "bargain",
  carrier: null,
  brings: 0,
  gives: null,
  capacity: 0,
  words: "",
};

/** What a counter-offer begins with: the terms and the words of the offer that it answers. */
export function countering(offer: OfferView, words: string | null): OfferDraft {
  const { role, carrier, brings, capacity } = offer;
  const kind = offer.kind as Offer["kind"];
  const gives = offer.gives as Offer["gives"];
  return { to: [role], kind, carrier, brings, gives, capacity, words: words ?? "" };
}

/** The part of `choices` that answers an offer: it goes to whoever made it, and to nobody who has not seen that one. */
export function answering(choices: DealChoices, { role, to }: OfferView): DealChoices {
  const seen = [role, ...to];
  return {
    ...choices,
    bargains: choices.bargains.filter(({ other }) => other === role),
    pacts: choices.pacts.filter((other) => other === role),
    alliances: choices.alliances.filter(
      (group) => group.includes(role) && group.every((each) => seen.includes(each)),
    ),
  };
}

/** Whom something can be offered to. */
export const partnersOf = ({ bargains, pacts, alliances }: DealChoices): string[] => [
  ...new Set([...bargains.map(({ other }) => other), ...pacts, ...alliances.flat()]),
];

export const kindsWith = (choices: DealChoices, partner: string): Offer["kind"][] =>
  KINDS.filter(
    (kind) =>
      ({
        bargain: choices.bargains.some(({ other }) => other === partner),
        pact: choices.pacts.includes(partner),
        open: groupsWith(choices, partner).length > 0,
      })[kind],
  );

export const groupsWith = ({ alliances }: DealChoices, partner: string): string[][] =>
  alliances.filter((group) => group.includes(partner));

export const waysWith = ({ bargains }: DealChoices, partner: string): BargainChoice[] =>
  bargains.filter(({ other }) => other === partner);

/** What can be given back that way round, each with the capacity that goes with it. */
export const givesOf = ({ gives, hand_max }: BargainChoice): { gives: Offer["gives"]; capacity: number }[] =>
  gives.flatMap((each) =>
    (each === "hand_over" ? upTo(1, hand_max) : [0]).map((capacity) => ({
      gives: each as Offer["gives"],
      capacity,
    })),
  );

export const upTo = (low: number, high: number) =>
  Array.from({ length: Math.max(0, high - low + 1) }, (_, n) => low + n);

/** What was wished, as near as it may be offered now; null when nothing may. */
export function fitting(choices: DealChoices, wished: OfferDraft = NOTHING_YET): OfferDraft | null {
  const partners = partnersOf(choices);
  const partner = wished.to.find((each) => partners.includes(each)) ?? partners[0];
  if (!partner) return null;
  const kinds = kindsWith(choices, partner);
  const kind = kinds.includes(wished.kind) ? wished.kind : (kinds[0] as Offer["kind"]);
  const [low, high] = choices.brings;
  const none = { kind, carrier: null, brings: low, gives: null, capacity: 0, words: wished.words };
  if (kind === "open") return { ...none, to: nearest(groupsWith(choices, partner), partner, wished.to) };
  if (kind === "pact") return { ...none, to: [partner] };
  const ways = waysWith(choices, partner);
  const way = ways.find(({ carrier }) => carrier === wished.carrier) ?? (ways[0] as BargainChoice);
  const possible = givesOf(way);
  const given =
    possible.find((each) => each.gives === wished.gives && each.capacity === wished.capacity) ??
    possible.find((each) => each.gives === wished.gives) ??
    possible[0];
  const brings = Math.min(high, Math.max(low, wished.brings));
  return { ...none, to: [partner], carrier: way.carrier, brings, ...given };
}

/** The group that was wished, whoever stood first in it; else the smallest with this partner. */
function nearest(groups: string[][], partner: string, wished: readonly string[]): string[] {
  const same = groups.find(
    (group) => group.length === wished.length && group.every((each) => wished.includes(each)),
  );
  const found = same ?? groups[0] ?? [partner];
  return [partner, ...found.filter((each) => each !== partner)];
}

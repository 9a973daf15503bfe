import type { OfferView } from "../../api/contract";
import type { OfferDraft } from "../../store/draft";
import type { Cast } from "../../strings/sentences";
import { capital, list, t } from "../../strings/text";

/** What is agreed, whoever offered it: a bargain has a carrier and something that comes back for it. */
type Terms = Pick<OfferView, "kind" | "carrier" | "brings" | "gives" | "capacity">;

/** "take the next turn"; `whom` is spared where something is spared. */
export const giving = (
  { gives, capacity }: Pick<OfferDraft, "gives" | "capacity">,
  whom: "me" | "them" | "you",
) => t(`give-${gives}`, { n: capacity, whom });

/** An offer's terms in a few words, as `me` reads them: "you carry 4 or more, they take the next turn". */
export function inShort(terms: Terms, me: string): string {
  if (terms.carrier === null) return t(`terms-${terms.kind}`);
  const mine = terms.carrier === me;
  const gives = giving(terms as OfferDraft, mine ? "you" : "them");
  return t(mine ? "terms-carry-me" : "terms-carry-them", { n: terms.brings, gives });
}

/** What it would bind a role to. */
export interface Binding {
  role: string;
  text: string;
}

/** What each of the two sides would be bound to, mine first. */
export function bindings(terms: Terms, me: string, others: readonly string[], cast: Cast): Binding[] {
  const line = (what: string, mine: boolean, n: number) => ({
    role: mine ? me : (others[0] ?? me),
    text: t(`binds-${what}-${mine ? "me" : "them"}`, { n, who: capital(list(others.map(cast.name))) }),
  });
  if (terms.carrier === null) return [line(terms.kind, true, 0), line(terms.kind, false, 0)];
  const carries = terms.carrier === me;
  const lines = [
    line("carry", carries, terms.brings),
    line(terms.gives ?? "my_turn_next", !carries, terms.capacity),
  ];
  return carries ? lines : lines.reverse();
}

/** What accepting binds me to, for the button that does it; and what I get for it. */
export function accepting(terms: Terms, me: string, who: string): { what: string; detail: string } {
  const { kind, carrier, brings, gives, capacity } = terms;
  if (carrier === null) return { what: t(`accept-${kind}`, { who }), detail: t(`accept-${kind}-detail`) };
  if (carrier === me)
    return {
      what: t("accept-carry", { n: brings, who }),
      detail: t(`accept-carry-${gives}`, { n: capacity }),
    };
  return { what: t(`accept-${gives}`, { n: capacity, who }), detail: t("accept-they-carry", { n: brings }) };
}

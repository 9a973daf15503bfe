import { type Deck, decks, join, makeTable } from "../../api/rest";
import { keep } from "../../api/seats";
import { t } from "../../strings/text";

/** Who the bots are, dealt to their seats by chance: so many of each as there are seats, round and round. */
export const MIXES: Record<string, { bots: readonly string[]; preset?: string }> = {
  easy: { bots: ["tactical"], preset: "gentle" },
  tactical: { bots: ["tactical"] },
  mixed: { bots: ["tactical", "idealist", "bluffer"] },
};

/** What a practice game is to be like; `seat` null: the deck's first. */
export interface Wish {
  seat: string | null;
  mix: string;
}

const KEY = "faultlines:practice";
const FIRST: Wish = { seat: null, mix: "easy" };

/** The last wish of this device. */
export function lastWish(): Wish {
  try {
    const wish = { ...FIRST, ...(JSON.parse(localStorage.getItem(KEY) ?? "{}") as Partial<Wish>) };
    return wish.mix in MIXES ? wish : { ...wish, mix: FIRST.mix };
  } catch {
    return FIRST;
  }
}

export const keepWish = (wish: Wish) => localStorage.setItem(KEY, JSON.stringify(wish));

/** The deck that is practised with. Raises where the server has none. */
export async function practiceDeck(): Promise<Deck> {
  const [deck] = await decks();
  if (!deck) throw new Error(t("no-deck"));
  return deck;
}

export const seatOf = (deck: Deck, wish: Wish) =>
  deck.roles.find((role) => role.id === wish.seat) ?? deck.roles.find((role) => role.seated);

/** As many as there are seats, in an order that tells nothing. */
export function dealt(bots: readonly string[], seats: number, chance = Math.random): string[] {
  const order = Array.from({ length: seats }, (_, seat) => ({
    bot: bots[seat % bots.length] ?? "",
    at: chance(),
  }));
  return order.sort((a, b) => a.at - b.at).map(({ bot }) => bot);
}

/** A table of one person and bots, with the person already in its seat. Answers with its id. */
export async function practise(): Promise<string> {
  const wish = lastWish();
  const deck = await practiceDeck();
  const mine = seatOf(deck, wish);
  const mix = MIXES[wish.mix];
  if (!mine || !mix) throw new Error(t("no-deck"));
  const others = deck.roles.filter((role) => role !== mine);
  const bots = dealt(mix.bots, others.length);
  const seats = Object.fromEntries([[mine.id, "open"], ...others.map(({ id }, seat) => [id, bots[seat]])]);
  const { table, code, host_token, projector_token } = await makeTable({
    deck: deck.id,
    seats,
    timers: false,
    ...(mix.preset ? { preset: mix.preset } : {}),
  });
  const seat = await join({ code, name: t("you"), seat: mine.id, host_token });
  const partners = [...bots].sort();
  keep(table, { seat: seat.seat, token: seat.token, host_token, projector_token, code, partners });
  return table;
}

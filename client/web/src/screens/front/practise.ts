import { decks, join, makeTable } from "../../api/rest";
import { keep } from "../../api/seats";
import { t } from "../../strings/text";

const BOT = "tactical";

/** A table of one person and bots, with the person already in the first seat of the room. Answers with its id. */
export async function practise(): Promise<string> {
  const [deck] = await decks();
  const mine = deck?.roles.find((role) => role.seated);
  if (!deck || !mine) throw new Error(t("no-deck"));
  const seats = Object.fromEntries(deck.roles.map((role) => [role.id, role === mine ? "open" : BOT]));
  const { table, code, host_token, projector_token } = await makeTable({
    deck: deck.id,
    seats,
    timers: false,
  });
  const seat = await join({ code, name: t("you"), seat: mine.id, host_token });
  keep(table, { seat: seat.seat, token: seat.token, host_token, projector_token, code });
  return table;
}

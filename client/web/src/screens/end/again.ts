import type { View } from "../../api/contract";
import { join, makeTable } from "../../api/rest";
import { keep, keysOf } from "../../api/seats";

const OPEN = "open";
const NONE = "none";
/** Who takes the seats of people when whoever plays again cannot call them back. */
const BOT = "tactical";

/** Who sits where in the next game: I in my seat, the bots in theirs; people's seats stay free only for their host. */
export function seatsAgain(view: View, mine: string, hosts: boolean): Record<string, string> {
  const bots = view.end?.temperaments ?? {};
  return Object.fromEntries(
    view.roles.map((role) => {
      if (!role.in_play) return [role.id, NONE];
      if (role.id === mine) return [role.id, OPEN];
      return [role.id, bots[role.id] ?? (hosts ? OPEN : BOT)];
    }),
  );
}

/** The same seat at a fresh table with a new deal. Answers with the table's id. */
export async function playAgain(view: View, table: string, name: string): Promise<string> {
  const mine = view.me?.role ?? "";
  const { deck, preset, rounds, timers } = view;
  const seats = seatsAgain(view, mine, keysOf(table).host_token !== undefined);
  const made = await makeTable({ deck, preset, rounds, timers, seats });
  const { host_token, projector_token, code } = made;
  const seat = await join({ code, name, seat: mine, host_token });
  // Who plays again knows the seat: no cards about it lie before the first one.
  keep(made.table, {
    seat: seat.seat,
    token: seat.token,
    host_token,
    projector_token,
    code,
    briefed: seat.seat,
  });
  return made.table;
}

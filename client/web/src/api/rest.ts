import type { Skip, Update, View } from "./contract";

/** The server's REST routes that the pages call (docs/protocol.md). */
export interface DeckRole {
  id: string;
  label: string;
  name: string;
  letter: string;
  hue: number;
  seated: boolean;
}

export interface Deck {
  id: string;
  title: string;
  blurb: string;
  rounds: number;
  preset: string;
  roles: DeckRole[];
  cards: number;
  temperaments: string[];
}

export interface DeckChoices extends Deck {
  presets: string[];
  lengths: number[];
}

export interface TableOrder {
  deck?: string;
  preset?: string;
  rounds?: number;
  seats?: Record<string, string>;
  timers?: boolean;
  title?: string;
}

export interface NewTable {
  table: string;
  game: string;
  code: string;
  host_token: string;
  projector_token: string;
  links: { join: string; host: string; projector: string };
}

/** A page of what a viewer was shown: a view as it was, and the updates that followed it. */
export interface ShownAgain {
  game: string;
  view: View;
  updates: readonly (Update | Skip)[];
}

export interface Chair {
  role: string;
  label: string;
  letter: string;
  hue: number;
  held_by: "open" | "person" | "bot";
  name: string | null;
}

export interface Lobby {
  table: string;
  title: string;
  deck: string;
  seats: Chair[];
  state: "gathering" | "playing" | "ended";
}

export interface Seat {
  table: string;
  seat: string;
  token: string;
  link: string;
}

/** Where the rounds of the running game began; `code` is null once it is over. */
export interface Rounds {
  game: string;
  code: string | null;
  rounds: { round: number; seq: number; title: string }[];
}

/** After entry `seq` of the game that the table plays. */
export interface Moment {
  game: string;
  seq: number;
}

/** What the server said no to; `code` is the catalogue's word. Its own `message` is for whoever reads the answer raw. */
export class Refusal extends Error {
  constructor(
    readonly code: string,
    readonly data: Record<string, unknown>,
  ) {
    super(code);
  }
}

interface Ask {
  body?: unknown;
  token?: string | undefined;
}

export const decks = () => ask<{ decks: Deck[] }>("/api/decks").then((answer) => answer.decks);
export const deck = (id: string) => ask<DeckChoices>(`/api/decks/${encodeURIComponent(id)}`);
export const makeTable = (order: TableOrder) => ask<NewTable>("/api/tables", { body: order });
export const lobby = (code: string) => ask<Lobby>(`/api/join/${encodeURIComponent(code)}`);
export const join = (body: { code: string; name: string; seat: string; host_token?: string }) =>
  ask<Seat>("/api/join", { body });
export const moveSeat = (table: string, role: string, token: string) =>
  ask<Seat>(`/api/tables/${table}/seats/${role}/move`, { body: {}, token });

export const rounds = (table: string, token: string) => ask<Rounds>(`/api/tables/${table}/rounds`, { token });
export const rewind = (table: string, token: string, body: Moment) =>
  ask<{ game: string }>(`/api/tables/${table}/rewind`, { body, token });
export const fork = (table: string, token: string, body: Moment) =>
  ask<NewTable>(`/api/tables/${table}/fork`, { body, token });

/** What the token's viewer was shown after entry `after`, once more. */
export const updates = (table: string, token: string, after: number) =>
  ask<ShownAgain>(`/api/tables/${table}/updates?after=${after}&limit=200`, { token });

/** The join code's QR as SVG markup; it needs a token, so an `<img>` cannot fetch it. */
export const joinQr = (table: string, token: string) =>
  file(`/api/tables/${table}/qr.svg?kind=join`, token).then((answer) => answer.text());

/** The journal of a game that is over, as JSON lines. */
export const journal = (table: string, token: string) =>
  file(`/api/tables/${table}/journal`, token).then((answer) => answer.blob());

async function file(path: string, token: string): Promise<Response> {
  const answer = await fetch(path, { headers: { Authorization: `Bearer ${token}` } });
  if (!answer.ok) throw await refusal(answer);
  return answer;
}

async function ask<T>(path: string, { body, token }: Ask = {}): Promise<T> {
  const headers: Record<string, string> = token ? { Authorization: `Bearer ${token}` } : {};
  if (body !== undefined) headers["Content-Type"] = "application/json";
  const answer = await fetch(path, {
    method: body === undefined ? "GET" : "POST",
    headers,
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  }).catch(() => {
    throw new Refusal("offline", {});
  });
  if (!answer.ok) throw await refusal(answer);
  return (await answer.json()) as T;
}

async function refusal(answer: Response): Promise<Refusal> {
  const said = (await answer.json().catch(() => null)) as { error?: Partial<Refusal> } | null;
  const { code = "unknown", data = {} } = said?.error ?? {};
  return new Refusal(code, data);
}

/** The tokens that this device holds, by table: a seat comes back on any later visit. */
export interface Keys {
  seat?: string;
  token?: string;
  host_token?: string;
  projector_token?: string;
  code?: string;
  /** The seat whose three cards were read or put away here. */
  briefed?: string;
  /** The temperaments of the bots at a practice table, in no order: never who is who. */
  partners?: string[];
}

const key = (table: string) => `faultlines:${table}`;

export function keysOf(table: string): Keys {
  try {
    return JSON.parse(localStorage.getItem(key(table)) ?? "{}") as Keys;
  } catch {
    return {};
  }
}

export function keep(table: string, keys: Keys): Keys {
  const all = { ...keysOf(table), ...keys };
  localStorage.setItem(key(table), JSON.stringify(all));
  return all;
}

/** Forgets tokens that the server no longer knows, so that a reload does not try them again. */
export function forget(table: string, names: readonly (keyof Keys)[]): Keys {
  const all = keysOf(table);
  for (const name of names) delete all[name];
  localStorage.setItem(key(table), JSON.stringify(all));
  return all;
}

const LAST = "faultlines:last";

/** The table whose game goes on on this device, so that the front page can lead back to it. */
export const tableLeft = (): string | null => localStorage.getItem(LAST);

export function sitAt(table: string) {
  localStorage.setItem(LAST, table);
}

export function leave(table: string) {
  if (tableLeft() === table) localStorage.removeItem(LAST);
}

let arrived: { path: string; token: string } | null = null;

/**
 * The token after `#`, taken out of the address bar at once: it must not stay in history or in a shared link.
 * The same answer until it is kept, since React may begin to draw a page, drop that, and begin anew.
 */
export function takeToken(): string | null {
  const token = location.hash.slice(1);
  if (token) {
    arrived = { path: location.pathname, token };
    history.replaceState(history.state, "", location.pathname + location.search);
  }
  return arrived?.path === location.pathname ? arrived.token : null;
}

export function tokenIsKept() {
  arrived = null;
}

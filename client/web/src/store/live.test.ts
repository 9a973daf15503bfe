import { describe, expect, it } from "vitest";
import { entry, VIEW, welcome } from "../testing/fixture";
import { type Live, merge, NOTHING, type Pending, receive } from "./live";

const opened = receive(NOTHING, welcome(5, [entry(5)]), 0);
const update = (seq: number, changes = {}) => ({ type: "update" as const, seq, entry: entry(seq), changes });
const seqs = (live: Live) => live.entries.map(({ seq }) => seq);

describe("a welcome", () => {
  it("opens the table with its view and what was missed", () => {
    expect(opened).toMatchObject({ link: "open", seq: 5, seat: "mill", view: VIEW });
    expect(seqs(opened)).toEqual([5]);
  });

  it("after a lost connection adds only what this device has not heard", () => {
    const lost: Live = { ...opened, link: "lost", lostAt: 1 };
    const back = receive(lost, welcome(7, [entry(5), entry(6), entry(7)]), 0);
    expect(seqs(back)).toEqual([5, 6, 7]);
    expect(back).toMatchObject({ link: "open", lostAt: null });
  });

  it("after a break that was noticed tells from where on this seat was away", () => {
    const lost: Live = { ...opened, link: "lost", lostAt: 1_000 };
    expect(receive(lost, welcome(6, [entry(6)]), 2_000).away).toBeNull();
    expect(receive(lost, welcome(5), 9_000).away).toBeNull();
    const back = receive(lost, welcome(6, [entry(6)]), 9_000);
    expect(back.away).toEqual({ after: 5, ms: 8_000 });
    const again: Live = { ...back, link: "lost", lostAt: 10_000 };
    expect(receive(again, welcome(7, [entry(7)]), 13_000).away).toEqual({ after: 5, ms: 11_000 });
  });

  it("to another game forgets the entries of the one before", () => {
    const back = receive(opened, welcome(2, [entry(1), entry(2)], "g2"), 0);
    expect(seqs(back)).toEqual([1, 2]);
    expect([opened.turned, back.turned]).toEqual([false, true]);
  });
});

describe("an update", () => {
  it("replaces whole fields of the view and keeps the others as they were", () => {
    const after = receive(opened, update(6, { round: 2 }), 0);
    expect(after.view).toEqual({ ...VIEW, round: 2 });
    expect(after.view?.roles).toBe(VIEW.roles);
    expect(after.seq).toBe(6);
  });

  it("that was heard before changes nothing", () => {
    expect(receive(opened, update(5, { round: 9 }), 0)).toBe(opened);
  });

  it("that comes too early is not believed: the connection must start again", () => {
    const after = receive(opened, update(7, { round: 9 }), 0);
    expect(after.gap).toBe(true);
    expect(after.view).toBe(VIEW);
    expect(after.seq).toBe(5);
  });

  it("follows a skip without a gap", () => {
    const skipped = receive(opened, { type: "skip", seq: 6 }, 0);
    expect(receive(skipped, update(7), 0)).toMatchObject({ seq: 7, gap: false });
  });

  it("never touches the view it was merged into", () => {
    const frozen = Object.freeze({ ...VIEW });
    expect(merge(frozen, { round: 3 }).round).toBe(3);
  });
});

describe("a command", () => {
  const sent: Pending = { id: "c1", command: { type: "pledge", brings: 3 }, words: null, when: "g1:1" };
  const pending: Live = { ...opened, pending: [sent] };

  it("is saved only when the server has acknowledged it", () => {
    expect(pending.saved).toBeNull();
    const after = receive(pending, { type: "ack", id: "c1", seq: 6 }, 0);
    expect(after).toMatchObject({ pending: [], saved: sent });
  });

  it("stays pending over a reconnect, to be sent again with the same id", () => {
    expect(receive(pending, welcome(6), 0).pending).toEqual([sent]);
  });

  it("kept for a round that is over is let go, and that is told", () => {
    const after = receive(pending, { ...welcome(6), view: { ...VIEW, round: 2 } }, 0);
    expect(after.pending).toEqual([]);
    expect(after.refused).toMatchObject({ code: "round_over", command: sent.command });
  });

  it("that only said who was ready is let go in silence", () => {
    const ready: Pending = { ...sent, command: { type: "ready", phase: "talk" } };
    const after = receive({ ...pending, pending: [ready] }, welcome(6, [], "g2"), 0);
    expect(after).toMatchObject({ pending: [], refused: null });
  });

  it("with words for the table is still sent in a later round", () => {
    const word: Pending = { ...sent, command: { type: "say", to: [], tells: null }, words: "Sorry." };
    const later = { ...welcome(6), view: { ...VIEW, round: 2 } };
    expect(receive({ ...pending, pending: [word] }, later, 0).pending).toEqual([word]);
  });

  it("that was refused says why, and what would be accepted", () => {
    const no = { type: "refused" as const, id: "c1", code: "wrong_phase", data: {}, allowed: ["say"] };
    const after = receive(pending, no, 0);
    expect(after.pending).toEqual([]);
    expect(after.refused).toMatchObject({ code: "wrong_phase", allowed: ["say"], command: sent.command });
  });

  it("of another tab is acknowledged without a trace here", () => {
    expect(receive(pending, { type: "ack", id: "other", seq: 6 }, 0).pending).toEqual([sent]);
  });
});

it("the server's clock is kept as a difference to this device's", () => {
  const now = {
    type: "now" as const,
    presence: { mill: 1 },
    names: { mill: "Ana" },
    clock: 5_000,
    gave_way: {},
    shown: { round: 0, step: 0 },
  };
  expect(receive(opened, now, 2_000)).toMatchObject({ offset: 3_000, names: { mill: "Ana" } });
});

import type { ReactElement } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { describe, expect, it } from "vitest";
import roles from "../../../../scenarios/decks/local-strategic-partnership/roles.yaml?raw";
import type { PairView, PromiseEnded, View } from "../api/contract";
import { Change } from "../screens/reveal/Change";
import { type Crack, Pair } from "../screens/table/Pair";
import { castOf, sentence } from "../strings/sentences";
import { VIEW } from "../testing/fixture";
import { Emblem } from "./Emblem";
import Picture from "./ground/Picture";
import { rock } from "./ground/rock";
import { Ruler, Tokens } from "./Tokens";

/** What is left of a drawing when every colour and every style is taken from it. */
const forms = (drawn: ReactElement) =>
  renderToStaticMarkup(drawn).replace(
    / (?:class|fill|stroke|opacity|aria-label|id|href|clip-path)="[^"]*"/g,
    "",
  );

const different = (all: readonly string[]) => expect(new Set(all).size).toBe(all.length);

const [a, b] = VIEW.roles as [View["roles"][number], View["roles"][number]];
const between = (own: Partial<PairView>): View => ({
  ...VIEW,
  pairs: [
    {
      pair: "mill+farm",
      a: "mill",
      b: "farm",
      bond: 0,
      strain: 4,
      known: true,
      seam: 0,
      splinters: 0,
      ...own,
    },
  ],
});
const PACT = { id: 1, kind: "pact", members: ["mill", "farm"], last: 3, rounds: 3, carried: [], words: 0 };
const ground = (view: View) => forms(<Picture view={view} seed="table" detail="small" />);

describe("without any colour", () => {
  it("the eight signs differ by shape alone, and by the pattern of their rock alone", () => {
    const hues = [0, 1, 2, 3, 4, 5, 6, 7];
    different(hues.map((hue) => forms(<Emblem hue={hue} letter="X" />)));
    different(hues.map((hue) => rock(hue, 10)));
  });

  it("the deck's roles differ by letter alone", () => {
    const letters = [...roles.matchAll(/^\s+letter: (\S+)$/gm)].map(([, letter]) => letter as string);
    expect(letters.length).toBeGreaterThan(3);
    different(letters);
  });

  it("a sign says by its form whether it is mine, awaited, vacant or ready", () => {
    const states = [undefined, "you", "waiting"] as const;
    different([
      ...states.map((state) => forms(<Emblem hue={0} letter="X" state={state} />)),
      forms(<Emblem hue={0} letter="X" ready />),
    ]);
    const vacant = renderToStaticMarkup(<Emblem hue={0} letter="X" state="vacant" />);
    expect(vacant).toContain('fill="none"');
  });

  it("the ground shows strain, gold, its last round, a splinter, a bridge and a retreat", () => {
    const pact = { ...PACT, left: 2 };
    expect(ground(between({}))).toBe(ground(between({})));
    different([
      ground(between({})),
      ground(between({ strain: 8 })),
      ground(between({ seam: 2 })),
      ground(between({ seam: 1 })),
      ground(between({ splinters: 1 })),
      ground({ ...between({}), pacts: [pact] }),
      ground({ ...between({}), pacts: [{ ...pact, left: 1 }] }),
      ground({ ...between({}), roles: [a, { ...b, at_table: false }] }),
    ]);
  });

  it("the ground rings the crack that the coach speaks of, and no other", () => {
    const rings = (pair: string) =>
      renderToStaticMarkup(<Picture view={between({})} seed="table" detail="small" pointed={pair} />).split(
        "<circle",
      ).length - 1;
    expect(rings("mill+farm")).toBe(2);
    expect(rings("mill+inn")).toBe(0);
  });

  it("a relation shows whether its promise is open, kept, broken or void", () => {
    const cracks: readonly Crack[] = ["strained", "narrow", "bridge", "kept", "broken"];
    different(cracks.map((crack) => forms(<Pair a={a} b={b} crack={crack} />)));
  });

  it("a token that is spent is an outline with nothing in it", () => {
    for (const kind of ["goodwill", "capacity"] as const)
      different([forms(<Tokens kind={kind} n={2} />), forms(<Tokens kind={kind} n={1} gone={1} />)]);
    different([forms(<Tokens kind="goodwill" n={1} />), forms(<Tokens kind="capacity" n={1} />)]);
  });

  it("a track shows its value, where it breaks, and what it lost or won", () => {
    different([
      forms(<Ruler value={3} top={10} />),
      forms(<Ruler value={4} top={10} />),
      forms(<Ruler value={3} top={10} mark={8} />),
    ]);
    const change = (before: number, after: number) =>
      forms(<Change kind="track" id="trust" before={before} after={after} view={VIEW} />);
    different([change(3, 5), change(5, 3), change(5, 5)]);
  });

  it("a card is met or missed, a promise kept or broken, in words", () => {
    const cast = castOf(VIEW, {});
    const [met, missed] = [
      { brought: 7, need: 7 },
      { brought: 5, need: 7 },
    ];
    expect(sentence({ type: "card_met", ...met, imposed_by: null, credited: null }, cast)).toMatch(/^Met/);
    expect(sentence({ type: "card_missed", ...missed, key_missing: null }, cast)).toMatch(/^Missed/);
    const ended: PromiseEnded = {
      type: "promise_ended",
      offer: 1,
      kind: "pledge",
      outcome: "kept",
      role: "mill",
      to: [],
      words: 0,
    };
    different((["kept", "broken"] as const).map((outcome) => sentence({ ...ended, outcome }, cast)));
  });
});

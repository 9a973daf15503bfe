"""A small deck in one file, without a flaw, for tests to break."""

import re

from scenarios import Report, check_bytes

DECK = """\
id: two-wards
title: Two wards
blurb: A small deck for tests.
rounds: 6
weather:
  - {id: calm, label: Calm, chips: 4}
  - {id: storm, label: Storm, chips: 1, effect: {tension: +2}}
ruleset: {trust: 4}
roles:
  - id: north
    label: North ward
    name: the north
    letter: N
    brief: You live north of the river.
    instruction: Keep the bridge open.
    standing_label: neighbours
    purpose_label: the bridge
    seated: true
    may_impose: true
    agendas:
      A:
        - {what: trust, at_least: 6}
  - id: south
    label: South ward
    name: the south
    letter: S
    brief: You live south of the river.
    instruction: Keep the noise out.
    standing_label: shopkeepers
    purpose_label: the market
    seated: true
cards:
  - id: K1
    title: The bridge
    fault_line: One river, two banks
    text: The bridge needs paint.
    heat: 1
    need: 9
    lead: north
    key: {trait: seated, n: 2, label: hands}
    sore: [north, south]
    best: [north]
    worst: [south]
    gains: {south.standing: +1}
    loses: {south.goodwill: -1}
    met: {common: +1}
    missed: {tension: +1}
    options:
      - id: a
        text: Paint half of it
        posture: deal
        cost: {goodwill: 1, capacity: 2}
        effort: 2
      - id: b
        text: Paint it all
        posture: give
        cost: {goodwill: 2, capacity: 3}
        effort: 4
        effects: {self.purpose: -1}
        by_role:
          north: {effort: 6}
      - id: c
        text: Look away
        posture: duck
      - id: d
        text: Close it tonight
        posture: push
        lead_only: true
        impose: true
        cost: {capacity: 2}
        effects: {self.standing: +1}
"""
LINE = re.compile(r"[^\n]+:[1-9]\d*:[1-9]\d*: (error|warning) [a-z-]+: .+[.] .+[.?]")
HERE = "§"


def broken(old: str, new: str, deck: str = DECK) -> tuple[str, int, int]:
    """The deck with `old` replaced, and the line and column of the mark § in `new`."""
    assert deck.count(old) == 1, f"{old!r} is in the deck {deck.count(old)} times"
    text = deck.replace(old, new)
    before = text[: text.index(HERE)].split("\n")
    return text.replace(HERE, ""), len(before), len(before[-1]) + 1


def check(text: str | bytes) -> Report:
    """The report on a deck in one file."""
    return check_bytes(text.encode() if isinstance(text, str) else text)

"""The shipped agendas are about equally hard (section 4), by the measure of `python -m benchmarks.agendas`."""

from collections.abc import Iterable

import pytest
from msgspec.structs import replace

from benchmarks.agendas import Cell, Figures, measured, score_with, table
from game_rules import Clause, Deck, NewGame
from game_rules.events import GameOpened, Scored
from scenarios.library import load_deck
from scenarios.simulation import Plan, make_plan
from scenarios.simulation.playing import play

DECK = load_deck("local-strategic-partnership")
CELLS = [(role.id, agenda) for role in DECK.roles for agenda in "ABC"]
APART = 8
"""Points. The agendas were made to lie within 4 of A over thousands of games; these are few."""


class Asking(Plan, frozen=True, kw_only=True):
    """A plan in which every role has the agenda of this name."""

    agenda: str

    def header(self, seed: str) -> NewGame:
        return replace(Plan.header(self, seed), agendas=dict.fromkeys(self.seats, self.agenda))


def tactical(games: int, deck: Deck = DECK) -> Plan:
    return make_plan(deck, everybody="tactical", games=games, seed=11)


def far_apart(found: dict[Cell, Figures]) -> dict[Cell, float]:
    return {cell: each.difference for cell, each in found.items() if abs(each.difference) > APART}


def test_4_no_agenda_is_much_harder_or_easier_than_a() -> None:
    found = measured(tactical(300))
    assert list(found) == CELLS
    assert far_apart(found) == {}


def test_an_agenda_that_nobody_can_reach_is_found() -> None:
    out_of_reach = (Clause("trust", at_least=11),) * 3
    roles = tuple(
        replace(role, agendas={**role.agendas, "B": out_of_reach}) if role.speaks_for_users else role
        for role in DECK.roles
    )
    found = measured(tactical(30, replace(DECK, roles=roles)))
    assert list(far_apart(found)) == [("charity", "B")]


@pytest.mark.parametrize("agenda", ["A", "B", "C"])
def test_tacticals_play_the_same_whatever_their_agenda_so_that_one_game_measures_all(agenda: str) -> None:
    plan = tactical(5)
    other = Asking(**{name: getattr(plan, name) for name in plan.__struct_fields__}, agenda=agenda)
    for game in range(plan.games):
        plain, asked = play(plan, game), play(other, game)
        assert unscored(plain.events) == unscored(asked.events)
        for role, scored in asked.state.scores.items():
            assert score_with(plain.state, role, agenda) == scored.score


def unscored(events: Iterable[object]) -> list[object]:
    return [event for event in events if not isinstance(event, GameOpened | Scored)]


def test_any_number_of_workers_measures_the_same() -> None:
    assert measured(tactical(30), workers=2) == measured(tactical(30))


def test_the_table_has_a_line_a_cell() -> None:
    shown = table({("pct", "A"): Figures(75.04, 0.0, 0.0), ("pct", "B"): Figures(73.26, -1.78, 0.114)})
    assert [line.split() for line in shown.splitlines()] == [
        ["role", "agenda", "mean", "to", "A", "error"],
        ["pct", "A", "75.0", "+0.0", "0.00"],
        ["pct", "B", "73.3", "-1.8", "0.11"],
    ]

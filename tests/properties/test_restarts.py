"""Games that collapse, are restarted (3.4) and go on: everything else that is promised of a game still holds."""

from collections.abc import Iterator
from functools import cache

import pytest

from game_rules import commands as c
from game_rules import events as e
from game_rules import view
from game_rules.tracks import TOP
from tests.properties.games import SHIPPED, Row, Setup, next_move, play, taken
from tests.properties.test_numbers import deltas, numbers

SEEDS = range(60)
FEWEST = 10
"""So many of the games must collapse while a round is left, or this page proves nothing."""


def played_on(setup: Setup) -> Iterator[Row]:
    """The game, and after a collapse the restart card and the rest of it."""
    row = None
    for row in play(setup):
        yield row
    assert row is not None
    if "restart" not in view(row.after, "host").legal.commands:
        return
    row = taken(row.after, "host", c.Restart())
    yield row
    for n in range(2_000):
        move = next_move(row.after, setup.seed, n)
        if move is None:
            return
        row = taken(row.after, *move)
        yield row


@cache
def restarted_games() -> list[list[Row]]:
    seats = {role.id: "random" for role in SHIPPED.roles}
    games = [list(played_on(Setup(SHIPPED, seats, f"restart {seed}", 6, "hard"))) for seed in SEEDS]
    return [rows for rows in games if any(isinstance(row.command, c.Restart) for row in rows)]


def test_enough_games_collapse_and_all_of_them_come_to_another_end() -> None:
    assert len(restarted_games()) >= FEWEST
    for rows in restarted_games():
        events = [event for row in rows for event in row.events]
        assert sum(isinstance(event, e.GameEnded) for event in events) == 2
        assert rows[-1].after.phase == "end" and "restart" not in view(rows[-1].after, "host").legal.commands


def test_every_number_is_the_sum_of_its_deltas_and_stays_in_its_range() -> None:
    for rows in restarted_games():
        for row in rows[1:]:
            assert row.before is not None
            old, new, moved = numbers(row.before), numbers(row.after), deltas(row)
            assert {key: new[key] - old[key] for key in new} == {key: moved[key] for key in new}
            assert all(0 <= value <= TOP[name] for name, value in row.after.tracks.items())
            for own in row.after.roles.values():
                assert all(0 <= getattr(own, what) <= 10 for what in ("goodwill", "standing", "purpose"))


def test_scores_are_0_to_100_and_each_role_has_the_last_one() -> None:
    for rows in restarted_games():
        last = rows[-1].after
        assert list(last.scores) == list(last.roles)
        assert all(0 <= score.score <= 100 for score in last.scores.values())


@pytest.mark.parametrize("field", ["score", "temperaments"])
def test_what_the_end_had_opened_is_closed_again_until_the_next(field: str) -> None:
    for rows in restarted_games():
        at = next(n for n, row in enumerate(rows) if isinstance(row.command, c.Restart))
        for viewer in (*rows[at].after.roles, "host", "table"):
            assert view(rows[at - 1].after, viewer).end is not None
            assert view(rows[at].after, viewer).end is None
        shown = view(rows[-1].after, next(iter(rows[-1].after.roles))).end
        assert shown is not None and getattr(shown, field)

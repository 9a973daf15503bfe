"""10, Tactical: who takes the chair, when it speaks, and what it need not ask."""

from collections.abc import Iterable, Iterator
from itertools import groupby

import pytest

from game_rules import Say
from game_rules.bots import Move, Sight
from game_rules.bots.policy import POLICIES
from game_rules.bots.tactical import tactical, tells
from tests.properties.playing import ROLES, Asked, Table, everybody, play

SEEDS = ("a", "b", "c", "d")
Word = tuple[Asked, Say]


def rounds(tables: Iterable[Table]) -> Iterator[list[Word]]:
    """What was told in numbers, a round each."""
    for table in tables:
        for _, asked in groupby(play(table), key=lambda each: each.before.round):
            yield [(each, each.move.command) for each in asked if isinstance(each.move.command, Say)]


def tacticals() -> list[Table]:
    return [everybody("tactical", seed) for seed in SEEDS]


def spoken_out_of_turn(tables: Iterable[Table]) -> int:
    """How often the first at the table told it its numbers before it had heard everybody."""
    found = 0
    for words in rounds(tables):
        heard: set[str] = set()
        for asked, word in words:
            if word.to:
                continue
            others = set(asked.sight.sitting[1:])
            found += asked.sight.role == asked.sight.sitting[0] and not others <= heard
            heard.add(asked.sight.role)
    return found


def test_the_first_at_the_table_hears_all_the_others_before_it_speaks() -> None:
    assert sum(len(words) for words in rounds(tacticals())) > 100
    assert spoken_out_of_turn(tacticals()) == 0


def test_the_first_word_of_the_chair_to_the_table_shares_out_the_parts() -> None:
    for words in rounds(tacticals()):
        aloud = [word for asked, word in words if not word.to and asked.sight.role == asked.sight.sitting[0]]
        assert all(word.tells and set(word.tells.asks) == set(ROLES) for word in aloud)


def test_the_centre_tells_the_chair_its_numbers_unasked_and_once() -> None:
    rows = list(rounds(tacticals()))
    assert sum(not asked.sight.traits.seated for words in rows for asked, _ in words) > 20
    for words in rows:
        told = [(asked, word) for asked, word in words if not asked.sight.traits.seated]
        for asked, word in told:
            assert word.to == asked.sight.sitting[:1] and word.tells and word.tells.can
        assert len(told) <= 1
        assert not [word for _, word in words if word.to and word.tells and not (word.tells.can or word.tells.asks)]


@pytest.mark.parametrize("odd", ["idealist", "retreating", "hardliner"])
def test_where_the_first_wants_no_chair_the_next_tactical_takes_it(odd: str) -> None:
    tables = [Table({**dict.fromkeys(ROLES, "tactical"), ROLES[0]: odd}, seed, rounds=4) for seed in SEEDS]
    chairs = {a.sight.role for words in rounds(tables) for a, word in words if word.tells and word.tells.asks}
    assert chairs and ROLES[0] not in chairs


def hasty(sight: Sight) -> Move | None:
    """A tactical that tells its numbers as soon as it may."""
    told = any(each.role == sight.role and not each.to for each in sight.told)
    early = sight.traits.seated and sight.may("pledge") and sight.own.sheet is None and not told
    return tells(sight) if early else tactical(sight)


def test_a_chair_that_speaks_too_soon_is_found(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(POLICIES, "hasty", hasty)
    assert spoken_out_of_turn([replaced(table) for table in tacticals()])


def replaced(table: Table) -> Table:
    return Table({**table.seats, ROLES[0]: "hasty"}, table.seed, table.deck, table.rounds)

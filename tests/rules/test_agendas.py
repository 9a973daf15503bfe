"""4 Agendas: which one each role is dealt."""

from collections import Counter
from collections.abc import Mapping

from msgspec.structs import replace

from game_rules import Deck, Refusal, Role, new_game
from game_rules.events import GameOpened
from game_rules.setup import dealt_agendas
from tests.rules import table as t

THREE = {"A": t.EASY["A"], "B": t.EASY["A"][:2], "C": ()}
SEEDS = [f"table {n}" for n in range(900)]
BOTS = dict.fromkeys(("north", "south", "folk", "crown"), "share")


def of_three(*roles: Role) -> Deck:
    return t.deck(roles=tuple(replace(role, agendas=THREE) for role in roles or t.ROLES))


def dealt(deck: Deck, seed: str = "a seed", **asked: str) -> Mapping[str, str]:
    return dealt_agendas(deck, t.setup(deck, agendas=asked, seed=seed))


def test_each_agenda_of_a_role_is_dealt_as_often_as_the_others() -> None:
    deck = of_three()
    for role in BOTS:
        counts = Counter(dealt(deck, seed)[role] for seed in SEEDS)
        assert set(counts) == {"A", "B", "C"}
        assert all(250 <= n <= 350 for n in counts.values()), (role, counts)


def test_what_one_role_is_dealt_says_nothing_of_what_another_is() -> None:
    deck = of_three()
    pairs = Counter((found["north"], found["south"]) for found in (dealt(deck, seed) for seed in SEEDS))
    assert len(pairs) == 9
    assert all(65 <= n <= 135 for n in pairs.values()), pairs


def test_a_role_has_the_agenda_that_was_asked_for() -> None:
    deck = of_three()
    for name in THREE:
        assert {dealt(deck, seed, north=name)["north"] for seed in SEEDS[:50]} == {name}


def test_an_agenda_that_the_role_does_not_have_is_as_good_as_none_asked_for() -> None:
    deck = of_three()
    assert all(dealt(deck, seed, north="D") == dealt(deck, seed) for seed in SEEDS[:50])


def test_asking_for_one_roles_agenda_changes_no_other_roles() -> None:
    deck = of_three()
    for seed in SEEDS[:50]:
        asked = dealt(deck, seed, folk="B")
        assert asked == {**dealt(deck, seed), "folk": "B"}


def test_a_role_without_agendas_is_dealt_none_and_scores_for_none() -> None:
    state = t.committing(t.deck(roles=(replace(t.NORTH, agendas={}), *t.ROLES[1:])))
    assert state.roles["north"].agenda == ""
    ended = t.stocktake(replace(state, round=state.rounds)).state
    assert ended.scores["north"].clauses == () and ended.scores["north"].parts["agenda"] == 0


def test_asking_for_an_agenda_changes_no_other_chance_of_the_table() -> None:
    deck = of_three()
    for seed in SEEDS[:10]:
        plain = new_game(deck, t.setup(deck, BOTS, seed=seed), 0)
        asked = new_game(deck, t.setup(deck, BOTS, seed=seed, agendas=dict.fromkeys(BOTS, "C")), 0)
        assert not isinstance(plain, Refusal) and not isinstance(asked, Refusal)
        assert asked[1:] == plain[1:]
        assert isinstance(plain[0], GameOpened) and isinstance(asked[0], GameOpened)
        assert replace(asked[0], agendas=plain[0].agendas) == plain[0]


def test_13_3_the_deal_looks_neither_at_the_roles_names_nor_at_their_order_in_the_deck() -> None:
    renamed = [replace(role, id=role.id[::-1]) for role in reversed(t.ROLES)]
    for seed in SEEDS[:50]:
        other = dealt(of_three(*renamed), seed)
        assert {role[::-1]: name for role, name in other.items()} == dealt(of_three(), seed)


def test_13_3_a_role_left_out_of_the_deck_changes_no_other_roles_agenda() -> None:
    for seed in SEEDS[:50]:
        few = dealt(of_three(t.NORTH, t.FOLK), seed)
        assert few == {role: name for role, name in dealt(of_three(), seed).items() if role in few}

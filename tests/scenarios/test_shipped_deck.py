"""The shipped deck is what the rulebook prints (sections 3.2, 4, 6, 8.3 and 8.4)."""

import hashlib

import pytest
from msgspec.structs import replace

from game_rules import STANDARD, Card, Deck, Effect, Stake, content_hash, may_take, terms
from scenarios import UnknownDeck, check_path, load_deck, shipped_decks
from scenarios.library import DECKS

ID = "local-strategic-partnership"
ROLES = ("pct", "council", "charity", "government")
# what section 8.4 prints for an option: posture, then effort, goodwill and capacity by role (None: no option)
Row = tuple[str, tuple[int | None, ...], tuple[int | None, ...], tuple[int | None, ...]]


@pytest.fixture(scope="module")
def deck() -> Deck:
    return load_deck(ID)


def card(deck: Deck, name: str) -> Card:
    return next(each for each in deck.cards if each.id == name)


def rows(printed: Card) -> dict[str, Row]:
    """A card's options as the rulebook's table has them."""
    table: dict[str, Row] = {}
    for option in printed.options:
        own = [terms(option, role) if may_take(printed, option, role) else None for role in ROLES]
        table[option.id] = (
            option.posture,
            tuple(each.effort if each else None for each in own),
            tuple(each.goodwill if each else None for each in own),
            tuple(each.capacity if each else None for each in own),
        )
    return table


def test_the_shipped_deck_has_no_finding() -> None:
    assert check_path(DECKS / ID).findings == ()


def test_its_id_is_the_name_of_its_folder(deck: Deck) -> None:
    assert shipped_decks() == (ID,) == (deck.id,)


def test_a_deck_that_is_not_shipped_is_named_with_those_that_are() -> None:
    with pytest.raises(UnknownDeck, match=f'no deck "nowhere".*{ID}'):
        load_deck("nowhere")
    with pytest.raises(UnknownDeck):
        load_deck("../decks/" + ID)


def test_there_are_22_cards_of_which_four_are_deadlines_three_split_and_five_can_be_imposed(
    deck: Deck,
) -> None:
    assert [each.id for each in deck.cards] == [f"C{n:02}" for n in range(1, 23)]
    assert [each.id for each in deck.cards if each.deadline] == ["C01", "C05", "C08", "C17"]
    assert [each.id for each in deck.cards if each.split] == ["C02", "C12", "C21"]
    imposed = [each.id for each in deck.cards if any(option.impose for option in each.options)]
    assert imposed == ["C01", "C05", "C08", "C14", "C17"]


def test_money_by_the_end_of_march_is_as_printed(deck: Deck) -> None:
    c01 = card(deck, "C01")
    assert (c01.title, c01.claims, c01.heat, c01.need, c01.lead) == (
        "Money by the end of March",
        (8, 14),
        2,
        10,
        "council",
    )
    assert c01.key and (c01.key.trait, c01.key.n, c01.key.label) == ("speaks_for_users", 2, "reach")
    assert c01.sore == ("council", "government")
    assert c01.gains == (Stake("council", "standing", 1), Stake("government", "standing", 1))
    assert (c01.best, c01.worst) == (("charity",), ("council", "government"))
    assert c01.missed == (Effect("outcomes", -2), Effect("tension", 1))
    assert rows(c01) == {
        "a": ("deal", (2, 2, 2, 1), (1, 1, 1, 1), (2, 2, 2, 2)),
        "b": ("push", (None, 0, None, None), (None, 0, None, None), (None, 2, None, None)),
        "c": ("duck", (0, 0, 0, 0), (0, 0, 0, 0), (0, 0, 0, 0)),
        "d": ("push", (1, 1, 1, 1), (0, 0, 0, 0), (1, 1, 1, 1)),
        "e": ("give", (4, 3, 6, 3), (2, 2, 2, 2), (3, 3, 3, 3)),
    }
    assert terms(c01.options[4], "charity").effects == (Effect("self.purpose", -1),)
    assert terms(c01.options[4], "pct").effects == (Effect("self.standing", -1),)


def test_notice_to_quit_is_as_printed(deck: Deck) -> None:
    c02 = card(deck, "C02")
    assert (c02.fault_line, c02.kind, c02.need) == ("One hand funds, the other evicts", "decision", 10)
    assert c02.key and (c02.key.trait, c02.key.n, c02.key.label) == ("statutory", 2, "money")
    assert c02.gains == (Stake("charity", "standing", 1), Stake("charity", "purpose", 1))
    assert c02.loses == (Stake("charity", "goodwill", -1), Stake("charity", "capnext", -1))
    assert rows(c02)["b"] == ("give", (4, 6, None, 2), (2, 2, None, 2), (3, 3, None, 3))
    assert rows(c02)["d"] == ("deal", (2, 3, 1, 1), (1, 1, 1, 1), (2, 2, 2, 2))
    assert c02.options[0].effects == (Effect("charity.goodwill", -1),)


def test_tender_round_is_as_printed(deck: Deck) -> None:
    c05 = card(deck, "C05")
    assert (c05.lead, c05.claims, len(c05.options)) == ("pct", (18, 8, 24), 6)
    assert rows(c05)["c"] == ("push", (None, None, 1, None), (None, None, 0, None), (None, None, 1, None))
    assert c05.options[2].effects == (
        Effect("self.standing", 1),
        Effect("self.purpose", -2),
        Effect("self.capnext", 2),
    )
    assert rows(c05)["a"] == ("give", (6, 3, None, 4), (1, 1, None, 1), (4, 4, None, 4))


def test_what_are_we_allowed_to_decide_is_as_printed(deck: Deck) -> None:
    c13 = card(deck, "C13")
    assert (c13.key, c13.best, c13.worst) == (None, ("council", "government"), ("charity",))
    assert rows(c13)["a"] == ("give", (3, 5, None, 5), (2, 2, None, 2), (2, 2, None, 2))
    assert rows(c13)["d"] == ("deal", (2, 3, 1, 2), (1, 1, 1, 1), (2, 2, 2, 2))
    assert rows(c13)["c"] == ("push", (None, None, 1, None), (None, None, 0, None), (None, None, 1, None))


def test_a_cold_snap_is_as_printed(deck: Deck) -> None:
    c17 = card(deck, "C17")
    assert (c17.kind, c17.need, c17.heat, c17.lead) == ("crisis", 11, 1, "pct")
    assert c17.met == (Effect("outcomes", 1), Effect("trust", 1))
    assert c17.missed == (Effect("outcomes", -2), Effect("tension", 1), Effect("cred", -1))
    assert rows(c17)["a"] == ("give", (4, 6, 5, 3), (1, 1, 1, 1), (4, 4, 4, 4))
    assert rows(c17)["c"] == ("deal", (2, 3, 3, 1), (0, 0, 0, 0), (3, 3, 3, 3))


def test_no_number_of_any_card_has_changed(deck: Deck) -> None:
    """One altered number anywhere changes this; after a deliberate change, write the new value."""
    numbers = [
        (
            c.id,
            c.claims,
            c.heat,
            c.need,
            c.lead,
            c.deadline,
            c.split,
            c.sore,
            c.best,
            c.worst,
            rows(c),
            [(s.role, s.what, s.n) for s in c.gains + c.loses],
            [(e.key, e.n) for e in c.met + c.missed],
            [[(e.key, e.n) for e in terms(o, r).effects or ()] for o in c.options for r in ROLES],
        )
        for c in deck.cards
    ]
    assert hashlib.sha256(repr(numbers).encode()).hexdigest()[:16] == "cf110e69b4e14594"


def test_every_card_has_its_own_fault_line(deck: Deck) -> None:
    lines = [each.fault_line for each in deck.cards]
    assert len(set(lines)) == 22 and all(0 < len(line) <= 40 for line in lines)


def test_the_roles_have_the_traits_of_section_4(deck: Deck) -> None:
    assert tuple(role.id for role in deck.roles) == ROLES
    traits = {
        role.letter: (
            role.seated,
            role.statutory,
            role.speaks_for_users,
            role.service_weight,
            role.has_instruments,
            role.income,
            role.goodwill,
            role.may_impose,
            role.hand_max,
            role.tie_order,
        )
        for role in deck.roles
    }
    assert traits == {
        "P": (True, True, False, 1, False, 6, 7, True, 2, 1),
        "C": (True, True, False, 1, False, 6, 7, True, 2, 2),
        "V": (True, False, True, 2, False, 5, 7, False, 1, 3),
        "G": (False, False, False, 0, True, 4, 7, False, 1, 4),
    }


def test_every_role_has_three_agendas_of_three_clauses(deck: Deck) -> None:
    for role in deck.roles:
        assert {name: len(clauses) for name, clauses in role.agendas.items()} == {"A": 3, "B": 3, "C": 3}
    council = deck.roles[1].agendas["A"]
    assert [(each.key, each.at_least, each.at_most) for each in council] == [
        ("self.standing", 7, None),
        ("margin", 1, None),
        ("cred", 5, None),
    ]


def test_the_weather_bag_holds_the_ten_chips_of_section_3_2(deck: Deck) -> None:
    assert [(each.id, each.chips, each.track, each.n) for each in deck.weather] == [
        ("calm", 4, None, 0),
        ("murmur", 3, "tension", 1),
        ("headline", 2, "tension", 2),
        ("good_story", 1, "trust", 1),
    ]


def test_the_acts_deal_every_card_once(deck: Deck) -> None:
    assert [act.first for act in deck.acts] == [1, 3, 6]
    assert sorted(name for act in deck.acts for name in act.cards) == [each.id for each in deck.cards]


def test_there_is_a_par_for_every_length_and_set_of_seats(deck: Deck) -> None:
    assert len({(par.rounds, tuple(par.scores)) for par in deck.pars}) == 24
    pars = {(par.rounds, tuple(par.scores)): tuple(par.scores.values()) for par in deck.pars}
    assert pars[7, ROLES] == (75, 79, 76, 75), "what python -m benchmarks.pars printed last"
    assert pars[8, ("council", "charity", "government")] == (71, 69, 67)
    assert pars[6, ("council", "charity")] == (76, 71)


def test_the_hash_of_a_deck_follows_what_it_says_not_how_it_is_written(deck: Deck) -> None:
    again = check_path(DECKS / ID).deck
    assert again is not deck and content_hash(again) == content_hash(deck)
    assert len(content_hash(deck)) == 64
    contents = (deck, replace(deck, rounds=8), STANDARD, replace(STANDARD, trust=4))
    assert len({content_hash(each) for each in contents}) == 4

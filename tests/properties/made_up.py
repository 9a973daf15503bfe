"""Decks that nobody wrote: Hypothesis draws roles by their traits, and cards that may ask anything of them."""

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy

from game_rules import Card, Clause, Deck, Effect, Key, Option, Role, Stake, Terms, Weather
from game_rules.agendas import FACTS
from game_rules.cards import Posture
from game_rules.tracks import TRACKS

NUMBERS = ("standing", "purpose", "goodwill", "capnext")
BAG = (Weather("calm", "", 4), Weather("murmur", "", 3, "tension", 1), Weather("good_story", "", 1, "trust", 1))
POSTURES: tuple[Posture, ...] = ("deal", "give", "push", "duck")
SMALL = st.integers(-2, 2).filter(bool)


@st.composite
def decks(draw: DrawFn, least: int = 2, most: int = 8) -> Deck:
    """A deck of `least` to `most` roles, at least two of them seated and at most one centre, and of 3 cards."""
    count = draw(st.integers(least, most))
    centre = draw(st.integers(2, count)) if count > 2 else count
    roles = tuple(draw(_role(n, centre=n == centre, sits=n < 2)) for n in range(count))
    ids = tuple(role.id for role in roles)
    cards = tuple(draw(_card(f"K{n}", ids)) for n in range(3))
    order = draw(st.permutations(roles))
    return Deck(id="made-up", title="", blurb="", roles=tuple(order), cards=cards, weather=BAG, order="shuffle")


@st.composite
def _role(draw: DrawFn, n: int, centre: bool, sits: bool) -> Role:
    seated = sits or (not centre and draw(st.booleans()))
    return Role(
        id=f"r{n}x", label="", name="", letter="", brief="", instruction="", standing_label="", purpose_label="",
        seated=seated, statutory=draw(st.booleans()), speaks_for_users=draw(st.booleans()),
        service_weight=draw(st.integers(0, 3)), has_instruments=centre, income=draw(st.integers(2, 8)),
        goodwill=draw(st.integers(5, 9)), may_impose=draw(st.booleans()), tie_order=n + 1,
        agendas={name: draw(_clauses()) for name in draw(st.sampled_from(("ABC", "A", "")))},
    )


def _clauses() -> SearchStrategy[tuple[Clause, ...]]:
    return st.lists(_clause(), min_size=3, max_size=3).map(tuple)


def _clause() -> SearchStrategy[Clause]:
    keys = st.sampled_from((*TRACKS, "self.standing", "self.purpose", "margin", *FACTS))
    return st.builds(Clause, keys, st.integers(0, 8))


@st.composite
def _card(draw: DrawFn, id: str, ids: tuple[str, ...]) -> Card:
    roles = st.sampled_from(ids)
    stakes = st.lists(st.builds(Stake, roles, st.sampled_from(NUMBERS), SMALL), max_size=2).map(tuple)
    on_tracks = st.lists(st.builds(Effect, st.sampled_from(TRACKS), SMALL), max_size=2).map(tuple)
    traits = st.sampled_from(("statutory", "speaks_for_users"))
    options = draw(st.permutations([*_plain_options(), draw(_odd_option(ids)), _imposing()]))
    return Card(
        id=id, title="", fault_line="", text="", kind="decision", heat=draw(st.integers(0, 3)),
        need=draw(st.integers(4, 12)), options=tuple(options), lead=draw(st.none() | roles),
        deadline=draw(st.booleans()), split=draw(st.booleans()),
        key=draw(st.none() | st.builds(Key, traits, st.just(2), st.just("money"))),
        sore=draw(st.none() | st.permutations(ids).map(lambda order: (order[0], order[1]))),
        gains=draw(stakes), loses=draw(stakes), met=draw(on_tracks), missed=draw(on_tracks),
    )


def _plain_options() -> tuple[Option, ...]:
    return (
        Option(id="a", text="duck", posture="duck"),
        Option(id="b", text="share", posture="deal", goodwill=1, capacity=2, effort=2),
        Option(id="c", text="carry", posture="give", goodwill=2, capacity=3, effort=5),
    )


def _imposing() -> Option:
    effects = (Effect("self.standing", 1), Effect("tension", 1))
    return Option(id="e", text="alone", posture="push", capacity=2, lead_only=True, impose=True, effects=effects)


@st.composite
def _odd_option(draw: DrawFn, ids: tuple[str, ...]) -> Option:
    """An option that may touch anybody's numbers and every track, with other terms for one role."""
    whose = st.sampled_from(["self", *ids]).flatmap(
        lambda who: st.sampled_from(("standing", "purpose", "goodwill")).map(lambda what: f"{who}.{what}")
    )
    keys = st.one_of(whose, st.sampled_from(("others.goodwill", "all.standing", "self.capnext", *TRACKS)))
    effects = draw(st.lists(st.builds(Effect, keys, SMALL), min_size=1, max_size=4).map(tuple))
    posture: Posture = draw(st.sampled_from(POSTURES))
    capacity = st.just(0) if posture == "duck" else st.integers(0, 4)
    own = Terms(goodwill=0, capacity=draw(capacity), effort=draw(st.integers(0, 5)))
    return Option(
        id="d", text="odd", posture=posture, capacity=draw(capacity), effort=draw(st.integers(0, 6)), effects=effects,
        by_role={draw(st.sampled_from(ids)): own},
    )

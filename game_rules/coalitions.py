"""Who holds together: the survival index of every subset of the locals and of every declared pact (5.3).

CSI(A) = round(50 life + 20 cohesion + 15 reserve + 15 headroom); not alive, only the 50 for life counts. All in
integers, halves rounded up. A part is what its summand adds to the rounded sum so far, in the order life, cohesion,
headroom, reserve: so the parts sum to the index, and the first three tell nothing of the fourth, which is made of
goodwill.
"""

from typing import Final, Literal

from msgspec import Struct
from msgspec.structs import replace

from game_rules.casts import Subset
from game_rules.events import CoalitionsCounted, PactOutcome
from game_rules.seats import at_table
from game_rules.state import EndedPact, State
from game_rules.tracks import clamp
from game_rules.turn import Turn

APART: Final = -3
"""A pair with this bond or less does not hold together."""
LIFE, COHESION, HEADROOM, RESERVE = 50, 20, 15, 15
FULL_RESERVE = 7
BOND_SPAN, BOND_SHIFT = 8, 4
HEADROOM_SPAN, HEADROOM_SHIFT = 8, 2
HOLDING, STRAINED = 75, 50

Band = Literal["holding", "strained", "broken"]
Kind = Literal["subset", "partnership", "pact", "open"]


class Coalition(Struct, frozen=True, kw_only=True):
    """One coalition as it stands; `life`, `cohesion`, `headroom` and `reserve` sum to `index` (0-100).

    `key` joins the members' ids with "+" in tie order. `lived` of `scheduled` rounds were lived through: all rounds of
    the game, for a pact those of its agreed term, for an open alliance those from its signing on. `alive` is as counted
    at the last stock-take. `pact` is the promise's id, 0 for a subset that signed nothing; `outcome` says how it ended
    and `by` who broke it.
    """

    key: str
    members: tuple[str, ...]
    kind: Kind
    alive: bool
    lived: int
    scheduled: int
    life: int
    cohesion: int
    headroom: int
    reserve: int
    index: int
    pact: int = 0
    outcome: PactOutcome | None = None
    by: tuple[str, ...] = ()

    @property
    def band(self) -> Band:
        """75 or more holding, 50-74 strained, below 50 broken."""
        return "holding" if self.index >= HOLDING else "strained" if self.index >= STRAINED else "broken"


def coalitions(state: State) -> tuple[Coalition, ...]:
    """Every subset of two or more locals, the whole partnership last of them, then every pact in the order of signing.

    Holds what everybody's goodwill gives, in `reserve` and `index`: not for a viewer before the end.
    """
    running = [EndedPact(pact=pact) for pact in state.pacts]
    signed = sorted([*state.ended_pacts, *running], key=lambda each: each.pact.id)
    return (*[_subset(state, each) for each in state.cast.subsets], *[_declared(state, each) for each in signed])


def take_count(turn: Turn, collapsed: bool) -> None:
    """The count of a stock-take: which subsets are alive at it; none once the partnership has collapsed."""
    turn.emit(CoalitionsCounted(() if collapsed else alive(turn.state)))


def alive(state: State) -> tuple[str, ...]:
    """Keys of the subsets whose members all sit with goodwill 1 or more, and none of whose pairs is at bond -3."""
    roles, subsets, sitting = state.roles, state.cast.subsets, at_table(state)
    able = {role for role in sitting if roles[role].goodwill >= 1}
    apart = {pair for pair, bond in state.bonds.items() if bond <= APART}
    if not apart and len(able) == len(state.cast.seated):
        return tuple([s.key for s in subsets])
    return tuple([s.key for s in subsets if able.issuperset(s.members) and apart.isdisjoint(s.pairs)])


def _subset(state: State, subset: Subset) -> Coalition:
    kind: Kind = "partnership" if subset.members == state.cast.seated else "subset"
    lived = sum([subset.key in counted for counted in state.alive])
    return _judged(state, subset, kind, _is_alive(state, subset), lived, state.rounds)


def _declared(state: State, signed: EndedPact) -> Coalition:
    """A pact over its agreed term, an open alliance to the end of the game; broken, dead from that round on."""
    pact, broken = signed.pact, signed.outcome == "broken"
    last = state.rounds if pact.last is None else pact.last
    key = "+".join(pact.members)
    subset = next(each for each in state.cast.subsets if each.key == key)
    lived = sum([key in counted for counted in state.alive[pact.began - 1 : signed.round - 1 if broken else last]])
    holds = not broken and _is_alive(state, subset)
    found = _judged(state, subset, pact.kind, holds, lived, last - pact.began + 1)
    return replace(found, pact=pact.id, outcome=signed.outcome, by=signed.by)


def _is_alive(state: State, subset: Subset) -> bool:
    """As counted at the last stock-take; before the first, nothing has come between anybody."""
    return subset.key in state.alive[-1] if state.alive else True


def _judged(state: State, subset: Subset, kind: Kind, holds: bool, lived: int, scheduled: int) -> Coalition:
    life, cohesion, headroom, reserve = _parts(state, subset, lived, scheduled, holds)
    return Coalition(
        key=subset.key, members=subset.members, kind=kind, alive=holds, lived=lived, scheduled=scheduled, life=life,
        cohesion=cohesion, headroom=headroom, reserve=reserve, index=life + cohesion + headroom + reserve,
    )


def _parts(state: State, subset: Subset, lived: int, scheduled: int, holds: bool) -> tuple[int, int, int, int]:
    """The four summands over one denominator, added up one by one; each sum rounded, a part is what it grew by."""
    pairs, tracks, bonds, roles = len(subset.pairs), state.tracks, state.bonds, state.roles
    whole = scheduled * pairs * BOND_SPAN * HEADROOM_SPAN * FULL_RESERVE
    summed = LIFE * lived * (whole // scheduled)
    life = _rounded(summed, whole)
    if not holds:
        return life, 0, 0, 0
    bond = sum([bonds[pair] for pair in subset.pairs]) + BOND_SHIFT * pairs
    room = clamp(tracks["common"] - tracks["tension"] + HEADROOM_SHIFT, 0, HEADROOM_SPAN)
    least = min(FULL_RESERVE, *[roles[role].goodwill for role in subset.members])
    summed += COHESION * bond * (whole // (pairs * BOND_SPAN))
    cohesion = _rounded(summed, whole)
    summed += HEADROOM * room * (whole // HEADROOM_SPAN)
    headroom = _rounded(summed, whole)
    summed += RESERVE * least * (whole // FULL_RESERVE)
    return life, cohesion - life, headroom - cohesion, _rounded(summed, whole) - headroom


def _rounded(numerator: int, denominator: int) -> int:
    """Halves go up."""
    return (2 * numerator + denominator) // (2 * denominator)

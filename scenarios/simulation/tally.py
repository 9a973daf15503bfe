"""One game folded into whole numbers, so that adding games up gives the same in any order."""

from collections import Counter
from collections.abc import Callable, Iterable
from itertools import compress
from typing import Any, Final, NamedTuple, get_args

from game_rules import Event, State, coalitions
from scenarios.simulation.playing import Played

Counts = Counter[tuple[str, str]]
"""How often, or how much in all: by what is counted and of whom, such as ("score", "council")."""


class Tally(NamedTuple):
    """Some games of one plan, in the order of their numbers. `scores`: a game's scores by role in play."""

    counts: Counts
    scores: list[dict[str, int]]


class _Game:
    """What has been seen of one game so far, added to the counts of those before it."""

    def __init__(self, counts: Counts) -> None:
        self.counts = counts
        self.round = 0
        self.broken: set[int] = set()
        self.joint: list[tuple[int, bool]] = []


def tally(played: Iterable[Played]) -> Tally:
    """These games, added up."""
    counts: Counts = Counter()
    scores = []
    for each in played:
        _count_one(counts, each)
        scores.append({role: score.score for role, score in each.state.scores.items()})
    return Tally(counts, scores)


def merged(tallies: Iterable[Tally]) -> Tally:
    """All of them as one, the scores in the order given."""
    counts: Counts = Counter()
    scores: list[dict[str, int]] = []
    for each in tallies:
        counts.update(each.counts)
        scores += each.scores
    return Tally(counts, scores)


def third(round: int, rounds: int) -> int:
    """In which third of the scheduled rounds a round lies: 0, 1 or 2. Of seven: 1-2, 3-5, 6-7."""
    return 3 * (2 * round - 1) // (2 * rounds)


def _count_one(counts: Counts, played: Played) -> None:
    game = _Game(counts)
    for event in compress(played.events, map(_SEE.__contains__, map(type, played.events))):
        _SEE[type(event)](game, event)
    _end(game, played.state)


def _end(game: _Game, state: State) -> None:
    assert state.end is not None, "a game is tallied when it is over"
    survived = state.end.survived
    game.counts["games", ""] += 1
    game.counts["rounds", ""] += state.round
    game.counts["survived", ""] += int(survived)
    if not survived:
        game.counts["cause", state.end.cause] += 1
    for track, value in state.tracks.items():
        game.counts["track", track] += value
        game.counts["track_survived", track] += value if survived else 0
    for role, score in state.scores.items():
        game.counts["score", role] += score.score
        if score.band is not None and score.par is not None:
            game.counts[f"band:{role}", score.band] += 1
            game.counts["par", role] += score.par
    for each in coalitions(state):
        if not each.pact:
            name = "+".join(sorted(each.members))
            game.counts["life", name] += each.lived
            game.counts["survival_index", name] += each.index
    for round, together in game.joint if survived else ():
        game.counts["met_in_third", str(third(round, state.rounds))] += 1
        game.counts["joint_in_third", str(third(round, state.rounds))] += int(together)


def _round(game: _Game, event: Any) -> None:
    game.round = event.round
    game.counts["played", str(event.round)] += 1


def _met(game: _Game, event: Any) -> None:
    game.counts["met", str(game.round)] += 1
    game.joint.append((game.round, event.imposed_by is None))


def _promise(game: _Game, event: Any) -> None:
    """A pact that two break at once is one broken pact; a pledge, bargain, debt or spare is one role's promise."""
    if event.kind not in ("pact", "open"):
        game.counts["promise", event.outcome] += 1
    elif event.offer not in game.broken:
        game.broken.add(event.offer)
        game.counts["pact", event.outcome] += 1


def _imposed(game: _Game, event: Any) -> None:
    game.counts["imposed", ""] += 1


def _made(game: _Game, event: Any) -> None:
    game.counts["offer", "made"] += 1


def _accepted(game: _Game, event: Any) -> None:
    game.counts["offer", "accepted"] += 1


def _answered(game: _Game, event: Any) -> None:
    if event.answer in ("refused", "countered"):
        game.counts["offer", event.answer] += 1


_WATCHED: Final[dict[str, Callable[[_Game, Any], None]]] = {
    "round_began": _round,
    "card_met": _met,
    "imposed": _imposed,
    "offer_made": _made,
    "offer_answered": _answered,
    "bargain_struck": _accepted,
    "pact_signed": _accepted,
    "promise_ended": _promise,
}
_SEE: Final = {kind: _WATCHED[tag] for kind in get_args(Event) if (tag := kind.__struct_config__.tag) in _WATCHED}

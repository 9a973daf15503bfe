"""What the games show, as the one JSON object of `faultlines simulate --json` (docs/simulate.md says each field)."""

from math import sqrt
from typing import Final

from msgspec import Struct

from scenarios.simulation.plan import Plan
from scenarios.simulation.tally import Counts, Tally

Z: Final = 1.959964
"""Standard deviations on both sides of a 95 % interval."""
DIGITS: Final = 4
BANDS: Final = ("thrived", "held", "hollowed")
Figure = float | None
"""None where there is nothing to take a mean of."""


class Coalition(Struct, frozen=True):
    """Means over the games: the index at the end (0-100), and the share of the scheduled rounds that it lived."""

    survival_index: float
    life: float


class Report(Struct, frozen=True, kw_only=True):
    """Shares are fractions of 1; scores and tracks are means; causes, pacts, offers and promises are counts."""

    deck: str
    deck_hash: str
    ruleset: str
    games: int
    seed: int
    survival: float
    survival_low: float
    survival_high: float
    rounds_mean: float
    causes: dict[str, int]
    scores: dict[str, float]
    pars: dict[str, int]
    best_share: dict[str, float]
    score_bands: dict[str, dict[str, float]]
    tracks_end: dict[str, float]
    tracks_end_survived: dict[str, Figure]
    coalitions: dict[str, Coalition]
    pacts: dict[str, int]
    offers: dict[str, int]
    promises: dict[str, int]
    imposed_per_game: float
    joint_met_share_by_third: list[Figure]
    met_share_by_round: list[Figure]
    games_per_second: float


def report(plan: Plan, played: Tally, seconds: float) -> Report:
    """The figures of these games; `seconds` is what they took."""
    counts, games = played.counts, plan.games
    survived = counts["survived", ""]
    low, high = wilson(survived, games)
    pars = {role: n // games for role, n in _of(counts, "par").items()}
    rounds = [str(n) for n in range(1, plan.rounds + 1)]
    return Report(
        deck=plan.deck.id, deck_hash=plan.deck.content_hash, ruleset=plan.deck.rules_hash,
        games=games, seed=plan.seed, survival=_share(survived, games), survival_low=low, survival_high=high,
        rounds_mean=_share(counts["rounds", ""], games),
        causes=dict(sorted(_of(counts, "cause").items())),
        scores=_means(counts, "score", games), pars=pars, best_share=best_share(played.scores, pars),
        score_bands={role: _bands(counts, role, games) for role in pars},
        tracks_end=_means(counts, "track", games),
        tracks_end_survived={t: _mean(n, survived) for t, n in _of(counts, "track_survived").items()},
        coalitions=_coalitions(counts, games, plan.rounds),
        pacts=_named(counts, "pact", ("completed", "lapsed", "broken")),
        offers=_named(counts, "offer", ("made", "accepted", "refused", "countered")),
        promises=_named(counts, "promise", ("kept", "broken", "void")),
        imposed_per_game=_share(counts["imposed", ""], games),
        joint_met_share_by_third=[_mean(counts["joint_in_third", n], counts["met_in_third", n]) for n in "012"],
        met_share_by_round=[_mean(counts["met", n], counts["played", n]) for n in rounds],
        games_per_second=round(games / seconds, 1) if seconds > 0 else 0.0,
    )


def wilson(hits: int, of: int) -> tuple[float, float]:
    """The 95 % interval of a share by Wilson's score, as fractions of 1."""
    share, weight = hits / of, Z * Z / of
    middle = (share + weight / 2) / (1 + weight)
    reach = Z * sqrt(share * (1 - share) / of + weight / (4 * of)) / (1 + weight)
    return round(max(0.0, middle - reach), DIGITS), round(min(1.0, middle + reach), DIGITS)


def best_share(scores: list[dict[str, int]], pars: dict[str, int]) -> dict[str, float]:
    """In which share of games each role did best against its par, or without pars against its mean; ties are shared."""
    roles = list(scores[0])
    games = len(scores)
    mark = {r: pars[r] * games if pars else sum(each[r] for each in scores) for r in roles}
    won = dict.fromkeys(roles, 0.0)
    for each in scores:
        margins = {r: each[r] * games - mark[r] for r in roles}
        best = max(margins.values())
        winners = [r for r in roles if margins[r] == best]
        for role in winners:
            won[role] += 1 / len(winners)
    return {role: round(n / games, DIGITS) for role, n in won.items()}


def _share(n: int, of: int) -> float:
    return round(n / of, DIGITS)


def _mean(n: int, of: int) -> Figure:
    return _share(n, of) if of else None


def _of(counts: Counts, what: str) -> dict[str, int]:
    return {which: n for (kind, which), n in counts.items() if kind == what}


def _means(counts: Counts, what: str, games: int) -> dict[str, float]:
    return {which: _share(n, games) for which, n in _of(counts, what).items()}


def _named(counts: Counts, what: str, names: tuple[str, ...]) -> dict[str, int]:
    return {name: counts[what, name] for name in names}


def _bands(counts: Counts, role: str, games: int) -> dict[str, float]:
    return {name: _share(counts[f"band:{role}", name], games) for name in BANDS}


def _coalitions(counts: Counts, games: int, rounds: int) -> dict[str, Coalition]:
    index = _of(counts, "survival_index")
    return {
        name: Coalition(_share(index[name], games), _share(counts["life", name], games * rounds))
        for name in sorted(index, key=lambda name: (name.count("+"), name))
    }

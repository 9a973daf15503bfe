"""The pars of a deck: what tables of tactical bots score on the mean, for every set of seats and each length.

    python -m benchmarks.pars [--deck local-strategic-partnership] [--games 1000] [--seed 21]

Prints the `pars:` block of deck.yaml (section 6). To be run again whenever a rule, a card or the tactical bot changes.
"""

import argparse
from collections.abc import Iterator
from itertools import combinations

from game_rules import Deck
from scenarios.library import load_deck
from scenarios.simulation import make_plan, play_all, report

LENGTHS = (6, 7, 8)


def sets_of_seats(deck: Deck) -> Iterator[tuple[str, ...]]:
    """Every set of at least two of the deck's roles that sit at the table, with and without the others; large first."""
    seated = [role.id for role in deck.roles if role.seated]
    others = [role.id for role in deck.roles if not role.seated]
    for n in range(len(seated), 1, -1):
        for local in combinations(seated, n):
            for more in ([*others], []) if others else ([],):
                yield (*local, *more)


def pars(deck: Deck, seats: tuple[str, ...], rounds: int, games: int, seed: int) -> dict[str, int]:
    """The rounded mean scores of tacticals in these seats at the standard preset."""
    named = ",".join(f"{role}=tactical" for role in seats)
    plan = make_plan(deck, seats=named, games=games, seed=seed, rounds=rounds, preset="standard")
    return {role: round(score) for role, score in report(plan, play_all(plan), 1.0).scores.items()}


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.pars", description=__doc__.splitlines()[0])
    parser.add_argument("--deck", default="local-strategic-partnership")
    parser.add_argument("--games", type=int, default=1000)
    parser.add_argument("--seed", type=int, default=21)
    wish = parser.parse_args()
    deck = load_deck(wish.deck)
    print("pars:")
    for seats in sets_of_seats(deck):
        for rounds in LENGTHS:
            found = pars(deck, seats, rounds, wish.games, wish.seed)
            scores = ", ".join(f"{role}: {score}" for role, score in found.items())
            print(f"  - {{rounds: {rounds}, scores: {{{scores}}}}}", flush=True)


if __name__ == "__main__":
    main()

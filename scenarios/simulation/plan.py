"""What is to be simulated, read from what somebody typed; every refusal says what is wrong and what to do."""

from collections.abc import Iterable
from typing import Any, Final, get_args, get_type_hints

from msgspec import Struct

from game_rules import ENGINE, TEMPERAMENTS, Deck, NewGame, Refusal, new_game
from game_rules.bots import FREE, Habits
from game_rules.bots.policy import POLICIES

EMPTY: Final = "none"
USUAL: Final = "tactical"
"""Who plays when nobody says who."""
SLIPS: Final = 0.15
"""The share of sheets in which people press something that they did not mean (section 10)."""
FORCES: Final[dict[str, dict[str, Any]]] = {
    "naming": {each: each for each in ("never", "measured", "always", "one")},
    "focus": {each: each for each in ("cases", "corporate", "balanced")},
    "attendance": {"0": 0, "1": 1, "2": 2, "mix": None},
}
PRESETS: Final[tuple[str, ...]] = get_args(get_type_hints(NewGame)["preset"])


class BadPlan(ValueError):
    """No such game can be simulated; the message says why and what would do."""


class Plan(Struct, frozen=True, kw_only=True):
    """`games` tables of one deck. `seats` maps every role of the deck to a policy or `none` (not in play).

    Game i is played with the table seed "<seed>:<i>", whoever plays it. `slips` (0 to 1) is the share of sheets with
    one dial replaced at random.
    """

    deck: Deck
    seats: dict[str, str]
    games: int
    seed: int
    preset: str
    rounds: int
    slips: float = SLIPS
    habits: Habits = FREE

    def header(self, seed: str) -> NewGame:
        """The first command of one game. The rules know temperaments only; a script plays under the name of one."""
        held = {r: p if p == EMPTY or p in TEMPERAMENTS else TEMPERAMENTS[0] for r, p in self.seats.items()}
        return NewGame(
            deck=self.deck.id, deck_hash=self.deck.content_hash, engine=ENGINE, seats=held,
            preset=self.preset, rounds=self.rounds, timers=False, seed=seed,  # type: ignore[arg-type]
        )


def make_plan(
    deck: Deck, *, everybody: str | None = None, seats: str = "", games: int = 1000, seed: int = 1,
    preset: str | None = None, rounds: int | None = None, slips: float = SLIPS, offers: bool = True,
    force: Iterable[str] = (),
) -> Plan:
    """The plan that these words ask for; what is left out is the deck's. Raises BadPlan.

    `everybody` takes the seats that `seats` ("role=policy,...") does not name; without it those stay empty. With
    neither of them, all are tacticals.
    """
    _check(games >= 1, f"--games {games}: there is nothing to play. Ask for at least 1.")
    _check(0 <= slips <= 1, f"--slips {slips}: this is a share of the sheets. Give a number from 0 to 1.")
    if preset is not None:
        _one_of(f"--preset {preset}", "preset", preset, PRESETS)
    plan = Plan(
        deck=deck, seats=_seats(deck, everybody, seats), games=games, seed=seed, preset=preset or deck.preset,
        rounds=deck.rounds if rounds is None else rounds, slips=slips, habits=_habits(offers, force),
    )
    _check_opening(plan)
    return plan


def _check(fine: bool, message: str) -> None:
    if not fine:
        raise BadPlan(message)


def _one_of(words: str, kind: str, given: str, known: Iterable[str]) -> None:
    _check(given in known, f"{words}: there is no {kind} {given}. There is: {', '.join(known)}.")


def _seats(deck: Deck, everybody: str | None, text: str) -> dict[str, str]:
    if everybody is not None:
        _one_of(f"--all {everybody}", "policy", everybody, POLICIES)
    others = everybody or (EMPTY if text.strip() else USUAL)
    seats = {role.id: others for role in deck.roles}
    for role, policy in _pairs("--seats", text.replace(",", " ").split(), "pct=tactical,council=idealist"):
        _one_of(f"--seats {role}={policy}", "role", role, seats)
        _one_of(f"--seats {role}={policy}", "policy", policy, (*POLICIES, EMPTY))
        seats[role] = policy
    return seats


def _pairs(option: str, words: Iterable[str], example: str) -> list[tuple[str, str]]:
    found: dict[str, str] = {}
    for word in words:
        name, sign, value = word.partition("=")
        _check(bool(sign and name and value), f"{option} {word}: write it as name=value, as in {example}.")
        _check(name not in found, f"{option}: {name} is given twice. Give it once.")
        found[name] = value
    return list(found.items())


def _habits(offers: bool, force: Iterable[str]) -> Habits:
    dials: dict[str, Any] = {}
    for name, value in _pairs("--force", force, "naming=never"):
        _one_of(f"--force {name}={value}", "dial", name, FORCES)
        _one_of(f"--force {name}={value}", name, value, FORCES[name])
        dials[name] = FORCES[name][value]
    return Habits(offers=offers, **dials)


def _check_opening(plan: Plan) -> None:
    """The rules themselves say whether such a game can begin."""
    refusal = new_game(plan.deck, plan.header("0"), 0)
    if not isinstance(refusal, Refusal):
        return
    if "rounds" in refusal.data:
        low, high = refusal.allowed
        raise BadPlan(f"--rounds {plan.rounds}: a game has {low} to {high} rounds.")
    if "at_the_table" in refusal.data:
        raise BadPlan(
            "Too few at the table: --seats must seat at least two of "
            f"{', '.join(role.id for role in plan.deck.roles if role.seated)}. Or fill the others with --all POLICY."
        )
    raise BadPlan(f"The rules refuse such a game: {refusal.code} {refusal.data}.")

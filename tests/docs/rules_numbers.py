"""Every number of docs/rules.md by name: the ruleset, constants and moves in the rules' own source, the deck.

A number that stands in the code as a bare figure inside an expression cannot be taken from there; those few are in
`TYPED`, each with the place that it repeats.
"""

import ast
import importlib
import pkgutil
from collections import defaultdict
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from types import ModuleType
from typing import Final

from msgspec.structs import asdict, replace

import game_rules
from game_rules import STANDARD, Deck, Ruleset
from game_rules.phases import briefing
from game_rules.sheets import MEETING
from game_rules.tracks import TOP
from server.api.decks import LENGTHS
from server.hub.words import LONGEST

MOVES: Final = {"move_track": 3, "move_number": 4, "move_bond": 3, "move_sore": 3, "WordMoved": 2}
"""Which argument of a call that moves something says why; the one before it says by how much."""
TECHNICAL: Final = {"EXTEND_MAX", "CAN_MAX", "CLOSED_MAX", "POINTS_MAX"}
"""Constants that bound what is sent, not what is played."""
TYPED: Final = {
    "need_for": 4,  # briefing._printed_need: x S / 4
    "target_need": 1,  # briefing._surcharges
    "bite_need": 1,  # briefing._surcharges
    "discount": 1,  # sheets.price
    "naming_drop": 1,  # voice._settle_naming: 1 + namers
    "naming_strain": 2,  # voice.most_strained
    "naming_near": 1,  # voice.most_strained
    "focus_from": 2,  # voice.focus
    "ducks": 2,  # reveal.idle, voice._deserved
    "collapse_local": 2,  # scoring.collapse: weight of a local
    "score_standing": 3,  # scoring.scored
    "score_purpose": 2,  # scoring.scored
    "score_outcomes": 2,  # scoring.scored
    "coalition_goodwill": 1,  # coalitions.alive
}


def modules() -> Iterator[ModuleType]:
    """Every module of the rules but the bots."""
    for found in pkgutil.walk_packages(game_rules.__path__, "game_rules."):
        if not found.ispkg and ".bots" not in found.name:
            yield importlib.import_module(found.name)


def constants() -> dict[str, int]:
    """The whole-number constants beside the rules, by name in small letters."""
    found: dict[str, int] = {}
    for module in modules():
        for name, value in vars(module).items():
            if name.isupper() and name[0] != "_" and type(value) is int and name not in TECHNICAL:
                known = found.setdefault(name.lower(), value)
                assert known == value, f"{name} has two values"
    return found


@cache
def moves() -> dict[str, int]:
    """What the rules' source moves by a plain figure: "moved_papering_trust" is the trust that papering over
    costs.

    Named by cause and thing moved, or by function where the cause is worked out; the size alone where a name moves
    both up and down. Raises AssertionError when one name has two sizes.
    """
    found: dict[str, set[int]] = defaultdict(set)
    for module in modules():
        for function in ast.walk(ast.parse(Path(str(module.__file__)).read_text())):
            if isinstance(function, ast.FunctionDef):
                for name, n in _moved(function):
                    found[name].add(n)
    sizes = {name: {abs(n) for n in each} for name, each in found.items()}
    assert all(len(each) == 1 for each in sizes.values()), sizes
    return {name: next(iter(each if len(each) == 1 else sizes[name])) for name, each in found.items()}


def _moved(function: ast.FunctionDef) -> Iterator[tuple[str, int]]:
    for call in ast.walk(function):
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in MOVES:
            why = MOVES[call.func.id]
            size = _figure(call.args[why - 1])
            if size is not None:
                cause = _cause(call.args[why]) or function.name.strip("_")
                yield f"moved_{cause}_{_thing(call.func.id, call.args[why - 2])}", size


def _thing(call: str, before: ast.expr) -> str:
    """What the call moves: its argument, or for a bond, a sore or a word the thing that it is named after."""
    by_argument = call in ("move_track", "move_number")
    return ast.unparse(before).strip("'") if by_argument else call.lower().replace("move_", "").replace("moved", "")


def _figure(node: ast.expr) -> int | None:
    """A plain whole number, or None for anything that has to be worked out."""
    try:
        value = ast.literal_eval(node)
    except ValueError:
        return None
    return value if type(value) is int else None


def _cause(node: ast.expr) -> str:
    """The cause as part of a name: a text, or the beginning of one that is put together; else nothing."""
    first = node.values[0] if isinstance(node, ast.JoinedStr) else node
    text = str(first.value) if isinstance(first, ast.Constant) else ""
    return text.strip(".").replace(".", "_")


def rules_of(deck: Deck) -> Ruleset:
    """The constants as this deck plays them."""
    return replace(STANDARD, **deck.ruleset)


def numbers(rules: Ruleset, deck: Deck) -> dict[str, int]:
    """Every number that the page may print, by name."""
    parts = (asdict(rules), constants(), moves(), TYPED, _from_elsewhere(deck))
    found = {name: n for part in parts for name, n in part.items()}
    twice = [name for name in found if sum(name in part for part in parts) > 1]
    assert not twice, f"names with two meanings: {twice}"
    return found | _worked_out(found)


def _from_elsewhere(deck: Deck) -> dict[str, int]:
    goodwill = {role.goodwill for role in deck.roles}
    assert len(goodwill) == 1, "the page says one number for all"
    tops = {f"top_{track}": top for track, top in TOP.items()}
    short, usual, long = LENGTHS
    return tops | {
        "goodwill": goodwill.pop(), "meeting_most": max(MEETING), "announce_letters": LONGEST["announce"],
        "rounds_first": short, "rounds_usual": usual, "rounds_long": long, "cards": len(deck.cards),
        "automaton_back": briefing.AUTOMATON.count("back"), "automaton_of": len(briefing.AUTOMATON),
    }


def _worked_out(n: dict[str, int]) -> dict[str, int]:
    """Numbers that follow from others."""
    return {
        "backing_usual": n["backing_bag"] - n["backing_thin"] - n["backing_strong"],
        "deadline_mid_from": n["deadline_low_trust"] + 1,
        "deadline_mid_to": n["deadline_free_trust"] - 1,
        "impose_cheap_trust": n["impose_dear_trust"] - 1,
        "standing_mid_from": n["low"] + 1,
        "standing_mid_to": n["high"] - 1,
        "clauses_most": 3 * n["clause"],
        "score_standing_most": n["score_standing"] * n["own_top"],
        "score_purpose_most": n["score_purpose"] * n["own_top"],
        "score_outcomes_most": n["score_outcomes"] * n["top_outcomes"],
        "gentle_start": n["goodwill"] + n["gentle_goodwill"],
        "hard_start": n["goodwill"] + n["hard_goodwill"],
    }

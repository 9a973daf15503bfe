"""Writes docs/rules.md and its pictures from docs/rules.template.md: `python -m tests.docs.rules_page`.

The template holds words; every number comes from `rules_numbers`, every table here from the standard deck. A test
writes all of it again and compares. In the template `$name` is a number's size, `${+name}` the number with its sign.
"""

import re
import textwrap
from collections.abc import Iterable, Iterator
from pathlib import Path
from string import Template
from typing import Final

from game_rules import TRACKS, Clause, CueSheet, Deck, Role, Ruleset
from scenarios import load_deck
from server.sentences import say
from tests.docs import rules_pictures
from tests.docs.rules_example import READER, Example, play
from tests.docs.rules_numbers import numbers, rules_of

DOCS: Final = Path(__file__).parents[2] / "docs"
TEMPLATE: Final = DOCS / "rules.template.md"
HOW: Final = "python -m tests.docs.rules_page"


class Page(Template):
    """A template whose names may begin with + (the number with its sign)."""

    braceidpattern = r"\+?[a-z][a-z0-9_]*"
    idpattern = r"[a-z][a-z0-9_]*"


def write() -> dict[str, str]:
    """Every file by its path below docs/, as it should stand."""
    deck = load_deck("local-strategic-partnership")
    played = play(deck)
    return {
        "rules.md": rules(rules_of(deck), deck, played),
        "images/rules-sheet.svg": rules_pictures.sheet(played),
        "images/rules-reveal.svg": rules_pictures.reveal(played),
    }


def rules(ruleset: Ruleset, deck: Deck, played: Example) -> str:
    """The page for this ruleset and deck, with the worked round as it was played."""
    found = numbers(ruleset, deck)
    plain = {name: str(abs(n)) for name, n in found.items()}
    with_sign = {f"+{name}": signed(n) for name, n in found.items()}
    page = Page(_unbroken(TEMPLATE.read_text()))
    filled = page.substitute({**plain, **with_sign, **tables(ruleset, deck, found), **example(played)})
    return "\n".join(_wrapped(line) for line in filled.split("\n"))


def _unbroken(template: str) -> str:
    """Each paragraph and item in one line: once numbers are in, lines end elsewhere."""
    item = r"\s*(?:-|1\.) |[\n|#!]"
    return re.sub(rf"(?<=[^\n|])\n(?!{item})\s*", " ", template.rstrip("\n")) + "\n"


def _wrapped(line: str) -> str:
    """A line broken at 120; a number that ends a sentence never begins a line, where it would be a list."""
    if line.startswith(("|", "!", "#")):
        return line
    start = re.match(r" *(?:- |1\. )?", line)
    indent = " " * (start.end() if start else 0)
    glued = re.sub(r" ([−+]?\d+\.)", "\0\\1", line[len(indent):])
    lines = textwrap.wrap(glued, 120, initial_indent=line[: len(indent)], subsequent_indent=indent,
                          break_long_words=False, break_on_hyphens=False)
    return "\n".join(lines).replace("\0", " ")


def signed(n: int) -> str:
    """A change as people write it, with a true minus."""
    return f"−{-n}" if n < 0 else f"+{n}"


def tables(ruleset: Ruleset, deck: Deck, found: dict[str, int]) -> dict[str, str]:
    """What the page lists of the deck."""
    times = {phase: duration(getattr(ruleset, f"{phase}_seconds")) for phase in _PHASES}
    return {f"{phase}_time": words for phase, words in times.items()} | {
        "how": f"`{HOW}` writes it", "roles_short": _short(deck),
        "roles": _roles(deck), "weather": _weather(deck),
        "pars": _pars(deck), "agendas": _agendas(deck, found["late_rounds"]), "timings": _timings(deck),
    }


_PHASES: Final = ("brief", "talk", "commit", "reveal", "stocktake")


def duration(seconds: int) -> str:
    """ "45 s", "3 min", "1 min 30 s"."""
    minutes, rest = divmod(seconds, 60)
    return " ".join([f"{minutes} min"] * (minutes > 0) + [f"{rest} s"] * (rest > 0))


def example(played: Example) -> dict[str, str]:
    """The numbers of the worked round."""
    brought, met = list(played.brought.values()), played.met
    assert played.seen.card
    return {
        "example_title": played.seen.card.title, "example_need": str(met.need),
        "example_share": str(played.brought[READER]),
        "example_shares": f"{' + '.join(map(str, played.printed_shares))} = {sum(played.printed_shares)}",
        "example_carry": str(max(brought)),
        "example_sum": f"{' + '.join(map(str, brought))} = {met.brought} of {met.need}",
    }


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    cells = list(head)
    lines = [cells, ["---"] * len(cells), *rows]
    return "\n".join(f"| {' | '.join(line)} |" for line in lines)


def _short(deck: Deck) -> str:
    return "\n".join(f"- **{role.label}** ({role.letter}). {role.brief}" for role in deck.roles)


def _roles(deck: Deck) -> str:
    return _table(("", *(role.label for role in deck.roles)), (
        (what, *(_said(getattr(role, trait)) for role in deck.roles)) for trait, what in _TRAITS.items()
    ))


_TRAITS: Final = {
    "seated": "sits at the table", "statutory": "statutory", "speaks_for_users": "speaks for users",
    "has_instruments": "has instruments", "may_impose": "may decide alone", "income": "capacity a round",
    "goodwill": "goodwill at the start", "service_weight": "weight of what is left for its services",
    "hand_max": "hands over at most", "standing_label": "its standing is with", "purpose_label": "its purpose is",
}


def _said(value: object) -> str:
    return ("yes" if value else "no") if isinstance(value, bool) else str(value)


def _weather(deck: Deck) -> str:
    bag = sum(kind.chips for kind in deck.weather)
    kinds = ", ".join(
        f"{kind.label.lower()} ({kind.chips}{_does(kind.track, kind.n)})" for kind in deck.weather
    )
    return f"one chip from a bag of {bag}, put back afterwards: {kinds}"


def _does(track: str | None, n: int) -> str:
    return f": {say(f'track-{track}', {}).lower()} {signed(n)}" if track else ""


def _pars(deck: Deck) -> str:
    sets = list(dict.fromkeys(tuple(par.scores) for par in deck.pars))
    lengths = sorted({par.rounds for par in deck.pars})
    letters = {role.id: role.label for role in deck.roles}
    scores = {(tuple(par.scores), par.rounds): " / ".join(map(str, par.scores.values())) for par in deck.pars}
    return _table(
        ("In play", *(f"{rounds} rounds" for rounds in lengths)),
        ((", ".join(letters[r] for r in seats), *(scores.get((seats, n), "") for n in lengths)) for seats in sets),
    )


def _agendas(deck: Deck, late_rounds: int) -> str:
    names = sorted({name for role in deck.roles for name in role.agendas})
    return "The secret aims:\n\n" + _table(
        ("", *(f"Aim {name}" for name in names)),
        ((role.label, *("; ".join(_clauses(role, name, late_rounds)) for name in names)) for role in deck.roles),
    )


def _clauses(role: Role, name: str, late_rounds: int) -> Iterator[str]:
    for clause in role.agendas.get(name, ()):
        yield _clause(clause, late_rounds)


def _clause(clause: Clause, late_rounds: int) -> str:
    """One aim in the game's own words; the catalogue's sentence has the late rounds in letters, so not that one."""
    id = f"track-{clause.key}" if clause.key in TRACKS else f"subject-{clause.key.replace('.', '-')}"
    subject = say(id, {})[:1].lower() + say(id, {})[1:]
    if clause.key == "late_eruptions":
        subject = f"eruptions in the last {late_rounds} rounds:"
    low, high = clause.at_least, clause.at_most
    if low is not None and high is not None:
        return say("clause-between", {"subject": subject, "low": low, "high": high})
    n = low if low is not None else high
    return say("clause-at-least" if low is not None else "clause-at-most", {"subject": subject, "n": n or 0})


def _timings(deck: Deck) -> str:
    if not isinstance(deck.cue_sheet, CueSheet):
        return ""
    rows = (
        (str(t.rounds), *(f"{n} min" for n in (t.briefing, t.first_round, t.other_rounds, t.scores, t.debrief)))
        for t in deck.cue_sheet.timings
    )
    head = ("Rounds", "Briefing", "First round", "Other rounds", "Scores", "Debrief on top")
    return "A session takes about:\n\n" + _table(head, rows)


if __name__ == "__main__":
    for name, content in write().items():
        (DOCS / name).write_text(content)
        print(f"docs/{name}: {len(content.encode())} bytes")

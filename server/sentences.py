"""The game's sentences in Python: the one Fluent catalogue, filled from an event's data and a deck's names."""

import re
from functools import cache
from importlib.resources import files
from typing import Final

from fluent.runtime import FluentBundle, FluentResource
from msgspec.structs import asdict

from game_rules import Deck, Event, Headline
from game_rules.bots import Line

ROLES: Final = ("role", "target", "invited_by", "imposed_by", "credited", "carrier", "asker", "to")
LISTS_OF_ROLES: Final = ("to", "members", "parties")
MESSAGES: Final = {
    "track": "track", "what": "number", "cause": "cause",
    "gained": "number", "gain_cause": "cause", "lost": "number", "loss_cause": "cause",
}
SENTENCE: Final = re.compile(r"^[a-z]|(?<=\. )[a-z]")
"""Where a sentence begins: names of roles begin small ("the council")."""


@cache
def catalogue() -> FluentBundle:
    """The catalogue of `game_rules/sentences`. No isolation marks: every argument is in the sentence's language."""
    bundle = FluentBundle(["en-GB"], use_isolating=False)
    for name in ("en.ftl", "bots.en.ftl"):
        bundle.add_resource(FluentResource((files("game_rules") / "sentences" / name).read_text("utf-8")))
    return bundle


def say(id: str, arguments: dict[str, str | int]) -> str:
    """The message with this id. Raises LookupError when the catalogue has none."""
    message = catalogue().get_message(id)
    if message.value is None:
        raise LookupError(f"{id} has no text")
    text, _ = catalogue().format_pattern(message.value, arguments)
    return str(text)


def tell(deck: Deck, event: Event) -> str:
    """One event as a sentence, roles and cards by the deck's names."""
    return _capital(say(_message_of(event), _arguments(deck, asdict(event))))


def headline_of(deck: Deck, headline: Headline) -> str:
    """One headline of a round as a sentence."""
    return _capital(say(headline.key, _arguments(deck, dict(headline.data))))


def words_of(deck: Deck, line: Line) -> str:
    """What a bot says, in words."""
    return _capital(say(line.key, _arguments(deck, dict(line.data))))


def _capital(text: str) -> str:
    return SENTENCE.sub(lambda letter: letter[0].upper(), text)


def _message_of(event: Event) -> str:
    """The catalogue has a variant of its own where nobody is credited, one imposed, or the key was missing."""
    id = f"event-{_tag(event).replace('_', '-')}"
    fields = asdict(event)
    if "credited" in fields:
        return id + ("-imposed" if fields["imposed_by"] else "" if fields["credited"] else "-nobody")
    return f"{id}-key" if fields.get("key_missing") else id


def _tag(event: Event) -> str:
    return str(event.__struct_config__.tag)


def _arguments(deck: Deck, fields: dict[str, object]) -> dict[str, str | int]:
    centre = next((role.name for role in deck.roles if role.has_instruments), "the centre")
    found: dict[str, str | int] = {"centre": centre}
    for key, value in fields.items():
        word = _word(deck, key, value)
        if word is not None:
            found[key] = word
    delta, need, brought = fields.get("delta"), fields.get("need"), fields.get("brought")
    if isinstance(delta, int):
        found |= {"direction": "up" if delta > 0 else "down", "amount": abs(delta)}
    if isinstance(need, int) and isinstance(brought, int):
        found["short"] = max(0, need - brought)
    found |= {new: found[old] for old, new in (("imposed_by", "role"), ("key_missing", "key")) if old in found}
    return found


def _word(deck: Deck, key: str, value: object) -> str | int | None:
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, int):
        return value
    if key == "pairs" and isinstance(value, tuple):
        return " and ".join(_pair(deck, str(pair)) for pair in value)
    if key in LISTS_OF_ROLES and isinstance(value, tuple):
        return _listed([name_of(deck, str(role)) for role in value])
    if not isinstance(value, str):
        return None
    if key == "asks":
        return _listed([" ".join((name_of(deck, role), n)) for role, n in (p.split("=") for p in value.split(","))])
    if key in ROLES:
        return name_of(deck, value)
    if key == "pair":
        return _pair(deck, value)
    if key in MESSAGES:
        id = f"{MESSAGES[key]}-{value.replace('.', '-')}"
        # What was handed over has a cause that no sentence tells.
        return say(id, {}) if catalogue().has_message(id) else value
    labels = {"card": {c.id: c.title for c in deck.cards}, "chip": {w.id: w.label for w in deck.weather}}
    return labels.get(key, {}).get(value, value)


def name_of(deck: Deck, role: str) -> str:
    """The role inside a sentence ("the council")."""
    return next((each.name for each in deck.roles if each.id == role), role)


def _listed(words: list[str]) -> str:
    """The words as "a, b and c"."""
    return " and ".join(filter(None, (", ".join(words[:-1]), *words[-1:])))


def _pair(deck: Deck, pair: str) -> str:
    return " and ".join(name_of(deck, role) for role in pair.split("+"))

"""The words of findings: advice by near miss, and pydantic's errors as sentences."""

import difflib
from collections.abc import Iterable, Mapping
from typing import Any

from scenarios.findings import shown


def nearest(word: str, known: Iterable[str]) -> str:
    """ "Did you mean ...?" for a near miss, else nothing."""
    close = difflib.get_close_matches(word[:80], list(known), n=1, cutoff=0.6)
    return f'Did you mean "{close[0]}"?' if close else ""


def one_of(known: Iterable[str], most: int = 12) -> str:
    """ "Write one of ..." with at most `most` of them."""
    words = list(known)
    if not words:
        return "Delete it."
    tail = ", ..." if len(words) > most else ""
    return f"Write one of {', '.join(words[:most])}{tail}."


def sentences(error: Mapping[str, Any], fields: Iterable[str]) -> tuple[str, str, str]:
    """Code, what is wrong and what to do, for one of pydantic's errors in a block that has these `fields`."""
    kind: str = error["type"]
    context: Mapping[str, Any] = error.get("ctx", {})
    value = error["input"]
    last = error["loc"][-1] if error["loc"] else ""
    if "what" in context:
        return kind, context["what"], context["advice"]
    if kind == "missing":
        return "missing", f'The field "{last}" is missing.', f'Add "{last}:" to this block.'
    if kind == "extra_forbidden":
        return (
            "unknown-key",
            f"There is no field {shown(last)} here.",
            nearest(str(last), fields) or one_of(fields, 30),
        )
    if kind == "literal_error":
        choices = [word.strip(" '") for word in context["expected"].replace(" or ", ",").split(",")]
        return (
            "choice",
            f"{shown(value)} is not one of the choices.",
            nearest(str(value), choices) or one_of(choices),
        )
    return _measured(kind, context, value)


def _measured(kind: str, context: Mapping[str, Any], value: Any) -> tuple[str, str, str]:
    if kind in ("greater_than_equal", "less_than_equal"):
        limit = context.get("ge", context.get("le"))
        side = "least" if kind == "greater_than_equal" else "most"
        return "range", f"{value} is outside the range.", f"Write {limit} at {side}."
    if isinstance(value, str) and kind in ("too_short", "too_long"):
        kind = f"string_{kind}"
    if kind in ("string_too_short", "too_short"):
        return "short", "There is too little here.", f"Write at least {context['min_length']}."
    if kind == "string_too_long":
        over = len(str(value).strip()) - int(context["max_length"])
        return (
            "long",
            f"The text is {over} characters too long.",
            f"Write at most {context['max_length']} characters.",
        )
    if kind == "too_long":
        return "long", "There are too many here.", f"Write at most {context['max_length']}."
    if kind == "string_pattern_mismatch":
        return (
            "id",
            f"{shown(value)} cannot be used as an id.",
            "Use letters from a to z, digits and the sign _ (or -).",
        )
    if kind in ("tuple_type", "list_type"):
        return (
            "list",
            f"There should be a list here, not {shown(value)}.",
            'Begin each item with "- ", or use [brackets].',
        )
    return "block", f"There should be a block of keys here, not {shown(value)}.", 'Write "key: value" lines.'

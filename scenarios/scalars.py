"""How the schema reads a scalar: as text, whole number or truth value, by what the field wants (YAML 1.2)."""

import re
import unicodedata
from typing import Annotated, Any, Final

from pydantic import BeforeValidator
from pydantic_core import PydanticCustomError

from scenarios.findings import shown
from scenarios.yaml_reader import Plain

WHOLE: Final = re.compile(r"[-+]?(0|[1-9][0-9]*)")
TRUTHS: Final = {"true": True, "True": True, "TRUE": True, "false": False, "False": False, "FALSE": False}
LONGEST_NUMBER: Final = 9
JOINERS: Final = "\u200c\u200d"  # invisible, but some scripts cannot be written without them


def problem(code: str, what: str, advice: str) -> PydanticCustomError:
    """An error that carries its own sentences to the finding."""
    return PydanticCustomError(code, "{what}", {"what": what, "advice": advice})


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise problem(
            "text", f"There should be text here, not {shown(value)}.", "Write it in quotation marks."
        )
    text = unicodedata.normalize("NFC", str(value)).strip()
    for character in text:
        if character not in "\n" + JOINERS and unicodedata.category(character) in (
            "Cc",
            "Cf",
            "Cs",
            "Co",
            "Zl",
            "Zp",
        ):
            raise problem(
                "character", f"The text holds an invisible character (U+{ord(character):04X}).", "Delete it."
            )
    return text


def _line(value: Any) -> str:
    text = _text(value)
    if "\n" in text:
        raise problem("lines", "This text has to stay in one line.", 'Write it after ">-", or in one line.')
    return text


def _whole(value: Any) -> int:
    if isinstance(value, Plain) and WHOLE.fullmatch(value):
        if len(value) > LONGEST_NUMBER:
            raise problem("number", "This number is far too large.", "Write a small whole number.")
        return int(value)
    quoted = isinstance(value, str) and not isinstance(value, Plain) and WHOLE.fullmatch(value)
    advice = "Take the quotation marks away." if quoted else "Write a number such as 0, 2 or -1."
    raise problem("number", f"There should be a whole number here, not {shown(value)}.", advice)


def _flag(value: Any) -> bool:
    if isinstance(value, Plain) and value in TRUTHS:
        return TRUTHS[value]
    raise problem("truth", f"There should be true or false here, not {shown(value)}.", "Write true or false.")


prose = BeforeValidator(_text)
one_line = BeforeValidator(_line)
whole = BeforeValidator(_whole)
Line = Annotated[str, one_line]
Flag = Annotated[bool, BeforeValidator(_flag)]


def number_of(value: object) -> int | None:
    """The whole number that a scalar is written as, or None."""
    plain = isinstance(value, Plain) and len(value) <= LONGEST_NUMBER and WHOLE.fullmatch(value)
    return int(str(value)) if plain else None

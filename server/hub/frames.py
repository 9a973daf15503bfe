"""From what a socket sent to a message, whatever was sent: every bad frame becomes an `Error`, never an exception."""

from typing import Any, Final

import msgspec

from server.hub.protocol import ClientMessage, Error

DEEPEST: Final = 12
LONGEST_NAME: Final = 200
"""Characters of any text in a frame but `words`."""
LONGEST_WORDS: Final = 4_000
"""Characters of `words` as typed; what is left after cleaning has its own limit."""
LARGEST: Final = 2**53 - 1
ID_LETTERS: Final = frozenset("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_.")
"""No colon: ids such as `clock:7` are the server's own."""


class _Unfit(Exception):
    pass


def read_frame(frame: str | bytes | None) -> ClientMessage | Error:
    """The message in a text frame of JSON; else an `Error` that says what is wrong with it."""
    if not isinstance(frame, str):
        return Error("binary_frame", "Send text frames of JSON; this one was binary.")
    try:
        data = msgspec.json.decode(frame)
        _check(data, depth=0)
        return _known(msgspec.convert(data, ClientMessage))
    except msgspec.ValidationError as error:
        return Error("bad_message", f"{error}.")
    except (msgspec.DecodeError, UnicodeError, ValueError) as error:
        return Error("bad_json", f"This is not JSON: {error}.")
    except RecursionError:
        return Error("too_deep", f"Nested deeper than {DEEPEST} levels.")
    except _Unfit as unfit:
        return Error("bad_message", str(unfit))


def _check(value: Any, depth: int, name: str = "") -> None:
    if depth > DEEPEST:
        raise RecursionError
    if isinstance(value, dict):
        for key, each in value.items():
            _check(key, depth + 1)
            _check(each, depth + 1, key)
    elif isinstance(value, list):
        for each in value:
            _check(each, depth + 1, name)
    elif isinstance(value, str):
        longest = LONGEST_WORDS if name == "words" and depth == 1 else LONGEST_NAME
        if len(value) > longest:
            raise _Unfit(f"A text of {len(value)} characters; at most {longest} fit.")
    elif isinstance(value, int | float) and not -LARGEST <= value <= LARGEST:
        raise _Unfit(f"A number beyond {LARGEST}.")


def _known(message: ClientMessage) -> ClientMessage:
    given = getattr(message, "id", "-")
    if not 1 <= len(given) <= 64 or not set(given) <= ID_LETTERS:
        raise _Unfit("`id` is 1 to 64 letters, digits, dots, dashes and underscores.")
    return message

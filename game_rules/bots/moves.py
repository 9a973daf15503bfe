"""What a policy answers with: a command and, for people, a line that says it in words."""

from msgspec import Struct

from game_rules.commands import Command


class Line(Struct, frozen=True):
    """A sentence of the catalogue (`bot-...`) and what it is about; whoever shows it puts it into words."""

    key: str
    data: dict[str, str | int] = {}


class Move(Struct, frozen=True):
    """One command of a bot; `line` is None when nothing needs saying."""

    command: Command
    line: Line | None = None

"""What a policy answers with: a command and, for people, a line that says it in words."""

from typing import NamedTuple

from game_rules.commands import Command


class Line(NamedTuple):
    """A sentence of the catalogue (`bot-...`) and what it is about; whoever shows it puts it into words."""

    key: str
    data: dict[str, str | int] = {}


class Move(NamedTuple):
    """One command of a bot; `line` is None when nothing needs saying."""

    command: Command
    line: Line | None = None

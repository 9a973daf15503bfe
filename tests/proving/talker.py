"""A person for the proof: plays by dice, talks a lot, and says secrets that must not travel."""

import random

import msgspec

from game_rules import Command, Commit, View
from game_rules.bots import at_random, share
from tests.proving.checker import Secret

AT_RANDOM = 0.25
"""Mostly careful, so that the partnership lasts; now and then anything, so that every kind of secret occurs."""
SAYINGS = 3
"""How often it speaks in a phase of talk."""


class Talker:
    """A policy. Every text that it sends is marked, and `secrets` says who alone may ever see it."""

    def __init__(self, role: str, seed: str) -> None:
        self.role, self.secrets = role, list[Secret]()
        self._seed, self._dice = seed, random.Random(f"{seed} {role}")
        self._said: dict[tuple[int, str], int] = {}
        self._silent = False

    def fall_silent(self, *_: object) -> None:
        """Nothing dangerous will happen any more: be brief, so that the proof is."""
        self._silent = True

    def __call__(self, view: View) -> tuple[Command, str | None] | None:
        legal, when = view.legal.commands, (view.round, view.phase)
        if view.phase == "talk" and "say" in legal and not self._silent and self._times(when) < SAYINGS:
            return self._say(view)
        if "note" in legal and not self._silent and self._times(when) < 1:
            return _command("note"), self._marked([self.role])
        move = at_random(view, str(self._dice.random())) if self._dice.random() < AT_RANDOM else share(view)
        if move is None:
            return (_command("ready"), None) if "ready" in legal and view.phase != "talk" else None
        command, words = move.command, "A word from us." if move.line else None
        if isinstance(command, Commit) and command.sheet.voice.kind != "name" and not self._silent:
            words = self._marked([self.role])  # only the sentence of a naming is ever shown
        return command, words

    def _times(self, when: tuple[int, str]) -> int:
        self._said[when] = self._said.get(when, -1) + 1
        return self._said[when]

    def _say(self, view: View) -> tuple[Command, str]:
        """To everybody at the table, or to one role: the one thing that the centre can do."""
        whom = self._dice.choice(view.legal.talk)
        if whom == "table":
            hear = [role.id for role in view.roles if role.seated]
            return _command("say"), self._marked([self.role, *hear])
        return _command("say", to=[whom]), self._marked([self.role, whom])

    def _marked(self, may_see: list[str]) -> str:
        text = f"canary-{self.role}-{self._dice.getrandbits(64):016x}"
        self.secrets.append(Secret(text, frozenset(may_see)))
        return text


def _command(type: str, **fields: object) -> Command:
    command: Command = msgspec.convert({"type": type, **fields}, Command)
    return command

"""YAML events to plain values, bounded, with the line and column of every key and value.

Only what a deck needs is read: mappings with text keys, lists and scalars. Scalars stay text (`Plain` if they
were written without quotation marks), because the schema decides what a value is: `no`, `12:30` and `010` are
never changed behind the author's back. Nothing resolves tags, follows aliases or builds Python objects.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

import yaml

from scenarios.findings import Finding, shown
from scenarios.yaml_events import Place, Unreadable, decoded, parsed

MAX_DEPTH: Final = 32
MAX_EVENTS: Final = 20_000
NULLS: Final = frozenset({"", "~", "null", "Null", "NULL"})
SURROGATE: Final = re.compile("[\ud800-\udfff]")

Path = tuple[str | int, ...]
Value = object  # dict[str, Value] | list[Value] | str | None


class Plain(str):
    """A scalar written without quotation marks: the schema may take it for a number or a truth value."""

    __slots__ = ()


@dataclass(frozen=True)
class Tree:
    """A value with the places of everything in it. `root` leads from the file's top to the value."""

    path: str
    value: Value
    places: dict[Path, Place] = field(default_factory=dict)
    keys: dict[Path, Place] = field(default_factory=dict)
    root: Path = ()

    def place(self, at: Path = (), key: bool = False) -> Place:
        """The place of the value (or its key) at `at`, or of the nearest thing around it."""
        whole = self.root + at
        if key and whole in self.keys:
            return self.keys[whole]
        while whole and whole not in self.places:
            whole = whole[:-1]
        return self.places.get(whole, Place(1, 1))

    def below(self, step: str | int, value: Value) -> "Tree":
        """The part of this tree under `step`, whose value is `value`."""
        return Tree(self.path, value, self.places, self.keys, (*self.root, step))

    def finding(
        self, at: Path, code: str, what: str, advice: str, key: bool = False, warning: bool = False
    ) -> Finding:
        """A finding at the place of `at`."""
        place = self.place(at, key)
        return Finding(
            self.path, place.line, place.column, "warning" if warning else "error", code, what, advice
        )


@dataclass(frozen=True)
class Read:
    """A file's tree (None if reading had to stop), what is wrong with it as YAML, and its count of events."""

    tree: Tree | None
    findings: tuple[Finding, ...]
    events: int


def read_yaml(data: bytes, path: str, most: int = MAX_EVENTS) -> Read:
    """What a file's bytes say, in at most `most` events. Never raises."""
    reading = _Reading(path, most)
    try:
        tree = reading.whole(decoded(data))
    except Unreadable as stop:
        reading.say(stop.place, stop.code, stop.what, stop.advice)
        tree = None
    return Read(tree, tuple(reading.findings), reading.count)


class _Reading:
    """One pass over one file's events; collects what can be said without stopping."""

    def __init__(self, path: str, most: int) -> None:
        self.path, self.most = path, most
        self.findings: list[Finding] = []
        self.places: dict[Path, Place] = {}
        self.keys: dict[Path, Place] = {}
        self.count = 0

    def whole(self, text: str) -> Tree:
        events = self._bounded(parsed(text))
        value: Value = None
        documents = 0
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                documents += 1
                if documents > 1:
                    raise Unreadable(
                        _place(event),
                        "documents",
                        "A second document begins here.",
                        "Keep one document a file: delete this line.",
                    )
            elif isinstance(event, yaml.NodeEvent):
                value = self._node(event, events, ())
        if value is None:
            raise Unreadable(
                Place(1, 1),
                "empty",
                "The file holds nothing.",
                "Write the deck's fields, or delete the file.",
            )
        return Tree(self.path, value, self.places, self.keys)

    def _bounded(self, events: Iterator[yaml.Event]) -> Iterator[yaml.Event]:
        depth = 0
        for event in events:
            self.count += 1
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)
            if self.count > self.most:
                raise Unreadable(
                    _place(event),
                    "too-much",
                    f"There are more than {self.most:,} keys, values and brackets up to here.",
                    "Shorten it, or split it into several files.",
                )
            if depth > MAX_DEPTH:
                raise Unreadable(
                    _place(event),
                    "too-deep",
                    f"This is nested more than {MAX_DEPTH} deep.",
                    "Close the brackets, or indent less.",
                )
            yield event

    def _node(self, event: yaml.Event, events: Iterator[yaml.Event], at: Path) -> Value:
        self.places[at] = _place(event)
        self._refuse_extras(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(events, at)
        if isinstance(event, yaml.SequenceStartEvent):
            return self._sequence(events, at)
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        return None

    def _mapping(self, events: Iterator[yaml.Event], at: Path) -> dict[str, Value]:
        values: dict[str, Value] = {}
        for event in events:
            if isinstance(event, yaml.MappingEndEvent):
                break
            key = self._key(event, events, at)
            mark = _place(event)
            if key is None or key in values:
                if key is not None:
                    self.say(
                        mark,
                        "twice",
                        f"The key {shown(key)} is here for the second time.",
                        f"Keep one of them; the first is on line {self.keys[(*at, key)].line}.",
                    )
                self._skip(events)
                continue
            self.keys[(*at, key)] = mark
            values[key] = self._node(next(events), events, (*at, key))
        return values

    def _key(self, event: yaml.Event, events: Iterator[yaml.Event], at: Path) -> str | None:
        if not isinstance(event, yaml.ScalarEvent):
            self.say(_place(event), "key", "A key has to be one word of text.", "Write a word and a colon.")
            self._refuse_extras(event)
            self._finish(event, events)
            return None
        self._refuse_extras(event)
        if event.value == "<<" and event.implicit[0]:
            self.say(
                _place(event), "merge", 'Merging with "<<" is not part of a deck.', "Write the keys out."
            )
            return None
        text = self._scalar(event)
        if text is None or text == "":
            self.say(_place(event), "key", "A key is missing before the colon.", "Write a word before it.")
            return None
        return str(text)

    def _sequence(self, events: Iterator[yaml.Event], at: Path) -> list[Value]:
        values: list[Value] = []
        for event in events:
            if isinstance(event, yaml.SequenceEndEvent):
                break
            values.append(self._node(event, events, (*at, len(values))))
        return values

    def _scalar(self, event: yaml.ScalarEvent) -> str | None:
        if SURROGATE.search(event.value):
            self.say(
                _place(event),
                "character",
                "There is half a character (a surrogate) in this text.",
                "Write the whole character.",
            )
            return SURROGATE.sub("\ufffd", event.value)
        if not event.implicit[0]:
            return str(event.value)
        return None if event.value in NULLS else Plain(event.value)

    def _skip(self, events: Iterator[yaml.Event]) -> None:
        event = next(events)
        self._refuse_extras(event)
        self._finish(event, events)

    def _finish(self, event: yaml.Event, events: Iterator[yaml.Event]) -> None:
        """Reads to the end of what `event` began."""
        depth = int(isinstance(event, yaml.CollectionStartEvent))
        while depth:
            event = next(events)
            depth += isinstance(event, yaml.CollectionStartEvent) - isinstance(event, yaml.CollectionEndEvent)

    def _refuse_extras(self, event: yaml.Event) -> None:
        if isinstance(event, yaml.AliasEvent):
            self.say(
                _place(event),
                "alias",
                f"An alias ({shown('*' + str(event.anchor))}) is not part of a deck.",
                "Write the value out, or put quotation marks around the text.",
            )
        elif isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            self.say(
                _place(event),
                "anchor",
                f"An anchor ({shown('&' + str(event.anchor))}) is not part of a deck.",
                "Delete it, or put quotation marks around the text.",
            )
        tag = getattr(event, "tag", None)
        if tag is not None:
            self.say(
                _place(event),
                "tag",
                f"A tag ({shown(tag)}) is not part of a deck.",
                "Delete it, or put quotation marks around the text.",
            )

    def say(self, place: Place, code: str, what: str, advice: str) -> None:
        self.findings.append(Finding(self.path, place.line, place.column, "error", code, what, advice))


def _place(event: yaml.Event) -> Place:
    mark = event.start_mark
    return Place(mark.line + 1, mark.column + 1) if mark else Place(1, 1)

"""Which files a deck consists of, read in bounds: a folder, or one YAML file. Links are never followed."""

import os
import stat
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from scenarios.findings import Finding, printable
from scenarios.yaml_events import MAX_BYTES

MAX_FILES: Final = 64
MAX_TOTAL: Final = 1024 * 1024
MAIN: Final = "deck.yaml"
ROLES: Final = "roles.yaml"
CARDS: Final = "cards"
ENDINGS: Final = (".yaml", ".yml")


class NotThere(Exception):
    """The path itself cannot be read; `finding` says why."""

    def __init__(self, finding: Finding) -> None:
        super().__init__(finding.what)
        self.finding = finding


@dataclass(frozen=True)
class DeckFiles:
    """A deck's files as (name in findings, content); `main` is deck.yaml, or the one file there is."""

    main: tuple[str, bytes] | None
    roles: tuple[str, bytes] | None
    cards: tuple[tuple[str, bytes], ...]
    findings: tuple[Finding, ...]
    only: str | None = None


def read_files(path: str | Path) -> DeckFiles:
    """Reads what stands at `path`. Raises NotThere when there is nothing that can be read.

    A file of a deck's folder brings the whole folder with it; `only` then names the file that was meant.
    """
    name = name_of(path)
    try:
        place = Path(path)
        if stat.S_ISDIR(place.stat().st_mode):
            return _folder(place, name)
        home = _home(place)
        if home is None:
            return DeckFiles((name, _bytes(place, name)), None, (), ())
        meant = None if place.name == MAIN else name_in(name_of(home), home, place)
        return replace(_folder(home, name_of(home)), only=meant)
    except (OSError, ValueError) as wrong:
        raise NotThere(
            _finding(
                name,
                "unreadable",
                f"This cannot be read ({_reason(wrong)}).",
                "Give the path of a deck's folder or YAML file.",
            )
        ) from None


def name_of(path: str | Path) -> str:
    """A path as findings show it: one line, printable, also when its bytes are not text."""
    return printable(os.fsencode(path).decode("utf-8", "backslashreplace")) or "."


def name_in(shown: str, folder: Path, file: Path) -> str:
    """The name of a file in a folder that findings call `shown`."""
    return name_of(Path(shown) / file.relative_to(folder))


def _home(file: Path) -> Path | None:
    """The deck's folder to which a file belongs by its name and place, if there is one."""
    if file.parent.name == CARDS and file.suffix in ENDINGS and (file.parent.parent / MAIN).exists():
        return file.parent.parent
    beside = (file.parent / ROLES).exists() or (file.parent / CARDS).is_dir()
    whole = file.name == MAIN and beside or file.name == ROLES and (file.parent / MAIN).exists()
    return file.parent if whole else None


def _reason(wrong: Exception) -> str:
    return printable((wrong.strerror if isinstance(wrong, OSError) else None) or str(wrong)).lower()


def _finding(name: str, code: str, what: str, advice: str) -> Finding:
    return Finding(name, 1, 1, "error", code, what, advice)


def _bytes(file: Path, name: str) -> bytes:
    """At most one byte more than a deck's file may have: enough to see that it is too big."""
    if not stat.S_ISREG(file.stat().st_mode):
        raise NotThere(
            _finding(
                name,
                "unreadable",
                "This is neither a file nor a folder.",
                "Give the path of a deck's folder or YAML file.",
            )
        )
    with file.open("rb") as stream:
        return stream.read(MAX_BYTES + 1)


class _Folder:
    """Reads a folder's files one by one and keeps count."""

    def __init__(self, folder: Path, shown: str) -> None:
        self.folder, self.shown = folder, shown
        self.findings: list[Finding] = []
        self.files = self.bytes = 0

    def take(self, file: Path) -> tuple[str, bytes] | None:
        name = name_in(self.shown, self.folder, file)
        if file.is_symlink():
            return self._refuse(
                name, "link", "This is a link, and links are not followed.", "Put the file itself here."
            )
        if not file.exists():
            return None
        self.files += 1
        if self.files > MAX_FILES:
            return self._refuse(
                name,
                "too-many-files",
                f"A deck has at most {MAX_FILES} files.",
                "Put several cards in one file, as a list.",
            )
        try:
            data = _bytes(file, name)
        except OSError as wrong:
            return self._refuse(
                name, "unreadable", f"This file cannot be read ({_reason(wrong)}).", "Check its permissions."
            )
        except NotThere as wrong:
            return self._refuse(name, "unreadable", wrong.finding.what, "Put a YAML file here.")
        self.bytes += len(data)
        if self.bytes > MAX_TOTAL:
            return self._refuse(
                name, "too-big", "The deck's files hold more than 1 MB together.", "Shorten the deck."
            )
        return name, data

    def _refuse(self, name: str, code: str, what: str, advice: str) -> tuple[str, bytes] | None:
        self.findings.append(_finding(name, code, what, advice))
        return None


def _folder(folder: Path, shown: str) -> DeckFiles:
    reading = _Folder(folder, shown)
    main = reading.take(folder / MAIN)
    roles = reading.take(folder / ROLES)
    cards = [reading.take(file) for file in _card_files(reading)]
    reading.findings.extend(_strays(folder, shown))
    if main is None and not any(each.severity == "error" for each in reading.findings):
        reading.findings.append(
            _finding(
                shown,
                "no-deck",
                f"There is no {MAIN} in this folder.",
                f"Write one, or give the folder that holds {MAIN}.",
            )
        )
    return DeckFiles(main, roles, tuple(each for each in cards if each), tuple(reading.findings))


def _strays(folder: Path, shown: str) -> list[Finding]:
    """A warning for each YAML file beside the deck that nobody would read."""
    found = sorted(each.name for each in folder.iterdir() if each.name.endswith(ENDINGS))
    names = [name for name in found if name not in (MAIN, ROLES)][:MAX_FILES]
    advice = f"Call it {MAIN} or {ROLES}, or move it to the folder {CARDS}."
    return [
        Finding(name_of(Path(shown) / name), 1, 1, "warning", "stray", "This file is not read.", advice)
        for name in names
    ]


def _card_files(reading: _Folder) -> list[Path]:
    folder = reading.folder / CARDS
    if folder.is_symlink():
        reading.take(folder)
        return []
    if not folder.is_dir():
        return []
    found = sorted(
        file for file in folder.iterdir() if file.name.endswith(ENDINGS) and not file.name.startswith(".")
    )
    return found[: MAX_FILES + 1]

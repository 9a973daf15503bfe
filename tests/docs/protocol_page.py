"""docs/protocol.md, read: its sections and tables."""

import re

from tests.proving.serving import ROOT

PAGE = (ROOT / "docs" / "protocol.md").read_text()
ROW = re.compile(r"^\| `([^`]+)` \| (.+?) \|(?: (.*) \|)?$", re.MULTILINE)


def section(title: str, level: str = "##", text: str = PAGE) -> str:
    """What stands under a heading, to the next one of its level."""
    _, found, rest = text.partition(f"\n{level} {title}\n")
    assert found, f"no section {title}"
    return re.split(rf"\n#{{1,{len(level)}}} ", rest)[0]


def parts(title: str) -> dict[str, str]:
    """The sub-sections of a section, by their heading without back quotes."""
    pieces = re.split(r"^### (.+)$", section(title), flags=re.MULTILINE)
    return {name.strip("`"): text for name, text in zip(pieces[1::2], pieces[2::2], strict=True)}


def table(text: str) -> dict[str, str]:
    """A table's first column to its second."""
    return {name: second for name, second, _ in ROW.findall(text)}

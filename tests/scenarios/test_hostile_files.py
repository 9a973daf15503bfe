"""Whatever a file holds, reading it ends in findings: no exception, no hang, nothing executed."""

import os
from pathlib import Path

import pytest

from scenarios import check_path
from scenarios.yaml_events import MAX_BYTES
from tests.scenarios.two_wards import DECK, LINE, check

KB = 1024
# what the file holds, and the code of a finding that says so
HOSTILE: dict[str, tuple[bytes, str]] = {
    "an alias bomb": (
        b"a: &a [x,x,x,x]\nb: &b [*a,*a,*a]\nc: &c [*b,*b,*b]\nd: [*c,*c,*c]\n",
        "alias",
    ),
    "50,000 brackets": (b"[" * 50_000, "too-deep"),
    "50,000 braces": (b"{" * 50_000, "too-deep"),
    "100,000 nested lists": (b"- " * 100_000, "too-deep"),
    "100,000 nested keys": (b"? " * 100_000, "too-deep"),
    "a deep block": (b"".join(b" " * n + b"a:\n" for n in range(500)), "too-deep"),
    "a flow list of 1 MB": (b"[" + b"1," * (512 * KB) + b"1]", "too-big"),
    "a flow list of 250 KB": (b"[" + b"1," * (125 * KB) + b"1]", "too-much"),
    "a flow list of pairs": (b"[" + b"[]," * (80 * KB) + b"]", "too-much"),
    "9,000 keys": (b"".join(b"k%d: 1\n" % n for n in range(9_000)), "too-many"),
    "merge keys": (b"a: 1\n<<: {id: x}\n", "merge"),
    "a huge number": (b"rounds: " + b"9" * 200_000 + b"\n", "number"),
    "a huge negative number": (b"rounds: -" + b"9" * 5_000 + b"\n", "number"),
    "a bad date": (b"rounds: 2026-13-45\n", "number"),
    "a time": (b"rounds: 12:30\n", "number"),
    "infinity": (b"rounds: .inf\n", "number"),
    "duplicate keys": (b"id: a\nid: b\n", "twice"),
    "keys that are lists": (b"? [a, b]\n: c\n", "key"),
    "keys that are blocks": (b"? {x: y}\n: d\n", "key"),
    "a missing key": (b'"": x\n', "key"),
    "NUL": (b"id: a\0b\n", "binary"),
    "every byte": (bytes(range(256)), "binary"),
    "a control character": (b"id: \x07\n", "character"),
    "a python object": (b"id: !!python/object/apply:os.abort []\n", "tag"),
    "a python name": (b"id: !!python/name:os.system\n", "tag"),
    "a tag directive": (b"%TAG ! tag:x,2000:\n---\na: !foo b\n", "tag"),
    "an unknown version": (b"%YAML 9.9\n---\na: b\n", "yaml"),
    "a lone surrogate as an escape": (b'title: "\\ud800"\n', "character"),
    "a lone surrogate as bytes": (b"title: \xed\xa0\x80\n", "encoding"),
    "half a character": (b"title: \xc3\n", "encoding"),
    "Latin-1": ("title: Café\n".encode("latin-1"), "encoding"),
    "UTF-16": ("id: x".encode("utf-16"), "binary"),
    "an escape beyond Unicode": (b'id: "\\U99999999"\n', "yaml"),
    "an unseen line break": ("id: x\u2028title: y\n".encode(), "character"),
    "a quotation mark that never closes": (b"id: 'x\n" + b"a\n" * 50_000, "yaml"),
    "nothing": (b"", "empty"),
    "only a byte order mark": (b"\xef\xbb\xbf", "empty"),
    "only spaces": (b"  \n\n", "empty"),
    "only a comment": (b"# deck\n", "empty"),
    "250,000 empty lines": (b"\n" * 250_000, "empty"),
    "null": (b"~\n", "empty"),
    "a word": (b"hello\n", "block"),
    "a list": (b"- 1\n- 2\n", "block"),
    "one key of 250 KB": (b"a" * 250_000 + b": 1\n", "yaml"),
    "one value of 250 KB": (b"title: " + b"a " * 120_000 + b"\n", "long"),
    "20,000 anchors": (b"- &a x\n" * 20_000, "anchor"),
    "60,000 documents": (b"---\n" * 60_000, "documents"),
    "roles that are a number": (b"roles: 5\ncards: x\n", "list"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_a_hostile_file_ends_in_findings(name: str) -> None:
    data, code = HOSTILE[name]
    report = check(data)
    assert report.exit_code == 1 and report.deck is None
    assert code in {each.code for each in report.findings}, [str(each) for each in report.findings[:5]]
    assert all(LINE.fullmatch(str(each)) and len(str(each)) < 500 for each in report.findings)
    assert len(report.findings) <= 201


@pytest.mark.parametrize("name", ["nothing", "every byte", "a flow list of 1 MB", "only a comment"])
def test_an_empty_binary_or_oversized_file_is_found_at_its_first_character(name: str) -> None:
    assert [(each.line, each.column) for each in check(HOSTILE[name][0]).findings] == [(1, 1)]


def test_a_deck_with_a_byte_order_mark_and_windows_line_ends_reads_the_same() -> None:
    windows = b"\xef\xbb\xbf" + DECK.replace("\n", "\r\n").encode()
    assert check(windows).deck == check(DECK).deck is not None


def test_a_file_of_exactly_256_kb_is_read() -> None:
    padded = DECK.encode() + b"#" * (MAX_BYTES - len(DECK.encode()))
    assert check(padded).exit_code == 0
    assert [each.code for each in check(padded + b"#").findings] == ["too-big"]


def test_the_files_of_a_folder_share_one_budget(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text("id: x\n")
    (tmp_path / "cards").mkdir()
    for n in range(8):
        (tmp_path / "cards" / f"{n}.yaml").write_text("- [" + "x," * 9_000 + "x]\n")
    codes = [each.code for each in check_path(tmp_path).findings]
    assert codes.count("too-much") >= 1


@pytest.mark.parametrize("path", ["nowhere", "a\0b", "x" * 5_000, "bad\udcff"])
def test_a_path_with_nothing_to_read_is_exit_2(tmp_path: Path, path: str) -> None:
    report = check_path(f"{tmp_path}/{path}")
    assert report.exit_code == 2 and report.deck is None
    assert [each.code for each in report.findings] == ["unreadable"]
    assert LINE.fullmatch(str(report.findings[0]))
    str(report.findings[0]).encode()


def test_a_pipe_is_not_waited_for(tmp_path: Path) -> None:
    os.mkfifo(tmp_path / "deck.yaml")
    assert check_path(tmp_path / "deck.yaml").exit_code == 2
    assert [each.code for each in check_path(tmp_path).findings] == ["unreadable"]


def test_a_folder_without_a_deck_says_what_is_missing(tmp_path: Path) -> None:
    report = check_path(tmp_path)
    assert report.exit_code == 1
    assert str(report.findings[0]).startswith(f"{tmp_path}:1:1: error no-deck: There is no deck.yaml")

"""The `faultlines` command: help with examples, refusals that say what to do, and orderly ends."""

import json
import os
import re
import signal
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from typer.testing import CliRunner

from server.cli import app

ROOT = Path(__file__).parents[2]
DECK = ROOT / "scenarios" / "decks" / "local-strategic-partnership"
COMMANDS = [["serve"], ["deck", "check"], ["replay"], ["simulate"]]


def faultlines(*arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "server.cli", *arguments]
    return subprocess.run(command, cwd=ROOT, capture_output=True, text=True, timeout=60)


@contextmanager
def serving(data: Path, *arguments: str) -> Iterator[tuple[subprocess.Popen[str], list[str]]]:
    """A running server and the lines that it said until it was up."""
    command = [sys.executable, "-m", "server.cli", "serve", "--no-browser", "--data", str(data), *arguments]
    with subprocess.Popen(
        command, cwd=ROOT, env=os.environ, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True
    ) as server:
        try:
            assert server.stdout is not None
            said: list[str] = []
            for line in server.stdout:
                said.append(line)
                if "Stop with Ctrl-C" in line:
                    break
            yield server, said
        finally:
            server.kill()


def address(said: list[str]) -> str:
    found = re.search(r"open (http://\S+)", "".join(said))
    assert found, said
    return found[1]


@pytest.mark.parametrize("words", COMMANDS, ids=" ".join)
def test_every_command_has_help_with_an_example_of_itself(words: list[str]) -> None:
    shown = CliRunner().invoke(app, [*words, "--help"], env={"COLUMNS": "200"})
    assert shown.exit_code == 0
    assert f"Example: faultlines {' '.join(words)}" in shown.output


def test_these_are_all_the_commands() -> None:
    known = {command.callback.__name__ for command in app.registered_commands if command.callback}
    groups = {group.name for group in app.registered_groups}
    assert known | groups == {words[0] for words in COMMANDS}


def test_more_than_one_worker_is_refused_with_the_reason() -> None:
    refused = faultlines("serve", "--workers", "2")
    assert refused.returncode == 2
    assert "--workers 2" in refused.stderr and "SQLite" in refused.stderr


def test_a_setting_that_does_not_fit_is_refused_in_one_line() -> None:
    refused = faultlines("serve", "--port", "70000")
    assert refused.returncode == 2
    assert refused.stderr.count("\n") == 1 and "70000" in refused.stderr


def test_a_second_server_on_the_same_folder_is_refused_in_one_line(tmp_path: Path) -> None:
    with serving(tmp_path, "--port", "0"):
        refused = faultlines("serve", "--no-browser", "--port", "0", "--data", str(tmp_path))
    assert refused.returncode == 1
    assert refused.stderr.count("\n") == 1 and str(tmp_path) in refused.stderr


@pytest.mark.parametrize("stop", [signal.SIGINT, signal.SIGTERM], ids=lambda stop: str(stop.name))
def test_a_server_that_is_told_to_stop_ends_in_order(tmp_path: Path, stop: signal.Signals) -> None:
    with serving(tmp_path, "--port", "0") as (server, said):
        assert httpx.get(f"{address(said)}/healthz").status_code == 200
        server.send_signal(stop)
        last = server.communicate(timeout=20)[0]
    assert server.returncode == 0
    assert "Traceback" not in last


def test_the_room_is_let_in_by_exactly_the_address_that_is_shown_with_its_qr_code(tmp_path: Path) -> None:
    # 127.0.0.2 stands for the address on the room's network: it is this machine, but not `localhost`.
    with serving(tmp_path, "--port", "0", "--lan", "--host", "127.0.0.2") as (_, said):
        here = address(said)
        for_phones = here.replace("127.0.0.1", "127.0.0.2")
        assert f"Phones in this room: {for_phones}\n" in said
        assert any("█" in line for line in said)
        assert httpx.get(f"{for_phones}/healthz").status_code == 200
        assert httpx.get(f"{here}/healthz").status_code == 200
        foreign = httpx.get(f"{for_phones}/healthz", headers={"Host": "evil.example"})
        assert foreign.status_code >= 400


def test_without_lan_the_server_answers_this_machine_only(tmp_path: Path) -> None:
    with serving(tmp_path, "--port", "0") as (_, said):
        with pytest.raises(httpx.ConnectError):
            httpx.get(address(said).replace("127.0.0.1", "127.0.0.2"))


def test_a_deck_without_faults_is_fit_to_play() -> None:
    checked = faultlines("deck", "check", str(DECK))
    assert checked.returncode == 0
    assert "fit to play" in checked.stdout


def test_a_deck_with_a_fault_is_answered_by_line_and_exit_code_1(tmp_path: Path) -> None:
    broken = tmp_path / "deck.yaml"
    broken.write_text("id: [\n")
    checked = faultlines("deck", "check", str(broken))
    assert checked.returncode == 1
    assert re.search(r"deck\.yaml:\d+:\d+: ", checked.stdout)


def test_a_deck_that_is_not_there_is_answered_by_exit_code_2(tmp_path: Path) -> None:
    checked = faultlines("deck", "check", str(tmp_path / "nowhere"))
    assert checked.returncode == 2
    assert "nowhere" in checked.stdout + checked.stderr


def test_a_file_that_is_no_journal_is_not_equal(tmp_path: Path) -> None:
    file = tmp_path / "game.jsonl"
    file.write_text(json.dumps({"seq": 1}) + "\n")
    replayed = faultlines("replay", str(file))
    assert replayed.returncode == 1
    assert f"{file}:1: " in replayed.stdout


def test_a_journal_that_is_not_there_is_answered_by_exit_code_2(tmp_path: Path) -> None:
    replayed = faultlines("replay", str(tmp_path / "nowhere.jsonl"))
    assert replayed.returncode == 2
    assert "nowhere.jsonl" in replayed.stderr

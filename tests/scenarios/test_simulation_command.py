"""`faultlines simulate`: one JSON object for programs, a bar and tables for people, one line for what is wrong."""

import json
import os
import pty
import signal
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest

from scenarios.library import load_deck

ROOT = Path(__file__).parents[2]
DECK = load_deck("local-strategic-partnership")
PAGE = (ROOT / "docs" / "simulate.md").read_text()
NUMBER = (int, float)
FIELDS: dict[str, Any] = {
    "deck": str, "deck_hash": str, "ruleset": str, "games": int, "seed": int,
    "survival": NUMBER, "survival_low": NUMBER, "survival_high": NUMBER, "rounds_mean": NUMBER,
    "causes": dict, "scores": dict, "pars": dict, "best_share": dict, "score_bands": dict, "tracks_end": dict,
    "tracks_end_survived": dict, "coalitions": dict, "pacts": dict, "offers": dict, "promises": dict,
    "imposed_per_game": NUMBER, "joint_met_share_by_third": list, "met_share_by_round": list,
    "games_per_second": NUMBER,
}


def command(*words: str) -> list[str]:
    return [sys.executable, "-m", "server.cli", "simulate", *words]


def simulate(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(command(*words), cwd=ROOT, capture_output=True, text=True, timeout=120)


def found(*words: str) -> dict[str, Any]:
    done = simulate(*words, "--json")
    assert done.returncode == 0 and done.stderr == ""
    answer = json.loads(done.stdout)
    assert isinstance(answer, dict)
    return answer


def test_json_is_one_object_with_every_field_of_its_type() -> None:
    answer = found("--deck", DECK.id, "--all", "idealist", "--games", "60", "--seed", "4")
    assert {name: type(value) for name, value in answer.items() if not isinstance(value, FIELDS.get(name, ()))} == {}
    assert set(answer) == set(FIELDS)
    assert (answer["deck"], answer["deck_hash"], answer["games"], answer["seed"]) == (
        DECK.id, DECK.content_hash, 60, 4,
    )
    roles = {role.id for role in DECK.roles}
    for name in ("scores", "pars", "best_share", "score_bands"):
        assert set(answer[name]) == roles
    assert set(answer["pacts"]) == {"completed", "lapsed", "broken"}
    assert set(answer["offers"]) == {"made", "accepted", "refused", "countered"}
    assert set(answer["promises"]) == {"kept", "broken", "void"}
    assert set(answer["coalitions"]["council+pct"]) == {"survival_index", "life"}
    assert len(answer["joint_met_share_by_third"]) == 3 and len(answer["met_share_by_round"]) == DECK.rounds


def test_the_same_seed_gives_the_same_json_but_for_the_speed_with_any_workers() -> None:
    words = ("--all", "tactical", "--games", "60", "--seed", "9")
    one, two = found(*words, "--workers", "1"), found(*words, "--workers", "2")
    del one["games_per_second"], two["games_per_second"]
    assert one == two


def test_every_field_and_option_stands_on_its_page() -> None:
    assert [name for name in FIELDS if f"`{name}`" not in PAGE] == []
    shown = simulate("--help").stdout
    for option in ("--deck", "--all", "--seats", "--games", "--seed", "--preset", "--rounds", "--slips", "--no-offers",
                   "--force", "--workers", "--json"):
        assert option in shown and f"`{option}" in PAGE


@pytest.mark.parametrize(
    "words", [("--force", "naming=never", "focus=cases"), ("--force", "naming=never", "--force", "focus=cases")]
)
def test_several_forces_may_follow_one_option_or_have_one_each(words: tuple[str, ...]) -> None:
    both = found("--all", "tactical", "--games", "30", *words)
    assert both["tracks_end"] != found("--all", "tactical", "--games", "30", *words[:2])["tracks_end"]


def test_people_get_tables_with_the_policies_and_nothing_on_standard_error() -> None:
    done = simulate("--seats", "pct=idealist,council=share", "--games", "30")
    assert done.returncode == 0 and done.stderr == ""
    for word in (DECK.title, "Survived", "pct", "idealist", "share", "council+pct", "thrived", "tension"):
        assert word in done.stdout


def test_a_deck_may_be_a_folder() -> None:
    folder = ROOT / "scenarios" / "decks" / DECK.id
    assert found("--deck", str(folder), "--all", "share", "--games", "1")["deck_hash"] == DECK.content_hash


def at_a_terminal(*words: str) -> tuple[subprocess.Popen[str], int]:
    """The command with a terminal for its standard error."""
    ours, theirs = pty.openpty()
    environment = os.environ | {"TERM": "xterm"}
    started = subprocess.Popen(
        command(*words), cwd=ROOT, stdout=subprocess.PIPE, stderr=theirs, text=True, env=environment,
        start_new_session=True,
    )
    os.close(theirs)
    return started, ours


def read_until(terminal: int, word: str) -> str:
    """What came until `word` did; all that came if it never did."""
    said = ""
    while word not in said:
        try:
            said += os.read(terminal, 1000).decode(errors="replace")
        except OSError:
            break
    return said


def test_at_a_terminal_a_bar_shows_how_far_it_is_and_standard_output_stays_json() -> None:
    started, terminal = at_a_terminal("--all", "share", "--games", "100", "--json")
    with started:
        said = read_until(terminal, "100/100")
        assert started.stdout is not None
        assert json.loads(started.stdout.read())["games"] == 100
    os.close(terminal)
    assert "Playing" in said and "100/100" in said


def test_ctrl_c_ends_it_and_its_workers_without_a_trace() -> None:
    started, terminal = at_a_terminal("--all", "share", "--games", "1000000")
    with started:
        read_until(terminal, "/1000000")
        os.killpg(started.pid, signal.SIGINT)
        said = read_until(terminal, "\0")
        assert started.wait(timeout=60) == 130
    os.close(terminal)
    assert "Traceback" not in said


@pytest.mark.parametrize(
    "words, code, says",
    [
        (["--all", "wizard"], 2, "--all wizard"),
        (["--seats", "council=tactical"], 2, "at least two"),
        (["--deck", "nowhere", "--all", "share"], 2, DECK.id),
        (["--all", "share", "focus=cases"], 2, "focus=cases"),
        (["--all", "share", "--force", "naming=perhaps"], 2, "measured"),
        (["--all", "share", "--rounds", "99"], 2, "1 to 12"),
    ],
)
def test_what_is_wrong_is_said_in_one_line(words: list[str], code: int, says: str) -> None:
    refused = simulate(*words)
    assert (refused.returncode, refused.stdout) == (code, "")
    assert says in refused.stderr and refused.stderr.count("\n") == 1


def test_a_deck_with_faults_is_sent_to_its_check(tmp_path: Path) -> None:
    (tmp_path / "deck.yaml").write_text("id: [\n")
    refused = simulate("--deck", str(tmp_path), "--all", "share")
    assert refused.returncode == 2 and f"faultlines deck check {tmp_path}" in refused.stderr

"""Wheel and sdist carry the built browser client, and an installed wheel serves it with no node in sight."""

import os
import re
import shutil
import signal
import subprocess
import sys
import venv
import zipfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest

ROOT = Path(__file__).parents[2]
DECK = "scenarios/decks/local-strategic-partnership/deck.yaml"
pytestmark = pytest.mark.timeout(600)


@pytest.fixture(scope="module")
def packages(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with an sdist of this checkout and the wheel built from that sdist."""
    folder = tmp_path_factory.mktemp("packages")
    run([sys.executable, "-m", "build", "--no-isolation", "--outdir", str(folder), str(ROOT)])
    return folder


@pytest.fixture(scope="module")
def unpacked(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("unpacked")
    shutil.unpack_archive(only(packages, "*.tar.gz"), folder)
    return only(folder, "faultlines-*")


@pytest.fixture(scope="module")
def installed(packages: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The bin folder of a clean environment that holds the wheel and what it asks for."""
    folder = tmp_path_factory.mktemp("clean")
    venv.create(folder, with_pip=True)
    run([str(folder / "bin" / "python"), "-m", "pip", "install", "--quiet", str(only(packages, "*.whl"))])
    return folder / "bin"


def run(command: list[str], path: str | None = None) -> str:
    environment = os.environ | ({"PATH": path} if path is not None else {})
    done = subprocess.run(command, cwd="/", env=environment, capture_output=True, text=True)
    assert done.returncode == 0, done.stdout + done.stderr
    return done.stdout


def only(folder: Path, pattern: str) -> Path:
    (found,) = folder.glob(pattern)
    return found


def test_the_wheel_carries_the_built_pages_the_deck_and_no_sources_of_pages(packages: Path) -> None:
    with zipfile.ZipFile(only(packages, "*.whl")) as wheel:
        names = set(wheel.namelist())
        page = wheel.read("client/web/dist/index.html").decode()
    assert {f"client/web/dist{script}" for script in scripts(page)} <= names
    assert DECK in names and "game_rules/sentences/en.ftl" in names
    not_for_it = ("client/web/src", "client/web/node_modules", "tests/")
    strays = [name for name in names if name.startswith(not_for_it)]
    assert strays == []


def test_the_sdist_carries_the_sources_and_the_built_pages(packages: Path, unpacked: Path) -> None:
    web = ("dist/index.html", "src/main.tsx", "package-lock.json", ".npmrc")
    for name in (*(f"client/web/{file}" for file in web), "play.py", "build_web.py", DECK):
        assert (unpacked / name).is_file(), name
    assert not (unpacked / "client/web/node_modules").exists() and not (unpacked / ".venv").exists()


def test_a_wheel_from_the_sdist_needs_no_build_of_pages(unpacked: Path) -> None:
    ask = f"import sys; sys.path.insert(0, {str(unpacked)!r}); import build_web; print(build_web.is_fresh())"
    assert run([sys.executable, "-c", ask]) == "True\n"


def test_a_wheel_can_be_built_from_sources_where_there_is_no_node(unpacked: Path, tmp_path: Path) -> None:
    sources = tmp_path / "sources"
    shutil.copytree(unpacked, sources, ignore=shutil.ignore_patterns("dist"))
    command = [sys.executable, "-m", "pip", "wheel", "--no-deps", "-w", str(tmp_path), str(sources)]
    bare = tmp_path / "bin"
    bare.mkdir()
    (bare / "sh").symlink_to("/bin/sh")
    run(command, path=str(bare))
    with zipfile.ZipFile(only(tmp_path, "*.whl")) as wheel:
        assert "client/web/dist/index.html" in wheel.namelist()


def test_the_installed_command_serves_the_page_and_its_script_and_stops_cleanly(
    installed: Path, tmp_path: Path
) -> None:
    with serving(installed, tmp_path) as (server, address):
        page = httpx.get(address)
        assert page.status_code == 200 and "<title>Faultlines" in page.text
        assert scripts(page.text)
        for script in scripts(page.text):
            answer = httpx.get(address + script)
            assert answer.status_code == 200 and "javascript" in answer.headers["content-type"]
        assert httpx.get(f"{address}/healthz").status_code == 200
        server.send_signal(signal.SIGINT)
        said = server.communicate(timeout=30)[0]
    assert server.returncode == 0
    assert "Traceback" not in said


def test_the_installed_command_checks_a_deck(installed: Path) -> None:
    command = [str(installed / "faultlines"), "deck", "check", str(ROOT / Path(DECK).parent)]
    said = run(command, path=str(installed))
    assert "fit to play" in said


@contextmanager
def serving(installed: Path, data: Path) -> Iterator[tuple[subprocess.Popen[str], str]]:
    """The installed server on a free port, with nothing but its own environment on PATH."""
    command = [str(installed / "faultlines"), "serve", "--port", "0", "--data", str(data), "--no-browser"]
    with subprocess.Popen(
        command,
        cwd=data,
        env=os.environ | {"PATH": str(installed)},
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    ) as server:
        try:
            assert server.stdout is not None
            first = server.stdout.readline()
            found = re.search(r"http://127\.0\.0\.1:\d+", first)
            assert found, first + server.stdout.read()
            yield server, found[0]
        finally:
            server.kill()


def scripts(page: str) -> list[str]:
    return re.findall(r'src="(/[^"]+\.js)"', page)

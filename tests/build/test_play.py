"""play.py: what it does again and what it does not, on what Python it runs, and how it hands over."""

import ast
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.architecture.laws import imported

ROOT = Path(__file__).parents[2]
FILES = ("play.py", "build_web.py", "hatch_build.py", "pyproject.toml")


@pytest.fixture
def checkout(tmp_path: Path) -> Path:
    """A small checkout: play.py and its companions, pins, and a page's sources."""
    for name in (*FILES, *(path.name for path in ROOT.glob("requirements*.txt"))):
        shutil.copy(ROOT / name, tmp_path)
    for name in ("client/web/src/main.tsx", "client/web/package-lock.json", "game_rules/sentences/en.ftl"):
        write(tmp_path / name, name)
    return tmp_path


def write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def ask(checkout: Path, code: str) -> str:
    """What `code` prints in a fresh Python in that checkout."""
    done = subprocess.run([sys.executable, "-c", code], cwd=checkout, capture_output=True, text=True)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


def as_built(checkout: Path) -> None:
    write(checkout / "client/web/dist/index.html", "<html>")
    ask(checkout, "import build_web; build_web.STAMP.write_text(build_web.sources_digest())")


def is_fresh(checkout: Path) -> bool:
    return ask(checkout, "import build_web; print(build_web.is_fresh())") == "True"


def test_pages_are_fresh_until_a_source_changes(checkout: Path) -> None:
    assert not is_fresh(checkout)
    as_built(checkout)
    assert is_fresh(checkout)
    write(checkout / "client/web/src/main.tsx", "changed")
    assert not is_fresh(checkout)


@pytest.mark.parametrize(
    "name",
    ["client/web/src/new.css", "client/web/index.html", "client/web/.npmrc", "game_rules/sentences/en.ftl"],
)
def test_each_kind_of_source_makes_pages_stale(checkout: Path, name: str) -> None:
    as_built(checkout)
    write(checkout / name, "new")
    assert not is_fresh(checkout)


@pytest.mark.parametrize(
    "name", ["client/web/node_modules/react/index.js", "client/web/dist/a.js", "server/app.py"]
)
def test_what_pages_are_not_made_from_leaves_them_fresh(checkout: Path, name: str) -> None:
    as_built(checkout)
    write(checkout / name, "new")
    assert is_fresh(checkout)


def test_a_moved_file_makes_pages_stale(checkout: Path) -> None:
    as_built(checkout)
    (checkout / "client/web/src/main.tsx").rename(checkout / "client/web/src/other.tsx")
    assert not is_fresh(checkout)


def installed(checkout: Path, requirements: str = "requirements.txt") -> bool:
    return ask(checkout, f"import play; print(play.is_installed({requirements!r}))") == "True"


def test_an_installation_counts_until_pins_or_project_change(checkout: Path) -> None:
    assert not installed(checkout)
    (checkout / ".venv").mkdir()
    ask(checkout, "import play; play.stamp_of(play.RUNTIME).write_text(play.digest_for(play.RUNTIME))")
    assert installed(checkout)
    assert not installed(checkout, "requirements-test.txt")
    with (checkout / "requirements.txt").open("a") as pins:
        pins.write("# changed\n")
    assert not installed(checkout)


def test_a_checkout_that_was_moved_is_installed_anew(
    checkout: Path, tmp_path_factory: pytest.TempPathFactory
) -> None:
    (checkout / ".venv").mkdir()
    ask(checkout, "import play; play.stamp_of(play.RUNTIME).write_text(play.digest_for(play.RUNTIME))")
    moved = tmp_path_factory.mktemp("elsewhere") / "faultlines"
    shutil.copytree(checkout, moved)
    assert installed(checkout) and not installed(moved)


@pytest.mark.parametrize("left_over", [".venv/.unfinished", ".venv/lib/half-a-package"])
def test_a_set_up_that_was_cut_short_is_begun_anew(checkout: Path, left_over: str) -> None:
    write(checkout / left_over, "")
    ask(checkout, "import play; play.make_venv()")
    assert not (checkout / left_over).exists()
    ask(checkout, "import play; play.run([str(play.PYTHON), '-m', 'pip', '--version'], 'No pip.')")


def test_a_finished_set_up_is_left_alone(checkout: Path) -> None:
    write(checkout / ".venv/bin/python", "")
    write(checkout / ".venv/lib/a-package", "")
    ask(checkout, "import play; play.make_venv()")
    assert (checkout / ".venv/lib/a-package").exists()


def test_it_hands_over_by_becoming_the_program() -> None:
    code = "import sys, play; play.hand_over(sys.executable, '-c', 'import os; print(os.getpid()); exit(7)')"
    command = [sys.executable, "-c", code]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as process:
        said = process.communicate()[0]
    assert int(said) == process.pid
    assert process.returncode == 7


def test_an_older_python_is_told_what_is_needed() -> None:
    code = "import sys, runpy; sys.version_info = (3, 9, 0); runpy.run_path('play.py', run_name='__main__')"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert done.returncode == 1
    assert "needs Python 3.11 or newer" in done.stderr and "Traceback" not in done.stderr


def test_an_older_python_can_at_least_read_it() -> None:
    ast.parse((ROOT / "play.py").read_text(), feature_version=(3, 8))


@pytest.mark.parametrize("name", ["play.py", "build_web.py"])
def test_it_needs_nothing_that_must_be_installed(name: str) -> None:
    roots = {module.partition(".")[0] for _, module in imported(ast.parse((ROOT / name).read_text()))}
    assert roots - sys.stdlib_module_names <= {"build_web"}


def test_a_failed_step_shows_what_the_command_said() -> None:
    code = "import sys, play; play.run([sys.executable, '-c', 'exit(\"the reason\")'], 'It failed.')"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True)
    assert "SetupFailed: It failed." in done.stderr and "the reason" in done.stderr

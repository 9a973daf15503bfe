#!/usr/bin/env python3
"""Sets Faultlines up in .venv beside this file, then plays, tests or hands over to `faultlines`.

    python3 play.py [--lan ...]      set up, start the server and open the page (options are `serve`'s)
    python3 play.py setup            only set up
    python3 play.py test [...]       set up for tests, then pytest with what is given after it
    python3 play.py WORD [...]       set up, then `faultlines WORD ...` (try `python3 play.py --help`)

Only the standard library: this runs before anything is installed.
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (this very line is for people who have an older one)
    sys.exit(
        f"Faultlines needs Python 3.11 or newer; this is Python {sys.version.split()[0]}.\n"
        "Install a newer one beside it and start with that: python3.12 play.py"
    )

import hashlib
import os
import shutil
import subprocess
from pathlib import Path

import build_web

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
BIN = VENV / ("Scripts" if os.name == "nt" else "bin")
PYTHON = BIN / ("python.exe" if os.name == "nt" else "python")
# Stands while .venv is being changed. Found at a start, it says that this was cut short: .venv is made anew.
UNFINISHED = VENV / ".unfinished"
RUNTIME, TESTS, NODE = "requirements.txt", "requirements-test.txt", "requirements-node.txt"
CHROMIUMS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")


class SetupFailed(Exception):
    """The set-up cannot go on; the text says why and what to do."""


def main(arguments: list[str]) -> None:
    word, *rest = arguments if arguments and names_a_command(arguments[0]) else ["serve", *arguments]
    try:
        if word == "test":
            set_up(for_tests=True)
            hand_over(PYTHON, "-m", "pytest", *rest)
        set_up()
    except (SetupFailed, build_web.BuildFailed) as failure:
        sys.exit(f"\n{failure}")
    except KeyboardInterrupt:
        say("\nStopped. The next start takes up the set-up again.")
        sys.exit(130)
    if word == "setup":
        say("Everything is in place. `python3 play.py` starts the server.")
    else:
        hand_over(BIN / "faultlines", word, *rest)


def names_a_command(argument: str) -> bool:
    """Options alone (`play.py --lan`) are meant for the server; a cry for help is for everything."""
    return not argument.startswith("-") or argument in ("-h", "--help", "--version")


def set_up(for_tests: bool = False) -> None:
    """Brings .venv and the built pages up to date; does nothing where nothing changed. Raises SetupFailed."""
    make_venv()
    wanted = TESTS if for_tests or is_installed(TESTS) else RUNTIME
    was_installed = is_installed(wanted)
    if not was_installed:
        install_packages(wanted)
    build_pages(with_tools=for_tests)
    if not was_installed:
        install_command(wanted)
    if for_tests:
        find_chromium()


def make_venv() -> None:
    if PYTHON.exists() and not UNFINISHED.exists():
        return
    say("Making a place for its own packages in .venv ...")
    shutil.rmtree(VENV, ignore_errors=True)
    ensure_venv_module()
    VENV.mkdir()
    UNFINISHED.touch()
    run([sys.executable, "-m", "venv", str(VENV)], "Python could not make .venv.")
    UNFINISHED.unlink()


def ensure_venv_module() -> None:
    """Debian and Ubuntu keep a part of venv in a package of its own."""
    if subprocess.run([sys.executable, "-c", "import venv, ensurepip"], capture_output=True).returncode == 0:
        return
    package = f"python{sys.version_info.major}.{sys.version_info.minor}-venv"
    if not may_use_apt():
        raise SetupFailed(f"This Python cannot make a .venv. Install {package}: sudo apt install {package}")
    say(f"Installing {package}, without which this Python cannot make a .venv ...")
    apt_install(package)


def install_packages(requirements: str) -> None:
    pins = ROOT / requirements
    count = sum("==" in line for line in pins.read_text().splitlines())
    say(f"Installing {count} packages into .venv (once; half a minute or so) ...")
    pip("--require-hashes", "--requirement", str(pins))


def install_command(requirements: str) -> None:
    """Makes `faultlines` run from these sources, and notes what .venv was made from."""
    say("Installing the `faultlines` command ...")
    pip("--no-deps", "--no-build-isolation", "--editable", str(ROOT))
    stamp_of(requirements).write_text(digest_for(requirements))


def is_installed(requirements: str) -> bool:
    stamp = stamp_of(requirements)
    return stamp.is_file() and stamp.read_text() == digest_for(requirements)


def stamp_of(requirements: str) -> Path:
    return VENV / f".installed-{Path(requirements).stem}"


def digest_for(requirements: str) -> str:
    """Hash of all that decides what .venv holds: pins, project file, hook, and where this folder lies."""
    digest = hashlib.sha256(str(ROOT).encode())
    for name in (requirements, "pyproject.toml", "hatch_build.py"):
        digest.update((ROOT / name).read_bytes())
    return digest.hexdigest()


def build_pages(with_tools: bool = False) -> None:
    """Builds client/web when its sources changed; `with_tools` also has its checkers in node_modules."""
    if build_web.is_fresh() and (build_web.has_modules() or not with_tools):
        return
    bring_node()
    say("Building the pages for the browser (only when their sources changed) ...")
    tools = ["--tools"] if with_tools else []
    run([str(PYTHON), str(ROOT / "build_web.py"), *tools], "The pages could not be built.")


def bring_node() -> None:
    """A node of our own, inside .venv, where this machine has none that is new enough."""
    has_node = [str(PYTHON), "-c", "import build_web, sys; sys.exit(not build_web.has_node())"]
    if subprocess.run(has_node, cwd=ROOT).returncode == 0:
        return
    say(f"Fetching Node.js into .venv (this machine has none from version {build_web.NODE_NEEDED} on) ...")
    pip("--require-hashes", "--requirement", str(ROOT / NODE))


def find_chromium() -> None:
    """The tests drive a real browser: the system's Chromium, or the one that Playwright keeps."""
    if any(shutil.which(name) for name in CHROMIUMS):
        return
    if may_use_apt():
        say("Installing Chromium for the tests, through apt ...")
        apt_install("chromium")
    else:
        say("Fetching Chromium for the tests, through Playwright ...")
        run([str(PYTHON), "-m", "playwright", "install", "chromium"], "Chromium could not be fetched.")


def may_use_apt() -> bool:
    return os.name == "posix" and os.geteuid() == 0 and shutil.which("apt-get") is not None


def apt_install(package: str) -> None:
    environment = os.environ | {"DEBIAN_FRONTEND": "noninteractive"}
    run(["apt-get", "update"], "apt-get could not read the lists of packages.", environment)
    command = ["apt-get", "install", "--yes", "--no-install-recommends", package]
    run(command, f"apt-get could not install {package}.", environment)


def pip(*arguments: str) -> None:
    command = [str(PYTHON), "-m", "pip", "install", "--disable-pip-version-check", "--no-input", *arguments]
    UNFINISHED.touch()
    run(command, "pip could not install what Faultlines needs. Is there a network?", show="Collecting ")
    UNFINISHED.unlink()


def run(
    command: list[str], on_failure: str, environment: dict[str, str] | None = None, show: str = ""
) -> None:
    """Runs a command quietly but for lines that begin with `show`. Raises SetupFailed with all it said."""
    said: list[str] = []
    with subprocess.Popen(
        command,
        cwd=ROOT,
        env=environment,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        errors="replace",
    ) as process:
        assert process.stdout is not None
        for line in process.stdout:
            said.append(line)
            if show and line.startswith(show):
                say(f"  {line.removeprefix(show).split()[0]}")
    if process.returncode:
        last = "".join(said[-60:])
        raise SetupFailed(f"{on_failure}\nThe command was: {' '.join(command)}\nIt said:\n{last}")


def hand_over(program: Path, *arguments: str) -> None:
    """Becomes the program, so that Ctrl-C and signals reach it and its exit code is ours."""
    sys.stdout.flush()
    command = [str(program), *arguments]
    if os.name == "nt":  # exec there returns to the shell at once and leaves the program behind
        sys.exit(subprocess.call(command))
    os.execv(command[0], command)


def say(line: str) -> None:
    print(line, flush=True)


if __name__ == "__main__":
    main(sys.argv[1:])

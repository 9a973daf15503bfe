"""The data folder: where a server keeps its two databases, and the lock that keeps a second server out."""

import os
import sys
from pathlib import Path
from types import TracebackType
from typing import Self

PRIVATE = 0o700
LOCKED_BYTE = 1 << 20
"""Windows locks bytes, not files, and nobody may read a locked one: lock one far behind the process id."""


class FolderUnusable(Exception):
    """The folder cannot be made or written to; the message says why and what to do."""


class FolderInUse(FolderUnusable):
    """Another server works in this folder."""

    def __init__(self, path: Path, pid: str) -> None:
        self.pid = pid
        super().__init__(
            f"{path}: another Faultlines server (process {pid}) is using this data folder. "
            "Stop that one, or choose another folder with --data."
        )


class DataFolder:
    """A folder of one's own, held from construction to `release`.

    The system drops the lock with the process, however that ends: a SIGKILL leaves nothing to clean up.
    """

    def __init__(self, path: Path) -> None:
        """Make the folder (for its owner only) and hold it. Raises `FolderInUse` or `FolderUnusable`."""
        self.path = path
        try:
            path.mkdir(mode=PRIVATE, parents=True, exist_ok=True)
            self._lock = os.open(path / "lock", os.O_RDWR | os.O_CREAT, 0o600)
        except OSError as error:
            raise FolderUnusable(f"{path}: {error.strerror}. Choose another folder with --data.") from error
        if not _lock(self._lock):
            pid = os.read(self._lock, 20)
            os.close(self._lock)
            raise FolderInUse(path, pid.decode(errors="replace").strip() or "unknown")
        try:
            os.truncate(self._lock, 0)
            os.write(self._lock, f"{os.getpid()}\n".encode())
        except OSError as error:
            os.close(self._lock)
            raise FolderUnusable(f"{path}: {error.strerror}. Make room, or choose another with --data.") from error

    @property
    def lobby(self) -> Path:
        """People, codes and token hashes."""
        return self.path / "lobby.db"

    @property
    def journal(self) -> Path:
        """What happened in every game."""
        return self.path / "journal.db"

    def release(self) -> None:
        """Let another server in; a second release does nothing."""
        if self._lock >= 0:
            os.close(self._lock)
            self._lock = -1

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.release()


if sys.platform == "win32":
    import msvcrt

    def _lock(file: int) -> bool:
        os.lseek(file, LOCKED_BYTE, os.SEEK_SET)
        try:
            msvcrt.locking(file, msvcrt.LK_NBLCK, 1)
        except OSError:
            return False
        finally:
            os.lseek(file, 0, os.SEEK_SET)
        return True

else:
    import fcntl

    def _lock(file: int) -> bool:
        try:
            fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError:
            return False
        return True

"""Group commit: one thread that commits whatever waits, so that sixteen tables share one trip to the disk."""

import asyncio
import threading
from collections.abc import Callable
from contextlib import AbstractContextManager, suppress
from queue import Empty, SimpleQueue
from typing import Generic, TypeVar

from server.journal.base import NotSaved

Session = TypeVar("Session")
Result = TypeVar("Result")


class _Piece(Generic[Session]):
    """One piece of work and who waits for it."""

    def __init__(self, work: Callable[[Session], object]) -> None:
        self.work = work
        self.future: asyncio.Future[object] = asyncio.get_running_loop().create_future()

    def settle(self, result: object, error: NotSaved | None = None) -> None:
        """Tell the waiting task; called by the writer's thread. A loop that is gone has nobody to tell."""
        with suppress(RuntimeError):
            self.future.get_loop().call_soon_threadsafe(self._resolve, result, error)

    def _resolve(self, result: object, error: NotSaved | None) -> None:
        if self.future.done():
            return
        if error is None:
            self.future.set_result(result)
        else:
            self.future.set_exception(error)


class Writer(Generic[Session]):
    """Runs pieces of work in one thread, all that wait in one transaction; answers each after the commit.

    `transaction` gives a context whose clean exit commits and whose exit by an exception rolls back. When it
    or a piece of work raises, every piece of that batch (and of no other) raises `NotSaved`; the next batch
    starts afresh.
    """

    def __init__(self, transaction: Callable[[], AbstractContextManager[Session]], name: str) -> None:
        self._transaction = transaction
        self._queue: SimpleQueue[_Piece[Session] | None] = SimpleQueue()
        self._closed = False
        self._thread = threading.Thread(target=self._run, name=name, daemon=True)
        self._thread.start()

    async def put(self, work: Callable[[Session], Result]) -> Result:
        """Run `work` in the next transaction and return its result once committed; else raise `NotSaved`.

        Cancelling the caller leaves the work in its batch: a commit is never interrupted.
        """
        if self._closed:
            raise NotSaved("The journal is closed.")
        piece = _Piece(work)
        self._queue.put(piece)
        return await piece.future  # type: ignore[return-value]  # `_commit` settles it with what `work` returned

    async def close(self) -> None:
        """Commit what waits, then end the thread."""
        if not self._closed:
            self._closed = True
            self._queue.put(None)
        await asyncio.to_thread(self._thread.join)

    def _run(self) -> None:
        while (first := self._queue.get()) is not None:
            batch, last = self._all_that_wait(first)
            self._commit(batch)
            if last:
                return

    def _all_that_wait(self, first: _Piece[Session]) -> tuple[list[_Piece[Session]], bool]:
        batch = [first]
        with suppress(Empty):
            while (piece := self._queue.get_nowait()) is not None:
                batch.append(piece)
            return batch, True
        return batch, False

    def _commit(self, batch: list[_Piece[Session]]) -> None:
        try:
            with self._transaction() as session:
                results = [piece.work(session) for piece in batch]
        except Exception as error:  # whatever it was, this thread must live to serve the next batch
            for piece in batch:
                piece.settle(
                    None, NotSaved(f"Not saved: {error}. Try again; nothing that was acknowledged is lost.")
                )
            return
        for piece, result in zip(batch, results, strict=True):
            piece.settle(result)

"""A program to be killed: eight games append for ever, and each acknowledged row is printed as `game seq`."""

import asyncio
import sys
from pathlib import Path

from server.journal import Appended, SqliteJournal
from tests.contract.journal_contract import row
from tests.contract.saboteur import WriteBehindJournal

STORES = {"sqlite": SqliteJournal, "saboteur": WriteBehindJournal}
GAMES = 8


async def append_for_ever(journal: SqliteJournal, game: str) -> None:
    """Print only after the acknowledgement, at once, so that the parent never learns of anything else."""
    seq = await journal.last(game)
    while True:
        seq += 1
        if await journal.append(row(seq, game=game)) == Appended(seq):
            print(game, seq, flush=True)


async def main(store: str, path: str) -> None:
    journal = STORES[store](Path(path))
    await asyncio.gather(*(append_for_ever(journal, f"game-{number}") for number in range(GAMES)))


asyncio.run(main(*sys.argv[1:]))

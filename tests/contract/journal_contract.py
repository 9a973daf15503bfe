"""What every journal promises, whatever it is stored in.

A new store joins by subclassing `JournalContract` beside a `journal` fixture: see `test_journal_memory.py`.
"""

import asyncio
from typing import Any

import msgspec
import pytest

from server.journal import Appended, Conflict, Duplicate, Journal, NotSaved, Row


def row(seq: int, *, game: str = "game", command_id: str | None = None, **other: Any) -> Row:
    """A plausible row; its command id follows from its seq unless told otherwise."""
    fields: dict[str, Any] = {
        "at": 1_700_000_000_000 + seq,
        "actor": "council",
        "command": b'{"type":"ready"}',
        "events": b'[{"type":"made_ready"}]',
        "words": None,
    }
    return Row(game=game, seq=seq, command_id=command_id or f"command-{seq}", **(fields | other))


async def fill(journal: Journal, count: int, game: str = "game") -> list[Row]:
    """Append `count` rows and return them."""
    rows = [row(seq, game=game, words=f"words {seq}") for seq in range(1, count + 1)]
    for each in rows:
        assert await journal.append(each) == Appended(each.seq)
    return rows


class JournalContract:
    """The suite; every method takes a fresh, empty `journal`."""

    async def test_rows_come_back_unchanged_and_in_order(self, journal: Journal) -> None:
        rows = await fill(journal, 20)
        assert await journal.read("game") == rows
        assert await journal.last("game") == 20

    async def test_reading_after_a_seq_gives_only_what_came_later(self, journal: Journal) -> None:
        rows = await fill(journal, 5)
        assert await journal.read("game", after=3) == rows[3:]
        assert await journal.read("game", after=5) == []
        assert await journal.read("game", after=99) == []
        assert await journal.read("game", after=-1) == rows

    async def test_a_game_that_nobody_began_is_empty(self, journal: Journal) -> None:
        assert await journal.read("nowhere") == []
        assert await journal.last("nowhere") == 0
        assert await journal.find("nowhere", "council", "command-1") is None

    async def test_games_do_not_see_each_other(self, journal: Journal) -> None:
        one, two = await fill(journal, 3, "one"), await fill(journal, 2, "two")
        assert (await journal.read("one"), await journal.read("two")) == (one, two)
        assert await journal.find("two", "council", "command-3") is None

    async def test_a_command_sent_again_is_a_duplicate_of_its_first_row(self, journal: Journal) -> None:
        rows = await fill(journal, 3)
        for seq in (1, 2, 4, 9):
            assert await journal.append(row(seq, command_id="command-2", words="other")) == Duplicate(2)
        assert await journal.read("game") == rows

    async def test_two_actors_may_use_the_same_command_id(self, journal: Journal) -> None:
        await journal.append(row(1, command_id="same", actor="council"))
        assert await journal.append(row(2, command_id="same", actor="charity")) == Appended(2)
        assert await journal.find("game", "council", "same") == 1
        assert await journal.find("game", "charity", "same") == 2

    async def test_a_taken_seq_is_a_conflict_that_names_the_next(self, journal: Journal) -> None:
        rows = await fill(journal, 3)
        for seq in (1, 3):
            assert await journal.append(row(seq, command_id="late")) == Conflict(4)
        assert await journal.read("game") == rows

    async def test_a_gap_is_a_conflict_that_names_the_next(self, journal: Journal) -> None:
        assert await journal.append(row(2)) == Conflict(1)
        await fill(journal, 1)
        assert await journal.append(row(3)) == Conflict(2)

    async def test_a_refused_row_can_be_sent_again_at_the_right_place(self, journal: Journal) -> None:
        await fill(journal, 2)
        assert await journal.append(row(2, command_id="mine")) == Conflict(3)
        assert await journal.append(row(3, command_id="mine")) == Appended(3)

    @pytest.mark.parametrize(
        "words",
        [
            "",
            "Grüße, 世界 👩‍👩‍👧",
            "e\u0301 is not \u00e9",
            "a\x00b",
            "\u202egnp.exe\u200b",
            "'; DROP TABLE rows; --",
        ],
    )
    async def test_any_text_comes_back_as_it_was(self, journal: Journal, words: str) -> None:
        kept = row(1, words=words, actor="acteur é", command_id=f"id {words}", events=words.encode())
        await journal.append(kept)
        assert await journal.read("game") == [kept]
        assert await journal.find("game", "acteur é", f"id {words}") == 1

    @pytest.mark.parametrize("field", ["game", "actor", "command_id", "words"])
    async def test_half_a_surrogate_pair_is_refused_by_name(self, journal: Journal, field: str) -> None:
        with pytest.raises(ValueError, match=f"row.{field} holds half a surrogate"):
            await journal.append(msgspec.structs.replace(row(1), **{field: "\ud800"}))
        assert await journal.last("game") == 0

    @pytest.mark.parametrize(
        ("field", "number"), [("seq", 0), ("seq", -1), ("seq", 2**63), ("at", -1), ("at", 2**53)]
    )
    async def test_a_number_out_of_range_is_refused_by_name(
        self, journal: Journal, field: str, number: int
    ) -> None:
        with pytest.raises(ValueError, match=f"row.{field} is {number}"):
            await journal.append(msgspec.structs.replace(row(1), **{field: number}))

    async def test_big_rows_come_back_whole(self, journal: Journal) -> None:
        big = row(
            1,
            command=b'"' + b"c" * 1_000_000 + b'"',
            events=b"[" + b"1," * 1_000_000 + b"1]",
            words="w" * 500_000,
        )
        await journal.append(big)
        assert await journal.read("game") == [big]

    async def test_erased_words_are_gone_and_everything_else_is_equal(self, journal: Journal) -> None:
        rows = await fill(journal, 5)
        await fill(journal, 5, "other")
        await journal.erase_words("game", [2, 4, 77])
        expected = [
            msgspec.structs.replace(each, words=None) if each.seq in (2, 4) else each for each in rows
        ]
        assert await journal.read("game") == expected
        assert all(each.words for each in await journal.read("other"))

    async def test_a_branch_is_the_same_rows_under_another_header(self, journal: Journal) -> None:
        rows = await fill(journal, 5)
        assert await journal.branch("game", 3, "branch", b'{"type":"header"}')
        expected = [msgspec.structs.replace(each, game="branch") for each in rows[:3]]
        expected[0] = msgspec.structs.replace(expected[0], command=b'{"type":"header"}')
        assert await journal.read("branch") == expected
        assert await journal.read("game") == rows

    async def test_a_branch_goes_its_own_way_and_knows_the_commands_before_it(self, journal: Journal) -> None:
        await fill(journal, 5)
        await journal.branch("game", 3, "branch", b"{}")
        assert await journal.append(row(4, game="branch", command_id="command-2")) == Duplicate(2)
        assert await journal.append(row(4, game="branch", command_id="command-5")) == Appended(4)
        assert await journal.find("branch", "council", "command-4") is None
        assert await journal.last("game") == 5
        await journal.erase_words("branch", [1])
        assert [each.words for each in await journal.read("game")][0] == "words 1"

    @pytest.mark.parametrize("seq", [0, -1, 6, 99])
    async def test_no_branch_begins_where_there_is_no_row(self, journal: Journal, seq: int) -> None:
        await fill(journal, 5)
        assert not await journal.branch("game", seq, "branch", b"{}")
        assert not await journal.branch("nowhere", 1, "branch", b"{}")
        assert await journal.last("branch") == 0

    async def test_no_branch_overwrites_a_game(self, journal: Journal) -> None:
        await fill(journal, 5)
        other = await fill(journal, 2, "other")
        assert not await journal.branch("game", 3, "other", b"{}")
        assert not await journal.branch("game", 3, "game", b"{}")
        assert await journal.read("other") == other

    async def test_a_branch_goes_through_beside_those_who_append(self, journal: Journal) -> None:
        await fill(journal, 3)
        work = [journal.branch("game", 3, f"branch-{n}", b"{}") for n in range(5)]
        appends = [journal.append(row(4 + n)) for n in range(5)]
        assert await asyncio.gather(*work) == [True] * 5 and await asyncio.gather(*appends)
        assert [await journal.last(f"branch-{n}") for n in range(5)] == [3] * 5

    async def test_of_fifty_racing_for_one_seq_exactly_one_wins(self, journal: Journal) -> None:
        await fill(journal, 1)
        racers = [row(2, command_id=f"racer-{number}", words=f"{number}") for number in range(50)]
        outcomes = await asyncio.gather(*(journal.append(racer) for racer in racers))
        assert outcomes.count(Appended(2)) == 1
        assert outcomes.count(Conflict(3)) == 49
        assert await journal.read("game", after=1) == [racers[outcomes.index(Appended(2))]]

    async def test_of_fifty_copies_of_one_command_exactly_one_is_written(self, journal: Journal) -> None:
        copies = [row(1, command_id="one") for _ in range(50)]
        outcomes = await asyncio.gather(*(journal.append(copy) for copy in copies))
        assert (outcomes.count(Appended(1)), outcomes.count(Duplicate(1))) == (1, 49)

    async def test_racers_who_catch_up_and_try_again_leave_no_gap(self, journal: Journal) -> None:
        async def insist(number: int) -> int:
            outcome = await journal.append(row(1, command_id=f"racer-{number}"))
            while isinstance(outcome, Conflict):
                outcome = await journal.append(row(outcome.next_seq, command_id=f"racer-{number}"))
            return outcome.seq

        seqs = await asyncio.gather(*(insist(number) for number in range(20)))
        assert sorted(seqs) == list(range(1, 21))
        assert [each.seq for each in await journal.read("game")] == list(range(1, 21))

    async def test_a_cancelled_append_is_written_whole_or_not_at_all_and_harms_nobody(
        self, journal: Journal
    ) -> None:
        tasks = [asyncio.create_task(journal.append(row(1, game=f"game-{number}"))) for number in range(40)]
        await asyncio.sleep(0)
        for task in tasks[::2]:
            task.cancel()
        outcomes = await asyncio.gather(*tasks, return_exceptions=True)
        assert outcomes[1::2] == [Appended(1)] * 20
        for number in range(40):
            game = f"game-{number}"
            again = await journal.append(row(1, game=game))
            assert again in (Appended(1), Duplicate(1))
            assert await journal.read(game) == [row(1, game=game)]

    async def test_a_closed_journal_saves_nothing_and_says_so(self, journal: Journal) -> None:
        await journal.close()
        await journal.close()
        with pytest.raises(NotSaved, match="closed"):
            await journal.append(row(1))
        with pytest.raises(NotSaved, match="closed"):
            await journal.erase_words("game", [1])
        with pytest.raises(NotSaved, match="closed"):
            await journal.branch("game", 1, "branch", b"{}")

"""A game in sentences: the catalogue read in Python."""

from pathlib import Path

import msgspec
import pytest

from game_rules import ENGINE, NewGame, Refusal, State, content_hash, decide, fold, new_game
from game_rules.bots import Sight, choose
from scenarios.library import load_deck
from server.journal import Row
from server.journal.export import export
from server.journal.story import story
from server.sentences import say

DECK = load_deck("local-strategic-partnership")


def game_of_bots(temperament: str, seed: str) -> list[Row]:
    """The rows of a whole game, as a server would have written them."""
    seats = {role.id: temperament for role in DECK.roles}
    command = NewGame(DECK.id, content_hash(DECK), ENGINE, seats, "standard", 7, False, seed)
    events = new_game(DECK, command, 0)
    assert not isinstance(events, Refusal)
    state: State = fold(None, events)
    rows = [Row("g", 1, 0, "host", "1", msgspec.json.encode(command), msgspec.json.encode(events), None)]
    while state.phase != "end":
        for role in state.roles:
            move = choose(temperament, Sight(state, role, seed))
            if move is None:
                continue
            decided = decide(state, role, move.command, 0)
            assert not isinstance(decided, Refusal)
            state = fold(state, decided)
            texts = msgspec.json.encode(move.command), msgspec.json.encode(decided)
            rows.append(Row("g", state.seq, 0, role, str(state.seq), *texts, None))
    return rows


@pytest.mark.parametrize("temperament", ["share", "random"])
def test_a_whole_game_can_be_told_in_plain_sentences(tmp_path: Path, temperament: str) -> None:
    file = tmp_path / "game.jsonl"
    file.write_bytes(export(game_of_bots(temperament, "7")))
    told = list(story(file))
    assert any("Round 1: “" in line for line in told)
    assert any("pledged" in line for line in told)
    assert any("Met:" in line or "Missed" in line for line in told)
    assert any(", to the council: Your score: " in line for line in told)
    assert told[-1].endswith(": The game is over.")
    for line in told:
        sentence = line.split(": ", 1)[1]
        assert sentence[0].isupper() or sentence[0] in "“0123456789", line
        assert not {"{", "}", "$", "_"} & set(sentence), line


def test_an_id_that_the_catalogue_lacks_is_an_error_and_never_an_empty_sentence() -> None:
    with pytest.raises(LookupError):
        say("event-that-never-was", {})

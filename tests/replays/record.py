"""Plays the golden games again and writes them down: `python -m tests.replays.record`.

Only for a new ending, or for a new ENGINE: change that when the same commands give other events. The journals of an
older engine stay as they are for ever: that they still fold is what they are for.
Games are searched by seed: bots of the house, and a temper that makes an ending likely.
"""

import sys
from collections.abc import Callable, Iterator
from typing import Any, Final, get_args, get_type_hints

from msgspec.structs import replace

from game_rules import (
    ENGINE,
    Deck,
    NewGame,
    Refusal,
    Sheet,
    State,
    Voice,
    content_hash,
    decide,
    fold,
    legal,
    new_game,
    view,
)
from game_rules import commands as c
from game_rules import events as e
from game_rules.bots import Move, Sight, at_random, choose, share
from game_rules.view_types import SheetChoices, View
from scenarios.library import load_deck
from tests.replays.journal import GOLDEN, RESTARTED, Closing, GoldenRow, folded, state_hash, written

DECK: Final = load_deck("local-strategic-partnership")
FEW: Final = ("C02", "C04", "C09", "C12", "C13", "C17", "C20")
"""Enough cards for seven rounds; the others would only make the files larger."""
STOP_IN: Final = 3
"""The round in which a host stops the game that is stopped."""
Temper = Callable[[View, SheetChoices, str], Sheet]


def small_deck() -> Deck:
    """The shipped deck with seven of its cards."""
    cards = tuple(card for card in DECK.cards if card.id in FEW)
    return Deck(
        id=DECK.id, title=DECK.title, blurb="", roles=DECK.roles, cards=cards, weather=DECK.weather,
        rounds=7, pars=DECK.pars,
    )


def sharing(seen: View, choices: SheetChoices, seed: str) -> Sheet:
    """The bot's sheet, whatever it pledged."""
    return _sheet(lambda n: share(seen), choices)


def random(seen: View, choices: SheetChoices, seed: str) -> Sheet:
    return _sheet(lambda n: at_random(seen, f"{seed}:{n}"), choices)


def _sheet(move_of: Callable[[int], Move | None], choices: SheetChoices) -> Sheet:
    for n in range(20):
        move = move_of(n)
        if move and isinstance(move.command, c.Commit):
            return move.command.sheet
    return choices.default


def absent(seen: View, choices: SheetChoices, seed: str) -> Sheet:
    """Shares, but statutory roles stay away from every meeting: bite falls."""
    sheet = sharing(seen, choices, seed)
    own = next(role for role in seen.roles if role.id == seen.viewer)
    return Sheet(sheet.option, 0 if own.statutory else sheet.table, instrument=sheet.instrument)


def unheard(seen: View, choices: SheetChoices, seed: str) -> Sheet:
    """Shares, but who speaks for users stays away from every meeting: cred falls."""
    sheet = sharing(seen, choices, seed)
    own = next(role for role in seen.roles if role.id == seen.viewer)
    return Sheet(sheet.option, 0 if own.speaks_for_users else sheet.table, instrument=sheet.instrument)


def exhausted(seen: View, choices: SheetChoices, seed: str) -> Sheet:
    """Gives and calls out as long as goodwill lasts: everybody leaves."""
    dear = max((o for o in seen.options if o.id in choices.options), key=lambda o: o.goodwill)
    others = choices.voice.roles
    spare = seen.legal.goodwill - dear.goodwill
    voice = Voice("call_out", role=others[0]) if others and spare > 0 else Voice()
    return Sheet(dear.id, 1 if seen.legal.capacity > dear.capacity and len(choices.table) > 1 else 0, voice=voice)


ENDINGS: Final[dict[str, Temper | None]] = {
    "played_out": None, "eruptions": random, "bite": absent, "cred": unheard, "retreat": exhausted, "stopped": None,
    RESTARTED: absent,
}
"""How games come to end so; None: tacticals play, with all that they tell, offer and pledge."""
PRESETS: Final = get_args(get_type_hints(NewGame)["preset"])


def games(ending: str, preset: Any) -> Iterator[list[GoldenRow]]:
    """Games of this temper, seed by seed."""
    deck = small_deck()
    for seed in range(2_000):
        command = NewGame(
            deck=deck.id, deck_hash=content_hash(deck), engine=ENGINE, seats={role.id: "open" for role in deck.roles},
            preset=preset, rounds=7, timers=False, seed=f"{ending} {seed}",
        )
        yield list(_rows(deck, command, ending))


def _rows(deck: Deck, command: NewGame, ending: str) -> Iterator[GoldenRow]:
    events: Any = new_game(deck, command, 0)
    state, actor, asked = None, "host", command
    while True:
        assert not isinstance(events, Refusal), events
        state = fold(state, events)
        yield GoldenRow(state.seq, 1_000 * state.seq, actor, asked, events)
        move = _next(state, command.seed, ending)
        if move is None:
            return
        actor, asked = move
        events = decide(state, actor, asked, 1_000 * (state.seq + 1))


def _next(state: State, seed: str, ending: str) -> tuple[str, Any] | None:
    if state.phase == "end":
        return ("host", c.Restart()) if ending == RESTARTED and "restart" in legal(state, "host").commands else None
    if ending == "stopped" and state.round == STOP_IN:
        return "host", c.EndGame()
    for role, own in state.roles.items():
        if own.seat == "open":
            return role, c.Join()
    temper = ENDINGS[ending]
    return (_laid(state, seed, temper) if temper else _bargained(state, seed)) or ("host", c.MoveOn())


def _laid(state: State, seed: str, temper: Temper) -> tuple[str, Any] | None:
    for role, own in state.roles.items():
        seen = view(state, role)
        if seen.legal.sheet and own.sheet is None:
            return role, c.Commit(temper(seen, seen.legal.sheet, f"{seed}:{role}:{state.round}"))
    return None


def _bargained(state: State, seed: str) -> tuple[str, Any] | None:
    """Whatever the first of the tacticals has to say; when none has, as bots that are left alone."""
    alone = replace(state, roles={role: replace(own, seat="tactical") for role, own in state.roles.items()})
    for quiet in (False, True):
        for role in state.roles:
            move = choose("tactical", Sight(alone, role, seed, quiet=quiet))
            if move:
                return role, move.command
    return None


def record(ending: str, preset: str) -> None:
    """Search a game that ends so and write it down."""
    for rows in games(ending, preset):
        last = list(folded(rows))[-1]
        assert last.end is not None
        if _comes_so(rows, last.end.cause, ending):
            closing = Closing(ending=last.end.cause, engine=ENGINE, state=state_hash(last))
            path = GOLDEN / f"{ending}-{preset}-{ENGINE}.jsonl"
            GOLDEN.mkdir(exist_ok=True)
            path.write_bytes(written(rows, closing))
            print(f"{path.name}: {len(rows)} rows, {path.stat().st_size} bytes, round {last.round}")
            return
    print(f"{ending}, {preset}: no such game among those searched", file=sys.stderr)


def _comes_so(rows: list[GoldenRow], cause: str, ending: str) -> bool:
    """Tacticals must keep promises in it and complete a pact; a restart must bring somebody back."""
    if ending == RESTARTED:
        restarts = [event for row in rows for event in row.events if isinstance(event, e.Restarted)]
        return cause == "played_out" and any(event.back for event in restarts)
    return cause == ending and (ENDINGS[ending] is not None or _has_deals(rows))


def _has_deals(rows: list[GoldenRow]) -> bool:
    outcomes = {event.outcome for row in rows for event in row.events if isinstance(event, e.PromiseEnded)}
    return {"kept", "completed"} <= outcomes


if __name__ == "__main__":
    for each in sys.argv[1:] or ENDINGS:
        for preset in PRESETS:
            record(each, preset)

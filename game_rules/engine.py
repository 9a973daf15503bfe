"""`decide`: a command against a state gives what happened, or a refusal that says why not.

Pure: the same state, actor, command and time give the same events in any process, hash seed, time zone and locale.
"""

from collections.abc import Callable
from typing import Any, Final, get_args

from msgspec.structs import force_setattr

from game_rules import commands as c
from game_rules import events as e
from game_rules.deck import Deck
from game_rules.evolve import opened
from game_rules.legal import DEALING, PLEDGE_MAX, host_commands, may_send, reach, seat_commands
from game_rules.phases.commitment import lay
from game_rules.phases.flow import advance, begin_next, settle
from game_rules.phases.restarting import deal_restart
from game_rules.refusals import Refusal
from game_rules.scoring import end_game
from game_rules.seats import traits
from game_rules.setup import check_setup, deal_order, dealt_agendas
from game_rules.sheets import check_sheet, may_instrument
from game_rules.state import State
from game_rules.striking import answer, make_offer, withdraw
from game_rules.temperaments import TEMPERAMENTS
from game_rules.turn import Turn

ENGINE: Final = "2"
"""Changes whenever the same commands could give other events; re-deciding is verified within one version only."""
EXTEND_MAX: Final = 600
CAN_MAX: Final = 8
POINTS_MAX: Final = 99
"""Choices in one `tells`, and the most points of score or strain that it may speak of."""

Decision = tuple[e.Event, ...] | Refusal


def new_game(deck: Deck, command: c.NewGame, at: int) -> Decision:
    """Row 1 of a game: the header and, if no seat is open, the first round."""
    done = open_game(deck, command, at)
    return done if isinstance(done, Refusal) else done[0]


def open_game(deck: Deck, command: c.NewGame, at: int) -> tuple[tuple[e.Event, ...], State] | Refusal:
    """`new_game`, and the state that `fold` makes of its events, in one go."""
    problem = check_setup(deck, command)
    if problem:
        return problem
    order = deal_order(deck, command.seed, command.rounds)
    header = e.GameOpened(
        engine=ENGINE, deck=deck, deck_hash=deck.content_hash, ruleset=deck.rules, ruleset_hash=deck.rules_hash,
        seats={role.id: command.seats.get(role.id, "open") for role in deck.roles}, preset=command.preset,
        rounds=command.rounds, timers=command.timers, seed=command.seed, order=order,
        agendas=dealt_agendas(deck, command),
    )
    turn = Turn(opened(header), at)
    settle(turn)
    events, state = turn.done()
    return (header, *events), state


def decide(state: State, actor: str, command: c.Command, at: int) -> Decision:
    """What this command makes happen now. `at` is the server's time in ms; `actor` a role id, `host` or `clock`."""
    done = step(state, actor, command, at)
    return done if isinstance(done, Refusal) else done[0]


def step(state: State, actor: str, command: c.Command, at: int) -> tuple[tuple[e.Event, ...], State] | Refusal:
    """`decide`, and the state that `fold` makes of its events, in one go."""
    problem = _not_now(state, actor, command)
    if problem:
        return problem
    turn = Turn(state, at)
    return _HANDLE[type(command)](turn, actor, command) or turn.done()


class Running:
    """A game that nobody but its holder looks at: each command changes `state` in place, so that no copy is made.

    Whatever has been read out of `state` may change with the next command; `tracks` is another dict once a track moved.
    """

    __slots__ = ("_turn", "state")

    def __init__(self, state: State) -> None:
        self._turn = Turn(state, 0)
        self.state = self._turn.thaw()

    def step(self, actor: str, command: c.Command, at: int) -> Decision:
        """`decide` and go on from there; a refusal leaves everything as it was."""
        state, turn = self.state, self._turn
        problem = _not_now(state, actor, command)
        if problem:
            return problem
        turn.again(at)
        recorded = state.record
        problem = _HANDLE[type(command)](turn, actor, command)
        if problem:
            return problem
        events, _ = turn.done()
        if state.record is not recorded:
            force_setattr(state, "tracks", state.tracks.copy())
        return events


def _not_now(state: State, actor: str, command: c.Command) -> Refusal | None:
    kind = _SEATS.get(type(command))
    if kind is None:
        return _not_for_a_seat(state, actor, command)
    if actor not in state.roles:
        return Refusal("wrong_actor", {"actor": actor}, list(state.roles))
    if may_send(state, actor, kind):
        return None
    return _out_of_turn(state, kind, seat_commands(state, actor), actor)


def _not_for_a_seat(state: State, actor: str, command: c.Command) -> Refusal | None:
    if isinstance(command, c.TimeExpired | c.Interrupted):
        return None if actor == "clock" else Refusal("wrong_actor", {"actor": actor}, ["clock"])
    if isinstance(command, c.NewGame):
        return Refusal("wrong_actor", {"actor": actor}, list(state.roles))
    if actor != "host":
        return Refusal("wrong_actor", {"actor": actor}, ["host"])
    kind, allowed = str(type(command).__struct_config__.tag), host_commands(state)
    return None if kind in allowed else _out_of_turn(state, kind, allowed)


def _out_of_turn(state: State, kind: str, allowed: tuple[str, ...], role: str | None = None) -> Refusal:
    data: dict[str, object] = {"command": kind, "phase": state.phase}
    return Refusal(_why_not(state, kind, role), data, list(allowed))


def _why_not(state: State, kind: str, role: str | None) -> str:
    if kind == "restart":
        return "already_restarted" if state.restarted else "not_collapsed"
    if state.phase == "end" or state.end and kind != "say":
        return "ended"
    if kind == "resume":
        return "not_paused"
    if kind == "extend":
        return "no_clock"
    if role:
        return _why_not_this_seat(state, kind, role)
    return "paused" if state.paused else "wrong_phase"


def _why_not_this_seat(state: State, kind: str, role: str) -> str:
    own = state.roles[role]
    if kind == "join":
        return "seat_taken"
    if own.retreated and kind in ("say", "pledge", "announce", "offer"):
        return "retreated"
    if kind == "pledge" and not traits(state, role).seated:
        return "not_seated"
    if kind == "announce" and not traits(state, role).has_instruments:
        return "wrong_actor"
    if state.paused:
        return "paused"
    if kind == "ready" and own.ready:
        return "already_ready"
    if kind == "announce" and own.announced:
        return "already_announced"
    if kind in ("answer", "withdraw") and state.phase in DEALING:
        return "unknown_offer"
    if kind == "offer" and state.phase in DEALING:
        return "already_bound"
    return "wrong_phase"


def _join(turn: Turn, role: str, command: c.Join) -> None:
    turn.emit(e.SeatTaken(role))
    settle(turn)


def _ready(turn: Turn, role: str, command: c.Ready) -> Refusal | None:
    if problem := _other_phase(turn, command.phase):
        return problem
    turn.emit(e.Readied(role))
    settle(turn)
    return None


def _other_phase(turn: Turn, meant: str | None) -> Refusal | None:
    phase = turn.state.phase
    return None if meant in (None, phase) else Refusal("wrong_phase", {"phase": phase, "meant": meant}, [phase])


def _say(turn: Turn, role: str, command: c.Say) -> Refusal | None:
    """The table, one role, or a chosen group; the centre one role at a time (3.2, who hears whom)."""
    to = command.to
    if not _reaches(turn.state, role, to):
        return Refusal("not_reachable", {"to": list(to)}, list(reach(turn.state, role)))
    problem = _bad_tells(turn.state, command.tells) if command.tells else None
    if problem:
        return problem
    turn.emit(e.Said(role, to, turn.row, command.tells))
    return None


def _reaches(state: State, role: str, to: tuple[str, ...]) -> bool:
    if len(to) == 1:
        return to[0] != role and to[0] in state.roles
    seated, group = state.cast.seated, {role, *to}
    return len(group) == len(to) + 1 and group.issubset(seated)


def _bad_tells(state: State, tells: c.Tells) -> Refusal | None:
    """Numbers may be untrue, never out of any game's range; roles and pairs are ones in play."""
    roles, pairs = state.roles, state.bonds
    if tells.asks and not roles.keys() >= tells.asks.keys() or tells.names and not roles.keys() >= tells.names.keys():
        strangers = sorted({*tells.asks, *tells.names} - roles.keys())
        return Refusal("not_in_play", {"role": strangers[0]}, list(roles))
    if (
        tells.strain and not pairs.keys() >= tells.strain.keys()
        or tells.names and not pairs.keys() >= set(tells.names.values())
    ):
        unknown = sorted({*tells.strain, *tells.names.values()} - pairs.keys())
        return Refusal("unknown_pair", {"pair": unknown[0]}, list(pairs))
    if len(tells.can) > CAN_MAX:
        return _beyond("can", len(tells.can), CAN_MAX)
    for each in tells.can:
        if not 0 <= each.brings <= PLEDGE_MAX:
            return _beyond("brings", each.brings, PLEDGE_MAX)
        if not 0 <= each.price <= POINTS_MAX:
            return _beyond("tells", each.price, POINTS_MAX)
    for n in tells.asks.values():
        if not 0 <= n <= PLEDGE_MAX:
            return _beyond("brings", n, PLEDGE_MAX)
    for n in tells.strain.values():
        if not 0 <= n <= POINTS_MAX:
            return _beyond("tells", n, POINTS_MAX)
    return None


def _beyond(what: str, n: int, most: int) -> Refusal:
    return Refusal("out_of_range", {what: n}, [0, most])


def _announce(turn: Turn, role: str, command: c.Announce) -> Refusal | None:
    allowed = may_instrument(turn.state, role)
    if command.instrument is not None and command.instrument not in allowed:
        return Refusal("not_applicable", {"instrument": command.instrument}, list(allowed))
    if command.pledge is not None:
        problem = _bad_pledge(command.pledge)
        if problem:
            return problem
    turn.emit(e.Announced(role, turn.row, command.pledge, command.instrument))
    if command.pledge is not None:
        turn.emit(e.Pledged(role, command.pledge))
    return None


def _bad_pledge(brings: int) -> Refusal | None:
    return None if 0 <= brings <= PLEDGE_MAX else _beyond("brings", brings, PLEDGE_MAX)


def _pledge(turn: Turn, role: str, command: c.Pledge) -> Refusal | None:
    problem = _bad_pledge(command.brings)
    if problem:
        return problem
    turn.emit(e.Pledged(role, command.brings))
    return None


def _commit(turn: Turn, role: str, command: c.Commit) -> Refusal | None:
    problem = check_sheet(turn.state, role, command.sheet)
    if problem:
        return problem
    lay(turn, role, command.sheet, turn.row)
    settle(turn)
    return None


def _note(turn: Turn, role: str, command: c.Note) -> None:
    turn.emit(e.Noted(role, turn.row))


def _begin(turn: Turn, actor: str, command: c.Begin) -> Refusal | None:
    if command.temperament not in TEMPERAMENTS:
        return Refusal("unknown_temperament", {"temperament": command.temperament}, list(TEMPERAMENTS))
    for role, own in turn.state.roles.items():
        if own.seat == "open":
            turn.emit(e.SeatHanded(role, command.temperament))
    settle(turn)
    return None


def _pause(turn: Turn, actor: str, command: c.Pause) -> None:
    deadline = turn.state.deadline
    turn.emit(e.Paused(None if deadline is None else max(0, deadline - turn.at)))


def _resume(turn: Turn, actor: str, command: c.Resume) -> None:
    left = turn.state.paused_left
    turn.emit(e.Resumed(None if left is None else turn.at + left))
    settle(turn)


def _extend(turn: Turn, actor: str, command: c.Extend) -> Refusal | None:
    if not 1 <= command.seconds <= EXTEND_MAX:
        return Refusal("out_of_range", {"seconds": command.seconds}, [1, EXTEND_MAX])
    more = 1000 * command.seconds
    if turn.state.paused_left is not None:
        turn.emit(e.Paused(turn.state.paused_left + more))
    elif turn.state.deadline is not None:
        turn.emit(e.TimeAdded(turn.state.deadline + more, "host"))
    return None


def _next_phase(turn: Turn, actor: str, command: c.Command) -> None:
    advance(turn)


def _move_on(turn: Turn, actor: str, command: c.MoveOn) -> Refusal | None:
    if problem := _other_phase(turn, command.phase):
        return problem
    advance(turn)
    return None


def _hand_seat(turn: Turn, actor: str, command: c.HandSeat) -> Refusal | None:
    allowed = [*TEMPERAMENTS, "person", "open"]
    if command.role not in turn.state.roles:
        return Refusal("not_in_play", {"role": command.role}, list(turn.state.roles))
    if command.to not in allowed:
        return Refusal("unknown_temperament", {"to": command.to}, list(allowed))
    turn.emit(e.SeatHanded(command.role, command.to))
    settle(turn)
    return None


def _end_game(turn: Turn, actor: str, command: c.EndGame) -> None:
    end_game(turn, False, "stopped")
    turn.emit(e.PhaseBegan("end", turn.state.round))


def _restart(turn: Turn, actor: str, command: c.Restart) -> None:
    deal_restart(turn)
    begin_next(turn)


def _time_expired(turn: Turn, actor: str, command: c.TimeExpired) -> Refusal | None:
    deadline = turn.state.deadline
    if deadline is None:
        return Refusal("no_clock", {"phase": turn.state.phase})
    if turn.at < deadline:
        return Refusal("too_early", {"at": turn.at}, [deadline])
    advance(turn)
    return None


def _interrupted(turn: Turn, actor: str, command: c.Interrupted) -> Refusal | None:
    deadline = turn.state.deadline
    if deadline is None or command.ms <= 0:
        return Refusal("no_clock", {"phase": turn.state.phase, "ms": command.ms})
    turn.emit(e.TimeAdded(deadline + command.ms, "interrupted"))
    return None


_HANDLE: dict[type, Callable[[Turn, str, Any], Refusal | None]] = {
    c.Join: _join, c.Ready: _ready, c.Say: _say, c.Announce: _announce, c.Pledge: _pledge, c.Commit: _commit,
    c.Offer: make_offer, c.Answer: answer, c.Withdraw: withdraw,
    c.Note: _note, c.Begin: _begin, c.Pause: _pause, c.Resume: _resume, c.Extend: _extend,
    c.SkipTalk: _next_phase, c.ForceCommit: _next_phase, c.MoveOn: _move_on, c.HandSeat: _hand_seat,
    c.EndGame: _end_game, c.Restart: _restart, c.TimeExpired: _time_expired, c.Interrupted: _interrupted,
}
_SEATS: dict[type, str] = {kind: str(kind.__struct_config__.tag) for kind in get_args(c.SEAT_COMMANDS)}

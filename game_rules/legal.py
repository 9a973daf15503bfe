"""What a viewer may do now, for screens and bots: the same questions that `decide` asks, answered beforehand."""

from collections.abc import Callable
from typing import get_args

from game_rules.deals import answerable, budget, check_acceptance, deal_choices, may_offer, withdrawable
from game_rules.events import PhaseName
from game_rules.seats import at_table, in_play, locals_in_play, traits
from game_rules.sheets import (
    DIAL_PRICE,
    FOCUSES,
    MEETING,
    can_pay,
    default_sheet,
    may_align,
    may_instrument,
    may_invite,
    may_transfer,
    printed_for,
)
from game_rules.state import State
from game_rules.temperaments import TEMPERAMENTS
from game_rules.view_types import Legal, SheetChoices, VoiceChoices

PLEDGE_MAX = 12
TALKING = ("gathering", "brief", "talk", "commit", "reveal", "stocktake")
DEALING = ("brief", "talk", "commit")
COMMITTING = ("talk", "commit")
READYING = ("brief", "talk", "reveal", "stocktake")


def legal(state: State, viewer: str) -> Legal:
    """What this viewer may do: a role its moves, `host` the host's, everybody else nothing."""
    if viewer == "host":
        return Legal(commands=host_commands(state), hand=in_play(state), temperaments=TEMPERAMENTS)
    if viewer not in state.roles:
        return Legal(commands=())
    return _seat_legal(state, viewer)


def host_commands(state: State) -> tuple[str, ...]:
    """The host's commands in this phase."""
    if state.end:
        on = ("move_on",) if state.phase != "end" else ()
        return (*on, "restart") if may_restart(state) else on
    running = {
        "gathering": ("begin",), "talk": ("skip_talk",), "commit": ("force_commit",),
        "brief": ("move_on",), "reveal": ("move_on",), "stocktake": ("move_on",),
    }.get(state.phase, ())
    clock = ("resume",) if state.paused else (() if state.phase == "gathering" else ("pause",))
    more = ("extend",) if state.deadline is not None or state.paused_left is not None else ()
    return (*(() if state.paused else running), *clock, *more, "hand_seat", "end_game")


def may_restart(state: State) -> bool:
    """After a collapse, once a game, as long as a round is left to play (3.4)."""
    collapsed = state.end is not None and state.end.collapsed
    return collapsed and not state.restarted and state.round < state.rounds


def seat_commands(state: State, role: str) -> tuple[str, ...]:
    """The commands that this seat may send in this phase."""
    return tuple([kind for kind in _ASKED if may_send(state, role, kind)])


def may_send(state: State, role: str, kind: str) -> bool:
    """Whether this seat may send a command of this kind now; `seat_commands` lists the kinds for which it may."""
    own, phase = state.roles[role], state.phase
    if own.seat == "open":
        return kind == "join" and not state.end
    if kind == "say":
        # Two at least sit at any table, so that there always is somebody to speak to.
        return phase in TALKING and not own.retreated
    asked = _IN_PHASE[phase].get(kind)
    if asked is None or state.paused or state.end and phase != "stocktake":
        return False
    return asked is _always or asked(state, role)


def _never(state: State, role: str) -> bool:
    return False


def _always(state: State, role: str) -> bool:
    return True


def _not_ready(state: State, role: str) -> bool:
    return not state.roles[role].ready


def _sits(state: State, role: str) -> bool:
    return traits(state, role).seated and not state.roles[role].retreated


def _not_announced(state: State, role: str) -> bool:
    return may_announce(state, role) and not state.roles[role].announced


def _may_answer(state: State, role: str) -> bool:
    return bool(state.offers and answerable(state, role))


def _may_withdraw(state: State, role: str) -> bool:
    return bool(state.offers and withdrawable(state, role))


def may_announce(state: State, role: str) -> bool:
    """The centre speaks to everybody by its announcement alone, which may carry its pledge (3.5)."""
    return traits(state, role).has_instruments and not state.roles[role].retreated


_ASKED: dict[str, tuple[tuple[str, ...], Callable[[State, str], bool]]] = {
    "join": ((), _never), "say": ((), _never), "ready": (READYING, _not_ready), "pledge": (DEALING, _sits),
    "announce": (DEALING, _not_announced), "offer": (DEALING, may_offer), "answer": (DEALING, _may_answer),
    "withdraw": (DEALING, _may_withdraw), "commit": (COMMITTING, _always), "note": (("stocktake",), _always),
}
"""A seat's commands in the order in which they are listed: the phases, and what else is asked."""
_IN_PHASE: dict[str, dict[str, Callable[[State, str], bool]]] = {
    phase: {kind: asked for kind, (phases, asked) in _ASKED.items() if phase in phases} for phase in get_args(PhaseName)
}
"""The same by the phase that runs."""


def reach(state: State, role: str) -> tuple[str, ...]:
    """Whom the seat can speak to: `table` for all at the table, and roles one by one (3.2 Talk)."""
    own = state.roles[role]
    if state.phase not in TALKING or own.seat == "open" or own.retreated:
        return ()
    others = tuple(r for r in in_play(state) if r != role)
    return ("table", *others) if role in at_table(state) else others


def sheet_choices(state: State, role: str) -> SheetChoices:
    """Every dial of the sheet with what may be chosen today; what the seat cannot pay alone is left out."""
    own, sits = state.roles[role], role in at_table(state)
    affordable = tuple(o.id for o in printed_for(state, role) if can_pay(state, role, o))
    has = budget(state, role)
    speaks = sits and own.goodwill >= DIAL_PRICE
    return SheetChoices(
        options=affordable,
        table=tuple(n for n in MEETING if n <= has) if sits else (0,),
        focus=FOCUSES if sits else ("balanced",),
        voice=VoiceChoices(
            kinds=("hold", "name", "call_out") if speaks else ("hold",),
            pairs=state.cast.pairs if speaks else (),
            roles=tuple(r for r in in_play(state) if r != role) if speaks else (),
        ),
        align=may_align(state, role) and has >= DIAL_PRICE,
        transfer=may_transfer(state, role) if has >= DIAL_PRICE else (),
        invite=may_invite(state, role) if own.goodwill >= DIAL_PRICE else (),
        instrument=may_instrument(state, role),
        prices={"voice": DIAL_PRICE, "invite": DIAL_PRICE, "align": DIAL_PRICE, "transfer": DIAL_PRICE},
        services=(state.ruleset.left_low, state.ruleset.left_high) if role in locals_in_play(state) else (),
        default=default_sheet(state, role),
    )


def _seat_legal(state: State, role: str) -> Legal:
    own = state.roles[role]
    commands = seat_commands(state, role)
    return Legal(
        commands=commands,
        goodwill=own.goodwill,
        capacity=budget(state, role),
        sheet=sheet_choices(state, role) if state.phase in COMMITTING and state.card and not state.end else None,
        talk=reach(state, role),
        pledge_max=PLEDGE_MAX if "pledge" in commands or "announce" in commands else 0,
        instruments=may_instrument(state, role) if "announce" in commands else (),
        deals=deal_choices(state, role) if "offer" in commands else None,
        answer=answerable(state, role) if "answer" in commands else (),
        accept=_acceptable(state, role) if "answer" in commands else (),
        withdraw=withdrawable(state, role) if "withdraw" in commands else (),
    )


def _acceptable(state: State, role: str) -> tuple[int, ...]:
    waiting = answerable(state, role)
    return tuple(o.id for o in state.offers if o.id in waiting and check_acceptance(state, role, o) is None)

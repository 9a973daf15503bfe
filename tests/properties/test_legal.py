"""`legal` and `decide` say the same: every legal choice is taken, everything else refused and nothing moved."""

from typing import Any

import msgspec
from hypothesis import given, settings
from msgspec.structs import replace

from game_rules import HOST_COMMANDS, SEAT_COMMANDS, Command, Refusal, Sheet, State, Voice, decide, legal
from game_rules import commands as c
from game_rules.refusals import CODES
from game_rules.view_types import DealChoices, SheetChoices
from tests.properties.games import Setup, play, setups

FAR = 10**12


def samples(state: State, actor: str) -> list[Command]:
    """One well-formed command of every type, as this actor would send it now if it might."""
    found = legal(state, actor)
    sheet = found.sheet.default if found.sheet else Sheet("a")
    to = tuple(found.talk[:1]) if found.talk[:1] != ("table",) else ()
    return [
        c.Join(), c.Ready(), c.Say(to), c.Announce(), c.Pledge(1), c.Commit(sheet), c.Note(),
        sample_offer(state, actor), c.Answer((*found.answer, 0)[0], accept=False), c.Withdraw((*found.withdraw, 0)[0]),
        c.Begin(), c.Pause(), c.Resume(), c.Extend(60), c.SkipTalk(), c.ForceCommit(), c.MoveOn(),
        c.HandSeat(next(iter(state.roles)), "share"), c.EndGame(), c.Restart(),
    ]


def sample_offer(state: State, actor: str) -> Command:
    """The first offer that is taken, of all that two or three roles could make of each other; any one if none is."""
    others = [role for role in state.roles if role != actor]
    given: list[tuple[Any, int]] = [("hand_over", 1), ("my_turn_next", 0), ("spare", 0)]
    every = [
        *(c.Offer((other,), "pact") for other in others),
        *(
            c.Offer((other,), "bargain", carrier, 4, gives, capacity)
            for other in others for carrier in (actor, other) for gives, capacity in given
        ),
    ]
    taken = (offer for offer in every if not isinstance(decide(state, actor, offer, FAR), Refusal))
    return next(taken, every[0])


def word(command: Command) -> str:
    return str(type(command).__struct_config__.tag)


def test_the_samples_are_every_command_of_seats_and_host() -> None:
    assert {type(each) for each in samples_of_all()} == set((SEAT_COMMANDS | HOST_COMMANDS).__args__)


def samples_of_all() -> list[Command]:
    from tests.rules import table

    return samples(table.talking(), "north")


def check_commands(state: State) -> None:
    before = msgspec.json.encode(state)
    for actor in (*state.roles, "host", "table", "nobody"):
        allowed = legal(state, actor).commands
        for command in samples(state, actor):
            answer = decide(state, actor, command, FAR)
            assert isinstance(answer, Refusal) != (word(command) in allowed), (actor, command, state.phase, answer)
            if isinstance(answer, Refusal):
                assert answer.code in CODES
    assert msgspec.json.encode(state) == before


@settings(max_examples=10)
@given(setups(people=True))
def test_a_command_is_taken_exactly_if_it_is_legal_for_every_command_actor_and_phase(setup: Setup) -> None:
    seen = set()
    for row in play(setup):
        paused = replace(row.after, paused=True, paused_left=row.after.deadline, deadline=None)
        if (row.after.phase, row.after.round) not in seen:
            seen.add((row.after.phase, row.after.round))
            check_commands(row.after)
            if row.after.phase not in ("gathering", "end"):
                check_commands(paused)


def alone(choices: SheetChoices) -> list[Sheet]:
    """Each value of each dial, every other dial at rest."""
    rest = choices.default
    quiet = replace(rest, table=0)
    return [
        rest,
        *(replace(quiet, option=each) for each in choices.options),
        *(replace(quiet, table=each) for each in choices.table),
        *(replace(quiet, focus=each) for each in choices.focus),
        *(replace(quiet, voice=Voice("name", pair=each)) for each in choices.voice.pairs),
        *(replace(quiet, voice=Voice("call_out", role=each)) for each in choices.voice.roles),
        *([replace(quiet, align=True)] if choices.align else []),
        *(replace(quiet, invite=each) for each in choices.invite),
        *(replace(quiet, transfer=each) for each in choices.transfer),
        *(replace(quiet, instrument=each) for each in choices.instrument),
    ]


def outside(state: State, choices: SheetChoices) -> list[Sheet]:
    """Each dial with a value that it does not offer, every other dial at rest."""
    quiet = replace(choices.default, table=0)
    options = {option.id for card in state.deck.cards for option in card.options} | {"", "no such option"}
    roles = {*(role.id for role in state.deck.roles), "nobody", "host", ""}
    pairs = {*state.bonds, "a+b", "", "r0x+r0x"} - set(choices.voice.pairs)
    focus, instruments = {"cases", "balanced", "corporate"}, {"back", "fund", "target", "inspect"}
    return [
        *(replace(quiet, option=each) for each in options - set(choices.options)),
        *(replace(quiet, table=each) for each in {-1, 0, 1, 2, 3, 99} - set(choices.table)),
        *(replace(quiet, focus=each) for each in focus - set(choices.focus)),
        *(replace(quiet, voice=Voice("name", pair=each)) for each in pairs),
        *(replace(quiet, voice=Voice("call_out", role=each)) for each in roles - set(choices.voice.roles)),
        *([] if choices.align else [replace(quiet, align=True)]),
        *(replace(quiet, invite=each) for each in roles - set(choices.invite)),
        *(replace(quiet, transfer=each) for each in roles - set(choices.transfer)),
        *(replace(quiet, instrument=each) for each in instruments - set(choices.instrument)),
    ]


@settings(max_examples=15)
@given(setups())
def test_every_legal_choice_of_a_dial_is_taken_and_every_other_value_is_refused(setup: Setup) -> None:
    seen = set()
    for row in play(setup):
        state = row.after
        if state.round in seen or state.phase not in ("talk", "commit"):
            continue
        seen.add(state.round)
        for role in state.roles:
            choices = legal(state, role).sheet
            assert choices is not None
            for sheet in alone(choices):
                assert not isinstance(decide(state, role, c.Commit(sheet), 0), Refusal), (role, sheet)
            for sheet in outside(state, choices):
                assert isinstance(decide(state, role, c.Commit(sheet), 0), Refusal), (role, sheet)


@settings(max_examples=15)
@given(setups(people=True))
def test_talk_and_pledges_are_taken_exactly_within_what_legal_says(setup: Setup) -> None:
    for row in play(setup):
        state = row.after
        for role in state.roles:
            found = legal(state, role)
            for other in (*state.roles, "nobody", "table", "host"):
                reached = other in found.talk and other != "table"
                assert isinstance(decide(state, role, c.Say((other,)), 0), Refusal) != reached
            assert isinstance(decide(state, role, c.Say(), 0), Refusal) != ("table" in found.talk)
            if "pledge" in found.commands:
                taken = {n for n in range(-2, 20) if not isinstance(decide(state, role, c.Pledge(n), 0), Refusal)}
                assert taken == set(range(found.pledge_max + 1))


def offers_listed(deals: DealChoices, low: int) -> list[c.Offer]:
    """Every offer that `legal` says can be made, with the least effort and each capacity."""
    bargains = [
        c.Offer((each.other,), "bargain", each.carrier, low, gives, capacity)  # type: ignore[arg-type]
        for each in deals.bargains
        for gives in each.gives
        for capacity in (range(1, each.hand_max + 1) if gives == "hand_over" else (0,))
    ]
    pacts = [c.Offer((other,), "pact") for other in deals.pacts]
    return bargains + pacts + [c.Offer(group, "open") for group in deals.alliances]


@settings(max_examples=15)
@given(setups())
def test_every_offer_that_legal_lists_is_taken_and_every_answer_it_calls_acceptable(setup: Setup) -> None:
    seen = set()
    for row in play(setup):
        state = row.after
        for role in state.roles:
            found = legal(state, role)
            for offer in found.accept:
                assert not isinstance(decide(state, role, c.Answer(offer, accept=True), 0), Refusal)
            for offer in set(found.answer) - set(found.accept):
                assert isinstance(decide(state, role, c.Answer(offer, accept=True), 0), Refusal)
            if found.deals is None or (state.round, role, len(state.bargains)) in seen:
                continue
            seen.add((state.round, role, len(state.bargains)))
            for each in offers_listed(found.deals, found.deals.brings[0]):
                assert not isinstance(decide(state, role, each, 0), Refusal), (role, each)

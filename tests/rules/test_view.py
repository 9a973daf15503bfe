"""13.6 and 14: what each viewer sees and does not."""

import msgspec
import pytest
from msgspec.structs import replace

from game_rules import Refusal, Sheet, State, Voice, new_game, see, view
from game_rules import commands as c
from game_rules import events as e
from game_rules.view_types import PairView
from tests.rules import table as t

VIEWERS = ("north", "south", "folk", "crown", "table", "host")


def pair_seen(state: State, viewer: str, pair: str) -> PairView:
    return next(each for each in view(state, viewer).pairs if each.pair == pair)


@pytest.mark.parametrize(("tension", "bond", "shown"), [
    (3, 0, 1), (4, 0, 1), (5, 0, 2), (12, 0, 3), (12, -4, 7), (3, 2, 0), (0, -4, 4),
])
def test_14_others_see_the_crack_as_tension_over_4_rounded_up_minus_bond(tension: int, bond: int, shown: int) -> None:
    state = t.with_sores(t.with_tracks(t.committing(), tension=tension), {"south+folk": 9})
    state = t.with_bond(state, "south+folk", bond)
    for viewer in ("north", "crown", "table", "host"):
        assert pair_seen(state, viewer, "south+folk") == PairView(
            "south+folk", "south", "folk", bond, shown, known=False, seam=0, splinters=0
        )


def test_14_its_two_members_see_the_true_strain_at_most_10() -> None:
    state = t.with_sores(t.with_bond(t.committing(), "south+folk", -2), {"south+folk": 5})
    assert [pair_seen(state, who, "south+folk").strain for who in ("south", "folk")] == [7, 7]
    assert pair_seen(t.with_sores(state, {"south+folk": 15}), "folk", "south+folk").strain == 10


def test_14_at_the_end_everybody_sees_the_true_cracks() -> None:
    state = t.do(t.with_sores(t.committing(), {"south+folk": 7}), "host", c.EndGame()).state
    for viewer in VIEWERS:
        seen = pair_seen(state, viewer, "south+folk")
        assert (seen.strain, seen.known) == (7, True)


@pytest.mark.parametrize(("standing", "shown"), [
    (0, "low"), (3, "low"), (4, "mid"), (6, "mid"), (7, "high"), (10, "high"),
])
def test_3_1_standing_is_public_only_as_low_mid_high(standing: int, shown: str) -> None:
    state = t.with_role(t.committing(), "folk", standing=standing)
    for viewer in VIEWERS:
        assert [role.standing for role in view(state, viewer).roles if role.id == "folk"] == [shown]


def test_only_a_seat_has_numbers_an_agenda_and_a_sheet_of_its_own() -> None:
    state = t.do(t.committing(), "folk", c.Commit(Sheet("share", 2))).state
    me = view(state, "folk").me
    assert me is not None
    assert (me.role, me.goodwill, me.capacity, me.purpose, me.backing) == ("folk", 7, 5, 6, "usual")
    assert me.sheet == Sheet("share", 2)
    assert len(me.agenda) == 3
    assert view(state, "table").me is None and view(state, "host").me is None


def test_14_everybody_sees_from_which_round_the_deck_introduces_a_dial() -> None:
    state = t.committing()
    slow = replace(state, deck=replace(state.deck, introduces={"voice": 3}))
    assert {viewer: view(slow, viewer).introduces for viewer in VIEWERS} == dict.fromkeys(VIEWERS, {"voice": 3})


def test_before_the_reveal_others_see_only_that_a_sheet_is_in() -> None:
    row = t.do(t.committing(), "folk", c.Commit(Sheet("share", 2)))
    laid, committed = row.events
    for viewer in VIEWERS:
        assert (see(row.state, viewer, laid) is not None) == (viewer == "folk")
        assert see(row.state, viewer, committed) == e.Committed("folk")
        assert [role.id for role in view(row.state, viewer).roles if role.committed] == ["folk"]


@pytest.mark.parametrize(("event", "seen_by"), [
    (e.NumberMoved("folk", "goodwill", -1, "raking"), {"folk"}),
    (e.NumberMoved("folk", "standing", 1, "credit"), {"folk"}),
    (e.BackingDrawn("folk", "thin"), {"folk"}),
    (e.InstrumentChosen("crown", "fund"), {"crown"}),
    (e.Noted("folk", 4), {"folk"}),
    (e.Scored("folk", 50, {}, ()), {"folk"}),
    (e.SoreMoved("south+folk", 2, "sore"), {"south", "folk"}),
    (e.Drawn(3), set()),
    (e.TrackMoved("trust", 1, "naming"), set(VIEWERS)),
    (e.BondMoved("south+folk", -1, "push"), set(VIEWERS)),
    (e.Brought("folk", 3), set(VIEWERS)),
])
def test_who_sees_an_event(event: e.Event, seen_by: set[str]) -> None:
    state = t.committing()
    assert {viewer for viewer in VIEWERS if see(state, viewer, event) is not None} == seen_by


def test_nobody_sees_the_header_with_its_seed_and_its_deal() -> None:
    opened = new_game(t.deck(), t.setup(t.deck()), 0)
    assert not isinstance(opened, Refusal)
    assert {see(t.gathering(), viewer, opened[0]) for viewer in VIEWERS} == {None}


def test_an_event_type_that_is_not_listed_is_seen_by_nobody() -> None:
    class Leaked(msgspec.Struct, frozen=True):
        role: str

    assert {see(t.committing(), viewer, Leaked("folk")) for viewer in VIEWERS} == {None}  # type: ignore[arg-type]


def test_7_a_bots_temperament_is_hidden_until_the_end() -> None:
    state = t.do(t.talking(), "host", c.HandSeat("folk", "random")).state
    assert see(state, "north", e.SeatHanded("folk", "random")) == e.SeatHanded("folk", "bot")
    for viewer in VIEWERS:
        assert b"random" not in msgspec.json.encode(replace(view(state, viewer), legal=view(state, "table").legal))
    over = t.do(state, "host", c.EndGame()).state
    assert view(over, "north").end.temperaments == {"folk": "random"}  # type: ignore[union-attr]


def test_3_3_players_never_see_the_posture() -> None:
    state = t.reveal(t.committing(), t.everybody("share")).state
    for viewer in VIEWERS:
        shown = msgspec.to_builtins(view(state, viewer))
        assert "posture" not in str(shown)


def test_8_1_only_the_lead_sees_lead_only_options() -> None:
    state = t.committing()
    for viewer in VIEWERS:
        seen = view(state, viewer)
        ids = {option.id for option in seen.options} | {option.id for option in seen.printed}
        assert ("alone" in ids) == (viewer == "north")


def test_after_the_reveal_everybody_sees_a_lead_only_option_that_was_taken() -> None:
    state = t.reveal(t.committing(), {"north": Sheet("alone")}).state
    assert all("alone" in {option.id for option in view(state, viewer).printed} for viewer in VIEWERS)


def test_a_private_sentence_of_a_naming_is_shown_at_the_reveal_by_the_row_that_holds_it() -> None:
    state = t.committing()
    row = t.reveal(state, {"folk": t.resting(voice=Voice("name", "north+south"))})
    assert row.of(e.Named) == [e.Named("folk", "north+south", state.seq + 1)]


def test_the_view_says_whom_the_phase_waits_for() -> None:
    state = t.do(t.committing(), "folk", c.Commit(t.resting())).state
    assert view(state, "table").waiting_for == ("north", "south", "crown")
    assert view(t.gathering(seats={"folk": "share"}), "table").waiting_for == ("north", "south", "crown")


def test_the_centres_own_view_shows_what_it_chose_for_next_round_and_no_others_does() -> None:
    state = t.reveal(t.committing(), {"crown": Sheet("rest", instrument="inspect")}).state
    assert view(state, "crown").me.instrument == "inspect"  # type: ignore[union-attr]
    for viewer in ("north", "south", "folk", "table", "host"):
        assert b"inspect" not in msgspec.json.encode(view(state, viewer))


def test_learning_and_debrief_of_a_card_are_shown_after_the_reveal() -> None:
    of = t.deck(t.card(learning="Learn this.", debrief="Ask that?"))
    before, after = t.committing(of), t.reveal(t.committing(of)).state
    assert (view(before, "folk").card.learning, view(after, "folk").card.learning) == ("", "Learn this.")  # type: ignore[union-attr]
    assert (view(before, "folk").card.debrief, view(after, "folk").card.debrief) == ("", "Ask that?")  # type: ignore[union-attr]


def test_the_stakes_of_roles_that_are_not_in_play_are_not_shown() -> None:
    of = t.deck(t.card(best=("south", "folk"), worst=("crown",), sore=("crown", "south"), lead="south"))
    card = view(t.committing(of, {"south": "none"}), "folk").card
    assert card is not None
    assert (card.best, card.worst, card.rankles, card.lead) == (("folk",), ("crown",), None, None)


def test_a_seat_sees_what_it_cannot_pay() -> None:
    state = t.with_role(t.committing(), "folk", goodwill=1, capacity=1)
    assert {option.id: option.short for option in view(state, "folk").options} == {
        "share": ("capacity",), "carry": ("goodwill", "capacity"), "shove": (), "rest": (),
    }

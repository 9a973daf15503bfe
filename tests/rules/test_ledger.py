"""Section 5, the ledger: every promise with its terms, how it ended and by whom, and who carried for whom."""

from typing import Any

import pytest

from game_rules import Event, Ledger, Promise, Sheet, State, ledger
from game_rules import commands as c
from game_rules import events as e
from game_rules.ledger import Promised
from tests.rules import table as t
from tests.rules.test_deals import agreed, bargain

CARRY, SHARE = Sheet("carry", 1), Sheet("share", 1)


class Story:
    """A game as its rows are written, from the first round's talk on."""

    def __init__(self) -> None:
        self.state: State = t.talking()
        self.events: list[Event] = [e.RoundBegan(1, "K", ())]

    def take(self, row: t.Row) -> "Story":
        self.state, self.events = row.state, [*self.events, *row.events]
        return self

    def do(self, actor: str, command: c.Command) -> "Story":
        return self.take(t.do(self.state, actor, command))

    def agree(self, asker: str, offer: c.Offer) -> "Story":
        return self.take(agreed(self.state, asker, offer))

    def round(self, **sheets: Sheet) -> "Story":
        """The reveal of this round, its stock-take and the brief of the next; who is not named ducks."""
        self.take(t.reveal(self.state, {**t.everybody(), **sheets}))
        while self.state.phase not in ("talk", "end"):
            self.do("host", c.MoveOn())
        return self

    def ledger(self) -> Ledger:
        return ledger(self.events)

    def only(self, kind: str) -> Promise:
        (found,) = (one for one in self.ledger().promises if one.kind == kind)
        return found


def test_a_bargain_stands_with_its_terms_its_round_and_its_wording() -> None:
    story = Story().agree("folk", bargain(brings=5))
    struck = story.only("bargain")
    assert struck == Promise(
        id=struck.id, kind="bargain", by=("north",), to=("folk",), made=1, words=struck.id,
        terms=Promised(brings=5, gives="my_turn_next"),
    )
    assert struck.id == next(one.offer for one in story.events if isinstance(one, e.BargainStruck))


@pytest.mark.parametrize(("sheet", "fate"), [(CARRY, "kept"), (SHARE, "broken")])
def test_a_bargain_ends_kept_or_broken_by_its_carrier(sheet: Sheet, fate: str) -> None:
    struck = Story().agree("folk", bargain()).round(north=sheet).only("bargain")
    assert (struck.fate, struck.ended, struck.ended_by) == (fate, 1, ("north",))


def test_a_kept_bargain_leaves_a_debt_that_is_paid_in_the_next_round_by_the_debtor() -> None:
    story = Story().agree("folk", bargain()).round(north=CARRY)
    owed = story.only("debt")
    assert (owed.by, owed.to, owed.terms.until, owed.made, owed.fate) == (("folk",), ("north",), 3, 1, "running")
    paid = story.round(folk=CARRY).only("debt")
    assert (paid.fate, paid.ended, paid.ended_by, paid.words) == ("kept", 2, ("folk",), owed.id)


def test_a_debt_unpaid_when_it_falls_due_is_broken_by_the_debtor() -> None:
    owed = Story().agree("folk", bargain()).round(north=CARRY).round().round().only("debt")
    assert (owed.fate, owed.ended, owed.ended_by) == ("broken", 3, ("folk",))


def test_a_broken_bargain_leaves_no_debt() -> None:
    assert [one.kind for one in Story().agree("folk", bargain()).round().ledger().promises] == ["bargain"]


def test_a_spare_is_the_centres_promise_and_kept_when_neither_target_nor_inspection_comes() -> None:
    story = Story().agree("crown", bargain("north", "crown", "spare"))
    assert (story.only("spare").by, story.only("spare").to, story.only("spare").terms.until) == (
        ("crown",), ("north",), 2,
    )
    kept = story.round(north=CARRY, crown=Sheet("rest", instrument="back")).only("spare")
    assert (kept.fate, kept.made, kept.ended, kept.ended_by) == ("kept", 1, 2, ("crown",))


def test_a_spare_is_void_when_the_carrier_broke_its_side() -> None:
    story = Story().agree("crown", bargain("north", "crown", "spare")).round()
    assert (story.only("spare").fate, story.only("spare").ended_by) == ("void", ())


@pytest.mark.parametrize(("pledge", "fate"), [(5, "kept"), (6, "broken")])
def test_a_pledge_is_a_promise_to_everybody_and_ends_with_its_round(pledge: int, fate: str) -> None:
    made = Story().do("north", c.Pledge(pledge)).round(north=CARRY).only("pledge")
    assert (made.to, made.terms.brings, made.fate, made.ended, made.ended_by) == ((), pledge, fate, 1, ("north",))


def test_a_pledge_changed_is_one_pledge_and_taken_back_is_none() -> None:
    story = Story().do("north", c.Pledge(5)).do("north", c.Pledge(2))
    assert story.only("pledge").terms.brings == 2
    assert story.do("north", c.Pledge(0)).ledger().promises == ()


def test_an_announced_pledge_keeps_its_wording() -> None:
    story = Story().do("crown", c.Announce(pledge=3))
    assert story.only("pledge").words == story.state.seq


def test_the_pledge_of_who_carries_in_a_bargain_is_not_judged_separately() -> None:
    story = Story().do("north", c.Pledge(9)).agree("folk", bargain()).round(north=CARRY)
    assert (story.only("pledge").fate, story.only("pledge").ended) == ("void", 1)


PACT = c.Offer(("south",), "pact")


@pytest.mark.parametrize(
    ("rounds", "fate", "ended", "by"),
    [
        ([{"north": CARRY, "south": CARRY}], "completed", 1, ()),
        ([{"north": SHARE, "south": SHARE}] * 2, "lapsed", 2, ()),
        ([{"north": SHARE, "south": SHARE}, {"north": SHARE}], "broken", 2, ("south",)),
        ([{}], "broken", 1, ("north", "south")),
    ],
)
def test_a_pact_is_promised_by_all_its_members_and_ends_completed_lapsed_or_broken_by_whom(
    rounds: list[dict[str, Any]], fate: str, ended: int, by: tuple[str, ...]
) -> None:
    story = Story().agree("north", PACT)
    assert (story.only("pact").by, story.only("pact").terms.until) == (("north", "south"), 2)
    for sheets in rounds:
        story.round(**sheets)
    pact = story.only("pact")
    assert (pact.by, pact.to, pact.fate, pact.ended, pact.ended_by) == (
        ("north", "south"), ("north", "south"), fate, ended, by,
    )


def test_what_runs_when_the_host_ends_the_game_is_void() -> None:
    story = Story().do("south", c.Pledge(2)).agree("folk", bargain()).agree("north", PACT).do("host", c.EndGame())
    assert {one.kind: one.fate for one in story.ledger().promises} == {
        "pledge": "void", "bargain": "void", "pact": "void",
    }
    ended = {one.kind for one in story.events if isinstance(one, e.PromiseEnded)}
    assert ended == {"bargain", "pact"}


def test_who_carried_for_whom_counts_kept_bargains_for_the_carrier_and_paid_debts_for_the_debtor() -> None:
    story = Story().agree("folk", bargain()).round(north=CARRY).agree("south", bargain("north", "south"))
    assert story.ledger().carried == {"north": {"folk": 1}}
    story.round(north=CARRY, folk=CARRY).agree("folk", bargain()).round(north=CARRY, south=CARRY)
    assert story.ledger().carried == {
        "north": {"folk": 2, "south": 1}, "folk": {"north": 1}, "south": {"north": 1},
    }
    assert story.state.carried == story.ledger().carried


def test_a_broken_bargain_and_a_pledge_carry_for_nobody() -> None:
    story = Story().do("south", c.Pledge(2)).agree("folk", bargain()).round(south=SHARE)
    assert story.ledger().carried == {}

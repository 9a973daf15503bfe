"""Bots at a table with people: they say what they can bring, ask, answer with a reason, and wait for nobody long."""

import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from tests.server.live import serving
from tests.server.screen import Screen, seated

BOTS = {"pct": "tactical", "charity": "tactical", "government": "tactical"}
PERSON = "council"
FAST = "0.01-0.04"
MANY_TRIES = 40


def words(screen: Screen, kind: str, **fields: Any) -> list[str]:
    """The texts beside the events of this kind that this screen heard."""
    return [
        entry["words"][str(event["words"])]
        for entry in screen.entries for event in entry["events"]
        if event["type"] == kind and str(event.get("words")) in entry.get("words", {})
        and all(event[name] == value for name, value in fields.items())
    ]


def asked(screen: Screen) -> int | None:
    """What a bot at the table asks this person to bring."""
    for told in screen.view.told:
        if not told.to and PERSON in told.tells.asks:
            return told.tells.asks[PERSON]
    return None


def asked_otherwise(before: int | None) -> Callable[[Screen], bool]:
    return lambda screen: asked(screen) != before


async def test_they_tell_what_they_can_bring_and_ask_the_person_for_a_part(tmp_path: Path) -> None:
    with serving(tmp_path, bot_delay=FAST) as live:
        async with seated(live, (PERSON,), seats=BOTS) as room:
            person = room.seats[PERSON]
            await person.until(lambda screen: asked(screen) is not None)
            tells = {told.role: told.tells.can for told in person.view.told if not told.to}
            assert tells["pct"] and tells["charity"]
            assert any("bring" in text for text in words(person, "said"))
            assert any("the council" in text for text in words(person, "said")) or asked(person) == 0


async def test_they_pledge_and_leave_the_sheet_until_the_person_has_had_its_say(tmp_path: Path) -> None:
    with serving(tmp_path, bot_delay=FAST) as live:
        async with seated(live, (PERSON,), seats=BOTS) as room:
            person = room.seats[PERSON]
            await person.until(lambda screen: asked(screen) is not None)
            await person.until(lambda screen: any(r.pledge for r in screen.view.roles if r.id in BOTS))
            assert not any(role.committed for role in person.view.roles)
            await person.ok({"type": "pledge", "brings": asked(person) or 0})
            await person.ok({"type": "ready"})
            await person.until(lambda screen: screen.view.phase != "talk" or screen.view.round > 1)


async def test_a_persons_pledge_that_is_less_than_was_asked_changes_what_the_others_bring(tmp_path: Path) -> None:
    changed = 0
    with serving(tmp_path, bot_delay=FAST) as live:
        for _ in range(MANY_TRIES):
            async with seated(live, (PERSON,), seats=BOTS) as room:
                person = room.seats[PERSON]
                await person.until(lambda screen: asked(screen) is not None)
                if (asked(person) or 0) < 2:
                    continue
                before = asked(person)
                await person.ok({"type": "pledge", "brings": 1})
                await person.until(asked_otherwise(before))
                changed += 1
            if changed == 3:
                return
    raise AssertionError("no card in so many tables asked the council for 2")


async def test_an_offer_is_answered_within_seconds_with_a_reason_in_words(tmp_path: Path) -> None:
    with serving(tmp_path, bot_delay=FAST) as live:
        async with seated(live, (PERSON,), seats=BOTS) as room:
            person, began = room.seats[PERSON], time.monotonic()
            terms = {"type": "offer", "kind": "bargain", "carrier": "pct", "brings": 12, "gives": "my_turn_next"}
            offer = await person.ok({**terms, "to": ["pct"]}, "Carry it all, please.")
            await person.until(lambda screen: any(c.offer.id == offer for c in screen.view.closed))
            closed = next(c for c in person.view.closed if c.offer.id == offer)
            assert closed.how in ("refused", "countered") and closed.by == "pct"
            assert time.monotonic() - began < 10
            said = words(person, "offer_answered", offer=offer) + words(person, "offer_made", role="pct")
            assert any(text.startswith("We can") for text in said), said


async def test_a_pact_that_it_can_honour_is_signed_and_an_open_ended_one_is_not(tmp_path: Path) -> None:
    with serving(tmp_path, bot_delay=FAST) as live:
        async with seated(live, (PERSON,), seats={**BOTS, "pct": "retreating"}) as room:
            person = room.seats[PERSON]
            pact = await person.ok({"type": "offer", "kind": "pact", "to": ["charity"]}, "Each of us carries once.")
            await person.until(lambda screen: any(c.offer.id == pact for c in screen.view.closed))
            assert [set(p.members) for p in person.view.pacts] == [{PERSON, "charity"}]
        async with seated(live, (PERSON,), seats={**BOTS, "pct": "retreating"}) as room:
            person = room.seats[PERSON]
            alliance = await person.ok({"type": "offer", "kind": "open", "to": ["charity"]}, "For ever.")
            await person.until(lambda screen: any(c.offer.id == alliance for c in screen.view.closed))
            assert "We sign nothing without an end." in words(person, "offer_answered", offer=alliance)


async def test_a_person_who_says_nothing_holds_up_nobody_in_commit(tmp_path: Path) -> None:
    with serving(tmp_path, bot_delay=FAST) as live:
        async with seated(live, (PERSON,), seats=BOTS) as room:
            await room.host.ok({"type": "skip_talk"})
            person = room.seats[PERSON]
            await person.until(lambda screen: {r.id for r in screen.view.roles if r.committed} == set(BOTS))
            assert person.view.phase == "commit"

"""Each way to break a deck is found at its exact place, and said in a sentence."""

from pathlib import Path
from shutil import copy, copytree

import pytest

from scenarios import check_path
from scenarios.library import DECKS
from tests.scenarios.two_wards import DECK, LINE, broken, check

SHIPPED = DECKS / "local-strategic-partnership"

# what is replaced; by what, with § where the finding must point; a part of the sentence
BROKEN = {
    "an unknown key of the deck": ("rounds: 6", "§roundz: 6", 'Did you mean "rounds"?'),
    "an unknown key of a role": ("    letter: N", "    §leter: N\n    letter: N", 'Did you mean "letter"?'),
    "an unknown key of a card": (
        "    heat: 1",
        "    heat: 1\n    §sors: [north, south]",
        'Did you mean "sore"?',
    ),
    "an unknown key of an option": ("        effort: 2", "        §efort: 2", 'Did you mean "effort"?'),
    "an unknown key of a cost": ("{goodwill: 1, cap", "{§goodwil: 1, cap", 'Did you mean "goodwill"?'),
    "an unknown key with nothing like it": ("rounds: 6", "§xyzzy: 6", "Write one of id, title"),
    "a missing title": ("id: two-wards\ntitle: Two wards", "§id: two-wards", '"title" is missing'),
    "a role without a letter": (
        "- id: south\n    label: South ward\n    name: the south\n    letter: S",
        "- §id: south\n    label: South ward\n    name: the south",
        '"letter" is missing',
    ),
    "a truth value that is a word": ("seated: true\ncards:", "seated: §no\ncards:", 'not "no"'),
    "a title that is too long": ("title: Two wards", "title: §" + "x" * 45, "5 characters too long"),
    "an option that is too long": ("text: Look away", "text: §" + "x" * 121, "at most 120"),
    "a card's text that is too long": ("text: The bridge needs paint.", "text: §" + "x" * 281, "at most 280"),
    "an empty title": ("title: The bridge", 'title: §""', "at least 1"),
    "a title that is null": ("title: The bridge", "title: §~", "not nothing"),
    "heat above 3": ("heat: 1", "heat: §4", "3 at most"),
    "heat below 0": ("heat: 1", "heat: §-1", "0 at least"),
    "a need in quotes": ("need: 9", 'need: §"9"', "Take the quotation marks away"),
    "a need that is a word": ("need: 9", "need: §nine", "whole number"),
    "a need with a leading zero": ("need: 9", "need: §010", 'not "010"'),
    "a need that is a fraction": ("need: 9", "need: §9.5", 'not "9.5"'),
    "a huge number": ("need: 9", "need: §" + "9" * 5000, "far too large"),
    "a truth value in the old spelling": (
        "impose: true\n        cost",
        "impose: §yes\n        cost",
        "true or false",
    ),
    "an unknown posture": ("posture: duck", "posture: §dukc", 'Did you mean "duck"?'),
    "an unknown trait": ("trait: seated", "trait: §sitting", "Write one of statutory"),
    "an unknown lead": ("lead: north", "lead: §norht", 'Did you mean "north"?'),
    "an unknown role in sore": ("sore: [north, south]", "sore: [north, §east]", 'no role "east"'),
    "an unknown role in best": ("best: [north]", "best: [§nrth]", 'no role "nrth"'),
    "an unknown role in worst": ("worst: [south]", "worst: [§west]", 'no role "west"'),
    "an unknown role with terms": (
        "          north: {effort: 6}",
        "          §nort: {effort: 6}",
        'no role "nort"',
    ),
    "an unknown role of an option": (
        "posture: duck",
        "posture: duck\n        roles: [north, south, §sooth]",
        'no role "sooth"',
    ),
    "an unknown role with a stake": (
        "gains: {south.standing",
        "gains: {§suoth.standing",
        'Did you mean "south.standing"?',
    ),
    "an unknown number at stake": (
        "loses: {south.goodwill",
        "loses: {§south.goodwil",
        'Did you mean "south.goodwill"?',
    ),
    "an unknown track": ("met: {common: +1}", "met: {§comon: +1}", 'Did you mean "common"?'),
    "a personal effect on a met card": ("met: {common: +1}", "met: {§self.standing: +1}", "no track"),
    "an unknown effect": (
        "effects: {self.purpose",
        "effects: {§self.porpoise",
        'Did you mean "self.purpose"?',
    ),
    "an effect beyond two": ("effects: {self.purpose: -1", "effects: {self.purpose: §-3", "from -2 to +2"),
    "next capacity beyond three": ("effects: {self.purpose: -1", "effects: {self.capnext: §4", "3 at most"),
    "a stake beyond two": ("gains: {south.standing: +1", "gains: {south.standing: §+3", "from -2 to +2"),
    "a card that no act can find": (
        "rounds: 6",
        "rounds: 6\nacts: [{first: 1, cards: [§K9]}]",
        'no card "K9"',
    ),
    "acts in the wrong order": (
        "rounds: 6",
        "rounds: 6\nacts: [{first: 3, cards: [K1]}, {first: §2, cards: [K1]}]",
        "4 or more",
    ),
    "an order by acts that are missing": ("rounds: 6", "rounds: 6\norder: §acts", "there are none"),
    "two roles with one id": ("  - id: south", "  - id: §north", 'two roles with the id "north"'),
    "two options with one id": ("      - id: c", "      - id: §a", 'two options with the id "a"'),
    "two kinds of weather with one id": (
        "{id: storm",
        "{id: §calm",
        'two kinds of weather with the id "calm"',
    ),
    "two roles with one letter": ("letter: S", "letter: §N", 'have the letter "N"'),
    "a role named like a track": ("  - id: south", "  - id: §trust", "the rules use that word"),
    "an id with spaces": ("id: two-wards", "id: §two wards", "cannot be used as an id"),
    "a pair of one": ("sore: [north, south]", "sore: [north, §north]", "two different roles"),
    "a pair of three": ("sore: [north, south]", "sore: §[north, south, north]", "at most 2"),
    "imposing by everybody": (
        "        lead_only: true\n        impose: true",
        "        impose: §true",
        "Only a lead can impose",
    ),
    "imposing that is not a push": (
        "posture: push\n        lead_only",
        "posture: §deal\n        lead_only",
        "always a push",
    ),
    "two effects of one weather": ("effect: {tension: +2}", "effect: §{tension: +2, trust: +1}", "at most 1"),
    "a constant that does not exist": (
        "ruleset: {trust: 4}",
        "ruleset: {§trusst: 4}",
        'Did you mean "trust"?',
    ),
    "commonality that nothing breaks": ("ruleset: {trust: 4}", "ruleset: {common: §11}", "10 at most"),
    "a clause about nothing": (
        "{what: trust, at_least: 6}",
        "{what: §thrust, at_least: 6}",
        'Did you mean "trust"?',
    ),
    "a clause without a limit": ("- {what: trust, at_least: 6}", "- §{what: trust}", "no limit"),
    "a clause that cannot hold": (
        "- {what: trust, at_least: 6}",
        "- §{what: trust, at_least: 6, at_most: 5}",
        "never hold",
    ),
    "an unknown key of a cue sheet": ("rounds: 6", "rounds: 6\ncue_sheet: {§befor: [x]}", 'Did you mean "before"?'),
    "a cue sheet that is a list": ("rounds: 6", "rounds: 6\ncue_sheet: §[x]", "a block of keys"),
    "a cue that is too long": ("rounds: 6", f"rounds: 6\ncue_sheet: {{before: [§{'x' * 281}]}}", "at most 280"),
    "a ground rule that is a block": ("rounds: 6", "rounds: 6\ncue_sheet: {ground_rules: [§{a: b}]}", "text here"),
    "more for observers than they can count": (
        "rounds: 6",
        f"rounds: 6\ncue_sheet: {{observers: §[{', '.join('x' * 13)}]}}",
        "at most 12",
    ),
    "timings without a debrief": (
        "rounds: 6",
        "rounds: 6\ncue_sheet:\n  timings:\n"
        "    - §{rounds: 6, briefing: 5, first_round: 8, other_rounds: 30, scores: 2}",
        '"debrief" is missing',
    ),
    "minutes below 0": (
        "rounds: 6",
        "rounds: 6\ncue_sheet:\n  timings:\n"
        "    - {rounds: 6, briefing: §-5, first_round: 8, other_rounds: 30, scores: 2, debrief: 20}",
        "0 at least",
    ),
    "the timings of one length twice": (
        "rounds: 6",
        "rounds: 6\ncue_sheet:\n  timings:\n"
        "    - {rounds: 6, briefing: 5, first_round: 8, other_rounds: 30, scores: 2, debrief: 20}\n"
        "    - {rounds: §6, briefing: 5, first_round: 9, other_rounds: 30, scores: 2, debrief: 20}",
        "timings of 6 rounds are given twice",
    ),
    "a debrief that is one line": ("rounds: 6", "rounds: 6\ndebrief: §Why?", "a list here"),
    "a question without its minutes": ("rounds: 6", "rounds: 6\ndebrief: [§{ask: Why}]", '"minutes" is missing'),
    "a question of no minutes": ("rounds: 6", "rounds: 6\ndebrief: [{ask: Why, minutes: §0}]", "1 at least"),
    "a question that takes long to lead": (
        "rounds: 6",
        f"rounds: 6\ndebrief: [{{ask: Why, minutes: 3, lead: §{'x' * 401}}}]",
        "at most 400",
    ),
    "something to show that nobody can": (
        "rounds: 6",
        "rounds: 6\ndebrief: [{ask: Why, minutes: 3, show: [tracks, §ledgr]}]",
        'Did you mean "ledger"?',
    ),
    "more questions than an evening holds": (
        "rounds: 6",
        f"rounds: 6\ndebrief: §[{', '.join(['{ask: Why, minutes: 3}'] * 13)}]",
        "at most 12",
    ),
    "a cost that is a number": ("cost: {goodwill: 1, capacity: 2}", "cost: §3", "a block of keys"),
    "an invisible character": ("text: Look away", "text: §Look\u202e away", "U+202E"),
    "a key for the second time": ("rounds: 6", "rounds: 6\n§title: Again", "the first is on line 2"),
    "an anchor": ("text: Look away", "text: §&x Look away", "anchor"),
    "a tag": ("need: 9", "need: §!!int 9", "tag"),
    "a merge": ("rounds: 6", "rounds: 6\n§<<: {author: me}", "Merging"),
    "a tab": ("    heat: 1", "§\theat: 1", "Use spaces"),
    "a colon inside text": ("text: Look away", "text: Look§: away", "second colon"),
    "two documents": ("rounds: 6", "rounds: 6\n§---", "second document"),
}
# what is replaced, by what; where the finding points, if that is elsewhere; a part of the sentence
ELSEWHERE = {
    "no way to duck": ("posture: duck", "posture: push", "- id: a", "cannot avoid this card"),
    "a duck that costs": (
        "posture: duck",
        "posture: duck\n        cost: {goodwill: 1}",
        "- id: a",
        "for nothing",
    ),
    "too few options": (
        "posture: duck",
        "posture: duck\n        roles: [north]",
        "- id: a",
        "only 2 of the options",
    ),
    "a lead who may not impose": (
        "    may_impose: true\n",
        "",
        "true\n        cost",
        '"north", may not impose',
    ),
    "a lead's option without a lead": ("    lead: north\n", "", "true\n        impose", "has no lead"),
    "only one seated role": ("market\n    seated: true", "market\n    seated: false", "id: north", "seated"),
    "an empty weather bag": (
        "chips: 4}\n  - {id: storm, label: Storm, chips: 1",
        "chips: 0}\n  - {id: storm, label: Storm, chips: 0",
        "- {id: calm",
        "bag is empty",
    ),
    "an open bracket": (
        "sore: [north, south]",
        "sore: [north, south",
        ": [north]\n",
        "cannot be read as YAML",
    ),
}
MANY = (
    "an unknown key of the deck",
    "heat above 3",
    "an unknown lead",
    "an unknown posture",
    "an unknown track",
    "an effect beyond two",
    "two roles with one letter",
    "a constant that does not exist",
    "an invisible character",
)


def test_the_deck_that_these_tests_break_has_no_flaw() -> None:
    report = check(DECK)
    assert (report.exit_code, report.findings) == (0, ())


@pytest.mark.parametrize("name", BROKEN)
def test_a_broken_deck_is_found_at_its_line_and_column(name: str) -> None:
    old, new, part = BROKEN[name]
    text, line, column = broken(old, new)
    report = check(text)
    errors = [each for each in report.findings if each.severity == "error"]
    places = [(each.line, each.column) for each in errors]
    assert (line, column) in places, [str(each) for each in errors]
    said = str(errors[places.index((line, column))])
    assert part in said, said
    assert report.exit_code == 1 and report.deck is None


@pytest.mark.parametrize("name", ELSEWHERE)
def test_a_contradiction_is_found_where_it_can_be_mended(name: str) -> None:
    old, new, at, part = ELSEWHERE[name]
    assert DECK.count(old) == 1
    text = DECK.replace(old, new)
    before = text[: text.index(at)].split("\n")
    errors = [str(each) for each in check(text).findings if each.severity == "error"]
    place = f"deck.yaml:{len(before)}:{len(before[-1]) + 1}: "
    assert [each for each in errors if each.startswith(place) and part in each], errors


def test_a_second_role_with_instruments_is_found_in_that_role() -> None:
    text = DECK.replace("    seated: true", "    seated: true\n    has_instruments: true")
    found = check(text).findings
    assert [(each.code, each.line) for each in found] == [("centres", 33)]


def test_everything_is_found_at_once_and_in_reading_order() -> None:
    text = DECK
    for old, new, _ in (BROKEN[name] for name in MANY):
        assert text.count(old) == 1
        text = text.replace(old, new)
    marked, places = text, []
    while "§" in marked:
        before = marked[: marked.index("§")].split("\n")
        places.append((len(before), len(before[-1]) + 1))
        marked = marked.replace("§", "", 1)
    found = [(each.line, each.column) for each in check(marked).findings]
    assert set(places) <= set(found)
    assert found == sorted(found)


def test_every_finding_is_one_line_of_path_line_column_and_two_sentences() -> None:
    for old, new, _ in BROKEN.values():
        for each in check(broken(old, new)[0]).findings:
            assert LINE.fullmatch(str(each)), str(each)


def test_a_wrong_file_of_a_deck_blames_nobody_who_names_what_it_holds(tmp_path: Path) -> None:
    folder = tmp_path / "deck"
    copytree(SHIPPED, folder)
    card = next((folder / "cards").glob("C03-*"))
    card.write_text(card.read_text().replace("sore: [pct, council]", "sore: [pct, council"))
    found = check_path(folder).findings
    assert len(found) == 1 and found[0].path == str(card)


def test_a_link_out_of_the_folder_is_not_followed(tmp_path: Path) -> None:
    folder = tmp_path / "deck"
    copytree(SHIPPED, folder)
    secret = tmp_path / "secret.yaml"
    secret.write_text("password: swordfish")
    (folder / "cards" / "X.yaml").symlink_to(secret)
    report = check_path(folder)
    assert [each.code for each in report.findings] == ["link"]
    assert "swordfish" not in str(report.findings)


def test_more_files_than_a_deck_may_have_are_refused(tmp_path: Path) -> None:
    folder = tmp_path / "deck"
    copytree(SHIPPED, folder)
    for n in range(80):
        (folder / "cards" / f"Z{n:02}.yaml").write_text("[]")
    assert "too-many-files" in {each.code for each in check_path(folder).findings}


def test_a_yaml_file_that_nobody_reads_is_a_warning(tmp_path: Path) -> None:
    folder = tmp_path / "deck"
    copytree(SHIPPED, folder)
    (folder / "rolse.yaml").write_text("[]")
    report = check_path(folder)
    assert [(each.severity, each.code) for each in report.findings] == [("warning", "stray")]
    assert report.exit_code == 0 and report.deck is not None


def test_one_card_without_a_deck_is_said_to_be_a_card(tmp_path: Path) -> None:
    card = copy(next((SHIPPED / "cards").glob("C01-*")), tmp_path)
    assert [each.code for each in check_path(card).findings] == ["card"]


def test_one_card_of_a_deck_is_checked_within_its_deck(tmp_path: Path) -> None:
    copytree(SHIPPED, tmp_path / "deck")
    one, two = sorted((tmp_path / "deck" / "cards").glob("C0[12]-*"))
    two.write_text(two.read_text().replace("lead: council", "lead: concil"))
    assert check_path(one).exit_code == 0
    assert [str(each).split(": ")[0] for each in check_path(two).findings] == [f"{two}:12:7"]


def test_the_main_file_of_a_folder_stands_for_the_folder() -> None:
    assert check_path(SHIPPED / "deck.yaml").exit_code == 0

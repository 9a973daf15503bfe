"""Every word comes from a catalogue, and the pages can be read from right to left.

For whoever tests, the pages write every word of the catalogue accented and longer: what is plain is in none.
"""

import re
from collections.abc import Iterable
from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Locator, Page, ViewportSize, expect

from server.hub.protocol import SERVER_REFUSALS
from tests.e2e.pages import LAPTOP, PHONE, PROJECTOR, ROOT, Devices, Server, overflow

ACCENTED = "en-XA"
MIRRORED = "ar-XB"
LETTERS = "áƀćďéƒĝĥíĵķĺɱñóƥɋŕšťúṽŵẋýž"
UNHEARD = re.compile("[\u200f\u2066-\u2069\u202a-\u202e]|“[^”]*”")
"""Marks of direction, and what somebody is quoted with."""
DECK = ROOT / "scenarios" / "decks" / "local-strategic-partnership"
IN_DECK = (
    "title", "blurb", "text", "label", "name", "fault_line", "brief", "instruction", "learning", "debrief",
    "standing_label", "purpose_label", "question",
)
"""Fields of a deck that are written for people."""
SHORT = 25
"""Letters of an option that a button shows."""
OWN_WORDS = "Zyx zyx 1."
"""What is typed: nobody's sentence."""

# What somebody says at the table, a bot as well, is marked as words of any direction: it stays as it was said.
READ = """() => {
  const of = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  const words = [document.title];
  while (of.nextNode()) {
    const by = of.currentNode.parentElement;
    if (!by.closest('script, style, noscript, svg text, [dir=auto]')) words.push(of.currentNode.data);
  }
  for (const name of document.querySelectorAll('svg text'))
    words.push([...name.childNodes].map(part => part.textContent).join(' '));
  for (const name of ['aria-label', 'aria-valuetext', 'aria-description', 'placeholder', 'title', 'alt'])
    for (const each of document.querySelectorAll(`[${name}]`)) words.push(each.getAttribute(name));
  return words;
}"""


def pseudo(words: str) -> str:
    """As the pages write a stretch of a sentence in the accented language."""
    return re.sub("[A-Za-z]", lambda found: _accented(found[0]), words)


def _accented(plain: str) -> str:
    letter = LETTERS[ord(plain.lower()) - ord("a")]
    return (letter.upper() if plain.isupper() else letter) + (letter if plain in "aeiou" else "")


def words_of_the_deck() -> set[str]:
    forms = (yaml.safe_load(path.read_text()) for path in DECK.rglob("*.yaml"))
    written = set(_for_people(list(forms)))
    return written | {head for text in written for head in _heads(text)}


def _for_people(form: object) -> Iterable[str]:
    if isinstance(form, list):
        for each in form:
            yield from _for_people(each)
    elif isinstance(form, dict):
        for key, value in form.items():
            if isinstance(value, str) and key in IN_DECK:
                yield value.strip()
            else:
                yield from _for_people(value)


def _heads(text: str) -> Iterable[str]:
    """An option's text as a button has room for it."""
    head = re.split("[:;,(/]", text)[0].strip()
    yield head
    if len(head) > SHORT:
        yield head[: head.rfind(" ", 0, SHORT + 1)]


class Reader:
    """Reads pages as everybody gets them, on small screens and large, and notes what no catalogue wrote."""

    def __init__(self, typed: Iterable[str]) -> None:
        known = sorted({*words_of_the_deck(), *typed}, key=len, reverse=True)
        self._known = re.compile("|".join(rf"(?<![A-Za-z]){re.escape(each)}(?![A-Za-z])" for each in known), re.I)
        self.letters = re.compile(r"^[A-Z]$")
        self.found: set[str] = set()
        self.seen: list[str] = []

    def plain(self, words: str) -> bool:
        text = UNHEARD.sub("", words).strip()
        return bool(re.search("[A-Za-z]", self._known.sub("", text))) and not self.letters.match(text)

    def read(self, page: Page, screen: str, sizes: tuple[ViewportSize, ...] = (PHONE, LAPTOP)) -> None:
        before = page.viewport_size
        for size in sizes:
            page.set_viewport_size(size)
            self.found |= {f"{screen}: {words}" for words in page.evaluate(READ) if self.plain(words)}
            wide = overflow(page)
            if wide > 0:
                self.found.add(f"{screen}: {wide} px too wide at {size['width']}")
        self.seen.append(screen)
        if before:
            page.set_viewport_size(before)


def button(page: Page, words: str) -> Locator:
    return page.get_by_role("button", name=pseudo(words)).first


def options_of(page: Page) -> Locator:
    return page.get_by_role("radiogroup", name=pseudo("What will you do?")).get_by_role("radio", disabled=False)


def choose(page: Page, dial: str, words: str) -> None:
    page.get_by_role("radiogroup", name=pseudo(dial)).get_by_role("radio", name=words).first.check()


@pytest.mark.parametrize("language", [ACCENTED, MIRRORED])
def test_no_screen_has_a_plain_word_or_runs_off_its_side(
    server: Server, devices: Devices, language: str, tmp_path: Path
) -> None:
    devices.expect("404 (Not Found)")
    bea = devices.open(f"{server.url}/?lang={language}", LAPTOP, newcomer=True, reduced_motion="reduce")
    html = bea.locator("html")
    expect(html).to_have_attribute("lang", language)
    expect(html).to_have_attribute("dir", "rtl" if language == MIRRORED else "ltr")
    bea.goto(f"{server.url}/host")
    for role in ("Community charity", "Central government"):
        bea.get_by_role("radiogroup", name=role).get_by_role("radio", name=pseudo("bot")).first.click()
    button(bea, "Set the table").click()
    seat = bea.get_by_role("link", name=pseudo("Take a seat yourself"))
    seat.wait_for()
    code = bea.get_by_role("textbox", name=pseudo("Link to join")).input_value().rsplit("/", 1)[1]
    reader = Reader(("Bea", "Ana", "Zyx", OWN_WORDS, code, f"{code[:3]} {code[3:]}", "ZZZ ZZ2"))
    read = reader.read
    read(bea, "invitation")

    link = bea.get_by_role("textbox", name=pseudo("Link for the projector")).input_value()
    screen = devices.open(f"{server.url}/?lang={language}", PROJECTOR, reduced_motion="reduce")
    screen.goto(link)
    screen.get_by_role("img", name=pseudo("QR code")).locator("svg").wait_for()
    read(screen, "projector, gathering", (PROJECTOR,))

    ana = devices.open(f"{server.url}/?lang={language}", PHONE, reduced_motion="reduce")
    button(ana, "Start a game").wait_for()
    read(ana, "front")
    ana.goto(f"{server.url}/host")
    button(ana, "Set the table").wait_for()
    read(ana, "host")
    ana.goto(f"{server.url}/t/nowhere")
    ana.get_by_role("heading", level=1).wait_for()
    read(ana, "no seat")
    ana.goto(f"{server.url}/join")
    ana.get_by_label(pseudo("Table code")).fill("ZZZ ZZ2")
    expect(ana.get_by_role("alert")).to_contain_text(pseudo("No open table has this code"))
    read(ana, "wrong code")
    ana.get_by_label(pseudo("Table code")).fill(code)
    ana.get_by_role("radio", name="Primary Care Trust").click()
    button(ana, "Take the seat").click()
    expect(ana.get_by_role("alert")).to_be_visible()
    ana.get_by_label(pseudo("Your name")).fill("Ana")
    read(ana, "seat")
    button(ana, "Take the seat").click()
    for onward in ("Next: my secret aim", "Next: what I can do", "To the table"):
        button(ana, onward).wait_for()
        read(ana, onward)
        button(ana, onward).click()
    ana.get_by_role("heading", name=pseudo("You are in")).wait_for()
    read(ana, "waiting")

    seat.click()
    bea.get_by_role("radio", name="Council").click()
    bea.get_by_label(pseudo("Your name")).fill("Bea")
    button(bea, "Take the seat").click()
    button(bea, "To the table").click()
    options_of(bea).first.wait_for()
    read(bea, "card, with a coach")
    options_of(ana).first.wait_for()
    read(ana, "card")
    read(screen, "projector, card", (PROJECTOR,))
    for opener in ("Table menu", "What can I do now?", "Secret aim", "Promises", "What these mean"):
        button(bea, opener).click()
        bea.get_by_role("dialog").get_by_role("heading").first.wait_for()
        read(bea, opener)
        bea.keyboard.press("Escape")
    button(bea, "Host").click()
    button(bea, "Pause").wait_for()
    read(bea, "host's keys")
    button(bea, "Seats").click()
    bea.get_by_role("dialog").get_by_role("listitem").first.wait_for()
    read(bea, "seats")
    bea.keyboard.press("Escape")

    words = ana.get_by_role("textbox", name=pseudo("Your words"))
    words.fill(OWN_WORDS)
    button(ana, "Say it").click()
    expect(bea.get_by_text(OWN_WORDS).first).to_be_visible()
    words.evaluate("box => box.removeAttribute('maxlength')")
    words.fill("Zyx " * 200)
    button(ana, "Say it").click()
    expect(ana.get_by_role("alert")).to_contain_text(pseudo("too many words"))
    read(ana, "refusal")
    words.fill("")

    options_of(ana).first.click()
    choose(ana, "Out loud", pseudo("name a tension"))
    read(ana, "sheet")
    button(ana, "Offer a deal").click()
    choose(ana, "With whom", "the council")
    read(ana, "offer of a bargain")
    choose(ana, "What kind", pseudo("a pact"))
    ana.get_by_label(pseudo("In your own words")).fill(OWN_WORDS)
    read(ana, "offer of a pact")
    ana.get_by_role("dialog").get_by_role("button", name="the council").last.click()
    button(bea, "Answer").click()
    bea.get_by_role("dialog").get_by_role("radio").first.wait_for()
    read(bea, "answer")
    for answer in ("Refuse", "Accept"):
        choose(bea, "Your answer", pseudo(answer))
        read(bea, f"answer: {answer}")
    button(bea, "Sign the pact").click()
    expect(bea.get_by_role("dialog")).to_be_hidden()
    read(bea, "pact")
    read(ana, "pact of mine")

    button(ana, "Commit").click()
    button(ana, "Committed").wait_for()
    read(ana, "committed")
    read(screen, "projector, waiting", (PROJECTOR,))
    options_of(bea).first.click()
    button(bea, "Commit").click()
    following = button(bea, "Next: ")
    following.wait_for()
    read(bea, "reveal")
    step = 0
    while following.is_visible():
        following.click()
        step += 1
        read(bea, f"reveal, step {step}")
    assert step > 2
    button(bea, "Why").click()
    for summary in bea.locator("main summary").all():
        summary.click()
    read(bea, "why")
    read(screen, "projector, reveal", (PROJECTOR,))
    for page in (ana, bea):
        button(page, "On to the stock-take").click()
    button(bea, "On to round").wait_for()
    read(bea, "stock-take")
    for page in (ana, bea):
        button(page, "On to round").click()
    options_of(bea).first.wait_for()
    read(bea, "second round")
    read(ana, "second card")
    button(bea, "End the game").click()
    read(bea, "ending asks")
    button(bea, "End it for everybody").click()
    button(ana, "Play again").wait_for()
    for summary in ana.locator("summary").all():
        summary.click()
    read(ana, "end")
    read(screen, "projector, end", (PROJECTOR,))
    with ana.expect_download() as download:
        button(ana, "Keep this game").click()
    download.value.save_as(tmp_path / "kept.html")
    kept = devices.open((tmp_path / "kept.html").as_uri(), PHONE)
    expect(kept.locator("html")).to_have_attribute("dir", "rtl" if language == MIRRORED else "ltr")
    read(kept, "the file to keep")
    ana.get_by_role("link", name=pseudo("See it again, moment by moment")).click()
    ana.get_by_role("slider").wait_for()
    ana.get_by_role("slider").press("End")
    read(ana, "replay")
    assert len(reader.seen) > 40
    assert not reader.found, "\n".join(sorted(reader.found))


def test_from_right_to_left_the_cards_turn_and_the_table_lies_the_other_way(server: Server, devices: Devices) -> None:
    page = devices.open(f"{server.url}/?lang={MIRRORED}", PHONE)
    button(page, "Start a game").click()
    cards = page.get_by_role("list", name=pseudo("Your role in three cards")).get_by_role("heading", level=2)
    button(page, "Next: my secret aim").press("Enter")
    expect(cards.nth(1)).to_be_in_viewport(ratio=1)
    page.keyboard.press("ArrowLeft")
    expect(cards.nth(2)).to_be_in_viewport(ratio=1)
    page.keyboard.press("ArrowRight")
    expect(cards.nth(1)).to_be_in_viewport(ratio=1)
    page.set_viewport_size(LAPTOP)
    button(page, "To the table").click()
    options_of(page).first.wait_for()
    tracks = page.get_by_role("region", name=pseudo("Where the partnership stands"))
    talk = page.get_by_role("region", name=pseudo("Talk"), exact=False).first
    assert left_edge(tracks) > left_edge(page.get_by_role("main")) > left_edge(talk)
    page.goto(f"{page.url}?lang=en-GB")
    options = page.get_by_role("radiogroup", name="What will you do?")
    options.wait_for()
    assert left_edge(page.get_by_role("region", name="Where the partnership stands")) < left_edge(options)


def left_edge(of: Locator) -> float:
    box = of.bounding_box()
    assert box is not None
    return box["x"]


def test_the_reader_sees_a_plain_word() -> None:
    reader = Reader(("Ana",))
    assert not reader.plain(f"{pseudo('Waiting for')} Ana, the council. Broker a stay…")
    assert reader.plain(f"{pseudo('Waiting for')} Ana and the council.")


def test_the_pages_have_a_sentence_for_every_refusal_of_the_server() -> None:
    sources = (ROOT / "client/web/src/strings/en.ftl", ROOT / "game_rules/sentences/en.ftl")
    known = "\n".join(source.read_text() for source in sources)
    assert [code for code in SERVER_REFUSALS if f"\nrefusal-{code} =" not in known] == []

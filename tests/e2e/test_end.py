"""The reveal step by step, the end, the replay and the file to keep: short games, from the first card to a new one."""

import json
import re
import urllib.request
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Locator, Page, ViewportSize, expect

from tests.e2e.pages import LAPTOP, PHONE, Devices, Server, commit, on_screen, options_of, overflow

ROUNDS = 2
NAME = "<b>& Ana"
"""What a careless page would take for markup."""


def post(server: Server, path: str, body: dict[str, object]) -> dict[str, str]:
    request = urllib.request.Request(
        server.url + path, json.dumps(body).encode(), {"Content-Type": "application/json", "Origin": server.url}
    )
    with urllib.request.urlopen(request) as answer:
        told: dict[str, str] = json.load(answer)
    return told


def sit_down(server: Server, devices: Devices, size: ViewportSize, query: str = "", **options: Any) -> Page:
    """A short game against bots, from the seat of the council; the first card lies on the table."""
    bots = dict.fromkeys(("pct", "charity", "government"), "tactical")
    table = post(server, "/api/tables", {"rounds": ROUNDS, "seed": "a short one", "seats": bots})
    seat = post(server, "/api/join", {"code": table["code"], "seat": "council", "name": NAME})
    page = devices.open(f"{server.url}/t/{table['table']}{query}#{seat['token']}", size, **options)
    away = button(page, re.compile("^(Skip|To the table)$"))
    away.or_(options_of(page)).first.wait_for()
    if away.count() > 0:
        away.first.click()
    options_of(page).first.wait_for()
    return page


def button(page: Page, name: str | re.Pattern[str]) -> Locator:
    return page.get_by_role("button", name=name)


def play_to_the_end(page: Page) -> None:
    again, next_round = button(page, "Play again"), button(page, "On to round")
    for _ in range(ROUNDS):
        options_of(page).first.wait_for()
        commit(page)
        button(page, "On to the stock-take").click()
        next_round.or_(button(page, "See how it ended")).click()
        options_of(page).first.or_(again).wait_for()
        if again.is_visible():
            break
    again.wait_for()


@pytest.mark.parametrize("size", [PHONE, LAPTOP])
def test_the_reveal_is_told_step_by_step_to_its_end_and_once_more(
    server: Server, devices: Devices, size: ViewportSize
) -> None:
    page = sit_down(server, devices, size)
    commit(page)
    onward, ready = button(page, re.compile("^Next: ")), button(page, "On to the stock-take")
    told = page.get_by_role("region", name=re.compile(r"^step \d+ of \d+$"))
    aloud = page.locator("[aria-live=polite] p")
    expect(onward).to_have_text("Next: how the card came out")
    expect(told).to_be_hidden()
    heard: list[str] = []
    while onward.is_visible():
        onward.click()
        expect(told).to_have_accessible_name(re.compile(f"^step {len(heard) + 1} of"))
        heard.append(told.inner_text())
        sentence = told.get_by_role("heading").inner_text()
        assert [sentence in each for each in aloud.all_inner_texts()].count(True) == 1
        assert sentence in aloud.last.inner_text()
        assert overflow(page) <= 0
    assert len(heard) >= 3 and len(set(heard)) == len(heard), heard
    expect(page.get_by_text("Before this").locator("..").get_by_role("listitem")).to_have_count(len(heard) - 1)
    expect(ready).to_be_visible()
    for word, step in (("See it again", 1), ("Skip to the end", len(heard))):
        button(page, word).click()
        expect(told).to_have_accessible_name(f"step {step} of {len(heard)}")
        assert told.inner_text() == heard[step - 1]


def test_a_reload_loses_no_step_and_a_double_press_on_the_last_one_does_not_go_on(
    server: Server, devices: Devices
) -> None:
    page = sit_down(server, devices, PHONE)
    commit(page)
    onward, ready = button(page, re.compile("^Next: ")), button(page, "On to the stock-take")
    onward.click()
    onward.click()
    told = page.get_by_role("region", name=re.compile(r"^step 2 of \d+$"))
    before = told.inner_text()
    page.reload()
    expect(told).to_be_visible()
    assert told.inner_text() == before
    steps = int((told.get_attribute("aria-label") or "").split()[-1])
    for _ in range(steps - 3):
        onward.click()
    onward.dblclick()
    expect(page.get_by_role("region", name=f"step {steps} of {steps}")).to_be_visible()
    ready.click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("stock-take")


def test_the_ground_moves_when_the_telling_comes_to_what_moved_it(server: Server, devices: Devices) -> None:
    page = sit_down(server, devices, PHONE, reduced_motion="reduce")
    ground = page.get_by_role("main").get_by_role("img").first

    def lies() -> str:
        """Every plate's outline."""
        outlines = ground.locator("defs path").evaluate_all("all => all.map((each) => each.getAttribute('d'))")
        return " ".join(outlines)

    ground.wait_for()
    before = lies()
    commit(page)
    onward, skip = button(page, re.compile("^Next: ")), button(page, "Skip to the end")
    onward.wait_for()
    assert lies() == before
    onward.click()
    skip.wait_for()
    assert lies() == before
    onward.click()
    page.get_by_role("region", name=re.compile("^step 2 of")).wait_for()
    after = lies()
    assert after != before
    skip.click()
    button(page, "See it again").click()
    skip.wait_for()
    assert lies() == before
    skip.click()
    button(page, "On to the stock-take").click()
    button(page, "On to round").wait_for()
    assert lies() != before


def test_whoever_is_in_a_hurry_goes_on_without_a_step(server: Server, devices: Devices) -> None:
    page = sit_down(server, devices, PHONE)
    commit(page)
    expect(button(page, "Next: how the card came out")).to_be_visible()
    button(page, "On to the stock-take").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("stock-take")
    expect(button(page, "On to round 2")).to_be_visible()
    expect(button(page, re.compile("^Next: "))).to_have_count(0)


def test_the_stock_take_begins_at_its_beginning_with_the_headlines_and_folds_what_was_told(
    server: Server, devices: Devices
) -> None:
    page = sit_down(server, devices, PHONE)
    commit(page)
    button(page, "Skip to the end").click()
    headlines = page.get_by_role("article").locator("header")
    before = headlines.inner_text()
    page.evaluate("scrollTo(0, document.body.scrollHeight)")
    button(page, "On to the stock-take").click()
    expect(page.get_by_role("heading", level=1)).to_contain_text("stock-take")
    page.wait_for_function("scrollY === 0")
    expect(headlines).to_have_text(before, use_inner_text=True)
    told = page.get_by_role("list", name="Who did what")
    expect(told).to_be_hidden()
    button(page, "What happened, step by step").click()
    expect(told).to_be_visible()


def test_every_number_unfolds_into_the_events_that_made_it(server: Server, devices: Devices) -> None:
    page = sit_down(server, devices, LAPTOP)
    commit(page)
    button(page, "Why").click()
    numbers = page.get_by_text("Every number that moved").locator("xpath=following-sibling::ul[1]").locator("> li")
    assert numbers.count() >= 4
    for number in numbers.all():
        number.locator("summary").click()
        before, after = re.findall(r"from (-?\d+) to (-?\d+)", number.locator("summary").inner_text())[0]
        deltas = [int(each.replace("−", "-")) for each in number.locator("li b").all_inner_texts()]
        assert deltas and sum(deltas) == int(after) - int(before), number.inner_text()


def test_a_short_game_ends_with_everything_to_look_back_at(server: Server, devices: Devices) -> None:
    page = sit_down(server, devices, PHONE)
    play_to_the_end(page)
    expect(page.get_by_role("heading", name="The partnership")).to_be_visible()

    held = page.get_by_role("heading", name="Who held together").locator("..")
    whole = held.get_by_role("listitem").filter(has_text="The whole partnership").first
    whole.locator("summary").click()
    expect(whole).to_contain_text(re.compile(r"Alive at \d of 2 stock-takes: \d+ of 50"))

    parts = page.locator("dl").filter(has_text="Secret aim").locator("dd").all_inner_texts()
    *summands, total = map(int, parts)
    assert sum(summands) == total
    aim = page.get_by_role("heading", name="Your secret aim was").locator("..")
    expect(aim.get_by_role("listitem").first).to_contain_text(re.compile("kept$"))

    expect(page.get_by_role("heading", name="Promises kept and broken")).to_be_visible()
    chart = page.get_by_role("heading", name="The ground, round by round").locator("..")
    expect(chart).to_contain_text(re.compile(r"Tension went from \d+ to \d+"))
    chart.get_by_text("As a table").click()
    expect(chart.get_by_role("row")).to_have_count(1 + 1 + ROUNDS)
    expect(page.get_by_role("heading", name="Who the bots were")).to_be_visible()
    button(page, "The last round").click()
    expect(page.get_by_role("list", name="Who did what").get_by_role("listitem")).to_have_count(4)
    assert overflow(page) <= 0


def test_the_game_is_kept_in_one_file_that_opens_without_a_network(
    server: Server, devices: Devices, tmp_path: Path
) -> None:
    page = sit_down(server, devices, PHONE)
    play_to_the_end(page)
    with page.expect_download() as download:
        button(page, "Keep this game").click()
    expect(on_screen(page, "Kept: look among your downloads.")).to_be_visible()
    kept = tmp_path / "kept.html"
    download.value.save_as(kept)
    assert page.context.browser is not None
    reader = page.context.browser.new_page(viewport={"width": 360, "height": 740}, offline=True)
    asked: list[str] = []
    reader.on("request", lambda request: asked.append(request.url))
    reader.goto(kept.as_uri())
    assert asked == [kept.as_uri()]
    expect(reader.get_by_role("heading", level=1)).to_have_text(re.compile("^The partnership"))
    expect(reader.get_by_text(f"As {NAME} (Council) saw it")).to_be_visible()
    for title in ("Who held together", "Your secret aim was", "Promises kept and broken", "The ground, round by round"):
        expect(reader.get_by_role("heading", name=title)).to_be_visible()
    expect(reader.get_by_role("heading", name=re.compile("^Round [12]: "))).to_have_count(ROUNDS)
    expect(reader.get_by_text(re.compile("^(Met|Missed)|decided alone")).first).to_be_visible()
    assert overflow(reader) <= 0
    reader.context.close()


def test_the_replay_shows_what_my_seat_saw_moment_by_moment(server: Server, devices: Devices) -> None:
    page = sit_down(server, devices, PHONE)
    page.get_by_role("textbox", name="Your words").fill("Who can carry this one?")
    button(page, "Say it").click()
    expect(page.get_by_role("list", name="Talk")).to_contain_text("Who can carry this one?")
    first_card = page.get_by_role("heading", level=2).first.inner_text()
    play_to_the_end(page)
    page.get_by_role("link", name="See it again, moment by moment").click()

    slider = page.get_by_role("slider", name="Moment of the game")
    last = int(slider.get_attribute("max") or 0)
    assert last > 10
    heading = page.get_by_role("heading", level=1)
    button(page, "Round 1").click()
    expect(heading).to_contain_text("Round 1 of 2")
    expect(page.get_by_role("heading", name=first_card)).to_be_visible()
    expect(page.get_by_text("Who can carry this one?")).to_have_count(0)
    for _ in range(last):
        button(page, "Later").click()
        if page.get_by_role("list", name="Talk").get_by_text("Who can carry this one?").count():
            break
    expect(page.get_by_role("list", name="Talk")).to_contain_text("Who can carry this one?")
    button(page, "Earlier").click()
    expect(page.get_by_text("Who can carry this one?")).to_have_count(0)
    slider.fill(str(last))
    expect(heading).to_contain_text("the end")
    expect(button(page, "Later")).to_be_disabled()
    slider.press("Home")
    expect(slider).to_have_attribute("aria-valuetext", re.compile("Moment 1 of "))
    expect(button(page, "Earlier")).to_be_disabled()
    assert overflow(page) <= 0
    page.get_by_role("link", name="Back to the end").click()
    expect(button(page, "Play again")).to_be_visible()


def test_playing_again_is_the_same_seat_with_a_new_deal(server: Server, devices: Devices) -> None:
    page = sit_down(server, devices, PHONE)
    before = page.url
    play_to_the_end(page)
    button(page, "Play again").click()
    options_of(page).first.wait_for()
    assert page.url != before and "/t/" in page.url
    expect(page.get_by_role("heading", level=1)).to_contain_text(f"Round 1 of {ROUNDS}")
    expect(page.get_by_role("list", name="At the table")).to_contain_text(re.compile(r"Council\s*you"))


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
def test_the_end_and_the_replay_fit_a_small_phone_in_every_theme(
    server: Server, devices: Devices, theme: str
) -> None:
    page = sit_down(server, devices, {"width": 320, "height": 700}, f"?theme={theme}")
    play_to_the_end(page)
    button(page, "Keep this game").wait_for()
    for summary in page.locator("summary").all():
        summary.click()
    assert overflow(page) <= 0
    page.get_by_role("link", name="See it again, moment by moment").click()
    page.get_by_role("slider").wait_for()
    button(page, "Round 2").click()
    assert overflow(page) <= 0


def test_nothing_moves_for_whoever_asked_for_stillness(server: Server, devices: Devices) -> None:
    page = sit_down(server, devices, PHONE, reduced_motion="reduce")
    commit(page)
    while button(page, re.compile("^Next: ")).is_visible():
        button(page, re.compile("^Next: ")).click()
        assert page.evaluate("document.getAnimations().length") == 0

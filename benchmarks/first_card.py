"""How long a phone that was never here waits for its first card, and what it loads: `python -m benchmarks.first_card`.

Chromium slows the requests down as it is told (latency before each answer, then so many bytes a second); the socket's
frames, a few kilobytes, pass at full speed. Every figure is the median of `--runs` cold starts.
"""

import argparse
import time
from statistics import median
from typing import Any

from playwright.sync_api import Browser

from benchmarks.browser import new_phone, server_and_chromium
from tests.e2e.pages import Server, options_of, put_cards_away

KILOBIT = 1000 / 8
LINKS = {
    "loopback": (None, 1.5),
    "400 kbit/s, 400 ms": ({"latency": 400, "throughput": 400 * KILOBIT}, 9.0),
}
"""What slows a link down (ms and bytes a second), and the seconds after which the game must be usable on it."""


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--runs", type=int, default=3)
    runs = parser.parse_args().runs
    with server_and_chromium() as (server, browser):
        for link, (slowed, limit) in LINKS.items():
            found = [cold_start(server, browser, slowed) for _ in range(runs)]
            print(f"{link} (usable within {limit} s)")
            for step in found[0]:
                seconds, loaded = (median(run[step][which] for run in found) for which in (0, 1))
                print(f"  {step:<34}{seconds:6.2f} s {loaded / 1000:7.1f} kB")


def cold_start(server: Server, browser: Browser, slowed: dict[str, float] | None) -> dict[str, tuple[float, int]]:
    """Seconds since the address was opened, and bytes on the wire, until each step can be taken."""
    with new_phone(browser) as (page, chromium):
        loaded = [0]

        def weigh(answer: dict[str, Any]) -> None:
            loaded[0] += int(answer["encodedDataLength"])

        chromium.send("Network.enable")
        chromium.on("Network.loadingFinished", weigh)
        if slowed:
            chromium.send(
                "Network.emulateNetworkConditions",
                {
                    "offline": False,
                    "latency": slowed["latency"],
                    "downloadThroughput": slowed["throughput"],
                    "uploadThroughput": slowed["throughput"],
                },
            )
        steps: dict[str, tuple[float, int]] = {}
        began = time.perf_counter()

        def usable(step: str) -> None:
            steps[step] = (time.perf_counter() - began, loaded[0])

        page.goto(server.url, wait_until="commit", timeout=60_000)
        start = page.get_by_role("button", name="Start a game")
        start.wait_for(timeout=60_000)
        usable("the front page")
        start.click()
        page.get_by_role("list", name="Your role in three cards").wait_for(timeout=60_000)
        usable("who I am, one press later")
        put_cards_away(page)
        options_of(page).first.wait_for(timeout=60_000)
        usable("the card of the first round")
        page.wait_for_load_state("networkidle")
        usable("all that was loaded on the way")
        return steps


if __name__ == "__main__":
    main()

"""What a reveal costs a phone's main thread: `python -m benchmarks.reveal_frames`.

Plays the same deal in Chromium with its processor slowed down `--slower` times, to the reveals and through all their
steps with their motion, and reads the recorded traces. The page presses its own buttons meanwhile, so that nothing is
measured but it. A frame is all work of the main thread from the first task that has something to draw until it is
drawn, as Chromium itself marks it. Times are the processor's, which what else the machine does leaves nearly as they
are; of `--runs` the median is told.
"""

import argparse
import json
import urllib.request
from collections import defaultdict
from dataclasses import dataclass
from statistics import median
from typing import Any

from playwright.sync_api import Browser, Page

from benchmarks.browser import new_phone, server_and_chromium
from tests.e2e.pages import PLAYED_BEFORE, Server, options_of, put_cards_away

MOST_MS = 16.0
DEAL = {"seed": "s96", "seats": {"council": "tactical", "charity": "tactical", "government": "tactical"}}
CATEGORIES = ["toplevel", "devtools.timeline"]
TASK = "ThreadControllerImpl::RunTask"
FRAME = "AnimationFrame"
PRESSING = """
const pause = ms => new Promise(done => setTimeout(done, ms));
const button = words => [...document.querySelectorAll('footer button')].find(each => words.test(each.textContent));
const until = async found => { while (!found()) await pause(100); };
"""
COMMIT = f"""async () => {{ {PRESSING}
  await pause(500);
  button(/^Commit/).click();
  await until(() => document.querySelector('[aria-label="Who did what"]'));
  await pause(2000);
}}"""
STEPS = f"""async () => {{ {PRESSING}
  await pause(500);
  for (let next = button(/^Next/); next; next = button(/^Next/)) {{
    next.click();
    await pause(1500);
  }}
}}"""

Trace = list[dict[str, Any]]


@dataclass
class Task:
    """One task of the main thread, from when to when in ms, its ms of work, and those of each kind of work in it.

    A kind that holds another one counts in both.
    """

    start: float
    end: float
    work: float
    parts: dict[str, float]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--slower", type=int, default=4)
    parser.add_argument("--rounds", type=int, default=2)
    parser.add_argument("--runs", type=int, default=3)
    parser.add_argument("--worst", type=int, default=3, help="how many frames of each part are told one by one")
    asked = parser.parse_args()
    with server_and_chromium() as (server, browser):
        runs = [reveals(server, browser, asked.slower, asked.rounds) for _ in range(asked.runs)]
    for title in runs[0]:
        tell(title, [run[title] for run in runs], asked.worst)


def reveals(server: Server, browser: Browser, slower: int, rounds: int) -> dict[str, Trace]:
    """The traces of the reveals of the first rounds, and of the steps after them."""
    found = {}
    with new_phone(browser) as (page, chromium):
        page.add_init_script(PLAYED_BEFORE)
        page.goto(f"{server.url}/join/{code_of_table(server)}")
        page.get_by_label("Your name").fill("Ana")
        page.get_by_role("button", name="Take the seat").click()
        put_cards_away(page)
        for round_ in range(1, rounds + 1):
            options_of(page).first.click()
            chromium.send("Emulation.setCPUThrottlingRate", {"rate": slower})
            for title, script in (("the sheets open", COMMIT), ("step by step", STEPS)):
                browser.start_tracing(page=page, categories=CATEGORIES)
                page.evaluate(script)
                found[f"round {round_}, {title}"] = json.loads(browser.stop_tracing())["traceEvents"]
            chromium.send("Emulation.setCPUThrottlingRate", {"rate": 1})
            onward(page)
    return found


def onward(page: Page) -> None:
    """From the end of the reveal to the options of the next card."""
    for name in ("On to the stock-take", "On to round"):
        page.get_by_role("button", name=name).click()


def code_of_table(server: Server) -> str:
    """Of a table with the deal that is measured, one seat free."""
    ask = urllib.request.Request(
        f"{server.url}/api/tables", json.dumps(DEAL).encode(), {"Content-Type": "application/json"}
    )
    with urllib.request.urlopen(ask) as answer:
        code: str = json.load(answer)["code"]
    return code


def main_thread(trace: Trace) -> Trace:
    """The events of the page's main thread, which is the busiest of all renderers', in the order in which they began.

    What holds another begins no later than it, and lasts longer.
    """
    mains = {
        (event["pid"], event["tid"])
        for event in trace
        if event["name"] == "thread_name" and event["args"]["name"] == "CrRendererMain"
    }
    by_thread = defaultdict(list)
    for event in trace:
        if (event["pid"], event["tid"]) in mains and event["ph"] in "Xbe":
            by_thread[event["pid"], event["tid"]].append(event)
    events = max(by_thread.values(), key=lambda each: sum(work(event) for event in each if event["name"] == TASK))
    return sorted(events, key=lambda event: (event["ts"], -event.get("dur", 0)))


def tasks_of(events: Trace) -> list[Task]:
    tasks: list[Task] = []
    for event in events:
        start, end = event["ts"] / 1000, (event["ts"] + event.get("dur", 0)) / 1000
        if event["name"] == TASK:
            tasks.append(Task(start, end, work(event), defaultdict(float)))
        elif event["ph"] == "X" and tasks and start <= tasks[-1].end:
            tasks[-1].parts[event["name"]] += work(event)
    return tasks


def frames_of(events: Trace, tasks: list[Task]) -> list[Task]:
    """What the tasks of each frame came to together; one frame begins after the other has ended."""
    marks = [event["ts"] / 1000 for event in events if event["name"] == FRAME]
    frames = []
    for start, end in zip(marks[::2], marks[1::2], strict=False):
        among = [task for task in tasks if task.start < end and task.end > start]
        parts: dict[str, float] = defaultdict(float)
        for task in among:
            for name, ms in task.parts.items():
                parts[name] += ms
        frames.append(Task(start, end, sum(task.work for task in among), parts))
    return frames


def work(event: dict[str, Any]) -> float:
    """Ms of processor time; of the clock where it was not taken."""
    ms: float = event.get("tdur", event.get("dur", 0)) / 1000
    return ms


def tell(title: str, runs: list[Trace], worst: int) -> None:
    events = [main_thread(trace) for trace in runs]
    tasks = [tasks_of(each) for each in events]
    frames = [frames_of(*each) for each in zip(events, tasks, strict=True)]
    for name, all_ in (("task", tasks), ("frame", frames)):
        longest = median(max(each.work for each in run) for run in all_)
        late = median(sum(each.work > MOST_MS for each in run) for run in all_)
        print(f"{title}: longest {name} {longest:.1f} ms, {late:.0f} of {len(all_[-1])} over {MOST_MS:.0f} ms")
    began = tasks[-1][0].start
    for frame in sorted(frames[-1], key=lambda each: -each.work)[:worst]:
        parts = ", ".join(f"{name} {ms:.1f}" for name, ms in most(frame.parts))
        print(f"  {frame.work:6.1f} ms at {frame.start - began:6.0f}: {parts}")


def most(parts: dict[str, float]) -> list[tuple[str, float]]:
    return sorted(parts.items(), key=lambda part: -part[1])[:9]


if __name__ == "__main__":
    main()

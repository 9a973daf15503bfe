"""What the bots' games show of the essay's claims: every table of docs/design.md that is made of simulated games.

    python -m benchmarks.claims [--games 2000] [--seed 11]

Prints Markdown. The same seed gives the same figures; +- is half of the 95 % interval of the survival rate.
"""

import argparse
from collections.abc import Iterable
from statistics import mean

from msgspec.structs import replace

from game_rules.bots import Habits
from scenarios.library import load_deck
from scenarios.simulation import Report, make_plan, play_all, report

DECK = load_deck("local-strategic-partnership")
ROLES = [role.id for role in DECK.roles]
ODD = ("hardliner", "idealist", "retreating")
SCRIPTS = (
    "carry_strong", "carry_strong_no_bargains", "most_effort", "cheapest_to_gap", "two_carry_rota",
    "best_placed_carries", "carry_after_miss", "mechanical", "mechanical_pacts",
)


class Laboratory:
    """Plays tables of `games` games each, all from the same seed."""

    def __init__(self, games: int, seed: int) -> None:
        self.games, self.seed = games, seed

    def table(
        self, everybody: str = "tactical", seats: str = "", share: int = 1, habits: Habits | None = None,
        rounds: int | None = None, preset: str | None = None, slips: float = 0.15, only: Iterable[str] = (),
    ) -> Report:
        """One table, with `1/share` of the games; `only` seats these roles and leaves the others empty."""
        named = ",".join(f"{role}={everybody}" for role in only) or seats
        plan = make_plan(
            DECK, everybody=None if only else everybody, seats=named, games=max(50, self.games // share),
            seed=self.seed, rounds=rounds, preset=preset, slips=slips,
        )
        plan = replace(plan, habits=habits or Habits())
        return report(plan, play_all(plan), 1.0)


def survival(found: Report) -> str:
    reach = (found.survival_high - found.survival_low) / 2
    return f"{100 * found.survival:.1f} ±{100 * reach:.1f}"


def scores(found: Report) -> str:
    return " / ".join(f"{score:.1f}" for score in found.scores.values())


def row(*cells: object) -> None:
    print("| " + " | ".join(str(cell) for cell in cells) + " |", flush=True)


def head(title: str, *cells: str) -> None:
    print(f"\n**{title}**\n")
    row(*cells)
    row(*("---" for _ in cells))


def homogeneous(lab: Laboratory) -> None:
    head("Tables of one kind", "table", "survival %", "rounds", "mean scores", "causes of collapse")
    for policy in ("tactical", "learner", "idealist", "bluffer", "hardliner", "retreating", "share", "random"):
        found = lab.table(policy)
        causes = ", ".join(f"{cause} {n}" for cause, n in found.causes.items())
        row(policy, survival(found), found.rounds_mean, scores(found), causes)


def negotiation(lab: Laboratory) -> None:
    head("Does negotiation matter?", "table of tacticals", "survival %", "mean score")
    for name, habits in {
        "as they are": Habits(), "no offers: no telling, pledges or bargains": Habits(offers=False),
        "neither offers nor pacts": Habits(offers=False, pacts=False), "offers but no pacts": Habits(pacts=False),
        "nothing can be given back": Habits(returns="none"), "nobody asks for anything": Habits(returns="unasked"),
    }.items():
        found = lab.table(habits=habits, share=2)
        row(name, survival(found), f"{mean(found.scores.values()):.1f}")


def claims(lab: Laboratory) -> None:
    head("Naming, meeting, attendance", "table of tacticals", "survival %", "mean scores")
    forced: dict[str, Habits] = {f"naming {each}": Habits(naming=each) for each in ("never", "one", "always")}
    forced |= {"focus cases": Habits(focus="cases"), "focus corporate": Habits(focus="corporate")}
    forced |= {f"users' role always {n} at the meeting": Habits(attendance=n) for n in (0, 1, 2)}
    for name, habits in {"as they are": Habits(), **forced}.items():
        found = lab.table(habits=habits, share=2)
        row(name, survival(found), scores(found))


def odd_partners(lab: Laboratory) -> None:
    head("One odd partner among tacticals", "odd role", *(f"{each}: survival %; own (others)" for each in ODD))
    for role in ROLES:
        cells = []
        for policy in ODD:
            found = lab.table(seats=f"{role}={policy}", share=2)
            others = mean(score for each, score in found.scores.items() if each != role)
            cells.append(f"{survival(found)}; {found.scores[role]:.0f} ({others:.0f})")
        row(role, *cells)


def bluff_and_learning(lab: Laboratory) -> None:
    head("Bluffing and learning", "table", "survival %", "mean scores")
    for role in ROLES:
        row(f"{role} bluffs among tacticals", *_of(lab.table(seats=f"{role}=bluffer", share=2)))
    for role in ROLES:
        row(f"{role} bluffs among learners", *_of(lab.table("learner", f"{role}=bluffer", share=2)))


def _of(found: Report) -> tuple[str, str]:
    return survival(found), scores(found)


def scripts(lab: Laboratory) -> None:
    head("Scripts that read nobody", "script", "survival %", "mean scores")
    for script in SCRIPTS:
        row(script, *_of(lab.table(script, share=4)))


def settings(lab: Laboratory) -> None:
    head("Presets and slips", "setting", "tactical", "idealist", "hardliner")
    for preset in ("gentle", "standard", "hard"):
        row(preset, *(survival(lab.table(each, preset=preset, share=4)) for each in ("tactical", *ODD[1::-1])))
    for slips in (0.0, 0.1, 0.2, 0.3):
        found = (lab.table(each, slips=slips, share=4) for each in ("tactical", "idealist"))
        row(f"slips {slips:.0%}", *(survival(each) for each in found), "")
    seated = [role.id for role in DECK.roles if role.seated]
    centre = [role.id for role in DECK.roles if not role.seated]
    pairs = [[a, b] for n, a in enumerate(seated) for b in seated[n + 1:]]
    head("Seats and lengths, tactical (idealist)", "seats", "6 rounds", "7 rounds", "8 rounds")
    for only in ([*seated, *centre], seated, *([*pair, *centre] for pair in pairs), *pairs):
        row("+".join(only), *(
            f"{survival(lab.table(only=only, rounds=rounds, share=4))} "
            f"({100 * lab.table('idealist', only=only, rounds=rounds, share=8).survival:.0f})"
            for rounds in (6, 7, 8)
        ))


def consultation(lab: Laboratory) -> None:
    found = lab.table()
    head("Fast or together, over the game", "of tacticals that survive", "figure")
    row("imposed a game", found.imposed_per_game)
    row("share of met cards met without imposing, by third", found.joint_met_share_by_third)
    row("share of cards met, by round", found.met_share_by_round)
    row("share of best scores against par", found.best_share)
    row("survival index of coalitions", {name: c.survival_index for name, c in found.coalitions.items()})


def main() -> None:
    parser = argparse.ArgumentParser(prog="python -m benchmarks.claims", description=__doc__.splitlines()[0])
    parser.add_argument("--games", type=int, default=2000, help="games of the first table; smaller ones have a share")
    parser.add_argument("--seed", type=int, default=11)
    parser.add_argument("--only", default="", help="one of the tables' functions, by name")
    wish = parser.parse_args()
    lab = Laboratory(wish.games, wish.seed)
    tables = (
        homogeneous, negotiation, claims, odd_partners, bluff_and_learning, scripts, settings, consultation,
    )
    for each in tables:
        if wish.only in ("", each.__name__):
            each(lab)


if __name__ == "__main__":
    main()

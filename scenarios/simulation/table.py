"""The figures of a simulation as tables for people."""

from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.table import Table
from rich.text import Text

from scenarios.simulation.plan import Plan
from scenarios.simulation.report import Figure, Report


def show(plan: Plan, found: Report, console: Console) -> None:
    """Write the report out, a small table a subject."""
    console.print(Group(_headline(plan, found), _roles(plan, found), _tracks(found), _coalitions(found), _deals(found)))


def _percent(share: Figure) -> str:
    return "-" if share is None else f"{100 * share:.1f} %"


def _number(value: Figure) -> str:
    return "-" if value is None else f"{value:.2f}"


def _table(title: str, *columns: str) -> Table:
    table = Table(title=title, title_justify="left", title_style="bold", box=None, pad_edge=False, padding=(0, 2, 0, 0))
    for n, column in enumerate(columns):
        table.add_column(column, justify="right" if n else "left")
    return table


def _filled(table: Table, rows: Iterable[Iterable[str]]) -> Table:
    for row in rows:
        table.add_row(*row)
    return table


def _headline(plan: Plan, found: Report) -> RenderableType:
    causes = ", ".join(f"{cause} {n}" for cause, n in sorted(found.causes.items(), key=lambda each: -each[1]))
    low, high = _percent(found.survival_low), _percent(found.survival_high)
    return Text(
        f"{plan.deck.title}: {found.games} games of {plan.rounds} rounds, {plan.preset}, seed {found.seed},"
        f" {found.games_per_second:.0f} a second\n"
        f"Survived {_percent(found.survival)} (95 %: {low} to {high}),"
        f" {found.rounds_mean:.1f} rounds played. Collapsed by: {causes or 'nothing'}.\n"
    )


def _roles(plan: Plan, found: Report) -> RenderableType:
    table = _table("By role", "role", "policy", "score", "par", "best", "thrived", "held", "hollowed")
    table.columns[1].justify = "left"
    rows = []
    for role, score in found.scores.items():
        bands = found.score_bands.get(role, {})
        shares = [_percent(bands.get(band)) for band in ("thrived", "held", "hollowed")]
        par = str(found.pars.get(role, "-"))
        rows.append([role, plan.seats[role], f"{score:.1f}", par, _percent(found.best_share[role]), *shares])
    return _filled(table, rows)


def _tracks(found: Report) -> RenderableType:
    table = _table("\nAt the end", "track", "all", "survivors")
    rows = ([t, _number(n), _number(found.tracks_end_survived[t])] for t, n in found.tracks_end.items())
    return _filled(table, rows)


def _coalitions(found: Report) -> RenderableType:
    table = _table("\nCoalitions", "of", "survival index", "life")
    rows = ([name, f"{c.survival_index:.1f}", _percent(c.life)] for name, c in found.coalitions.items())
    return _filled(table, rows)


def _deals(found: Report) -> RenderableType:
    table = _table("\nA game has", "", "")
    for what in ("offers", "pacts", "promises"):
        figures: dict[str, int] = getattr(found, what)
        table.add_row(what, ", ".join(f"{name} {_number(n / found.games)}" for name, n in figures.items()))
    thirds = ", ".join(_percent(each) for each in found.joint_met_share_by_third)
    table.add_row("imposed", _number(found.imposed_per_game))
    table.add_row("met, by round", ", ".join(_percent(each) for each in found.met_share_by_round))
    table.add_row("met without imposing, by third", thirds)
    table.columns[1].justify = "left"
    table.show_header = False
    return table

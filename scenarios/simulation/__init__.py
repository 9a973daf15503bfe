"""Simulation: many games by bots alone, and what they show of a deck's fault lines (section 11)."""

from scenarios.simulation.plan import BadPlan, Plan, make_plan
from scenarios.simulation.playing import BadBot
from scenarios.simulation.pool import play_all
from scenarios.simulation.report import Report, report
from scenarios.simulation.showing import read_deck, simulate_and_show, simulated

__all__ = [
    "BadBot", "BadPlan", "Plan", "Report",
    "make_plan", "play_all", "read_deck", "report", "simulate_and_show", "simulated",
]

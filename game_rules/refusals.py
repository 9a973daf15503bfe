"""A refusal is a value: what was wrong, the offending value, and what is allowed instead."""

from typing import Final

from msgspec import Struct

CODES: Final[dict[str, str]] = {
    "wrong_actor": "This command is not for this seat to give.",
    "wrong_phase": "This cannot be done in this phase.",
    "paused": "The table is paused.",
    "not_paused": "The table is not paused.",
    "ended": "The game is over.",
    "not_in_play": "That role is not in play.",
    "seat_taken": "A person already holds this seat.",
    "retreated": "A role away from the table cannot do this.",
    "not_seated": "Only roles that sit at the table can do this.",
    "not_reachable": "This seat cannot speak to that role.",
    "already_announced": "One announcement a round.",
    "unknown_option": "The card has no such option for this role.",
    "unaffordable": "The sheet costs more than this seat has.",
    "out_of_range": "The value lies outside its range.",
    "not_applicable": "This dial does not apply here.",
    "unknown_pair": "There is no such pair in play.",
    "unknown_temperament": "There is no bot of that temperament.",
    "no_clock": "This table has no running clock.",
    "too_early": "The deadline has not passed.",
    "too_many_offers": "This seat has too many open offers.",
    "unknown_offer": "There is no such open offer for this seat.",
    "already_bound": "One of the two already carries, or asks, in a bargain this round.",
    "already_ready": "This seat has already said that it is ready.",
    "not_collapsed": "The restart card is dealt after a collapse, while a round is left to play.",
    "already_restarted": "The restart card is dealt once a game.",
    "bad_setup": "A game cannot be made of these settings.",
}


class Refusal(Struct, frozen=True):
    """`code` of CODES; `data` quotes the offending value; `allowed` lists what would be accepted."""

    code: str
    data: dict[str, object] = {}
    allowed: list[object] = []

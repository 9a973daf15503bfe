"""From the author's form to the rules' plain data."""

from collections.abc import Mapping, Sequence

from msgspec import UNSET

from game_rules import (
    Act,
    Card,
    Clause,
    CueSheet,
    DebriefQuestion,
    Deck,
    Effect,
    Key,
    Option,
    Par,
    Role,
    Stake,
    Terms,
    Timing,
    Weather,
)
from scenarios.schema import CardForm, CueSheetForm, DeckForm, OptionForm, RoleForm, TermsForm, WeatherForm


def build_deck(deck: DeckForm, roles: Sequence[RoleForm], cards: Sequence[CardForm]) -> Deck:
    """The deck that the rules play."""
    return Deck(
        id=deck.id,
        title=deck.title,
        blurb=deck.blurb,
        locale=deck.locale,
        version=deck.version,
        author=deck.author,
        roles=tuple(build_role(each) for each in roles),
        cards=tuple(build_card(each) for each in cards),
        weather=tuple(_weather(each) for each in deck.weather),
        order=deck.order,
        acts=tuple(Act(first=each.first, cards=each.cards) for each in deck.acts),
        rounds=deck.rounds,
        preset=deck.preset,
        introduces={str(dial): first for dial, first in deck.introduces.items()},
        ruleset=dict(deck.ruleset),
        pars=tuple(Par(rounds=each.rounds, scores=dict(each.scores)) for each in deck.pars),
        cue_sheet=_cue_sheet(deck.cue_sheet) if deck.cue_sheet else UNSET,
        debrief=tuple(DebriefQuestion(**dict(each)) for each in deck.debrief) if deck.debrief else UNSET,
    )


def build_role(role: RoleForm) -> Role:
    """A role; its agendas as clauses."""
    agendas = {
        name: tuple(Clause(key=each.what, at_least=each.at_least, at_most=each.at_most) for each in clauses)
        for name, clauses in role.agendas.items()
    }
    return Role(**{**dict(role), "agendas": agendas})


def build_card(card: CardForm) -> Card:
    """A card; `sore` as a pair, effects in the order in which they are written."""
    return Card(
        **{
            **dict(card),
            "key": card.key and Key(trait=card.key.trait, n=card.key.n, label=card.key.label),
            "sore": (card.sore[0], card.sore[1]) if card.sore else None,
            "gains": _stakes(card.gains),
            "loses": _stakes(card.loses),
            "met": _effects(card.met),
            "missed": _effects(card.missed),
            "options": tuple(_option(each) for each in card.options),
        }
    )


def _cue_sheet(cues: CueSheetForm) -> CueSheet:
    return CueSheet(**{**dict(cues), "timings": tuple(Timing(**dict(each)) for each in cues.timings)})


def _option(option: OptionForm) -> Option:
    return Option(
        id=option.id,
        text=option.text,
        posture=option.posture,
        roles=option.roles,
        lead_only=option.lead_only,
        impose=option.impose,
        goodwill=option.cost.goodwill or 0,
        capacity=option.cost.capacity or 0,
        effort=option.effort,
        effects=_effects(option.effects),
        by_role={role: _terms(own) for role, own in option.by_role.items()},
    )


def _terms(own: TermsForm) -> Terms:
    effects = None if own.effects is None else _effects(own.effects)
    return Terms(goodwill=own.cost.goodwill, capacity=own.cost.capacity, effort=own.effort, effects=effects)


def _effects(written: Mapping[str, int]) -> tuple[Effect, ...]:
    return tuple(Effect(key=key, n=n) for key, n in written.items())


def _stakes(written: Mapping[str, int]) -> tuple[Stake, ...]:
    return tuple(
        Stake(role=key.rpartition(".")[0], what=key.rpartition(".")[2], n=n)  # type: ignore[arg-type]
        for key, n in written.items()
    )


def _weather(weather: WeatherForm) -> Weather:
    track, n = next(iter(weather.effect.items()), (None, 0))
    return Weather(id=weather.id, label=weather.label, chips=weather.chips, track=track, n=n)

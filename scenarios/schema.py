"""The form in which an author writes a deck: every field with its range and default (docs/deck-format.md).

A field that names a role, a card, a track or a fact is checked against `Names`, the context, so that one pass
finds everything.
"""

from dataclasses import dataclass
from types import UnionType
from typing import Annotated, Any, ClassVar, Final, Literal, Union, get_args, get_origin

from pydantic import AfterValidator, BaseModel, ConfigDict, Field, ValidationInfo

from game_rules import FACTS, TRACKS, Material
from scenarios.findings import shown
from scenarios.scalars import Flag, Line, one_line, problem, prose, whole
from scenarios.wording import nearest, one_of

NUMBERS: Final = ("standing", "purpose", "goodwill", "capnext")
SHARED: Final = ("others.goodwill", "all.standing")
OWN_CLAUSES: Final = ("self.standing", "self.purpose", "margin")
RESERVED: Final = frozenset({"self", "others", "all", "host", "clock", "table", "none", *TRACKS})


@dataclass(frozen=True)
class Names:
    """The ids that a deck declares and the rest of it may refer to; None while they cannot all be read."""

    roles: tuple[str, ...] | None
    cards: tuple[str, ...] | None


def _known(kind: str, value: str, names: tuple[str, ...] | None) -> str:
    if names is None or value in names:
        return value
    raise problem(
        f"unknown-{kind}", f"There is no {kind} {shown(value)}.", nearest(value, names) or one_of(names)
    )


def _names(info: ValidationInfo) -> Names:
    return info.context if isinstance(info.context, Names) else Names(None, None)


def _role(value: str, info: ValidationInfo) -> str:
    return _known("role", value, _names(info).roles)


def _card(value: str, info: ValidationInfo) -> str:
    return _known("card", value, _names(info).cards)


def _effect(value: str, info: ValidationInfo) -> str:
    own = tuple(f"self.{number}" for number in NUMBERS)
    return value if value in (*TRACKS, *own, *SHARED) else _of_a_role("effect", value, info, (*TRACKS, *own))


def _stake(value: str, info: ValidationInfo) -> str:
    return _of_a_role("stake", value, info, ())


def _of_a_role(kind: str, value: str, info: ValidationInfo, others: tuple[str, ...]) -> str:
    role, _, number = value.rpartition(".")
    roles = _names(info).roles
    if number in NUMBERS and role and (roles is None or role in roles):
        return value
    return _known(kind, value, (*others, *(f"{each}.{n}" for each in roles or ("role",) for n in NUMBERS)))


def _track(value: str) -> str:
    return _known("track", value, TRACKS)


def _fact(value: str) -> str:
    return _known("fact", value, (*TRACKS, *OWN_CLAUSES, *FACTS))


def _new_role(value: str) -> str:
    if value in RESERVED:
        raise problem(
            "reserved", f'An id cannot be "{value}": the rules use that word.', "Choose another id."
        )
    return value


RoleRef = Annotated[Line, AfterValidator(_role)]
CardRef = Annotated[Line, AfterValidator(_card)]
EffectKey = Annotated[Line, AfterValidator(_effect)]
StakeKey = Annotated[Line, AfterValidator(_stake)]
TrackKey = Annotated[Line, AfterValidator(_track)]
FactKey = Annotated[Line, AfterValidator(_fact)]
RoleId = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{0,23}$"), one_line, AfterValidator(_new_role)]
CardId = Annotated[str, Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9_-]{0,23}$"), one_line]
Slug = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9-]{0,63}$"), one_line]
Title = Annotated[str, Field(min_length=1, max_length=40), one_line]
Text = Annotated[str, Field(min_length=1, max_length=280), prose]
Note = Annotated[str, Field(max_length=400), prose]
Change = Annotated[int, Field(ge=-3, le=3), whole]
Dial = Annotated[
    Literal["table", "focus", "voice", "align", "transfer", "invite", "instrument", "bargain", "pact"],
    one_line,
]
Effects = dict[EffectKey, Change]
Stakes = dict[StakeKey, Change]
TrackEffects = dict[TrackKey, Change]
Score = Annotated[int, Field(ge=0, le=100), whole]
Minutes = Annotated[int, Field(ge=0, le=240), whole]
Lines = Annotated[tuple[Text, ...], Field(max_length=12)]


class Written(BaseModel):
    """A block of keys in a deck's file: unknown keys are refused."""

    model_config: ClassVar[ConfigDict] = ConfigDict(extra="forbid", frozen=True)


class ClauseForm(Written):
    what: FactKey
    at_least: Annotated[int, Field(ge=-12, le=99), whole] | None = None
    at_most: Annotated[int, Field(ge=-12, le=99), whole] | None = None


class RoleForm(Written):
    id: RoleId
    label: Title
    name: Title
    letter: Annotated[str, Field(min_length=1, max_length=1), one_line]
    brief: Text
    instruction: Text
    standing_label: Title
    purpose_label: Title
    seated: Flag
    statutory: Flag = False
    speaks_for_users: Flag = False
    has_instruments: Flag = False
    may_impose: Flag = False
    income: Annotated[int, Field(ge=2, le=8), whole] = 6
    goodwill: Annotated[int, Field(ge=5, le=10), whole] = 7
    service_weight: Annotated[int, Field(ge=0, le=3), whole] = 1
    hand_max: Annotated[int, Field(ge=0, le=3), whole] = 1
    tie_order: Annotated[int, Field(ge=1, le=8), whole] = 1
    agendas: dict[Title, Annotated[tuple[ClauseForm, ...], Field(min_length=1, max_length=3)]] = {}


class KeyForm(Written):
    trait: Annotated[Literal["statutory", "speaks_for_users", "seated", "has_instruments"], one_line]
    n: Annotated[int, Field(ge=1, le=6), whole]
    label: Title


class CostForm(Written):
    goodwill: Annotated[int, Field(ge=0, le=10), whole] | None = None
    capacity: Annotated[int, Field(ge=0, le=8), whole] | None = None


class TermsForm(Written):
    cost: CostForm = CostForm()
    effort: Annotated[int, Field(ge=0, le=8), whole] | None = None
    effects: Effects | None = None


class OptionForm(Written):
    id: CardId
    text: Annotated[str, Field(min_length=1, max_length=120), one_line]
    posture: Annotated[Literal["deal", "give", "push", "duck"], one_line]
    roles: Annotated[tuple[RoleRef, ...], Field(min_length=1)] | None = None
    lead_only: Flag = False
    impose: Flag = False
    cost: CostForm = CostForm()
    effort: Annotated[int, Field(ge=0, le=8), whole] = 0
    effects: Effects = {}
    by_role: dict[RoleRef, TermsForm] = {}


class CardForm(Written):
    id: CardId
    title: Title
    fault_line: Title
    kind: Annotated[Literal["decision", "crisis", "opportunity"], one_line] = "decision"
    claims: tuple[Annotated[int, Field(ge=1, le=99), whole], ...] = ()
    text: Text
    heat: Annotated[int, Field(ge=0, le=3), whole]
    need: Annotated[int, Field(ge=1, le=20), whole]
    lead: RoleRef | None = None
    deadline: Flag = False
    split: Flag = False
    key: KeyForm | None = None
    sore: Annotated[tuple[RoleRef, ...], Field(min_length=2, max_length=2)] | None = None
    best: tuple[RoleRef, ...] = ()
    worst: tuple[RoleRef, ...] = ()
    gains: Stakes = {}
    loses: Stakes = {}
    met: TrackEffects = {}
    missed: TrackEffects = {}
    options: Annotated[tuple[OptionForm, ...], Field(min_length=1, max_length=8)]
    learning: Note = ""
    debrief: Note = ""
    version: Annotated[int, Field(ge=1, le=9999), whole] = 1


class ActForm(Written):
    first: Annotated[int, Field(ge=1, le=12), whole]
    cards: Annotated[tuple[CardRef, ...], Field(min_length=1)]


class WeatherForm(Written):
    id: RoleId
    label: Title
    chips: Annotated[int, Field(ge=0, le=20), whole]
    effect: Annotated[TrackEffects, Field(max_length=1)] = {}


class ParForm(Written):
    rounds: Annotated[int, Field(ge=3, le=12), whole]
    scores: dict[RoleRef, Score]


class TimingForm(Written):
    rounds: Annotated[int, Field(ge=3, le=12), whole]
    briefing: Minutes
    first_round: Minutes
    other_rounds: Minutes
    scores: Minutes
    debrief: Minutes


class CueSheetForm(Written):
    before: Lines = ()
    ground_rules: Lines = ()
    between_rounds: Lines = ()
    observers: Lines = ()
    timings: Annotated[tuple[TimingForm, ...], Field(max_length=10)] = ()


class QuestionForm(Written):
    ask: Text
    minutes: Annotated[int, Field(ge=1, le=60), whole]
    lead: Note = ""
    show: Annotated[tuple[Annotated[Material, one_line], ...], Field(max_length=11)] = ()


class DeckForm(Written):
    """`deck.yaml`. The loader judges roles and cards one by one, wherever they stand."""

    id: Slug
    title: Title
    blurb: Text
    locale: Annotated[str, Field(pattern=r"^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$"), one_line] = "en-GB"
    author: Annotated[str, Field(max_length=80), one_line] = ""
    version: Annotated[int, Field(ge=1, le=9999), whole] = 1
    rounds: Annotated[int, Field(ge=3, le=12), whole] = 7
    preset: Annotated[Literal["gentle", "standard", "hard"], one_line] = "standard"
    order: Annotated[Literal["shuffle", "acts", "fixed"], one_line] = "shuffle"
    acts: tuple[ActForm, ...] = ()
    weather: Annotated[tuple[WeatherForm, ...], Field(min_length=1)]
    introduces: dict[Dial, Annotated[int, Field(ge=1, le=12), whole]] = {}
    pars: tuple[ParForm, ...] = ()
    roles: tuple[RoleForm, ...] = ()
    cards: tuple[CardForm, ...] = ()
    cue_sheet: CueSheetForm | None = None
    debrief: Annotated[tuple[QuestionForm, ...], Field(max_length=12)] | None = None
    ruleset: dict[Line, Annotated[int, Field(ge=-12, le=3600), whole]] = {}


def form_at(form: type[BaseModel], at: tuple[Any, ...]) -> type[BaseModel] | None:
    """The form that stands at a path inside `form`, or None if something else does."""
    here: Any = form
    for step in at:
        here = _within(_bare(here), step)
    here = _bare(here)
    return here if isinstance(here, type) and issubclass(here, BaseModel) else None


def _bare(annotation: Any) -> Any:
    """An annotation without `Annotated` and `| None`."""
    while get_origin(annotation) in (Annotated, Union, UnionType):
        annotation = get_args(annotation)[0]
    return annotation


def _within(annotation: Any, step: Any) -> Any:
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        found = annotation.model_fields.get(str(step))
        return found.annotation if found else None
    inside = get_args(annotation)
    return inside[1 if get_origin(annotation) is dict else 0] if inside else None

"""What a sheet may hold and what it costs this seat today (3.2 Commit, 3.6)."""

from game_rules.cards import Card, Option, Printed, Terms, contributes, may_take, terms
from game_rules.commands import Sheet, Voice
from game_rules.deals import budget, pact_of
from game_rules.refusals import Refusal
from game_rules.seats import at_table, in_play, pair_name, traits
from game_rules.state import State

FOCUSES = ("cases", "balanced", "corporate")
INSTRUMENTS = ("back", "fund", "target", "inspect")
MEETING = (0, 1, 2)
DIAL_PRICE = 1
"""Goodwill for voice and invite, capacity for align and transfer."""


def dealt(state: State) -> Card:
    """The card on the table. Raises KeyError before the first round."""
    return state.deck.card_by_id[state.card or ""]


def option_of(state: State, option: str) -> Option:
    """The dealt card's option with this id. Raises KeyError when there is none."""
    return dealt(state).option_by_id[option]


def price(state: State, role: str, option: Option) -> Terms:
    """The option for this role today: a contribution is 1 capacity cheaper at trust 7 or more (min 1)."""
    own = terms(option, role)
    capacity = own.capacity or 0
    if capacity > 1 and state.brief_trust >= state.ruleset.discount_trust and contributes(option):
        return Terms(own.goodwill, capacity - 1, own.effort, own.effects)
    return own


def brings(state: State, role: str, option: Option) -> int:
    """Effort with today's backing: +-1, on a heavy option (printed 4 or more) +-2, never below 0 (3.1)."""
    return backed(state, role, terms(option, role).effort or 0, contributes(option))


def backed(state: State, role: str, effort: int, contributes: bool) -> int:
    """The same of a printed effort."""
    backing = state.roles[role].backing
    if not contributes or backing == "usual":
        return effort
    rules = state.ruleset
    step = rules.backing_heavy if effort >= rules.heavy_from else rules.backing_effort
    return max(0, effort + (step if backing == "strong" else -step))


def asked(state: State, option: Printed) -> int:
    """The capacity that a printed option asks today: `price` for whoever has the option as printed for its role."""
    if option.contributes and option.capacity > 1 and state.brief_trust >= state.ruleset.discount_trust:
        return option.capacity - 1
    return option.capacity


def can_pay(state: State, role: str, option: Option) -> bool:
    """Whether the role can pay the option alone, every other dial at rest."""
    own, cost = state.roles[role], price(state, role, option)
    return (cost.goodwill or 0) <= own.goodwill and (cost.capacity or 0) <= budget(state, role)


def printed_for(state: State, role: str) -> tuple[Option, ...]:
    """The options that the role may take, in this table's shuffled order; away from the table only ducks."""
    away = state.roles[role].retreated
    found = {each.id: each.option for each in state.deck.printed[state.card or "", role]}
    return tuple([
        found[each] for each in state.shuffle if each in found and not (away and found[each].posture != "duck")
    ])


def goodwill_cost(state: State, role: str, sheet: Sheet) -> int:
    """Goodwill that the whole sheet may ask for: option, voice, invite."""
    return (price(state, role, option_of(state, sheet.option)).goodwill or 0) + _dials_goodwill(sheet)


def _dials_goodwill(sheet: Sheet) -> int:
    return (DIAL_PRICE if sheet.voice.kind != "hold" else 0) + (DIAL_PRICE if sheet.invite else 0)


def capacity_cost(state: State, role: str, sheet: Sheet) -> int:
    """Capacity that the whole sheet asks for: option, meeting, align, transfer."""
    return (price(state, role, option_of(state, sheet.option)).capacity or 0) + _dials_capacity(sheet)


def _dials_capacity(sheet: Sheet) -> int:
    return sheet.table + (DIAL_PRICE if sheet.align else 0) + (DIAL_PRICE if sheet.transfer else 0)


def default_sheet(state: State, role: str) -> Sheet:
    """What is played for who sends nothing: first duck, table 1 if affordable, balanced, hold (3.2)."""
    card = dealt(state)
    ducks = [o for o in card.options if o.posture == "duck" and may_take(card, o, role)]
    duck = next((o for o in ducks if can_pay(state, role, o)), ducks[0])
    sheet = Sheet(option=duck.id)
    sits = role in at_table(state)
    has = budget(state, role)
    return Sheet(option=duck.id, table=1 if sits and capacity_cost(state, role, sheet) < has else 0)


def may_align(state: State, role: str) -> bool:
    """Aligning its house is for statutory roles on split cards."""
    return role in state.cast.statutory and dealt(state).split and not state.roles[role].retreated


def may_invite(state: State, role: str) -> tuple[str, ...]:
    """Retreated roles that a role at the table may ask back."""
    roles, seated = state.roles, state.cast.seated
    if role not in seated or roles[role].retreated:
        return ()
    return tuple([r for r in seated if roles[r].retreated])


def may_transfer(state: State, role: str) -> tuple[str, ...]:
    """Inside a pact a statutory role may move 1 capacity to a users' role (reveal step 1)."""
    pact = pact_of(state, role)
    if pact is None or not traits(state, role).statutory or state.roles[role].retreated:
        return ()
    return tuple(r for r in pact.members if r != role and traits(state, r).speaks_for_users)


def may_instrument(state: State, role: str) -> tuple[str, ...]:
    """The centre's instruments, unless its goodwill is gone (3.5)."""
    if not traits(state, role).has_instruments or state.roles[role].goodwill == 0:
        return ()
    return INSTRUMENTS


def check_sheet(state: State, role: str, sheet: Sheet) -> Refusal | None:
    """Why this sheet cannot be laid, or None. Nothing of a bad sheet is ever applied."""
    option, away = state.deck.printed_as[state.card or "", role].get(sheet.option), state.roles[role].retreated
    if option is None or not option.allowed or away and option.posture != "duck":
        return Refusal("unknown_option", {"option": sheet.option}, [o.id for o in printed_for(state, role)])
    sits = not away and role in state.cast.seated
    return (
        _check_dials(state, role, sheet, sits) or _check_voice(state, role, sheet.voice, sits)
        or _check_price(state, role, sheet, option)
    )


def _check_dials(state: State, role: str, sheet: Sheet, sits: bool) -> Refusal | None:
    if sheet.table not in (MEETING if sits else (0,)):
        return Refusal("out_of_range", {"table": sheet.table}, list(MEETING if sits else (0,)))
    if sheet.focus != "balanced" and not sits:
        return Refusal("not_applicable", {"focus": sheet.focus}, ["balanced"])
    if sheet.align and not may_align(state, role):
        return Refusal("not_applicable", {"align": True}, [False])
    if sheet.transfer is not None and sheet.transfer not in may_transfer(state, role):
        return Refusal("not_applicable", {"transfer": sheet.transfer}, list(may_transfer(state, role)))
    if sheet.invite is not None and sheet.invite not in may_invite(state, role):
        return Refusal("not_applicable", {"invite": sheet.invite}, list(may_invite(state, role)))
    if sheet.instrument is not None and sheet.instrument not in may_instrument(state, role):
        return Refusal("not_applicable", {"instrument": sheet.instrument}, list(may_instrument(state, role)))
    return None


def _check_voice(state: State, role: str, voice: Voice, sits: bool) -> Refusal | None:
    if voice.kind == "hold" and voice.pair is None and voice.role is None:
        return None
    if voice.kind != "hold" and not sits:
        return Refusal("not_seated", {"voice": voice.kind}, ["hold"])
    stray = _stray(voice)
    if stray:
        return Refusal("not_applicable", {"voice": voice.kind, **stray}, [None])
    pairs = state.cast.pairs
    if voice.kind == "name" and normal_pair(state, voice.pair) not in pairs:
        return Refusal("unknown_pair", {"pair": voice.pair}, list(pairs))
    if voice.kind == "call_out" and (voice.role == role or voice.role not in state.roles):
        return Refusal("not_in_play", {"role": voice.role}, [r for r in in_play(state) if r != role])
    return None


def _stray(voice: Voice) -> dict[str, object]:
    """What a voice carries that its kind has no use for: the whole voice is shown at the reveal."""
    found: dict[str, object] = {}
    if voice.pair is not None and voice.kind != "name":
        found["pair"] = voice.pair
    if voice.role is not None and voice.kind != "call_out":
        found["role"] = voice.role
    return found


def _check_price(state: State, role: str, sheet: Sheet, option: Printed) -> Refusal | None:
    goodwill, own = option.goodwill + _dials_goodwill(sheet), state.roles[role].goodwill
    if goodwill > own:
        return Refusal("unaffordable", {"what": "goodwill", "costs": goodwill, "has": own}, [own])
    capacity, has = asked(state, option) + _dials_capacity(sheet), budget(state, role)
    if capacity > has:
        return Refusal("unaffordable", {"what": "capacity", "costs": capacity, "has": has}, [has])
    return None


def normal_pair(state: State, pair: str | None) -> str | None:
    """A pair written either way round, the lower `tie_order` first; None if its roles are not two in play."""
    parts = (pair or "").split("+")
    if len(parts) != 2 or parts[0] == parts[1] or not all(p in state.roles for p in parts):
        return None
    return pair_name(state.deck, parts[0], parts[1])

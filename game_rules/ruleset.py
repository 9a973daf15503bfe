"""Every constant of the rulebook in one versioned object; a game stores its own copy (section 13.11)."""

from typing import Final

from msgspec import Struct


class Ruleset(Struct, frozen=True, forbid_unknown_fields=True, kw_only=True):
    """Constants by the rule that uses them. A deck may override any; the defaults are the rulebook's."""

    version: int = 1
    # start of the public tracks and of every role's own numbers (3.1)
    trust: int = 3
    common: int = 10
    tension: int = 3
    bite: int = 5
    cred: int = 5
    outcomes: int = 5
    standing: int = 5
    purpose: int = 6
    trust_limit: int = 1
    # presets (7): card need and goodwill at the start against Standard
    gentle_need: int = -1
    gentle_goodwill: int = 1
    hard_need: int = 1
    hard_goodwill: int = -1
    two_locals_need: int = -2
    # backing out of ten chips: thin, the rest usual, strong; what it moves (3.1)
    backing_thin: int = 3
    backing_strong: int = 3
    backing_effort: int = 1
    backing_heavy: int = 2
    heavy_from: int = 4
    sore_a_round: int = 2
    # deadline and bite surcharges, discount and price of imposing (3.2, 3.6)
    deadline_low_trust: int = 2
    deadline_low: int = 2
    deadline_mid: int = 1
    deadline_free_trust: int = 6
    bite_low: int = 2
    discount_trust: int = 7
    impose_dear_trust: int = 6
    impose_tension: int = 2
    impose_trust: int = -2
    impose_goodwill: int = -2
    # voice (3.2 step 2)
    naming_tension: int = 3
    naming_trust: int = 1
    naming_bond: int = 1
    papering_tension: int = 6
    call_out_standing: int = -2
    # card and delivery (3.2 steps 5 and 6)
    option_clamp: int = 2
    met_goodwill: int = 1
    credit_standing: int = 1
    left_low: int = 2
    left_high: int = 4
    service_good: int = 3
    service_poor: int = 1
    cred_needed: int = 3
    drift_every: int = 2
    gift_service: int = 2
    # what a target gives and takes from the centre that set it (3.2 step 5, decision 12)
    target_met_purpose: int = 1
    target_missed_standing: int = -1
    # stock-take (3.2 step 9)
    eruption_goodwill: int = -4
    eruption_trust: int = -1
    eruption_outcomes: int = -1
    eruption_common: int = -1
    eruption_tension: int = -7
    eruption_sore: int = -2
    eruptions_max: int = 3
    breathing_goodwill: int = 2
    return_goodwill: int = 2
    invite_goodwill: int = 3
    # restart card after a collapse (3.4)
    restart_common: int = 6
    restart_trust: int = 2
    restart_floor: int = 2
    restart_goodwill: int = 3
    restart_eruptions: int = 1
    # promises (5)
    bargain_from: int = 4
    debt_effort: int = 3
    debt_rounds: int = 2
    pact_rounds: int = 2
    pact_effort: int = 2
    pact_from: int = 4
    # timers of a standard round, seconds (7)
    brief_seconds: int = 45
    talk_seconds: int = 180
    commit_seconds: int = 90
    reveal_seconds: int = 60
    stocktake_seconds: int = 45


STANDARD: Final = Ruleset()

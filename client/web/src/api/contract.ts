/* Written by client/web/contract/generate.py from server/hub/protocol.py. Do not edit: run it again. */

export type Contract = Command | Event | ClientMessage | ServerMessage;
export type Command =
  | NewGame
  | Join
  | Ready
  | Say
  | Announce
  | Pledge
  | Offer
  | Answer
  | Withdraw
  | Commit
  | Note
  | Begin
  | Pause
  | Resume
  | Extend
  | SkipTalk
  | ForceCommit
  | MoveOn
  | HandSeat
  | EndGame
  | Restart
  | TimeExpired
  | Interrupted;
export type Event =
  | GameOpened
  | Drawn
  | SeatTaken
  | SeatHanded
  | PhaseBegan
  | Paused
  | Resumed
  | TimeAdded
  | RoundBegan
  | WeatherDrawn
  | InstrumentApplied
  | InstrumentChosen
  | NeedSet
  | BackingDrawn
  | TrackMoved
  | NumberMoved
  | BondMoved
  | SoreMoved
  | WordMoved
  | Said
  | Announced
  | Pledged
  | OfferMade
  | OfferAnswered
  | BargainStruck
  | PactSigned
  | HandedOver
  | PactHelped
  | PactCarried
  | DebtOwed
  | PromiseEnded
  | Readied
  | SheetLaid
  | SheetReturned
  | Committed
  | SheetsOpened
  | Named
  | NamingContained
  | RakedOver
  | PaperedOver
  | CalledOut
  | MixedMessage
  | Brought
  | Imposed
  | CardMet
  | CardMissed
  | CoalitionsCounted
  | Erupted
  | Retreated
  | Returned
  | BrinkReached
  | BrinkCleared
  | Noted
  | GameEnded
  | Scored
  | Restarted;
export type ClientMessage = Hello | Send | Ping | Show;
export type ServerMessage = Welcome | Update | Skip | Ack | Refused | Now | Pong | Error;

/**
 * The header: `seats` maps every role of the deck to `open`, a bot's temperament, or `none` (not in play).
 *
 *     The deck itself stands once, in the event `game_opened`; here it is named by id and content hash.
 *     `forked_from` is None for a game that began afresh; no rule reads it.
 */
export interface NewGame {
  type: "new_game";
  deck: string;
  deck_hash: string;
  engine: string;
  seats: {
    [k: string]: string;
  };
  preset: "gentle" | "hard" | "standard";
  rounds: number;
  timers: boolean;
  seed: string;
  agendas: {
    [k: string]: string;
  };
  forked_from: Origin | null;
}
/**
 * Where a game branched off: it shares the rows 1 to `seq` of `game`, and their chance.
 */
export interface Origin {
  game: string;
  seq: number;
}
/**
 * A person sits down in the actor's open seat.
 */
export interface Join {
  type: "join";
}
/**
 * The actor has nothing more to do in this phase; when all are ready the table moves on.
 *
 *     `phase`, when given, is the phase that is meant: a double press must not end two.
 */
export interface Ready {
  type: "ready";
  phase: string | null;
}
/**
 * Talk (in `words`) to the table (`to` empty), to one role or to a chosen group; `tells` says it in numbers.
 */
export interface Say {
  type: "say";
  to: string[];
  tells: Tells | null;
}
/**
 * What a word says in numbers beside its text, for the board and for bots. Nothing checks that it is true.
 *
 *     `can`: what the speaker could bring today, one choice an entry. `strain`: how much it rankles in which pair.
 *     `asks`: what it would have each role bring (0: save your strength). `names`: who should name which pair.
 */
export interface Tells {
  can: Can[];
  strain: {
    [k: string]: number;
  };
  asks: {
    [k: string]: number;
  };
  names: {
    [k: string]: string;
  };
}
/**
 * "I could bring this much today", and its price to me: 0 (gladly) to 99, in points of the speaker's own score.
 */
export interface Can {
  brings: number;
  price: number;
}
/**
 * The centre's one public announcement a round (3.5), at most 140 characters in `words`; may carry a pledge.
 */
export interface Announce {
  type: "announce";
  pledge: number | null;
  instrument: ("back" | "fund" | "inspect" | "target") | null;
}
/**
 * "I bring n" to everybody, this round (5.1); 0 takes it back.
 */
export interface Pledge {
  type: "pledge";
  brings: number;
}
/**
 * A structured offer (5.1) to the roles in `to`; `words` is its wording, quoted when it is broken.
 *
 *     A `bargain` is with one role: `carrier` (either of the two) brings at least `brings` (from 4), the other gives back:
 *     `hand_over` of `capacity` now, `my_turn_next`, or `spare` (a centre: neither target nor inspection next round).
 *     A `pact` is with one other local, an `open` alliance with one or two. `counters` names the offer that it answers.
 */
export interface Offer {
  type: "offer";
  to: string[];
  kind: "bargain" | "open" | "pact";
  carrier: string | null;
  brings: number;
  gives: ("hand_over" | "my_turn_next" | "spare") | null;
  capacity: number;
  counters: number | null;
}
/**
 * Accept or refuse the open offer with this id; `words` may say why.
 */
export interface Answer {
  type: "answer";
  offer: number;
  accept: boolean;
}
/**
 * Take back the actor's own open offer.
 */
export interface Withdraw {
  type: "withdraw";
  offer: number;
}
/**
 * Lay the sheet, sealed until the reveal; may be laid again until then. `words` is the sentence of a naming.
 */
export interface Commit {
  type: "commit";
  sheet: Sheet;
}
/**
 * The secret commitment of one role for one round (3.2, Commit): every dial of the rulebook.
 *
 *     `table` is capacity at the meeting (0-2); `align` pays 1 capacity on a split card; `transfer` names the users'
 *     role that gets 1 capacity inside a pact; `invite` names the retreated role to bring back; `instrument` is the
 *     centre's, for the next round.
 */
export interface Sheet {
  option: string;
  table: number;
  focus: "balanced" | "cases" | "corporate";
  voice: Voice;
  align: boolean;
  transfer: string | null;
  invite: string | null;
  instrument: ("back" | "fund" | "inspect" | "target") | null;
}
/**
 * What a seat does aloud at the reveal: hold, name a `pair` ("pct+council"), or call out a `role`.
 */
export interface Voice {
  kind: "call_out" | "hold" | "name";
  pair: string | null;
  role: string | null;
}
/**
 * One private line at stock-take, in `words`.
 */
export interface Note {
  type: "note";
}
/**
 * The host starts although seats are open: a bot of `temperament` takes each.
 */
export interface Begin {
  type: "begin";
  temperament: string;
}
/**
 * The host stops the clock and the table.
 */
export interface Pause {
  type: "pause";
}
/**
 * The host lets play go on; the clock has what it had left.
 */
export interface Resume {
  type: "resume";
}
/**
 * The host adds `seconds` (1-600) to the running phase.
 */
export interface Extend {
  type: "extend";
  seconds: number;
}
/**
 * The host ends Talk; Commit begins.
 */
export interface SkipTalk {
  type: "skip_talk";
}
/**
 * The host ends Commit; who has laid no sheet plays the default.
 */
export interface ForceCommit {
  type: "force_commit";
}
/**
 * The host ends Brief, Reveal or Stock-take; `phase` as in `Ready`.
 */
export interface MoveOn {
  type: "move_on";
  phase: string | null;
}
/**
 * The host hands a seat to a bot (a temperament), back to its person (`person`) or to whoever joins (`open`).
 */
export interface HandSeat {
  type: "hand_seat";
  role: string;
  to: string;
}
/**
 * The host ends the game before its last round, without collapse and without survival.
 */
export interface EndGame {
  type: "end_game";
}
/**
 * The host deals the restart card after a collapse (3.4): once a game, and only if a round is left to play.
 */
export interface Restart {
  type: "restart";
}
/**
 * The clock: the running deadline has passed. Sent with id `clock:<seq that set it>`.
 */
export interface TimeExpired {
  type: "time_expired";
}
/**
 * The clock: the server was away for `ms`; the running deadline moves by as much.
 */
export interface Interrupted {
  type: "interrupted";
  ms: number;
}
/**
 * The header in full: replay needs nothing else. `order` is the deal of the cards; `ruleset` with overrides.
 */
export interface GameOpened {
  type: "game_opened";
  engine: string;
  deck: Deck;
  deck_hash: string;
  ruleset: Ruleset;
  ruleset_hash: string;
  seats: {
    [k: string]: string;
  };
  preset: string;
  rounds: number;
  timers: boolean;
  seed: string;
  order: string[];
  agendas: {
    [k: string]: string;
  };
}
/**
 * A scenario. `roles` and `cards` are in the deck's order; `ruleset` overrides constants by name.
 *
 *     `cue_sheet` and `debrief` are for the facilitator. Unset they are not written at all, so that a deck without them
 *     (one in an old journal) keeps its hash.
 */
export interface Deck {
  id: string;
  title: string;
  blurb: string;
  roles: Role[];
  cards: Card[];
  weather: Weather[];
  order: "acts" | "fixed" | "shuffle";
  acts: Act[];
  rounds: number;
  preset: "gentle" | "hard" | "standard";
  pars: Par[];
  introduces: {
    [k: string]: number;
  };
  ruleset: {
    [k: string]: number;
  };
  locale: string;
  version: number;
  author: string;
  cue_sheet: CueSheet;
  debrief: DebriefQuestion[];
}
/**
 * One role of a deck: its traits, its words and its agendas.
 *
 *     `income` and `goodwill` are per round and at the start; `service_weight` weighs unused capacity (0-3);
 *     `hand_max` bounds what it may hand over in a bargain (0-3); `tie_order` (1-8) is the last tie-break for credit.
 *     `name` is the role inside a sentence ("the council"), `letter` its sign beside colour and shape.
 */
export interface Role {
  id: string;
  label: string;
  name: string;
  letter: string;
  brief: string;
  instruction: string;
  standing_label: string;
  purpose_label: string;
  seated: boolean;
  statutory: boolean;
  speaks_for_users: boolean;
  service_weight: number;
  has_instruments: boolean;
  income: number;
  goodwill: number;
  may_impose: boolean;
  hand_max: number;
  tie_order: number;
  agendas: {
    [k: string]: Clause[];
  };
}
/**
 * One clause of a secret agenda, checked at the end of the game (section 4, worth 7 points).
 *
 *     `key` is a track, `self.standing`, `self.purpose`, `margin` (common minus tension) or a counted fact of
 *     `game_rules.agendas.FACTS`; the clause holds when its value lies within `at_least`..`at_most`.
 */
export interface Clause {
  key: string;
  at_least: number | null;
  at_most: number | null;
}
/**
 * A scenario card. `need` is effort for four roles (8-12), `heat` goes to tension at Brief (0-3).
 */
export interface Card {
  id: string;
  title: string;
  fault_line: string;
  text: string;
  kind: "crisis" | "decision" | "opportunity";
  heat: number;
  need: number;
  options: Option[];
  lead: string | null;
  deadline: boolean;
  split: boolean;
  key: Key | null;
  sore: [string, string] | null;
  gains: Stake[];
  loses: Stake[];
  best: string[];
  worst: string[];
  met: Effect[];
  missed: Effect[];
  claims: number[];
  learning: string;
  debrief: string;
  version: number;
}
/**
 * One way to answer a card. `posture` is never shown to players; order in the deck means nothing.
 */
export interface Option {
  id: string;
  text: string;
  posture: "deal" | "duck" | "give" | "push";
  goodwill: number;
  capacity: number;
  effort: number;
  effects: Effect[];
  roles: string[] | null;
  lead_only: boolean;
  impose: boolean;
  by_role: {
    [k: string]: Terms;
  };
}
/**
 * A change of `n` (within +-2; +-3 for `self.capnext`) to what `key` names.
 *
 *     `key` is a track (`trust`, `tension`, ...), `self.<number>`, `others.goodwill` (at the table but me),
 *     `all.standing` (the locals) or `<role id>.<number>`.
 */
export interface Effect {
  key: string;
  n: number;
}
/**
 * An option as one role meets it: None means "as printed for all".
 */
export interface Terms {
  goodwill: number | null;
  capacity: number | null;
  effort: number | null;
  effects: Effect[] | null;
}
/**
 * Somebody with `trait` must bring at least `n` for the card to be met; `label` is its word ("money").
 */
export interface Key {
  trait: "has_instruments" | "seated" | "speaks_for_users" | "statutory";
  n: number;
  label: string;
}
/**
 * What one role gains if the card is met, or loses if it is missed. Void if the role is not in play.
 */
export interface Stake {
  role: string;
  what: "capnext" | "goodwill" | "purpose" | "standing";
  n: number;
}
/**
 * A kind of chip in the weather bag: `chips` of them, each moving `track` by `n` (3.2 Brief 3).
 */
export interface Weather {
  id: string;
  label: string;
  chips: number;
  track: string | null;
  n: number;
}
/**
 * Cards (by id) that are dealt, shuffled, from round `first` on.
 */
export interface Act {
  first: number;
  cards: string[];
}
/**
 * The score that tactical bots reach, by role, for one set of seats and one length (section 6).
 */
export interface Par {
  rounds: number;
  scores: {
    [k: string]: number;
  };
}
/**
 * The facilitator's lines, in order; `ground_rules` are read aloud, `observers` are what observers count.
 */
export interface CueSheet {
  before: string[];
  ground_rules: string[];
  between_rounds: string[];
  observers: string[];
  timings: Timing[];
}
/**
 * Minutes of a session of `rounds` rounds; `other_rounds` is all of them after the first, together.
 */
export interface Timing {
  rounds: number;
  briefing: number;
  first_round: number;
  other_rounds: number;
  scores: number;
  debrief: number;
}
/**
 * One question of the debrief: `ask` it, give it `minutes`, `lead` it so, `show` this beside it.
 */
export interface DebriefQuestion {
  ask: string;
  minutes: number;
  lead: string;
  show: (
    | "agendas"
    | "bookmarks"
    | "card_questions"
    | "carries"
    | "coalitions"
    | "headlines"
    | "ledger"
    | "notes"
    | "private_facts"
    | "tracks"
    | "what_if"
  )[];
}
/**
 * Constants by the rule that uses them. A deck may override any; the defaults are the rulebook's.
 */
export interface Ruleset {
  version: number;
  trust: number;
  common: number;
  tension: number;
  bite: number;
  cred: number;
  outcomes: number;
  standing: number;
  purpose: number;
  trust_limit: number;
  gentle_need: number;
  gentle_goodwill: number;
  hard_need: number;
  hard_goodwill: number;
  two_locals_need: number;
  backing_thin: number;
  backing_strong: number;
  backing_effort: number;
  backing_heavy: number;
  heavy_from: number;
  sore_a_round: number;
  deadline_low_trust: number;
  deadline_low: number;
  deadline_mid: number;
  deadline_free_trust: number;
  bite_low: number;
  discount_trust: number;
  impose_dear_trust: number;
  impose_tension: number;
  impose_trust: number;
  impose_goodwill: number;
  naming_tension: number;
  naming_trust: number;
  naming_bond: number;
  papering_tension: number;
  call_out_standing: number;
  option_clamp: number;
  met_goodwill: number;
  credit_standing: number;
  left_low: number;
  left_high: number;
  service_good: number;
  service_poor: number;
  cred_needed: number;
  drift_every: number;
  gift_service: number;
  target_met_purpose: number;
  target_missed_standing: number;
  eruption_goodwill: number;
  eruption_trust: number;
  eruption_outcomes: number;
  eruption_common: number;
  eruption_tension: number;
  eruption_sore: number;
  eruptions_max: number;
  breathing_goodwill: number;
  return_goodwill: number;
  invite_goodwill: number;
  restart_common: number;
  restart_trust: number;
  restart_floor: number;
  restart_goodwill: number;
  restart_eruptions: number;
  bargain_from: number;
  debt_effort: number;
  debt_rounds: number;
  pact_rounds: number;
  pact_effort: number;
  pact_from: number;
  brief_seconds: number;
  talk_seconds: number;
  commit_seconds: number;
  reveal_seconds: number;
  stocktake_seconds: number;
}
/**
 * `count` draws were taken from the table's chance; what they gave stands in the events beside.
 */
export interface Drawn {
  type: "drawn";
  count: number;
}
export interface SeatTaken {
  type: "seat_taken";
  role: string;
}
/**
 * `to` is `person` or a temperament; seats see only `bot` (section 7: hidden until the end).
 */
export interface SeatHanded {
  type: "seat_handed";
  role: string;
  to: string;
}
/**
 * `deadline` in ms since the epoch, None on a table without timers.
 */
export interface PhaseBegan {
  type: "phase_began";
  phase: "brief" | "commit" | "end" | "gathering" | "reveal" | "stocktake" | "talk";
  round: number;
  deadline: number | null;
}
/**
 * `left` is what the clock had left, in ms.
 */
export interface Paused {
  type: "paused";
  left: number | null;
}
export interface Resumed {
  type: "resumed";
  deadline: number | null;
}
export interface TimeAdded {
  type: "time_added";
  deadline: number;
  cause: string;
}
/**
 * `shuffle` is the order in which this card's options are shown at this table (13.7).
 */
export interface RoundBegan {
  type: "round_began";
  round: number;
  card: string;
  shuffle: string[];
}
export interface WeatherDrawn {
  type: "weather_drawn";
  chip: string;
}
export interface InstrumentApplied {
  type: "instrument_applied";
  instrument: "back" | "fund" | "inspect" | "target";
}
/**
 * Secret until it is applied next round.
 */
export interface InstrumentChosen {
  type: "instrument_chosen";
  role: string;
  instrument: "back" | "fund" | "inspect" | "target";
}
/**
 * The effort this card needs; `parts` by cause (`card`, `target`, `deadline`, `bite`) sum to it.
 */
export interface NeedSet {
  type: "need_set";
  need: number;
  parts: {
    [k: string]: number;
  };
}
export interface BackingDrawn {
  type: "backing_drawn";
  role: string;
  backing: "strong" | "thin" | "usual";
}
/**
 * `delta` as it came out after clamping; `role` when one role's option, absence or voice caused it.
 */
export interface TrackMoved {
  type: "track_moved";
  track: string;
  delta: number;
  cause: string;
  role: string | null;
}
export interface NumberMoved {
  type: "number_moved";
  role: string;
  what: "capacity" | "capnext" | "goodwill" | "purpose" | "standing";
  delta: number;
  cause: string;
}
export interface BondMoved {
  type: "bond_moved";
  pair: string;
  delta: number;
  cause: string;
}
export interface SoreMoved {
  type: "sore_moved";
  pair: string;
  delta: number;
  cause: string;
}
export interface WordMoved {
  type: "word_moved";
  role: string;
  delta: number;
  cause: string;
}
/**
 * `to` empty: to the table. `tells` says it in numbers, for the board.
 */
export interface Said {
  type: "said";
  role: string;
  to: string[];
  words: number;
  tells: Tells | null;
}
export interface Announced {
  type: "announced";
  role: string;
  words: number;
  pledge: number | null;
  instrument: ("back" | "fund" | "inspect" | "target") | null;
}
export interface Pledged {
  type: "pledged";
  role: string;
  brings: number;
}
/**
 * Seen by its parties alone (5.1). `offer` is its id: the seq of its row.
 */
export interface OfferMade {
  type: "offer_made";
  offer: number;
  role: string;
  to: string[];
  kind: "bargain" | "open" | "pact";
  carrier: string | null;
  brings: number;
  gives: ("hand_over" | "my_turn_next" | "spare") | null;
  capacity: number;
  counters: number | null;
  words: number;
}
/**
 * What became of an offer: accepted or refused by `role`, countered, withdrawn, or expired with its round.
 *
 *     Seen by its `parties` alone.
 */
export interface OfferAnswered {
  type: "offer_answered";
  offer: number;
  role: string;
  parties: string[];
  answer: "accepted" | "countered" | "expired" | "refused" | "withdrawn";
  words: number;
}
/**
 * Public from here on, the wording too (5.1).
 */
export interface BargainStruck {
  type: "bargain_struck";
  offer: number;
  carrier: string;
  asker: string;
  brings: number;
  gives: "hand_over" | "my_turn_next" | "spare";
  capacity: number;
  words: number;
}
/**
 * `last` is the last round of its term, None for an open alliance (5.2).
 */
export interface PactSigned {
  type: "pact_signed";
  offer: number;
  kind: "open" | "pact";
  members: string[];
  last: number | null;
  words: number;
}
/**
 * Capacity that moved at the reveal: promised in a bargain, or a transfer inside a pact (reveal step 1).
 */
export interface HandedOver {
  type: "handed_over";
  role: string;
  to: string;
  capacity: number;
  cause: "bargain" | "pact";
}
/**
 * Effort that a pact added to what its members brought (reveal step 5).
 */
export interface PactHelped {
  type: "pact_helped";
  offer: number;
  members: string[];
  effort: number;
}
/**
 * A member has now carried once for its pact (5.2).
 */
export interface PactCarried {
  type: "pact_carried";
  offer: number;
  role: string;
}
/**
 * `role` owes `to` a round in which it brings 3 or more, by round `due` (5.1).
 */
export interface DebtOwed {
  type: "debt_owed";
  offer: number;
  role: string;
  to: string;
  due: number;
  words: number;
}
/**
 * A promise of `role` to `to` (everybody when empty) ended; `offer` is its id, 0 for a pledge.
 *
 *     `words` is its wording. A pact completed or lapsed names all its members in `to` and nobody in `role`.
 */
export interface PromiseEnded {
  type: "promise_ended";
  offer: number;
  kind: "bargain" | "debt" | "open" | "pact" | "pledge" | "spare";
  outcome: "broken" | "completed" | "kept" | "lapsed" | "void";
  role: string | null;
  to: string[];
  words: number;
}
export interface Readied {
  type: "readied";
  role: string;
}
/**
 * Sealed: only its own seat sees it before the reveal.
 */
export interface SheetLaid {
  type: "sheet_laid";
  role: string;
  sheet: Sheet;
  words: number;
}
/**
 * A hand-over agreed since then has made the laid sheet unaffordable: the seat lays another (13.5).
 */
export interface SheetReturned {
  type: "sheet_returned";
  role: string;
}
/**
 * That a sheet is in, never what is on it; `default` when time or the host laid it.
 */
export interface Committed {
  type: "committed";
  role: string;
  default: boolean;
}
export interface SheetsOpened {
  type: "sheets_opened";
  sheets: {
    [k: string]: OpenSheet;
  };
}
/**
 * The public part of a sheet, after the reveal (13.6): whether a house aligned stays its own affair.
 */
export interface OpenSheet {
  option: string;
  table: number;
  focus: "balanced" | "cases" | "corporate";
  voice: Voice;
}
export interface Named {
  type: "named";
  role: string;
  pair: string;
  words: number;
}
export interface NamingContained {
  type: "naming_contained";
  pairs: string[];
}
/**
 * A naming that did harm: `reason` is calm, crowded, again or wrong_pair (3.2 step 2).
 */
export interface RakedOver {
  type: "raked_over";
  reason: "again" | "calm" | "crowded" | "wrong_pair";
}
export interface PaperedOver {
  type: "papered_over";
}
export interface CalledOut {
  type: "called_out";
  role: string;
  target: string;
  upheld: boolean;
}
/**
 * A statutory house that did not align spoke with two voices: its effort halves (3.2 step 5).
 */
export interface MixedMessage {
  type: "mixed_message";
  role: string;
}
export interface Brought {
  type: "brought";
  role: string;
  effort: number;
}
export interface Imposed {
  type: "imposed";
  role: string;
  dear: boolean;
}
export interface CardMet {
  type: "card_met";
  brought: number;
  need: number;
  imposed_by: string | null;
  credited: string | null;
}
/**
 * `key_missing` is the key's label when enough was brought but not by the right role.
 */
export interface CardMissed {
  type: "card_missed";
  brought: number;
  need: number;
  key_missing: string | null;
}
/**
 * The subsets of two or more locals that are `alive` at this stock-take (5.3); none after a collapse.
 *
 *     A subset is written as its members' ids joined by "+", in tie order.
 */
export interface CoalitionsCounted {
  type: "coalitions_counted";
  alive: string[];
}
export interface Erupted {
  type: "erupted";
  count: number;
}
export interface Retreated {
  type: "retreated";
  role: string;
}
export interface Returned {
  type: "returned";
  role: string;
  invited_by: string;
}
/**
 * The next round is the rescue round; `reasons` of bite, cred, retreat.
 */
export interface BrinkReached {
  type: "brink_reached";
  reasons: string[];
}
export interface BrinkCleared {
  type: "brink_cleared";
}
export interface Noted {
  type: "noted";
  role: string;
  words: number;
}
export interface GameEnded {
  type: "game_ended";
  survived: boolean;
  cause: "bite" | "cred" | "eruptions" | "played_out" | "retreat" | "stopped";
}
/**
 * One role's score (section 6): `parts` sum to `score`; `clauses` of its agenda in order; `par` if known.
 */
export interface Scored {
  type: "scored";
  role: string;
  score: number;
  parts: {
    [k: string]: number;
  };
  clauses: boolean[];
  par: number | null;
  band: ("held" | "hollowed" | "thrived") | null;
}
/**
 * The restart card (3.4): the end is taken back. `eruptions` stay on the count; `back` sit down again.
 */
export interface Restarted {
  type: "restarted";
  eruptions: number;
  back: string[];
}
/**
 * First frame of every socket: the token names table and seat; `after` is the last seq seen, of `game` if given.
 */
export interface Hello {
  type: "hello";
  token: string;
  after: number;
  game: string;
}
/**
 * `id` is the client's own and counts once, however often it is sent; `words` the free text beside a command.
 */
export interface Send {
  type: "command";
  id: string;
  command: Command;
  words: string | null;
}
export interface Ping {
  type: "ping";
  n: number;
}
/**
 * The host turns the projector to a step of this round's reveal, 0 the first. Not part of the game.
 */
export interface Show {
  type: "show";
  step: number;
}
/**
 * A full view at `seq`, and the entries after the `after` of hello (at most 500, the newest).
 */
export interface Welcome {
  type: "welcome";
  table: string;
  game: string;
  seat: string;
  seq: number;
  view: View;
  missed: Entry[];
}
/**
 * The whole table as one viewer may see it. `deadline` is ms since the epoch by the server's clock.
 *
 *     `headlines` are those of the round whose sheets are open; `coalitions` stand from the first stock-take on.
 *     `introduces`: the round from which a newcomer is shown a dial; one that is not named is there from the first.
 */
export interface View {
  viewer: string;
  deck: string;
  title: string;
  preset: string;
  timers: boolean;
  introduces: {
    [k: string]: number;
  };
  round: number;
  rounds: number;
  phase: "brief" | "commit" | "end" | "gathering" | "reveal" | "stocktake" | "talk";
  paused: boolean;
  deadline: number | null;
  paused_left: number | null;
  tracks: TrackView[];
  eruptions: number;
  brink: string[];
  roles: RoleView[];
  pairs: PairView[];
  card: CardView | null;
  need: NeedView | null;
  weather: string | null;
  instrument: string | null;
  options: OptionView[];
  printed: PrintedOption[];
  told: ToldView[];
  offers: OfferView[];
  closed: ClosedView[];
  bargains: BargainView[];
  debts: DebtView[];
  pacts: PactView[];
  waiting_for: string[];
  result: ResultView | null;
  headlines: Headline[];
  coalitions: CoalitionView[];
  me: Me | null;
  legal: Legal;
  end: EndView | null;
}
export interface TrackView {
  id: string;
  value: number;
  top: number;
}
/**
 * What everybody may know of a role. `hue` is its place (0-7) in the set of eight (hue, shape) pairs.
 *
 *     `standing` is only low (0-3), mid (4-6) or high (7-10); `pledge` is 0 when none; `believed` is false when its
 *     word is -2 or worse (the pledge is shown struck through). `held_by` is open, person, bot or automaton.
 */
export interface RoleView {
  id: string;
  label: string;
  name: string;
  letter: string;
  hue: number;
  seated: boolean;
  statutory: boolean;
  speaks_for_users: boolean;
  centre: boolean;
  held_by: "automaton" | "bot" | "open" | "person";
  in_play: boolean;
  at_table: boolean;
  standing: "high" | "low" | "mid";
  word: number;
  pledge: number;
  believed: boolean;
  ready: boolean;
  committed: boolean;
  announced: boolean;
  brought: number[];
  pledged: number[];
}
/**
 * `strain` (0-10) is true for the pair's two members (`known`), the public estimate for everybody else (14).
 *
 *     At the end of the game it is true for everybody. `seam`: rounds of gold left in the crack (0-2); `splinters`:
 *     promises broken between the two, to the end of the game.
 */
export interface PairView {
  pair: string;
  a: string;
  b: string;
  bond: number;
  strain: number;
  known: boolean;
  seam: number;
  splinters: number;
}
export interface CardView {
  id: string;
  title: string;
  fault_line: string;
  text: string;
  kind: string;
  heat: number;
  deadline: boolean;
  split: boolean;
  lead: string | null;
  key: Key | null;
  rankles: string | null;
  gains: Stake[];
  loses: Stake[];
  best: string[];
  worst: string[];
  met: Effect[];
  missed: Effect[];
  learning: string;
  debrief: string;
}
/**
 * `total` effort needed, its `parts` by cause, and what is `pledged` by roles whose word is believed.
 */
export interface NeedView {
  total: number;
  parts: {
    [k: string]: number;
  };
  pledged: number;
  gap: number;
}
/**
 * One option in the shuffled order of this table, with this seat's own numbers.
 *
 *     `printed` is what others see; `brings` is with today's backing (equal for options that are no contribution);
 *     `goodwill` and `capacity` are the price for this seat today. `short` names what the seat cannot pay.
 */
export interface OptionView {
  id: string;
  text: string;
  goodwill: number;
  capacity: number;
  printed: number;
  brings: number;
  effects: Effect[];
  imposes: boolean;
  short: ("capacity" | "goodwill")[];
}
/**
 * An option as the room sees it: printed effort by role, no backing.
 */
export interface PrintedOption {
  id: string;
  text: string;
  goodwill: number;
  capacity: number;
  effort: {
    [k: string]: number;
  };
  lead_only: boolean;
}
/**
 * The last numbers that `role` told those who hear it this round; they need not be true.
 */
export interface ToldView {
  role: string;
  to: string[];
  tells: Tells;
}
/**
 * An offer that waits for an answer, as its parties see it. `words` is the seq of the row with its wording.
 */
export interface OfferView {
  id: number;
  role: string;
  to: string[];
  kind: string;
  carrier: string | null;
  brings: number;
  gives: string | null;
  capacity: number;
  accepted: string[];
  words: number;
}
/**
 * An offer of this round that has been answered, for its parties: `how`, and `by` whom.
 */
export interface ClosedView {
  offer: OfferView;
  how: "accepted" | "countered" | "expired" | "refused" | "withdrawn";
  by: string;
}
/**
 * A bargain of this round: `carrier` brings at least `brings`, `asker` gives back.
 */
export interface BargainView {
  id: number;
  carrier: string;
  asker: string;
  brings: number;
  gives: string;
  capacity: number;
}
/**
 * `role` owes `to` a round in which it brings 3 or more, by round `due`.
 */
export interface DebtView {
  id: number;
  role: string;
  to: string;
  due: number;
}
/**
 * A pact in force to round `last`, or an open alliance (`last` None); `carried`: who has carried once.
 *
 *     `rounds` of its term, of which `left` are to run: this one counts until its reveal. None: an open alliance.
 */
export interface PactView {
  id: number;
  kind: string;
  members: string[];
  last: number | null;
  rounds: number | null;
  left: number | null;
  carried: string[];
  words: number;
}
export interface ResultView {
  met: boolean;
  brought: number;
  need: number;
  credited: string | null;
  imposed_by: string | null;
  key_missing: string | null;
}
/**
 * `key` is a message of the catalogue, `data` what it speaks of: ids, numbers, causes.
 */
export interface Headline {
  about: "between" | "card" | "you";
  key: string;
  data: {
    [k: string]: string | number | string[];
  };
  mood: "broke" | "mended" | "plain";
}
/**
 * A subset of the locals or a declared pact (5.3). `reserve`, `index` and `band` are None until the end.
 *
 *     They are made of goodwill. `lived` of `scheduled` rounds were lived through; the parts `life` (0-50), `cohesion`
 *     (0-20), `headroom` (0-15) and `reserve` (0-15) sum to `index`. `pact` is 0 where nothing was signed; `outcome` says
 *     what became of a pact, `by` who broke it.
 */
export interface CoalitionView {
  key: string;
  members: string[];
  kind: "open" | "pact" | "partnership" | "subset";
  alive: boolean;
  lived: number;
  scheduled: number;
  life: number;
  cohesion: number;
  headroom: number;
  reserve: number | null;
  index: number | null;
  band: ("broken" | "holding" | "strained") | null;
  pact: number;
  outcome: ("broken" | "completed" | "lapsed" | "running" | "void") | null;
  by: string[];
}
/**
 * What only this seat sees. `instrument` is what its sheet set for the next round (a centre only).
 */
export interface Me {
  role: string;
  brief: string;
  instruction: string;
  standing_label: string;
  purpose_label: string;
  goodwill: number;
  capacity: number;
  standing: number;
  purpose: number;
  capnext: number;
  income: number;
  backing: "strong" | "thin" | "usual";
  agenda: ClauseView[];
  instrument: string | null;
  sheet: Sheet | null;
  ready: boolean;
}
export interface ClauseView {
  key: string;
  at_least: number | null;
  at_most: number | null;
  value: number;
  holds: boolean;
}
/**
 * What this viewer may do now. `commands` are the types that would not be refused outright.
 *
 *     `goodwill` and `capacity` are the budget of the sheet; `talk` lists whom the seat can reach (`table` for all at
 *     the table); `pledge_max` bounds `pledge`; `answer` and `withdraw` list open offers, `accept` those whose terms
 *     this seat can agree to as things stand; `temperaments` are those that the host may hand a seat to.
 */
export interface Legal {
  commands: string[];
  goodwill: number;
  capacity: number;
  sheet: SheetChoices | null;
  talk: string[];
  pledge_max: number;
  instruments: string[];
  deals: DealChoices | null;
  answer: number[];
  accept: number[];
  withdraw: number[];
  hand: string[];
  temperaments: string[];
}
/**
 * Every dial with what may be chosen now; an empty tuple or False: the dial does not apply.
 *
 *     `prices` names what the dials cost: goodwill for voice and invite, capacity for align and transfer (1 each).
 *     `services`: with less capacity left than the first number standing falls by 1, from the second on it rises by 1;
 *     empty for a role without services of its own here.
 *     `default` is what the server plays if nothing is sent.
 */
export interface SheetChoices {
  options: string[];
  table: number[];
  focus: string[];
  voice: VoiceChoices;
  align: boolean;
  transfer: string[];
  invite: string[];
  instrument: string[];
  prices: {
    [k: string]: number;
  };
  services: number[];
  default: Sheet;
}
export interface VoiceChoices {
  kinds: string[];
  pairs: string[];
  roles: string[];
}
/**
 * What this seat may offer now: bargains, pacts (with one role each), open alliances (with these roles each).
 *
 *     `brings` is the least and the most effort of a carry.
 */
export interface DealChoices {
  bargains: BargainChoice[];
  pacts: string[];
  alliances: string[][];
  /**
   * @minItems 2
   * @maxItems 2
   */
  brings: [number, number];
}
/**
 * A bargain that could be offered to `other`: `carrier` is one of the two, the other of them gives back.
 *
 *     `gives` lists what that one can give; `hand_max` is the most capacity it can hand over.
 */
export interface BargainChoice {
  other: string;
  carrier: string;
  gives: string[];
  hand_max: number;
}
/**
 * `score` only for a seat, its own; `temperaments` tells at last who the bots were.
 *
 *     `carried` is the ledger's square: how often who (first) carried for whom (second).
 */
export interface EndView {
  survived: boolean;
  cause: string;
  score: ScoreView | null;
  temperaments: {
    [k: string]: string;
  };
  carried: {
    [k: string]: {
      [k: string]: number;
    };
  };
}
/**
 * `parts` (standing, purpose, agenda, outcomes, seat) sum to `score` (0-100).
 */
export interface ScoreView {
  score: number;
  parts: {
    [k: string]: number;
  };
  clauses: boolean[];
  par: number | null;
  band: string | null;
}
/**
 * One row as a viewer may see it; `words` maps the seq named by an event to its text.
 */
export interface Entry {
  seq: number;
  at: number;
  actor: string;
  events: Event[];
  words: {
    [k: string]: string;
  };
}
/**
 * `changes` holds whole top-level fields of the view that differ from the view before this entry.
 */
export interface Update {
  type: "update";
  seq: number;
  entry: Entry;
  changes: {};
}
/**
 * A row of which this viewer may see nothing but that it is there.
 */
export interface Skip {
  type: "skip";
  seq: number;
}
/**
 * The command is written and will never be lost.
 */
export interface Ack {
  type: "ack";
  id: string;
  seq: number;
}
export interface Refused {
  type: "refused";
  id: string;
  code: string;
  data: {};
  allowed: unknown[];
}
/**
 * Unnumbered: who is on (devices by role), display names by role, the server's clock in ms.
 *
 *     `gave_way`, empty for everybody but the host: rounds in which a seat's bot failed and the default was played.
 */
export interface Now {
  type: "now";
  presence: {
    [k: string]: number;
  };
  names: {
    [k: string]: string;
  };
  clock: number;
  gave_way: {
    [k: string]: number[];
  };
  shown: Shown;
}
/**
 * How far the host has turned the projector: to which `step` of the reveal of which `round`.
 */
export interface Shown {
  round: number;
  step: number;
}
export interface Pong {
  type: "pong";
  n: number;
  clock: number;
}
/**
 * A frame that could not be read, or a hello that was refused. Repeated bad frames close the socket (1008).
 */
export interface Error {
  type: "error";
  code: string;
  message: string;
}

export const MAX_WORDS = 500;

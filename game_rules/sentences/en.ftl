# The one catalogue of the game's sentences, read by Python and by the browser.
# event-<type>: what happened. cause-<rule>: why a number moved. refusal-<code>: why a command was not taken.
# $role, $target, $pair and so on arrive as words ("the council", "the council and the PCT").

## Tracks, numbers, words for values

track-trust = Trust
track-common = Common ground
track-tension = Tension
track-bite = Senior engagement
track-cred = Credibility
track-outcomes = Outcomes

track-trust-meaning = How willing you are to rely on each other. It grows by at most 1 a round.
track-common-meaning = How much you have in common. Tension above it breaks the ground.
track-tension-meaning = Difference, felt or unfelt. Above common ground it erupts.
track-bite-meaning = How far senior people engage. At 2 or less every card needs 1 more.
track-cred-meaning = How far users believe you. At 2 or less your services cannot improve outcomes.
track-outcomes-meaning = How service users fare. It falls by 1 every second round as demand grows.

number-goodwill = goodwill
number-capacity = capacity
number-standing = standing
number-purpose = purpose
number-capnext = next round's capacity

number-goodwill-meaning = What you have left to give. At 0 you leave the table.
number-capacity-meaning = What you can do this round. What you do not spend goes to your own services.
number-standing-meaning = How you look to those you answer to.
number-purpose-meaning = How true you stay to what you are for.

backing-thin = Your backing is thin today: contributions bring less.
backing-usual = Your backing is as usual today.
backing-strong = Your backing is strong today: contributions bring more.

focus-cases = cases
focus-balanced = balanced
focus-corporate = corporate
focus-cases-meaning = users listen, seniors leave
focus-balanced-meaning = lifts whichever is weaker
focus-corporate-meaning = seniors stay, users leave

instrument-back = stand back
instrument-fund = fund
instrument-target = set a target
instrument-inspect = inspect
instrument-back-meaning = Trust rises by 1 if this card is met; you lose a little grip.
instrument-fund-meaning = Everybody local has 1 capacity more next round, and the card becomes a deadline.
instrument-target-meaning = The next card needs 1 more; met, it helps you and the users.
instrument-inspect-meaning = Statutory bodies lose 1 capacity next round; seniors pay attention.

weather-calm = calm
weather-murmur = a murmur
weather-headline = a headline
weather-good-story = a good story

ending-played_out = The partnership lasted.
ending-eruptions = The ground broke three times.
ending-bite = The senior people stopped coming.
ending-cred = Users stopped believing in it.
ending-retreat = Too few were left at the table.
ending-stopped = The host ended the game.

band-thrived = Thrived
band-held = Held
band-hollowed = Hollowed

part-standing = Standing
part-purpose = Purpose
part-agenda = Secret aim
part-outcomes = Outcomes
part-seat = A seat in a surviving partnership

temperament-tactical = bargains for what the card needs
temperament-bluffer = bargains, and always says that it can bring little
temperament-learner = bargains, and believes each as far as its record goes
temperament-idealist = gives whatever it can and asks for nothing
temperament-hardliner = takes what it can and keeps no promise
temperament-retreating = stays out of it
temperament-share = takes its cheapest share
temperament-random = does anything legal

## Clauses of a secret aim

clause-at-least = { $subject } { $n } or more
clause-at-most = { $subject } { $n } or less
clause-between = { $subject } from { $low } to { $high }
subject-margin = common ground above tension by
subject-self-standing = your standing
subject-self-purpose = your purpose
subject-pacts_completed = pacts you completed
subject-users_pacts_completed = pacts you completed with those who speak for users
subject-called_out = times you were called out
subject-imposed = times you decided alone
subject-late_eruptions = eruptions in the last three rounds
subject-rounds_away = stock-takes away from the table
subject-promises_kept = promises you kept
subject-stood_back = rounds in which you stood back
subject-inspections = inspections
subject-targets_met = targets met

## What happened

event-game-opened = A new game is laid out.
event-seat-taken = { $role } has taken a seat.
event-seat-handed = { $to ->
    [person] { $role } is played by its person again.
    [open] The seat of { $role } is open to whoever joins.
   *[other] A bot plays for { $role }.
  }
event-phase-began = { $phase ->
    [brief] Round { $round }: a new card.
    [talk] Round { $round }: talk.
    [commit] Round { $round }: commit.
    [reveal] Round { $round }: what happened.
    [stocktake] Round { $round }: stock-take.
    [end] The game is over.
   *[other] The table is gathering.
  }
event-paused = The host paused the table.
event-resumed = Play goes on.
event-time-added = { $cause ->
    [host] The host added time.
   *[other] The clock was put right after an interruption.
  }
event-round-began = Round { $round }: “{ $card }”.
event-weather-drawn = Weather: { $chip }.
event-instrument-applied = { $instrument ->
    [back] { $centre } stands back.
    [fund] { $centre } funds: 1 capacity more for everybody local, and a deadline.
    [target] { $centre } sets a target: the card needs 1 more.
   *[inspect] { $centre } inspects: statutory bodies have 1 capacity less.
  }
event-instrument-chosen = { $instrument ->
    [back] For next round you chose to stand back.
    [fund] For next round you chose to fund.
    [target] For next round you chose to set a target.
   *[inspect] For next round you chose to inspect.
  }
event-need-set = The card needs { $need }.
event-backing-drawn = { $backing ->
    [thin] Your backing is thin this round.
    [strong] Your backing is strong this round.
   *[usual] Your backing is as usual this round.
  }
event-track-moved = { $direction ->
    [up] { $track } rose by { $amount }: { $cause }.
   *[down] { $track } fell by { $amount }: { $cause }.
  }
event-number-moved = { $direction ->
    [up] You: { $what } +{ $amount } ({ $cause }).
   *[down] You: { $what } −{ $amount } ({ $cause }).
  }
event-bond-moved = { $direction ->
    [up] The bond between { $pair } grew: { $cause }.
   *[down] The bond between { $pair } weakened: { $cause }.
  }
event-sore-moved = { $direction ->
    [up] It rankles between { $pair }: { $cause }. Only the two of you know.
   *[down] It eased between { $pair }: { $cause }.
  }
event-word-moved = { $role } broke its word: { $cause }.
event-said = { $role } said something.
event-announced = { $role } announced:
event-pledged = { $brings ->
    [0] { $role } took its pledge back.
   *[other] { $role } pledged { $brings }.
  }
event-offer-made = { $kind ->
    [bargain] { $role } offers { $to } a bargain: { $carrier } brings { $brings } or more and gets { $gives ->
        [hand_over] { $capacity } capacity now
        [spare] a round without target or inspection
       *[my_turn_next] the other’s turn next
      }.
    [pact] { $role } offers { $to } a pact.
   *[open] { $role } offers { $to } an open alliance.
  }
event-offer-answered = { $answer ->
    [accepted] { $role } accepted an offer.
    [refused] { $role } refused an offer.
    [countered] { $role } answered an offer with another.
    [withdrawn] { $role } took an offer back.
   *[expired] An offer of { $role } ran out.
  }
event-bargain-struck = A bargain: { $carrier } brings { $brings } or more; { $asker } { $gives ->
    [hand_over] hands over { $capacity } capacity
    [spare] will neither set a target nor inspect next round
   *[my_turn_next] takes the next turn
  }.
event-pact-signed = { $kind ->
    [pact] { $members } signed a pact, until round { $last }.
   *[open] { $members } signed an open alliance.
  }
event-handed-over = { $role } handed { $capacity } capacity to { $to }.
event-pact-helped = The pact of { $members } added { $effort }.
event-pact-carried = { $role } has carried for its pact.
event-debt-owed = { $role } owes { $to } a turn, by round { $due }.
event-promise-ended = { $outcome ->
    [kept] { $kind ->
        [pledge] { $role } brought what it pledged.
       *[other] { $role } kept its word to { $to }.
      }
    [broken] { $kind ->
        [pledge] { $role } brought less than it pledged.
        [pact] { $role } left its pact with { $to }.
        [open] { $role } left its alliance with { $to }.
       *[other] { $role } broke its word to { $to }.
      }
    [completed] { $to } completed their pact.
    [lapsed] The pact of { $to } ran out.
   *[void] A promise binds nobody any more.
  }
event-sheet-returned = { $role } lays another sheet: what it agreed to hand over was spent on the first.
event-readied = { $role } is ready.
event-sheet-laid = You laid your sheet. Nobody sees it before the reveal.
event-committed = { $default ->
    [yes] { $role } had laid no sheet: the default was played.
   *[no] { $role } has committed.
  }
event-sheets-opened = The sheets are open.
event-named = { $role } named what lies between { $pair }.
event-naming-contained = The tension between { $pairs } was named in measure, and held.
event-raked-over = { $reason ->
    [calm] It was named when there was little to name: it raked things over.
    [crowded] Too many named at once: it raked things over.
    [again] It was named two rounds running: it raked things over.
   *[wrong_pair] The wrong wound was named: it raked things over.
  }
event-papered-over = Nobody named the tension: it was papered over.
event-called-out = { $upheld ->
    [yes] { $role } called out { $target }, and it stuck.
   *[no] { $role } called out { $target } without grounds.
  }
event-mixed-message = { $role } spoke with two voices: its effort halved.
event-brought = { $effort ->
    [0] { $role } brought nothing.
   *[other] { $role } brought { $effort }.
  }
event-imposed = { $dear ->
    [yes] { $role } decided alone, against a trusting table.
   *[no] { $role } decided alone.
  }
event-card-met = Met: { $brought } of { $need }. { $credited } carried most.
event-card-met-nobody = Met: { $brought } of { $need }.
event-card-met-imposed = { $role } decided alone.
event-card-missed = Missed by { $short }.
event-card-missed-key = Missed: nobody brought { $key }.
event-erupted = The ground broke (eruption { $count } of 3).
event-retreated = { $role } has left the table.
event-returned = { $role } is back at the table, invited by { $invited_by }.
event-brink-reached = On the brink: the next round is the last chance.
event-brink-cleared = The table has stepped back from the brink.
event-coalitions-counted = It was counted who holds together.
event-noted = You wrote a private line.
event-game-ended = { $survived ->
    [yes] The partnership survives.
   *[no] The partnership has not survived.
  }
event-scored = Your score: { $score }.
event-restarted = The host has dealt the restart card: everybody is back at the table, and the game goes on.

## The three headlines of a round

headline-met = Met: { $brought } of { $need }. { $role } carried ({ $effort }).
headline-met-nobody = Met: { $brought } of { $need }.
headline-imposed = { $role } decided alone.
headline-missed = Missed by { $short }.
headline-missed-key = Missed: nobody brought { $key }.
headline-you-both = You: { $gained } +{ $gain } { $gain_causes ->
    [1] ({ $gain_cause })
   *[other] in all
  }, { $lost } −{ $loss } { $loss_causes ->
    [1] ({ $loss_cause })
   *[other] in all
  }.
headline-you-gained = You: { $gained } +{ $gain } { $gain_causes ->
    [1] ({ $gain_cause })
   *[other] in all
  }.
headline-you-lost = You: { $lost } −{ $loss } { $loss_causes ->
    [1] ({ $loss_cause })
   *[other] in all
  }.
headline-you-nothing = This round left you as you were.
headline-collapse = { $ending ->
    [eruptions] The partnership has collapsed: the ground broke three times.
    [bite] The partnership has collapsed: the senior people stopped coming.
    [cred] The partnership has collapsed: users stopped believing in it.
   *[retreat] The partnership has collapsed: too few were left at the table.
  }
headline-brink = On the brink: the next round is the last chance.
headline-eruption = The ground broke (eruption { $count } of 3).
headline-retreat = { $role } has left the table.
headline-pact-broken = { $kind ->
    [pact] { $role } broke its pact with { $to }.
   *[open] { $role } broke its alliance with { $to }.
  }
headline-promise-broken = { $role } broke its word to { $to }.
headline-papered = Nobody named the tension: it was papered over.
headline-raked = { $reason ->
    [calm] It was named when there was little to name: it raked things over.
    [crowded] Too many named at once: it raked things over.
    [again] It was named two rounds running: it raked things over.
   *[wrong_pair] The wrong wound was named: it raked things over.
  }
headline-imposed-dear = { $role } decided alone, against a trusting table.
headline-contained = What lies between { $pairs } was named in measure, and held.
headline-pact-completed = { $to } completed their pact.
headline-debt-paid = { $role } paid { $to } back the turn it owed.
headline-returned = { $role } is back at the table, invited by { $invited_by }.
headline-bargain-kept = { $kind ->
    [bargain] { $role } carried for { $to }, as agreed.
   *[spare] { $role } spared { $to }, as agreed.
  }
headline-trust = { $direction ->
    [up] Trust rose by { $amount }: { $cause }.
   *[down] Trust fell by { $amount }: { $cause }.
  }
headline-quiet = Quiet between you.

## Why a number moved

cause-card-heat = the card brings heat
cause-card-met = the card was met
cause-card-missed = the card was missed
cause-card-gain = what the card gives you
cause-card-loss = what missing the card costs you
cause-weather-murmur = a murmur in the town
cause-weather-headline = a headline
cause-weather-good_story = a good story
cause-sore = the old wound
cause-instrument-back = the centre stood back
cause-instrument-fund = the centre’s money
cause-instrument-inspect = the inspection
cause-follow_up-fund = what became of the money
cause-follow_up-target = what became of the target
cause-income = this round's capacity
cause-carried = carried over from last round
cause-unused = not used
cause-option-cost = the price of your choice
cause-option-effect = what was chosen
cause-meeting = at the meeting
cause-align = aligning your house
cause-delivery = spent on your own services
cause-delivery-good = good services
cause-delivery-poor = poor services
cause-demand = demand grows
cause-expectations = gifts raised hopes that services did not meet
cause-naming = the tension was named
cause-naming-cost = naming costs goodwill
cause-raking = it was raked over
cause-papering = it was papered over
cause-call_out = a call-out
cause-call_out-cost = calling out costs goodwill
cause-call_out-upheld = you were called out
cause-call_out-groundless = your call-out had no grounds
cause-attendance = somebody stayed away from the meeting
cause-focus-cases = the meeting was about cases
cause-focus-corporate = the meeting was about corporate matters
cause-focus-balanced = a full and balanced meeting
cause-mixed_message = a house spoke with two voices
cause-imposing = it was decided alone
cause-push = somebody pushed for themselves
cause-credit = credit for carrying most
cause-hand_over = handed over in a bargain
cause-transfer = moved inside a pact
cause-kept-bargain = a bargain was kept
cause-broken-bargain = a bargain was broken
cause-kept-debt = a debt was paid
cause-broken-debt = a debt was not paid
cause-kept-spare = a promise to spare was kept
cause-broken-spare = a promise to spare was broken
cause-pledge-broken = a pledge was not kept
cause-pact-kept = a pact was honoured
cause-pact-broken = a pact was broken
cause-pact-completed = a pact was completed
cause-alliance-signed = an open alliance
cause-alliance-liaison = keeping up an open alliance
cause-idle_hands = idle hands, two rounds running
cause-eruption = the ground broke
cause-retreat = somebody left the table
cause-away = time away
cause-invite = asked back to the table
cause-invite-cost = asking back costs goodwill
cause-breathing_space = breathing space
cause-collapse = the partnership collapsed
cause-restart = the restart card
cause-restart-unplayed = the remaining rounds are played after all

## Why the need is what it is

need-card = the card
need-target = the target
need-deadline = the deadline
need-bite = seniors are away

## Why a command was not taken

refusal-wrong_actor = That is not for this seat to do.
refusal-wrong_phase = That cannot be done now. Wait for the phase that allows it.
refusal-paused = The table is paused. The host can let play go on.
refusal-not_paused = The table is not paused.
refusal-ended = The game is over.
refusal-not_in_play = That role is not in play.
refusal-seat_taken = A person already holds this seat.
refusal-retreated = You are away from the table. You can listen, and deliver your own services.
refusal-not_seated = Only those who sit at the table can do that.
refusal-not_reachable = You cannot speak to them this way. A role that is not in the room can only be written to alone.
refusal-already_announced = You have made your one announcement this round.
refusal-unknown_option = The card has no such choice for you. Choose another.
refusal-unaffordable = That costs more { $what } than you have ({ $costs } of { $has }). Choose less.
refusal-out_of_range = That number is out of range.
refusal-not_applicable = That does not apply here.
refusal-unknown_pair = There is no such pair at this table.
refusal-unknown_temperament = There is no bot of that temperament.
refusal-no_clock = No clock is running.
refusal-too_early = The time has not run out.
refusal-too_many_offers = You have too many open offers. Take one back first.
refusal-unknown_offer = That offer is no longer open.
refusal-already_bound = One of the two is already bound by a bargain this round.
refusal-already_ready = You have already said that you are ready.
refusal-not_collapsed = The restart card is only for a partnership that has collapsed with rounds left to play.
refusal-already_restarted = The restart card can be dealt only once a game.
refusal-bad_setup = A game cannot be made of these settings.
refusal-rate_limited = That was too fast. Wait a moment and try again.
refusal-bad_words = Write between 1 and { $max } characters of plain text.

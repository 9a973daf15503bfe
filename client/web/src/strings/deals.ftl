# Offers, bargains, pacts and promises: fetched with the first of them.

## An offer as it arrives
offers-a = { $who } offers { $kind ->
    [bargain] a bargain
    [pact] a pact
   *[open] an open alliance
  }
counters-with = { $who } answers your offer with { $kind ->
    [bargain] another bargain
    [pact] a pact
   *[open] an open alliance
  }
for-role = { $name }, for { $role },
more-wait = { $n ->
    [one] One more waits.
   *[other] { $n } more wait.
  }
answer-it = Answer
answer-whom = the offer of { $who }
offered-to = You offered { $who }: { $terms }. No answer yet.
closed-countered = { $who } answered with another offer
closed-withdrawn = { $who } took it back
closed-expired = It ran out
with-words = { $what }: “{ $words }”
answered-offers = What became of offers

## Its terms in a few words
terms-carry-me = you carry { $n } or more, they { $gives }
terms-carry-them = they carry { $n } or more, you { $gives }
terms-pact = for two rounds you both contribute, and each carries once
terms-open = all of you contribute every round
give-hand_over = hand over { $n } capacity
give-my_turn_next = take the next turn
give-spare = spare { $whom ->
    [me] me
    [them] them
   *[you] you
  } target and inspection

## What it binds to
binds-carry-me = You bring { $n } or more this round.
binds-carry-them = { $who } brings { $n } or more this round.
binds-hand_over-me = You hand over { $n } capacity when the choices open.
binds-hand_over-them = { $who } hands you { $n } capacity when the choices open.
binds-my_turn_next-me = You then owe a turn: 3 or more in one of the next two rounds.
binds-my_turn_next-them = { $who } then owes you a turn: 3 or more in one of the next two rounds.
binds-spare-me = You set no target and inspect nobody next round.
binds-spare-them = { $who } sets no target and inspects nobody next round.
binds-pact-me = You contribute in both rounds, and in one of them you carry: 4 or more.
binds-pact-them = { $who } does the same.
binds-open-me = You contribute every round; it costs you one capacity a round.
binds-open-them = { $who } does the same.
most-of-yours = With what you have today you could bring { $n } at most.
quoted-if-broken = The words are quoted if it is broken.
only-two-see = Only you and { $who } see this.
then-everybody = Once agreed, everybody reads it.

## Answering
your-answer = Your answer
accept = Accept
accept-does-bargain = Who keeps it gains 1 goodwill. Who breaks it: word −1, trust −1, the other’s goodwill −1.
accept-does-pact = Completed, it gives each of you 2 goodwill. Whoever leaves it: word −1, tension +1, trust −1.
accept-does-open = Common ground +1 now. Whoever leaves it: word −1, tension +1, trust −1.
cannot-accept = Not possible as things stand: one of you is bound already, or has not the capacity.
counter = Counter
counter-does = Change the terms and send it back; theirs is gone then.
cannot-counter = There is nothing that you could offer instead.
refuse = Refuse
refuse-does = It is gone. You owe nobody a reason.
refuse-why = Why
refuse-why-hint = May stay empty. Only { $who } reads it.
accept-carry = Carry { $n } for { $who }
accept-carry-hand_over = they hand you { $n } capacity
accept-carry-my_turn_next = they owe you next
accept-carry-spare = they spare you target and inspection
accept-hand_over = Hand { $who } { $n } capacity
accept-my_turn_next = Owe { $who } your next turn
accept-spare = Spare { $who } target and inspection
accept-they-carry = they carry { $n } or more this round
accept-pact = Sign the pact with { $who }
accept-pact-detail = both contribute for two rounds, each carries once
accept-open = Sign the alliance with { $who }
accept-open-detail = contribute every round, one capacity less
counter-first = Change the terms
counter-first-detail = you see them before they are sent
refuse-offer = Refuse the offer
refuse-offer-detail = { $who } is told at once
offer-gone = This offer is no longer open.

## Making one
an-offer = An offer
to-one = To { $who }
deal-with = With whom
deal-kind = What kind
deal-bargain = a bargain
deal-pact = a pact
deal-open = an open alliance
deal-group = Together with
nobody-else = nobody else
words-to-lay = Words the game can check. Tap one to lay it in.
says-bargain = { $name }, { $carrier } carry this one with { $brings }; { $asker } { $gives }.
says-pact = { $name }, for { $rounds } you and I both contribute and each of us carries once, because { $words }.
says-open = { $name }, from now on we { $rounds } contribute, because { $words }.
says-in-words = In my words: { $words }.
or-more = { $n } or more
two-rounds = two rounds
every-round = every round
pronoun-me = I
pronoun-them = you
deal-carrier = Who carries
i-carry = I carry
they-carry = { $who } carries
deal-brings = Brings at least
deal-gives = What is given back
deal-words = In your own words
deal-words-hint = Slanted words are yours, quoted if it is broken.
deal-words-because = What each of you gains by it. Slanted words are yours, quoted if it is broken.
words-to-come = your own words
offer-them = Offer { $who } this { $kind ->
    [bargain] bargain
    [pact] pact
   *[open] alliance
  }
offer-instead = Send { $who } this instead
may-answer = they may accept, change or refuse it
words-first = Say in your words why
words-first-detail = then you can offer { $who } this pact
nothing-to-offer = There is nothing that you could offer now.
offer-kept = We send it the moment you are back.

## All promises
ledger-empty = Nobody has promised anything yet
n-kept = { $n } kept
n-broken = { $n } broken
n-to-keep = { $n } to keep
your-word = { $n ->
    [0] You have broken none.
    [1] You have broken one: your word is at −1.
   *[other] You have broken { $n }: your word is at −{ $n }.
  }
whose-promises = Whose
whose-all = All
whose-mine = Yours
whose-owed = Who owes whom
waiting-offers = Waiting for an answer
still-to-keep = Still to keep
settled = Settled
nobody-owes = Nobody owes anybody a turn.
ended-kept = kept
ended-completed = completed
ended-broken = broken
ended-lapsed = ran out
ended-void = void
ended-open = to keep
rounds-to-go = { $n ->
    [one] One round to go.
   *[other] { $n } rounds to go.
  }
has-carried = { $who } has carried; { $other } has not yet.
nobody-carried-yet = Nobody has carried for it yet.
without-end = Without an end.
told-in-round = Round { $n }: { $what }
it-brought = It brought { $n }.
make-promise = Make a promise

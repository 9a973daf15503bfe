# Forms that a role fills in now and then: fetched with the first of them.

## An offer
deal-kind = What kind
deal-bargain = a bargain
deal-pact = a pact
deal-open = an open alliance
deal-with = With whom
deal-carrier = Who carries
deal-brings = Brings at least
deal-gives = What is given back
gives-hand_over = capacity now
gives-my_turn_next = the next turn
gives-spare = a round without target or inspection
deal-capacity = How much capacity
deal-words = In these words
deal-words-hint = Quoted if it is broken.
deal-goes-to = Only { $who } reads it. Once it is agreed, everybody does.
offer-it = Offer it

## An announcement
announce = One announcement a round
announce-note = Everybody reads it. Apart from a pledge it binds you to nothing.
announce-words = In your words
announce-instrument = Speaking of an instrument
announce-pledge = With a pledge of
announce-it = Announce it

## What is told in numbers
tell-whom = Only to
i-could-bring = I could bring up to
tell-words = Say “{ $words }”
say-rankles = It rankles between us and { $who }: { $n }.
i-ask = I ask
ask-to-bring = To bring

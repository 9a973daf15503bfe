# Forms that a role fills in now and then: fetched with the first of them.

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

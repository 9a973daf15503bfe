# What a deck introduces round by round: each thing once, when it appears.

news = New in round { $round }
new-table = The meeting
new-table-for = Send 1 or 2 capacity. A chair of yours that stays empty costs seniors or users their faith in it.
new-focus = What the meeting is about
new-focus-for = Cases win users, corporate matters keep seniors. In balance it lifts whichever is weaker.
new-bargain = Bargains
new-bargain-for = One carries this card, the other gives something back. A bargain that is broken leaves a splinter.
new-voice = Naming the tension
new-voice-for = It costs 1 goodwill. Said by one or two of you, it calms the table. Said by everybody, it rakes things over.
new-pact = Pacts
new-pact-for = Two promise each other more than one round. Kept, it is a bridge; broken, everybody sees it.
new-align = Aligning your house
new-align-for = On a split card your desks may contradict each other. 1 capacity makes them say the same.
new-invite = Asking back
new-invite-for = Whoever walked out can be asked back, for 1 goodwill.
new-transfer = Handing over
new-transfer-for = Inside a pact you may hand 1 capacity to whoever speaks for users.
new-instrument = Your instruments
new-instrument-for = What you choose now bears on everybody in the next round.
price-word = your word
price-nothing = costs nothing


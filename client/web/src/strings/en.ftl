# The browser's own words. Events, refusals and causes are in game_rules/sentences/en.ftl.

game = Faultlines
loading = One moment.
close = Close
copy = Copy
copied = Copied
yes = yes
no = no
none = none
nobody = nobody
the-centre = the government
you = you
of = of { $n }
n-of-m = { $n } of { $m }
of-ten = { $n } of 10
sending = Sending
opening = Opening the table
opening-text = Your seat is kept. The table is being fetched.

## Front page
front-title = Four organisations, one table, and the ground is cracked
front-lead = A negotiation game for people who have to work together anyway. Two to four players, about an hour.
door-named = { $door }: { $action }
practise-now = Practise now
practise-text = Sit down with three bots. It starts within five seconds, with no account.
practise-start = Start a game
practise-busy = Dealing the first card
seat-and-partners = Seat and partners
join-with-code = Join with a code
join-door-text = Your host has a code or a QR on the screen. No account.
enter-code = Enter the code
game-goes-on = A game of yours goes on.
back-to-table = Back to your table
host-door = Host a table
host-door-text = Choose the length and who sits where, then hand out the code.
set-it-up = Set it up
no-deck = This server has no deck to play.
no-page = There is no such page
no-page-text = The address may be mistyped. Your seat, if you have one, is still kept on this device.
to-front = To the front page
page-broke = This page could not be shown
page-broke-text = Your seat is kept on this device, and every move that was saved is safe. Load the page again.
load-again = Load it again
load-host-again = The host’s keys could not be loaded. Try again

## Join
join-title = Join a table
join-lead = No account, no e-mail: a code and what your table will call you.
join-code = Table code
join-code-example = ABC 234
join-code-hint = Six letters and digits, from the big screen or from your host. Scanning the QR fills this in.
code-too-long = A code has six letters and digits. Look at the screen again.
pick-seat = Which seat?
pick-seat-first = Pick a free seat first
seat-is-free = free
your-name = Your name
your-name-hint = What your table will call you.
name-missing = Say what your table shall call you; a first name will do.
take-a-seat = Take a seat
take-seat = Take the seat “{ $seat }” as { $name }
back-to-seat = Back to your seat
table-full = Every seat at this table is taken. Ask your host to free one.
game-over = The game at this table is over.
error-offline = The server cannot be reached. What you typed is still here; try again in a moment.
error-unknown = That did not work, and nothing is lost. Try again in a moment.
error-unknown_code = No open table has this code. Look at the screen again.
error-table_full = { table-full }
error-too_many_wrong_codes = Too many wrong codes came from here. Try again in { $wait } s.
error-name_empty = That name would show nothing. A first name will do.
error-name_reserved = The game itself uses that name. Take another one.
error-not_saved = That could not be written down and does not count. Try again in a moment.
error-table_frozen = The table stopped on a fault and is being read back. Try again in a moment.
error-seat_taken = Somebody was quicker: that seat is taken. Pick another one.

## Host
host-title = Host a table
host-lead = One table, with people, bots or both. You get a code to hand out.
which-deck = Which story
decks-unreachable = The server cannot be reached. Try again in a moment.
table-title = Name of the table
table-title-hint = Shown to those who join. May stay empty.
length = Length
n-rounds = { $n } rounds
length-note = Six for a first table, seven as a rule, eight for a long one. About eight minutes a round.
preset = Difficulty
preset-gentle = gentle
preset-standard = standard
preset-hard = hard
preset-gentle-does = Every card needs a little less, and everybody starts with more goodwill.
preset-standard-does = As the game was balanced.
preset-hard-does = Every card needs a little more, and everybody starts with less goodwill.
who-sits-where = Who sits where
seat-open = a person
seat-bot = bot: { $temperament }
seat-none = not in play
seat-automaton = plays by itself
timers = Clock
timers-off = no clock
timers-on = with a clock
timers-off-does = A phase ends when everybody is ready.
timers-on-does = Talk has three minutes, committing one and a half. You can pause and add time.
set-table = { $n ->
    [0] Set the table for bots alone
    [one] Set the table for one person
   *[other] Set the table for { $n } people
 }
setting-table = Setting the table
join-at = Join at { $address }
qr-label = QR code of the link to join
host-strip = Host
seats-open = Waiting for { $who }.
people-off = { $who }: device off.
all-on = Everybody is here.
table-went-back = The host has taken the table back to round { $n }.

## The table: heading
phase-gathering = gathering
phase-brief = the card
phase-talk = talk
phase-commit = commit
phase-reveal = what happened
phase-stocktake = stock-take
phase-end = the end
round-of = Round { $round } of { $rounds }, { $phase }.
asks-gathering = The first card is dealt when everybody sits.
asks-brief = Read the card.
asks-talk = Agree what you can, then commit.
asks-commit = Choose in secret.
asks-reveal = See what your choices did.
asks-stocktake = Look at where the table stands.
asks-end = The game is over.
asks-paused = The host has paused the table.
waits-for = The table waits for { $who }.
waiting-for = Waiting for { $who }
everybody-here = everybody
paused = paused
time-up = time is up
minutes-left = { $n } min left
seconds-left = { $n } s left
ready-gathering = I am here
ready-brief = I have read the card
ready-talk = I have said enough
ready-commit = I am ready
ready-reveal = On to the stock-take
ready-stocktake = { $last ->
    [yes] See how it ended
   *[other] On to round { $next }
 }
ready-end = Done
sit-down = Sit down
bot-plays-for-you = A bot plays your seat now. Your host can give it back to you.
you-are-ready = You are ready. The others are not yet.

## The table: the room
tracks = Where the partnership stands
what-these-mean = What these mean
tracks-note = When tension rises above common ground, the ground breaks.
eruptions-so-far = { $n ->
    [one] The ground broke once. The third time is the last.
   *[other] The ground broke { $n } times. The third time is the last.
 }
since-moved = { $track } went from { $from } to { $to }: { $why }.
since-cause = { $cause } ({ $change })
since-rankles = It rankles anew between { $pair }.
on-the-brink = The partnership is on the brink: this round must save it.
at-the-table = At the table
held-by-open = free
held-by-person = a person
held-by-bot = bot
held-by-automaton = plays by itself
name-is-off = { $name } (device off)
is-in = is in
is-ready = ready
is-awaited = still to come
retreated = walked out
promises-broken = { $n ->
    [one] broke a promise
   *[other] broke { $n } promises
 }

## The card
needs = Needs { $n } effort
need-part = { $cause } { $n }
key-line = Needs { $label }: someone { $who } must bring { $n }.
trait-statutory = statutory
trait-speaks-for-users = who speaks for users
trait-seated = at the table
trait-has-instruments = in government
lead-line = { $role } leads.
split-line = Split card: a statutory house that does not align may speak with two voices.
rankles-line = It may rankle between { $pair }.
if-met = If it is met: { $what }.
if-missed = If it is missed: { $what }.
no-key = Anybody’s effort counts.
at-stake = Who gains if it is met, who loses if it is missed, who could carry it
mark-both = gains or loses
mark-gains = gains if met
mark-loses = loses if missed
mark-best = best placed
mark-worst = worst placed
mark-none = nothing at stake
card-more = More

## Options
what-will-you-do = What will you do?
effect-track = { $track } { $change }
effect-self = your { $number } { $change }
effect-others = everybody else’s { $number } { $change }
effect-all = every local’s { $number } { $change }
effect-role = { $role }’s { $number } { $change }
imposes = You decide this alone.
not-now = Not open to you now.
lacks-goodwill = Takes { $cost } goodwill; you have { $have }.
lacks-capacity = Takes { $cost } capacity; you have { $have }.
costs-nothing = costs nothing
costs = costs { $goodwill } goodwill and { $capacity } capacity
you-bring = you bring { $n }
you-bring-not-printed = you bring { $n } instead of the printed { $printed }: { $backing ->
    [thin] your backing is thin
    [strong] your backing is strong
   *[usual] as you stand today
 }
role-brings = { $role } brings { $n }

## Pledges
pledge-board = Pledge board
pledged-of = Pledged { $pledged } of { $total }
gap = { $n } still missing. A pledge is a word: it can be broken.
no-gap = Enough is promised, if everybody keeps their word.
role-pledges = { $role }: I bring { $n }
not-believed = nobody counts on it any more
pledged-short = { $pledged }, { $n } missing
pledged-full = { $pledged }: enough
pledge-this = I bring { $n }
you-said = you said { $n }
take-back = Take it back
another-number = Another number
i-bring = I bring
could-bring = { $n ->
    [0] can bring nothing
   *[other] could bring { $n }
}
asked-for = { $n ->
    [0] asked to save its strength
   *[other] asked to bring { $n }
 }
asked-to-name = asked to name the tension with { $who }
says-it-rankles = says it rankles with { $who }: { $n }
role-says = { $role } says { $n }
ask-for = Ask for { $n }
ask-whom = from { $who }
say-ask = { $n ->
    [0] Save your strength this time.
   *[other] Could you bring { $n }?
 }
tell-can = Say “I could bring up to { $n }” to the table
say-can = I could bring up to { $n } today.
tell-more = More to say

## Bargains and pacts
deals = Bargains and pacts
make-deal = Offer a deal
go-on-with-offer = Go on with your offer
ledger = Promises
ledger-running = { $n } to keep

## Dials
the-rest = The rest of your choice
all-filled-in = All of this is filled in. Change what you like, then commit.
show-everything = Show me everything
one-at-a-time = One thing at a time
at-the-meeting = At the meeting
capacity-word = { $n ->
    [0] none
    [1] one
    [2] two
   *[other] { $n }
 }
place-option = option
place-extras = aligning
place-hand = hand-over
place-meeting = meeting
place-delivery = your services
meeting-sat = Who helps and comes gains 1 goodwill if the card is met.
meeting-without-other = Nobody of yours hears what is said there.
meeting-without-statutory = Nobody goes: senior engagement falls by 1.
meeting-without-users = Nobody goes: credibility falls by 1.
services-poor = { $n ->
    [0] Nothing stays for your own services: your standing falls by 1.
    [one] One stays for your own services: your standing falls by 1.
   *[other] { $n } stay for your own services: your standing falls by 1.
 }
services-fair = { $n ->
    [one] One stays for your own services: nobody complains.
   *[other] { $n } stay for your own services: nobody complains.
 }
services-good = { $n } stay for your own services: your standing rises by 1.
services-idle = { $n ->
    [0] Nothing is left over.
   *[other] { $n } left over, with nothing to do.
 }
meeting-about = What is the meeting about?
out-loud = Out loud
voice-hold = say nothing
voice-name = name a tension
voice-call-out = call somebody out
voice-hold-does = You let it lie this round.
voice-name-does = Costs { $price } goodwill. Calms the table if it is the right pair, few name, and nobody did last round.
voice-call-out-does = Costs { $price } goodwill and heats the table. It bites if they pushed, broke a promise or hid.
between = Between
whom = Whom
naming-sentence = In your words
naming-hint = May stay empty. Everybody reads it at the reveal.
align = Align your house
align-note = Both desks say the same. Unaligned, one time in three your effort halves.
transfer = Hand over one capacity
transfer-note = Only inside a pact, for the role that speaks for users.
invite-role = Invite back
invite-note = Costs 1 goodwill if they come.
instrument = Your instrument for the next round

## Commit
choose-first = Choose an option first
then-commit = Then you can commit to it
commit = Commit { $price }:
change-to = Change to { $price }:
at-no-cost = nothing
commit-what = { $table ->
    [0] { $title }
   *[other] { $title }, { $table } at the meeting
 }
committing = Committing
committed = Committed. You may still change it.
sealed = { $title }, saved and sealed
kept = Kept: “{ $title }”
kept-offline = We send it the moment you are back.
too-dear = “{ $title }” costs too much
over-goodwill = { $n } goodwill too much
over-capacity = { $n } capacity too much
n-goodwill = { $n } goodwill
n-capacity = { $n } capacity

## Talk
talk = Talk
nobody-spoke = Nobody has said anything yet.
nothing-yet = Nothing has happened yet.
to-whom = To whom
everybody = Everybody
goes-to-table = To the table: everybody who sits there reads it.
goes-only-to = Only to { $who }.
choose-whom = Choose to whom you speak.
your-words = Your words
say-something = Say something
say-it = Say it
only-to = only to { $who }
words-erased = (erased)
announces = To everybody
announces-pledge = pledges { $n }

## My numbers
only-you-see = Only you see this
strain-with = How it lies between you and
strain-of = { $n ->
    [0] calm
   *[other] strain { $n }
 }
strain-known = strain { $n }, as you two know
strain-guess = strain about { $n }, seen from outside
capacity-next = { $n ->
    [-1] One capacity less next round.
    [1] One capacity more next round.
   *[other] Next round’s capacity changes by { $n }.
 }
secret-aim = Secret aim
aim-note = Only you see this. Seven points each if it is true at the end.
now-it-is = now { $n }
it-was = it was { $n }
true-now = True now.
not-yet = Not yet.
my-role = My role
you-are = You are
income-line = { $n } capacity, fresh every round.
standing-line = Standing is what { $label } think of you.
purpose-line = Purpose is { $label }.

## Reveal
sheets-open = The choices are open.
who-did-what = Who did what
brought-n = brought { $n }
named-pair = Named the tension between { $pair }.
called-out-role = Called out { $role }.
sat-with = { $n } at the meeting
why = Why: everything that happened
private-line = What you wanted, what you got
private-line-hint = One line for yourself. Nobody else reads it.
keep-line = Keep it
kept-line = Kept: “{ $text }”

## The end
after-round = After round { $n }
survived = The partnership survived
collapsed = The partnership fell apart
ended-early = The game was ended early
points = points
par = Par for your role is { $par }.
your-aim-was = Your secret aim was
was-a-bot = { $role } was a bot that { $temperament }
play-again = Play again
last-round = The last round
keep-journal = Download the journal
keep-journal-does = Everything that happened, line by line, to be played again.

## Gathering
you-are-in = You are in
still-to-come = { $n ->
    [one] Still to come: { $who }.
   *[other] Still to come: { $who }.
 }
all-here = Everybody is here.
n-of-m-here = { $here } of { $all } are here
press-j = Press J to show how to join

## Connection
reconnecting = Reconnecting, your seat is kept.
no-connection = No connection, trying again.
safe-saved = What was saved is safe; what you do now is kept and sent later.
safe-sheet = Your sheet is saved; what you do now is kept and sent later.
safe-sheet-kept = Your sheet is kept on this device and sent the moment you are back.
safe-kept = { $n ->
    [one] One thing is kept on this device and sent the moment you are back.
   *[other] { $n } things are kept on this device and sent the moment you are back.
 }
things-kept = { $n ->
    [one] One thing kept, not sent yet
   *[other] { $n } things kept, not sent yet
 }
saved = Saved
back = You are back.
back-with = { $n ->
    [one] You are back. One thing happened while you were away.
   *[other] You are back. { $n } things happened while you were away.
 }
while-away = { $n ->
    [one] One thing happened while you were away
   *[other] { $n } things happened while you were away
 }
refusal-round_over = What was kept for the last round was not sent: that round is over.
refusal-words_missing = Some words belong with that. Write them, and send it again.
refusal-words_too_long = Those are too many words: { $length } letters of { $longest }. Shorten them.
refusal-words_not_taken = No words go with that.
refusal-busy = The table has too much to do. Send it again in a moment.
refusal-not_saved = That could not be written down and does not count. Send it again in a moment.
refusal-table_frozen = The table stopped on a fault and is being read back. Send it again in a moment.
refusal-bad_message = The server could not read that. Load the page again; what you typed is still here.

## Attention
menu = Table menu
what-can-i-do = What can I do now?
coach-on = Coach me
coach-off = No more from the coach
title-your-turn = (!) Your turn - Faultlines
waits-for-you = The table waits for you.
offer-waits = { $n ->
    [one] { $who } has an offer for you.
   *[other] { $who } have offers for you.
 }
closed-accepted = { $who } agreed
closed-refused = { $who } refused
minutes-are-left = { $n ->
    [one] 1 minute left.
   *[other] { $n } minutes left.
 }
seconds-are-left = { $n } seconds left.

try-now = Try now
allowed-instead = Possible now: { $what }.
no-seat = You have no seat at this table
no-seat-text = Not on this device. With the table’s code you can take one; a host’s or a moved seat’s link works too.
gone-moved = This seat is now on another device
gone-moved-text = Its new link opens it there. This device is signed out.
gone-unknown = This link is not valid any more
gone-unknown-text = The seat may have moved to another device, or the table is gone. Ask your host for a new link.
gone-abuse = The server closed this connection
gone-abuse-text = Too many messages that it could not read came from here. Load the page again.
no-screen = This screen has no table
no-screen-text = Open the projector’s link, with everything after the # sign.

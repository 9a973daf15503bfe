# The end and the replay: fetched with them.
fate-holding = The partnership survived, and it holds
fate-strained = The partnership survived, strained
fate-broken = The partnership survived, but hardly
ends-with = It ends with tension { $over } on ground that bears { $ground }.
who-held = Who held together
who-held-does = Up to 100 each: rounds lived through together 50, bonds 20, common ground above tension 15, the goodwill of whoever has least 15. Open one to see why.
the-partnership = The whole partnership
pact-of = Pact of { $members }
alliance-of = Alliance of { $members }
band-holding = holding
band-strained = strained
band-broken = broken
why-life = Alive at { $lived } of { $scheduled } stock-takes: { $n } of 50.
why-cohesion = Bonds, { $bonds }: { $n } of 20.
bond-is = { $pair } { $bond }
why-headroom = Common ground { $ground } against tension { $over }: { $n } of 15.
why-reserve = Goodwill of whoever has least: { $n } of 15.
not-alive = It was not alive at the end, so only the rounds that it lived through count.
outcome-running = The pact is in force.
outcome-completed = The pact was completed.
outcome-lapsed = The pact ran out.
outcome-broken = The pact was broken by { $who }.
outcome-void = The pact ended with the game.
in-total = Together
clause-kept = kept
clause-missed = not kept
who-carried = Who carried for whom
who-carried-does = Bargains kept and debts paid: the row carried for the column.
nobody-carried = Nobody carried for anybody by agreement.
promises = Promises kept and broken
promises-mine = You kept { $kept } and broke { $broken }.
promises-all = At the whole table { $kept } were kept and { $broken } broken.
promises-of-others = What the others promised
no-promises = Nobody promised anything that came due.
promise-kept = Kept
promise-broken = Broken
in-quotes = “{ $words }”
of-round = Round { $round }
in-round = Round { $round }: { $what }
chart-title = The ground, round by round
chart-way = Tension went from { $over_from } to { $over_to }, common ground from { $ground_from } to { $ground_to }.
chart-marks = The ground { $broke ->
    [0] never broke
    [one] broke once
   *[other] broke { $broke } times
 }, and { $left ->
    [0] nobody left the table.
    [one] one of you left the table.
   *[other] somebody left the table { $left } times.
 }
chart-legend = Dark line: tension. Filled: common ground. When the line rises above the ground, it breaks.
chart-start = start
as-table = As a table
what-happened = What happened
who-they-were = Who the bots were
replay = See it again, moment by moment
keep-game = Keep this game
keep-game-does = One file to open anywhere, without a network: what your seat saw.
game-kept = Kept: look among your downloads.
keep-reading = The story of the game is being fetched.
story-failed = The story of the game could not be fetched.
play-again-does = Same seat, a new deal.
dealing-again = Dealing again
dealing-failed = The server cannot be reached. Try again in a moment.

## Replay
replay-title = Replay
replay-where = Replay. { $where }
back-to-end = Back to the end
moment = Moment of the game
moment-of = { $where } Moment { $n } of { $all }.
earlier = Earlier
later-on = Later
just-now = What happened then
nothing-seen = Something that only others saw.
jump-to-round = Round { $round }

## The file to keep
recap-by = As { $role } saw it
recap-round = Round { $round }: { $title }

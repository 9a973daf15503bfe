# The host's keys: fetched with them, since most devices at a table steer nothing.
invite = Bring people in
take-seat-yourself = Take a seat yourself
link-join = Link to join
link-projector = Link for the projector
link-host = Your own host link
links-note = The host link steers the table. Give it to nobody who plays.
new-link = New link for { $name }
new-link-note = The old device is signed out. Open this link on the new one.
seats = Seats
begin-with-bots = { $n ->
    [one] Begin: a bot takes the empty seat
   *[other] Begin: bots take the { $n } empty seats
 }
begin-detail = Whoever comes later can be given a bot’s seat.
pause = Pause
resume = Go on
add-minute = One minute more
host-skip-talk = End the talk
host-force-commit = Reveal now
host-move-on = Move on
code-and-links = Code and links
hand-to-bot = Let a bot play ({ $temperament })
give-back = Give the seat back to { $name }
another-device = Another device
restart-card = Restart card
restart-text = The table plays on with its next round, on poorer ground: little trust, less in common. Everybody is back at the table with some more goodwill, and at most one eruption still counts. It can be dealt once a game.
restart-deal = Deal the restart card
go-back = Go back
go-back-text = Play on from an earlier round, with the same cards and the same luck. What was played since stays on record.
go-back-from = From the beginning of
go-back-none = No round has begun yet.
go-back-to = Take this table back to round { $n }
go-back-detail = Everybody who is here goes along.
went-back = The table is in round { $n } again.
round-n = Round { $n }
fork-from = Make another table that plays on from round { $n }
fork-open = Open the other table
fork-note = It waits, paused, until people have taken its seats and you let it go on. Whoever takes a seat there reads what that seat has read.
end-game = End the game
end-game-asks = End this game now?
end-game-text = The rounds that are left are not played. You can still go back to an earlier one.
end-game-yes = End it for everybody
end-game-no = Go on playing
is-off = device off
gave-way = The bot of { $who } failed in { $n ->
    [one] round
   *[other] rounds
 } { $rounds }; the default was played for it.
turn-card = On the screen: was it met
turn-between = On the screen next: what broke or was mended
turn-debrief = On the screen next: the question to talk about
turned-all = The screen shows everything
error-not_yours = Only the host can do that, from the host’s own link.
error-not_ended = A host who holds a seat can go back only after the end.
error-no_such_moment = The game cannot be played on from there. Choose another round.
error-nobody_there = Nobody has taken this seat. It can be joined with the table’s code.
error-table_ended = This table has ended.

# The three cards of the first minute: who you are, your secret aim, what you can do.

briefing = Your role in three cards
card-of = Card { $n } of 3: { $title }
skip-briefing = Skip
brief-no-hurry = Three cards first. Nobody hurries you.
next-aim = Next: my secret aim
next-moves = Next: what I can do
to-the-table = To the table
brief-aim-title = Your secret aim
brief-aim-lead = { $n } things you want to be true after round { $rounds }. Nobody learns them before the end.
brief-aim-worth = Each that is true at the end is worth 7 points. You can look again at any time, behind the lock.
brief-who = who you are
brief-purse = Your people’s time
brief-purse-text = { $n } capacity, fresh every round. What you do not spend serves your own users.
brief-statutory = Two desks
brief-statutory-text = Your house is large. On some cards one desk may undo what the other has promised.
brief-users = The ear of those you serve
brief-users-text = You speak for users. When your chair at the meeting stays empty, they stop believing in it.
brief-centre = Not in the room
brief-centre-text = You speak to one of them at a time, and once a round to everybody. What you decide bears on the next round.
brief-standing = Standing
brief-standing-text = What { $label } think of you.
brief-purpose = Purpose
brief-purpose-text = { $label }.
brief-moves-title = What you can do
brief-talk = Talk
brief-talk-text = About anything. Nobody can see what the others could bring today: ask. Promises may be broken.
brief-choose = Choose
brief-choose-text = One answer to the card, in secret, with what it costs:
brief-goodwill-text = Goodwill is bending towards others. With none left you walk out.
brief-capacity-text = Capacity is your people’s time. What you keep serves your own users.
brief-watch = Watch
brief-watch-text = All choices turn over at once, and the ground moves.
brief-last = Last
brief-last-text = { $rounds } rounds together. If the ground breaks, everybody loses, users most.
brief-partners = With whom
brief-partners-text = { $n ->
    [one] One bot: { $mix }. At the end you learn who it was.
   *[other] { $n } bots: { $mix }. Who is who, you learn at the end.
  }
brief-partners-alike = Bots, all alike: { $mix }.
mix-tactical = { $n ->
    [one] one bargains for what the card needs
   *[other] { $n } bargain for what the card needs
  }
mix-bluffer = { $n ->
    [one] one bargains, and always says that it can bring little
   *[other] { $n } bargain, and always say that they can bring little
  }
mix-learner = { $n ->
    [one] one bargains, and believes you as far as your record goes
   *[other] { $n } bargain, and believe you as far as your record goes
  }
mix-idealist = { $n ->
    [one] one gives without asking for anything
   *[other] { $n } give without asking for anything
  }
mix-hardliner = { $n ->
    [one] one takes what it can and keeps no promise
   *[other] { $n } take what they can and keep no promise
  }

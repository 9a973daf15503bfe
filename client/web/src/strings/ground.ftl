ground-calm = Nobody is far apart.
ground-away = { $role } has left the table.
ground-hot = the ground is about to break.
ground-far = { $pair } are far apart; nobody has named it.
ground-far-seen = { $pair } look far apart from outside.
ground-splinter =
    { $n ->
        [one] a broken promise lies between { $pair }.
       *[other] { $n } broken promises lie between { $pair }.
    }
ground-seam = what lay between { $pair } is mended.
ground-pact =
    { $n ->
        [one] { $members } hold a pact for one more round.
       *[other] { $members } hold a pact for { $n } more rounds.
    }
ground-alliance = { $members } hold an open alliance.
ground-gone = has left the table

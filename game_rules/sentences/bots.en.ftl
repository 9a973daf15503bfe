# What the house's bots say, as text beside their commands (`Line` of game_rules/bots/moves.py). Only Python reads it.

bot-refuses-always = We strike no bargains. We bring our share.
bot-brings = We bring { $n }.
bot-speaks = A word from us.
bot-both-gain = Both of us gain.
bot-can = { $n ->
    [0] We can bring nothing today.
   *[other] We could bring { $n } today.
}
bot-asks-centre = What could you bring today?
bot-asks-part = Could you bring { $n }?
bot-plan = This is how we would share it out: { $asks }.
bot-saves-strength = This is not worth what it costs. Let us save our strength.
bot-pact = Each of us carries once in two rounds. We gain each other's help when it is our turn.
bot-pact-yes = Yes: we can carry our turn.
bot-asks-back = We could bring { $n }, but it is mostly for others. What do we get back?
bot-carries = Agreed. We bring at least { $n }.
bot-gives-back = Agreed: it is worth that to us.
bot-cannot-now = We cannot do that as things stand.
bot-broke-too-often = { $role } has broken its word { $n } times.
bot-no-open-ended = We sign nothing without an end.
bot-cannot-carry = We are too tired to carry our turn.
bot-cannot-bring = We cannot bring { $n } today.
bot-owes-already = We still owe a turn from before.
bot-not-worth-it = The card is not worth that to us.
bot-accepts-everything = We accept everything. We ask for nothing.
bot-together = Let us stand together, with nothing asked in return.
bot-brings-and-stands-back = We bring { $n } and stand back.
bot-suits-us = It suits us.
bot-gains-us-nothing = That gains us nothing.
bot-signs-nothing = We sign nothing.
bot-taking-turns = We carry this one, and something comes back to us for it.
bot-keeps-to-its-rota = We keep to our rota.
bot-would-bring = We can bring { $n } on those terms.
bot-turn-instead = Not that. But we would carry next time.
bot-too-dear = Bringing { $n } costs us more than we get back.

# What the house's bots say, as text beside their commands (`Line` of game_rules/bots/moves.py). Only Python reads it.

bot-refuses-always = We strike no bargains. We bring our share.
bot-brings = We bring { $n }.
bot-speaks = A word from us.
bot-both-gain = Both of us gain.

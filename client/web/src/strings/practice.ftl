# What a practice game is to be like: fetched when somebody asks.

wish-seat = Your seat
wish-partners = Your partners
partners-easy = easy
partners-easy-are = All bargain for what the card needs, and every card needs a little less.
partners-tactical = tactical
partners-tactical-are = All bargain for what the card needs.
partners-mixed = mixed
partners-mixed-are = One bargains, one gives without asking, one always says that it can bring little. You do not know which.

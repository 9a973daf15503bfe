# The coach of a first game: what just happened and why, one thing to try, and what is new.

coach = Your coach
coach-try = You might try

## What happened, and why
coach-brink = { $reason ->
    [bite] Senior people have stopped coming: meetings went without you, or spoke of cases alone.
    [cred] Users have stopped believing in it: nobody listened to them, or too little reached them.
   *[retreat] Too few of you are left at the table. One more round like this is the last.
  }
coach-erupted = Tension rose above common ground, and the ground broke. It cost everybody at the table 4 goodwill.
coach-i-left = You had no goodwill left, so you have left the table. It comes back a little every round.
coach-left = { $role } had no goodwill left, and walked out. Giving without getting anything back does that.
coach-broke-pledge = { $role } brought less than it had pledged. A pledge is only a word.
coach-i-broke-pledge = You brought less than you had pledged. The others remember it.
coach-broke = { $role } broke its word to { $to }. Trust falls when that happens, and the crack keeps the splinter.
coach-i-broke = You broke your word to { $to }. Trust falls when that happens, and the crack keeps the splinter.
coach-key = It was not a matter of how much: nobody brought { $key }, and the card cannot be met without it.
coach-could-have = { $role } said it could bring { $could }. It brought { $gave }, and the card was { $short } short.
coach-nobody-asked = Nobody asked who could bring more today, and it was { $short } short.
coach-brought-nothing = { $role } brought nothing, and it was { $short } short. It saw nothing in it for itself.
coach-all-short = Everybody brought a share, and shares alone fell { $short } short. Somebody has to carry.
coach-imposed = { $role } decided alone. It is quick, and the others pay for it in trust and goodwill.
coach-i-imposed = You decided alone. It is quick, and the others pay for it in trust and goodwill.
coach-raked = { $reason ->
    [calm] There was little to name yet, so naming it only raked things over.
    [crowded] Too many named it at once: said by everybody, it only rakes things over.
    [again] It was named two rounds running: a wound that is touched every day does not close.
   *[wrong_pair] The wrong wound was named. Ask first where it rankles.
  }
coach-papered = Everybody felt the tension and nobody said so. Papering it over costs trust.
coach-contained = What lies between { $pairs } was said aloud by few, and it held: the crack is mended with gold.
coach-kept-too-little = You kept less than 2 capacity for your own services, and your own people noticed.
coach-i-carried = You brought most. Your own people see it; the goodwill it cost comes back only if others take a turn.
coach-met = Enough of you brought enough, and nobody had to carry alone.
coach-met-by = { $role } brought most, so that the rest of you could keep something back. It will remember that.
coach-quiet = Nothing broke and nothing was mended. Quiet rounds are when promises are cheap.

## The number it points at
coach-track-moved = { $direction ->
    [up] { $track } rose from { $before } to { $now }.
    [down] { $track } fell from { $before } to { $now }.
   *[same] { $track } is at { $now }.
  }
coach-ground-bears = The ground bears { $n }.
coach-strain = { $n ->
    [0] Between { $pair } it is calm.
   *[other] Between { $pair } the strain is { $n } of 10.
  }
coach-number = Your { $number } is { $now }.

## One thing to try
coach-try-brink-bite = send somebody to the meeting, and let it speak of corporate matters.
coach-try-brink-cred = let the meeting speak of cases, and keep capacity for your own services.
coach-try-brink-retreat = invite back whoever left, while you have the goodwill.
coach-try-name = name the most strained pair before it breaks. One or two voices are enough.
coach-try-come-back = save your strength, and ask one of them to invite you back.
coach-try-invite = ask it back. It costs 1 goodwill if it comes.
coach-try-pledge-less = pledge what you can bring for certain, even if it is less.
coach-try-believe = look at who keeps their word before you count on them.
coach-try-keep-small = promise less, and keep it.
coach-try-ask-key = ask in the talk who can bring what the card needs, before anybody commits.
coach-try-bargain = offer a bargain: it carries today, and you take the next turn.
coach-try-bargain-for-carrying = say you will carry only if somebody takes the next turn.
coach-try-ask = ask one of them for a number in the talk.
coach-try-carry = look at what you bring on a strong day, and offer to carry for something in return.
coach-try-raked-calm = wait until tension is 3 or more.
coach-try-raked-crowded = agree in the talk who says it.
coach-try-raked-again = let a round pass before you name again.
coach-try-raked-wrong_pair = look at the strains, or ask each of them where it rankles.
coach-try-rest = let it rest next round: naming twice running rakes it over.
coach-try-keep-two = keep 2 capacity back, or 4 if you want your people pleased.
coach-try-their-turn = take a turn yourself before it runs out of goodwill.

## How far the teaching is
learned = What you have learned
learn-choosing = choosing
learn-table = the meeting
learn-focus = its subject
learn-bargain = bargains
learn-voice = naming
learn-pact = pacts
learn-align = aligning
learn-invite = asking back
learn-transfer = handing over
learn-instrument = instruments
is-learned = learned

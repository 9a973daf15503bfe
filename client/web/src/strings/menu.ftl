# What is opened now and then: the table's menu, and what was missed.

sound = Sound
sound-off = off
sound-on = on
sound-note = A tone when it is your turn, when an offer comes and when the choices open. The screen shows each of them too.
look = Colours
look-system = as this device has them
look-light = light
look-dark = dark
look-contrast = high contrast
gone-for = { $n ->
    [one] You were gone for one minute.
   *[other] You were gone for { $n } minutes.
 }
gone-briefly = You were gone for less than a minute.
nothing-lost = Nothing of yours was lost.
words-were-said = { $n ->
    [one] One thing was said. It stands in the talk.
   *[other] { $n } things were said. They stand in the talk.
 }

"""The two pictures of docs/rules.md, drawn from the worked round: a sheet, and what happened.

They stand on paper of their own and follow the reader's system, light or dark; signs tell roles apart by form, colour
and letter.
"""

from collections.abc import Iterator
from html import escape
from typing import Final

from game_rules import Role
from game_rules import events as e
from game_rules.view_types import OptionView
from server.sentences import tell
from tests.docs.rules_example import Example

WIDTH: Final = 720
LEFT: Final = 64
RIGHT: Final = 692
STYLE: Final = """
:root{--paper:#F6F1E7;--card:#FFFCF5;--ink:#221E19;--soft:#544C42;--line:#D5CBB8;--edge:#857A69;--gold:#C8922A;
--gw:#D98E5F;--gwl:#9A5226;--cp:#6B7480;--cpl:#3F464F;--r0:#0B7878;--r1:#1F4A88;--r2:#C96B1F;--r3:#481A40;
--t1:#DAE1E6;--t2:#F4E7D4;--on:#FFFCF5;--on3:#FFFCF5;--act:#221E19;--onact:#FFFCF5}
@media (prefers-color-scheme:dark){:root{--paper:#15181B;--card:#20252A;--ink:#F1EDE4;--soft:#C2C0B9;--line:#363D44;
--edge:#7E8892;--gold:#D9A63C;--gw:#D98E5F;--gwl:#F0B48E;--cp:#8A95A2;--cpl:#C2CAD3;--r0:#90EAE2;--r1:#4496EA;
--r2:#F2A556;--r3:#A9568D;--t1:#334350;--t2:#4C4134;--on:#101418;--on3:#FFFFFF;--act:#F1EDE4;--onact:#15181B}}
text{font-family:Commissioner,"Segoe UI","Helvetica Neue",Arial,sans-serif;font-size:15px;fill:var(--ink)}
.h{font-family:Piazzolla,Georgia,"Times New Roman",serif;font-size:25px;font-weight:600}
.n{font-family:Piazzolla,Georgia,"Times New Roman",serif;font-size:19px;font-weight:600}
.b{font-weight:600}.s{fill:var(--soft);font-size:14px}.m{text-anchor:middle}.e{text-anchor:end}
.ring{fill:none;stroke:var(--ink);stroke-width:2}.gap{fill:none;stroke:var(--edge);stroke-dasharray:3 3}
.line{stroke:var(--line)}"""


def text(x: float, y: float, words: str, kind: str = "") -> str:
    """Words at a place; `kind` names classes: h title, b bold, s small, m middle, e end."""
    shown = f' class="{kind}"' if kind else ""
    return f'<text x="{x:g}" y="{y:g}"{shown}>{escape(words, quote=False)}</text>'


def sign(x: float, y: float, letter: str, hue: int, size: float = 11) -> str:
    """A role's sign round a centre: circle, square, triangle or diamond with its letter."""
    s = size
    form = (
        f'<circle cx="{x:g}" cy="{y:g}" r="{s:g}" ',
        f'<rect x="{x - s:g}" y="{y - s:g}" width="{2 * s:g}" height="{2 * s:g}" ',
        f'<path d="M{x:g} {y - s * 1.3:g}L{x + s * 1.3:g} {y + s:g}H{x - s * 1.3:g}Z" ',
        f'<path d="M{x:g} {y - s * 1.35:g}L{x + s * 1.35:g} {y:g}L{x:g} {y + s * 1.35:g}L{x - s * 1.35:g} {y:g}Z" ',
    )[hue % 4]
    return (
        f'{form}fill="var(--r{hue % 4})"/><text x="{x:g}" y="{y + 4.5:g}" class="m b" '
        f'style="fill:var(--on{"3" if hue % 4 == 3 else ""});font-size:13px">{escape(letter)}</text>'
    )


def goodwill(x: float, y: float, n: int) -> str:
    """Round tokens beginning at x, centred on y."""
    return "".join(
        f'<circle cx="{x + 8 + 19 * k:g}" cy="{y:g}" r="7.5" fill="var(--gw)" stroke="var(--gwl)"/>' for k in range(n)
    )


def capacity(x: float, y: float, n: int) -> str:
    """Square blocks beginning at x, centred on y."""
    return "".join(
        f'<rect x="{x + 19 * k:g}" y="{y - 7.5:g}" width="15" height="15" rx="2" fill="var(--cp)" stroke="var(--cpl)"/>'
        for k in range(n)
    )


def marker(y: float, n: int) -> str:
    """The number in the margin that the page explains."""
    return f'<circle cx="30" cy="{y:g}" r="13" class="ring"/>' + text(30, y + 5, str(n), "m b")


def page(title: str, description: str, height: int, parts: list[str]) -> str:
    """A whole picture on its own paper."""
    body = "\n".join(parts)
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {WIDTH} {height}" width="{WIDTH}" height="{height}" '
        f'role="img" aria-labelledby="t d"><title id="t">{escape(title)}</title>'
        f'<desc id="d">{escape(description)}</desc>\n'
        f"<style>{STYLE}</style>\n"
        f'<rect width="{WIDTH}" height="{height}" rx="14" fill="var(--paper)"/>\n{body}\n</svg>\n'
    )


def wrapped(words: str, most: int) -> list[str]:
    """The words in lines of at most `most` letters."""
    lines = [""]
    for word in words.split():
        if len(lines[-1]) + len(word) >= most and lines[-1]:
            lines.append("")
        lines[-1] = f"{lines[-1]} {word}".strip()
    return lines


def sheet(played: Example) -> str:
    """The reader's sheet, filled in: its tokens, its choices with price and yield, every dial that applies."""
    me, seen = played.seen.me, played.seen
    assert me and seen.card and seen.need
    role = _role(played, me.role)
    parts = [marker(42, 1), *_tokens(played, role), text(LEFT, 116, seen.card.title, "h")]
    key = seen.card.key
    asks = f"Needs {seen.need.total}" + (f"; somebody must bring {key.n}: {key.label}" if key else "")
    parts.append(text(RIGHT, 116, asks, "s e"))
    y = 134
    parts.append(marker(y + 22, 2))
    for option in seen.options:
        parts += _choice(option, y, option.id == played.sheet.option)
        y += 58
    for n, (label, choices, chosen) in enumerate(_dials(played), 3):
        parts += [marker(y + 22, n), text(LEFT, y + 27, label, "b"), *_ringed(choices, chosen, y + 22)]
        y += 48
    parts += [marker(y + 32, 7), *_button(played, y + 8)]
    about = f"{role.label} fills in its sheet for the card {seen.card.title}."
    return page("A sheet", about, y + 76, parts)


def _role(played: Example, id: str) -> Role:
    return next(role for role in played.deck.roles if role.id == id)


def _hue(played: Example, id: str) -> int:
    return [role.id for role in played.deck.roles].index(id)


def _tokens(played: Example, role: Role) -> Iterator[str]:
    me = played.seen.me
    assert me
    yield sign(LEFT + 12, 42, role.letter, _hue(played, role.id))
    yield text(LEFT + 36, 47, role.label, "b")
    yield goodwill(220, 36, me.goodwill) + text(222, 64, f"{me.goodwill} goodwill", "s")
    yield capacity(390, 36, me.capacity) + text(390, 64, f"{me.capacity} capacity", "s")
    yield text(RIGHT, 47, f"{me.backing} backing today", "b e")


def _choice(option: OptionView, y: float, chosen: bool) -> Iterator[str]:
    yield f'<rect x="{LEFT}" y="{y}" width="{RIGHT - LEFT}" height="50" rx="6" fill="var(--card)"/>'
    if chosen:
        yield f'<rect x="{LEFT}" y="{y}" width="{RIGHT - LEFT}" height="50" rx="6" class="ring"/>'
    lines = wrapped(option.text, 43)
    for n, line in enumerate(lines):
        yield text(LEFT + 14, y + 30 - 9 * (len(lines) - 1) + 18 * n, line, "b" if chosen else "")
    yield goodwill(452, y + 25, option.goodwill)
    yield capacity(508, y + 25, option.capacity)
    yield text(RIGHT - 14, y + 30, f"brings {option.brings}" if option.brings else "brings nothing", "e")


def _dials(played: Example) -> Iterator[tuple[str, tuple[str, ...], int]]:
    laid, voice = played.sheet, played.sheet.voice
    names = {role.id: role.name for role in played.deck.roles}
    pair = " and ".join(names[each] for each in (voice.pair or "").split("+") if each in names)
    yield "At the meeting", ("none", "one", "two"), laid.table
    yield "What it is about", ("cases", "balanced", "corporate"), ("cases", "balanced", "corporate").index(laid.focus)
    yield "Out loud", ("hold", f"name {pair}", "call out"), ("hold", "name", "call_out").index(voice.kind)
    yield "Align your house", ("no", "yes"), int(laid.align)


def _ringed(choices: tuple[str, ...], chosen: int, y: float) -> Iterator[str]:
    x = LEFT + 160.0
    for n, words in enumerate(choices):
        width = 8.2 * len(words) + 26
        if n == chosen:
            yield f'<rect x="{x:g}" y="{y - 17:g}" width="{width:g}" height="34" rx="9" class="ring"/>'
        yield text(x + width / 2, y + 5, words, "m b" if n == chosen else "m")
        x += width + 10


def _button(played: Example, y: float) -> Iterator[str]:
    option = next(o for o in played.seen.options if o.id == played.sheet.option)
    spent = option.goodwill + (played.sheet.voice.kind != "hold")
    used = option.capacity + played.sheet.table + played.sheet.align
    yield f'<rect x="{LEFT}" y="{y}" width="{RIGHT - LEFT}" height="48" rx="10" fill="var(--act)"/>'
    yield (
        f'<text x="{(LEFT + RIGHT) / 2:g}" y="{y + 30:g}" class="m b" style="fill:var(--onact)">'
        f"Commit {spent} goodwill and {used} capacity</text>"
    )


def reveal(played: Example) -> str:
    """What happened: who brought what of the need, and each thing that moved, with its cause."""
    seen = played.seen
    assert seen.card
    parts = [
        text(32, 46, seen.card.title, "h"), text(RIGHT, 46, f"Round {seen.round}: what happened", "s e"),
        *_boxes(played), *_bringers(played), *_seam(played),
    ]
    y = 230
    for sentence, change in _moved(played):
        parts += [text(32, y, sentence), text(RIGHT, y, change, "n e")]
        parts.append(f'<path d="M32 {y + 11}H{RIGHT}" class="line"/>')
        y += 34
    return page("What happened", f"{seen.card.title}: {_sentence(played, played.met)}", y - 6, parts)


def _boxes(played: Example) -> Iterator[str]:
    met = played.met
    signs = [role for role, n in played.brought.items() for _ in range(n)]
    size = min(46.0, 480 / max(met.need, met.brought))
    for n in range(max(met.need, met.brought)):
        x = 32 + n * size
        place = f'x="{x:g}" y="66" width="{size - 5:g}" height="{size - 5:g}" rx="5"'
        yield f'<rect {place} class="gap"/>' if n >= len(signs) else f'<rect {place} fill="var(--card)"/>'
        if n < len(signs):
            role = _role(played, signs[n])
            yield sign(x + size / 2 - 2.5, 66 + size / 2 - 2.5, role.letter, _hue(played, role.id))
    yield text(RIGHT, 90, f"{met.brought} of {met.need}", "h e")
    yield text(RIGHT, 112, "needed", "s e")


def _bringers(played: Example) -> Iterator[str]:
    words = [f"{_role(played, role).name} {n}" for role, n in played.brought.items()]
    yield text(32, 134, "Brought by " + ", ".join(words) + ".", "s")


def _seam(played: Example) -> Iterator[str]:
    """The pair that was named: two plates, and gold in the crack between them."""
    named = next(each for each in played.told if isinstance(each, e.Named))
    one, two = (_role(played, each) for each in named.pair.split("+"))
    crack = "l6 9l-9 8l5 9l-7 10l8 9"
    yield f'<path d="M32 150H118{crack}H32Z" fill="var(--t1)" stroke="var(--edge)"/>'
    yield f'<path d="M124 150H210V195H127M124 150{crack}" fill="var(--t2)" stroke="var(--edge)"/>'
    yield f'<path d="M121 150{crack}" fill="none" stroke="var(--gold)" stroke-width="6" stroke-linejoin="round"/>'
    yield sign(70, 172, one.letter, _hue(played, one.id), 10)
    yield sign(172, 172, two.letter, _hue(played, two.id), 10)
    for n, line in enumerate(wrapped(_sentence(played, named), 52)):
        yield text(232, 169 + 20 * n, line, "b")


def _sentence(played: Example, event: object) -> str:
    return ". ".join(part[:1].upper() + part[1:] for part in tell(played.deck, event).split(". "))  # type: ignore[arg-type]


def _moved(played: Example) -> Iterator[tuple[str, str]]:
    """Each public move with the value before and after, and what became of promises."""
    now, bonds = dict(played.laid.tracks), dict(played.laid.bonds)
    for event in played.told:
        if isinstance(event, e.TrackMoved):
            now[event.track] += event.delta
            yield _sentence(played, event), f"{now[event.track] - event.delta} → {now[event.track]}"
        elif isinstance(event, e.BondMoved):
            bonds[event.pair] += event.delta
            yield _sentence(played, event), f"{bonds[event.pair] - event.delta} → {bonds[event.pair]}"
        elif isinstance(event, e.CardMet | e.PromiseEnded | e.DebtOwed):
            yield _sentence(played, event), ""

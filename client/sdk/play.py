"""Let a policy play a seat: a bot of one's own is a function of the view."""

from collections.abc import Callable

from client.sdk.player import Player, Refused
from game_rules import Command, View

Policy = Callable[[View], tuple[Command, str | None] | None]
"""What to do now and the words beside it, or None: wait until the table changes."""


async def play(player: Player, policy: Policy) -> View:
    """Ask `policy` after every change of the table, send what it says; the view at the end of the game.

    A refusal is raised unless the table changed under the policy's hands: then it is asked again.
    """
    while player.view.end is None:
        seen = player.seq
        move = policy(player.view)
        if move is None:
            await player.reach(seen + 1)
            continue
        try:
            await player.reach(await player.send(*move))
        except Refused:
            if player.seq == seen:
                raise
    return player.view

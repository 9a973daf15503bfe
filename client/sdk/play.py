"""Let a policy play a seat: a bot of one's own is a function of the view."""

from collections.abc import Callable

from client.sdk.player import Player, Refused
from game_rules import Command, View

Policy = Callable[[View], tuple[Command, str | None] | None]
"""What to do now and the words beside it, or None: nothing until the table changes."""


async def play(player: Player, policy: Policy) -> View:
    """Ask `policy` after every change of the table and send what it says; the view when all is over.

    It is over when the game has ended and the policy has nothing more to do. A refusal is raised unless the
    table changed under the policy's hands: then it is asked again.
    """
    while True:
        game, seen, move = player.game, player.seq, policy(player.view)
        if move is None:
            if player.view.end is not None:
                return player.view
            await player.reach(seen + 1)
            continue
        try:
            written = await player.send(*move)
            if player.game == game:  # the host may have taken the table back meanwhile
                await player.reach(written)
        except Refused:
            if player.seq == seen:
                raise

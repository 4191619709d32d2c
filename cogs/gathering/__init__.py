"""Discord's own events, and the rooms that people talk in."""

from __future__ import annotations

from functools import partial

from actions import discussions, events
from cogs.gathering.cog import Gathering
from cogs.gathering.comparing import compare
from cogs.gathering.mirroring import mirror
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import Handler


async def setup(bot: CircleBot) -> None:
    bot.handles(discussions.EVENT, Handler(partial(mirror, bot)))
    bot.handles(events.COMPARE, Handler(partial(compare, bot)))
    await bot.add_cog(Gathering(bot))

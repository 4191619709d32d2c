"""Discord's own events, and the rooms that people talk in."""

from __future__ import annotations

from functools import partial

from actions import discussions, events
from cogs.gathering import controls, opening
from cogs.gathering.cog import Gathering
from cogs.gathering.comparing import compare
from cogs.gathering.mirroring import mirror
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import Handler


async def setup(bot: CircleBot) -> None:
    bot.handles(discussions.EVENT, Handler(partial(mirror, bot)))
    bot.handles(events.COMPARE, Handler(partial(compare, bot)))
    bot.handles(discussions.OPEN, Handler(partial(opening.open_room, bot)))
    bot.handles(discussions.START, Handler(partial(opening.start, bot)))
    bot.handles(discussions.CLOSE, Handler(partial(opening.close, bot)))
    bot.add_controls(*controls.CONTROLS)
    bot.more_of_date += [controls.open_now, controls.end_now]
    await bot.add_cog(Gathering(bot))

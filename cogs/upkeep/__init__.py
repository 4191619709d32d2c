"""Upkeep: Discord is brought into line with the database."""

from __future__ import annotations

from functools import partial

from actions import notices, upkeep
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import Handler
from cogs.upkeep.cog import Upkeep
from cogs.upkeep.lasting import guide, index
from cogs.upkeep.members import follow
from cogs.upkeep.telling import mark_mended, post_notice
from cogs.upkeep.views import CONTROLS
from domain.blueprint import GUIDE, INDEX
from domain.notices import JOB


async def setup(bot: CircleBot) -> None:
    bot.add_controls(*CONTROLS)
    bot.handles(JOB, Handler(partial(post_notice, bot), notices.posted))
    bot.handles(notices.WITHDRAWN, Handler(partial(mark_mended, bot)))
    bot.handles(upkeep.ROLES, Handler(partial(follow, bot)))
    bot.panels |= {GUIDE: partial(guide, bot), INDEX: index}
    await bot.add_cog(Upkeep(bot))

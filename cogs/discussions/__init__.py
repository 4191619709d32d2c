"""Discussions: planned, changed, called off."""

from __future__ import annotations

from functools import partial

from actions import dates_told
from cogs.discussions import telling
from cogs.discussions.clock_changes import ClockChanges, clocks_changed
from cogs.discussions.panel import panel
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import Handler
from domain.blueprint import DISCUSSIONS
from domain.notices import CLOCKS_CHANGED


async def setup(bot: CircleBot) -> None:
    bot.panels[DISCUSSIONS] = partial(panel, bot)
    bot.handles(dates_told.TOLD, Handler(partial(telling.tell, bot)))
    bot.notice_cards[CLOCKS_CHANGED] = clocks_changed
    await bot.add_cog(ClockChanges(bot))

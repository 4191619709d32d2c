"""The talk itself: prompts, turns, hands and pauses."""

from __future__ import annotations

from actions import conducting, talks
from cogs.conducting import buttons, cards
from cogs.conducting.cog import Conducting
from cogs.conducting.keeping import Keeper
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import Handler
from domain.notices import PAUSE


async def setup(bot: CircleBot) -> None:
    keeper = Keeper(bot)
    bot.handles(talks.PANEL, Handler(keeper.keep_panel, conducting.posted))
    bot.handles(talks.TURN, Handler(keeper.keep_turn))
    bot.handles(talks.STATUS, Handler(keeper.keep_status))
    bot.add_controls(*buttons.CONTROLS)
    bot.notice_cards[PAUSE] = cards.pause_notice
    await bot.add_cog(Conducting(bot))

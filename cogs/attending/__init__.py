"""Who comes: the card of a date, places, and the waiting line."""

from __future__ import annotations

from functools import partial

from actions import date_cards
from actions.discussions import CARD
from cogs.attending import answering
from cogs.attending.cog import Attending
from cogs.attending.showing import show_card
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import Handler


async def setup(bot: CircleBot) -> None:
    bot.add_controls(*answering.CONTROLS)
    bot.handles(CARD, Handler(partial(show_card, bot), date_cards.posted))
    await bot.add_cog(Attending(bot))

"""Who comes: the card of a date, places, and the waiting line."""

from __future__ import annotations

from functools import partial

from actions import date_cards, offers
from actions import interest as interests
from actions.discussions import CARD, OFFER_OVER
from cogs.attending import answering, interest, offering
from cogs.attending.cog import Attending
from cogs.attending.showing import show_card
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import Handler


async def setup(bot: CircleBot) -> None:
    bot.add_controls(*answering.CONTROLS, *offering.CONTROLS)
    bot.handles(CARD, Handler(partial(show_card, bot), date_cards.posted))
    bot.handles(offers.OFFER, Handler(partial(offering.tell, bot), offers.told))
    bot.handles(offers.OFFER_END, Handler(partial(offering.end, bot)))
    bot.handles(OFFER_OVER, Handler(partial(offers.over, bot.deps)))
    bot.handles(interests.INTEREST, Handler(partial(interest.compare, bot)))
    await bot.add_cog(Attending(bot))

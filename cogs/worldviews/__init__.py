"""Worldviews: explained in a form, seen before they are posted, and taken back at any time."""

from __future__ import annotations

from functools import partial

from actions import reveals, worldviews
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import Handler
from cogs.worldviews import drafting, more, preview, revealing, sending, withdrawing
from cogs.worldviews.cog import Worldviews
from cogs.worldviews.drafting import ExplainButton
from cogs.worldviews.posting import bring_up_to_date, open_up, post, take_off


async def setup(bot: CircleBot) -> None:
    for room in (drafting, preview, sending, more, withdrawing, revealing):
        bot.add_controls(*room.CONTROLS)
    bot.add_forms(*drafting.FORMS, *revealing.FORMS)
    bot.guide_buttons.append(ExplainButton)
    bot.more.extend([withdrawing.edit, withdrawing.withdraw, revealing.offered])
    bot.handles(worldviews.POST, Handler(partial(post, bot), worldviews.posted))
    bot.handles(worldviews.CARD, Handler(partial(bring_up_to_date, bot)))
    bot.handles(worldviews.OPEN, Handler(partial(open_up, bot)))
    bot.handles(worldviews.WITHDRAWN, Handler(partial(take_off, bot)))
    bot.handles(reveals.REVEAL, Handler(partial(revealing.tell, bot), reveals.posted))
    await bot.add_cog(Worldviews(bot))

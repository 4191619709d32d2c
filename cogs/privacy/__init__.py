"""My data: every person sees, takes away and erases what is kept about them."""

from __future__ import annotations

from functools import partial

from actions import privacy
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import Handler
from cogs.privacy import views
from cogs.privacy.erasing import erase


async def setup(bot: CircleBot) -> None:
    bot.add_controls(*views.CONTROLS)
    bot.handles(privacy.ERASURE, Handler(partial(erase, bot)))

"""Sign-up: the way into the circles, and everybody's own place in them."""

from __future__ import annotations

from functools import partial

from actions import signup
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import Handler
from cogs.signup import home, joining, leaving, place, settings, time_zone
from cogs.signup.cog import Signup
from cogs.signup.greeting import greet
from domain.errors import AlreadyTakingPart, NotTakingPart


async def setup(bot: CircleBot) -> None:
    for room in (home, joining, place, settings, time_zone, leaving):
        bot.add_controls(*room.CONTROLS)
        bot.add_forms(*room.FORMS)
    bot.panels["home"] = home.panel
    bot.way_back = home.way_back
    bot.ways_on |= {AlreadyTakingPart: place.PlaceButton, NotTakingPart: joining.JoinButton}
    bot.handles(signup.GREETING, Handler(partial(greet, bot), signup.greeted))
    await bot.add_cog(Signup(bot))

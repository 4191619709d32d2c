"""Sign-up: the way into the circles, and everybody's own place in them."""

from __future__ import annotations

from cogs.kit.bot import CircleBot
from cogs.signup import home, joining, leaving, place, settings, time_zone
from cogs.signup.cog import Signup
from domain.errors import AlreadyTakingPart, NotTakingPart


async def setup(bot: CircleBot) -> None:
    for room in (home, joining, place, settings, time_zone, leaving):
        bot.add_controls(*room.CONTROLS)
        bot.add_forms(*room.FORMS)
    bot.panels["home"] = home.panel
    bot.way_back = home.way_back
    bot.ways_on |= {AlreadyTakingPart: place.PlaceButton, NotTakingPart: joining.JoinButton}
    await bot.add_cog(Signup(bot))

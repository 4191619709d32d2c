"""Who was there."""

from __future__ import annotations

from cogs.kit.bot import CircleBot
from cogs.presence import who_came
from cogs.presence.cog import Presence


async def setup(bot: CircleBot) -> None:
    bot.add_controls(*who_came.CONTROLS)
    bot.add_forms(*who_came.FORMS)
    bot.more_of_date.append(who_came.offered)
    await bot.add_cog(Presence(bot))

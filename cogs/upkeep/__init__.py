"""Upkeep: Discord is brought into line with the database."""

from __future__ import annotations

from cogs.kit.bot import CircleBot
from cogs.upkeep.cog import Upkeep
from cogs.upkeep.views import CONTROLS


async def setup(bot: CircleBot) -> None:
    bot.add_controls(*CONTROLS)
    await bot.add_cog(Upkeep(bot))

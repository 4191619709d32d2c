"""Who was there."""

from __future__ import annotations

from cogs.kit.bot import CircleBot
from cogs.presence.cog import Presence


async def setup(bot: CircleBot) -> None:
    await bot.add_cog(Presence(bot))

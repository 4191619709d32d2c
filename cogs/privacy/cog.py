"""What privacy listens to: the moment when interrupted erasures can go on."""

from __future__ import annotations

from discord.ext import commands

from cogs.kit.bot import CircleBot
from cogs.privacy.erasing import finish_all


class PrivacyCog(commands.Cog):
    """Finishes what a restart left half done."""

    def __init__(self, bot: CircleBot) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_aligned(self, community_id: int) -> None:
        """The server is as it should be, so that nothing stands in the way any more."""
        await finish_all(self.bot, community_id)

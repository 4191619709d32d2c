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
    async def on_ready(self) -> None:
        await finish_all(self.bot)

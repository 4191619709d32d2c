"""What tending listens to: threads that change or go, and servers that were looked after."""

from __future__ import annotations

import discord
from discord.ext import commands

from actions import digests, tending
from cogs.kit.bot import CircleBot


class Tending(commands.Cog):
    """An event is no more than a reason to look: what it says may be out of date."""

    def __init__(self, bot: CircleBot) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_raw_thread_update(self, event: discord.RawThreadUpdateEvent) -> None:
        await tending.look_now(self.bot.deps, event.guild_id, event.thread_id)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        await tending.look_now(self.bot.deps, event.guild_id, event.thread_id)

    @commands.Cog.listener()
    async def on_aligned(self, community_id: int) -> None:
        """After every start, lost session and outage, and when the forum was made again."""
        await tending.doubt(self.bot.deps, community_id)
        await digests.expect(self.bot.deps, community_id)

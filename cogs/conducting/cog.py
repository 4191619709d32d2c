"""What the conductor listens to: people who come and go, and dates that open, begin and end."""

from __future__ import annotations

import asyncio

import discord
from discord.ext import commands

from actions import conducting
from cogs.kit.bot import CircleBot
from domain.discussions import Occurrence

TOGETHER = 0.05
"""Seconds in which people who come or go are looked at together."""


class Conducting(commands.Cog):
    """An event is no more than a reason to look: what it says may be out of date."""

    def __init__(self, bot: CircleBot) -> None:
        self.bot = bot
        self._heard: set[int] = set()

    @commands.Cog.listener()
    async def on_date_opened(self, date: Occurrence) -> None:
        await conducting.wish(self.bot.deps, date)

    @commands.Cog.listener()
    async def on_date_started(self, date: Occurrence) -> None:
        await conducting.wish(self.bot.deps, date)

    @commands.Cog.listener()
    async def on_date_ended(self, date: Occurrence) -> None:
        await conducting.wish(self.bot.deps, date)

    @commands.Cog.listener()
    async def on_voice_state_update(
        self, member: discord.Member, before: discord.VoiceState, after: discord.VoiceState
    ) -> None:
        for channel in {before.channel, after.channel} if before.channel != after.channel else ():
            if channel is not None:
                await self._look_at(member.guild.id, channel.id)

    @commands.Cog.listener()
    async def on_aligned(self, community_id: int) -> None:
        """After every start, lost session and outage: people came and went meanwhile."""
        for date in await conducting.conducted(self.bot.deps, community_id):
            await conducting.wish(self.bot.deps, date)

    async def _look_at(self, community_id: int, channel_id: int) -> None:
        """A hundred may come in the same moment: one look is enough for all of them."""
        if channel_id in self._heard:
            return
        self._heard.add(channel_id)
        try:
            await asyncio.sleep(TOGETHER)
        finally:
            self._heard.discard(channel_id)
        date = await conducting.in_room(self.bot.deps, community_id, channel_id)
        if date is not None:
            await conducting.wish(self.bot.deps, date)

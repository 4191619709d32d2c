"""What tells that a date should be looked at: Discord's events, and people leaving its room."""

from __future__ import annotations

import asyncio

import discord
from discord.ext import commands

from actions import events, gathering
from cogs.gathering import scheduled
from cogs.kit.bot import CircleBot
from domain.discussions import Occurrence

TOGETHER = 1.0
"""Seconds in which the first who leaves a room stands for all: a look that comes too early looks again."""


class Gathering(commands.Cog):
    """Listens; what is to be done about it is a job."""

    def __init__(self, bot: CircleBot) -> None:
        self.bot = bot
        self._rooms: dict[int, dict[int, int]] = {}
        """The dates that are on, by community and voice channel."""
        self._looked_at: dict[int, float] = {}

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """At a start, after a lost session, and after an outage: much may have happened unheard."""
        await events.compare_all(self.bot.deps, guild.id)
        await self._know(guild.id)
        for number in self._rooms.get(guild.id, {}).values():
            await gathering.look_soon(self.bot.deps, guild.id, number)

    @commands.Cog.listener()
    async def on_scheduled_event_update(
        self, _: discord.ScheduledEvent, after: discord.ScheduledEvent
    ) -> None:
        await events.heard(self.bot.deps, after.guild_id, scheduled.heard(after))

    @commands.Cog.listener()
    async def on_scheduled_event_delete(self, event: discord.ScheduledEvent) -> None:
        await events.heard(self.bot.deps, event.guild_id, scheduled.heard(event, deleted=True))

    @commands.Cog.listener()
    async def on_voice_state_update(
        self, member: discord.Member, before: discord.VoiceState, after: discord.VoiceState
    ) -> None:
        """Other rooms are nobody's business."""
        if before.channel is None or before.channel == after.channel:
            return
        community_id = member.guild.id
        number = self._rooms.get(community_id, {}).get(before.channel.id)
        now = asyncio.get_running_loop().time()
        if number is not None and now >= self._looked_at.get(number, 0) + TOGETHER:
            self._looked_at[number] = now
            await gathering.look_soon(self.bot.deps, community_id, number)

    @commands.Cog.listener("on_date_started")
    @commands.Cog.listener()
    async def on_date_ended(self, date: Occurrence) -> None:
        self._looked_at.pop(date.occurrence_id, None)
        await self._know(date.community_id)

    @commands.Cog.listener()
    async def on_aligned(self, community_id: int) -> None:
        """A room may have been made anew."""
        await self._know(community_id)

    async def _know(self, community_id: int) -> None:
        rooms = await gathering.rooms(self.bot.deps, community_id)
        if rooms:
            self._rooms[community_id] = rooms
        else:
            self._rooms.pop(community_id, None)

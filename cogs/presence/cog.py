"""What tells who is in a discussion room: events, servers that come back, and questions in between."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from datetime import datetime, timedelta

import discord
import structlog
from discord.ext import commands

from cogs.kit.bot import CircleBot
from cogs.kit.voices import Moved, Voices, heard_ago
from cogs.presence.notebook import Count, Note, Notebook
from cogs.presence.rounds import Rounds
from domain.attendance import Sign, opened, seconds
from domain.discussions import Occurrence

log = structlog.get_logger(__name__)

BEAT = 0.5
"""Seconds after which what was heard is kept."""


class Presence(commands.Cog):
    """Watches the rooms of the dates that are open or on; all other rooms are nobody's business."""

    def __init__(self, bot: CircleBot) -> None:
        self.bot = bot
        self.beat = BEAT
        self.notebook = Notebook(bot.deps)
        self.rounds = Rounds(bot, self.notebook)
        self._voices = Voices(bot, self._moved)
        self._counted: set[int] = set()
        self._alive_at = bot.deps.now()
        self._tasks: list[asyncio.Task[None]] = []

    async def cog_load(self) -> None:
        self._tasks = [asyncio.create_task(self._beat(step)) for step in (self._keep, self.rounds.step)]

    async def cog_unload(self) -> None:
        for task in self._tasks:
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)
        await self.notebook.write()

    async def _beat(self, step: Callable[[], Awaitable[None]]) -> None:
        """What fails, such as a database that was away for a moment, is tried again."""
        while not self.bot.ending:
            [ended] = await asyncio.gather(step(), return_exceptions=True)
            if isinstance(ended, asyncio.CancelledError):
                raise ended
            if ended is not None:
                log.error("presence-missed-a-beat", exc_info=ended)
            await asyncio.sleep(self.beat)

    async def _keep(self) -> None:
        ago = heard_ago(self.bot)
        if ago is not None:
            self._alive_at = max(self._alive_at, self.bot.deps.now() - timedelta(seconds=ago))
        await self.notebook.write()

    def _moved(self, moved: Moved) -> None:
        """Whoever leaves and was nowhere as far as we know, may have been in any of the rooms."""
        rooms = self.rounds.rooms.get(moved.guild_id)
        if not rooms:
            return
        now, within = self._moment(moved.guild_id)
        for channel_id, number in rooms.items():
            if channel_id in (moved.was, moved.here) or moved.was is moved.here is None:
                sign = Sign(moved.user_id, channel_id == moved.here, now, within)
                self._heard(moved.guild_id, number, sign)

    def _moment(self, community_id: int) -> tuple[datetime, int]:
        """Now, and how many seconds ago it may have happened: what is told again after a gap is old."""
        now = self.bot.deps.now()
        if self.bot.vitals.connected or community_id in self._voices.fresh:
            self._alive_at = now
            return now, 0
        return now, seconds(self._alive_at, now)

    def _heard(self, community_id: int, number: int, what: Sign | Count) -> None:
        self.notebook.add(Note(community_id, number, what))

    @commands.Cog.listener()
    async def on_disconnect(self) -> None:
        self._voices.fresh.clear()

    @commands.Cog.listener("on_guild_join")
    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """A server brings along who is in voice: at the start, after a lost session, and after an outage."""
        self._counted.add(guild.id)
        for channel_id, number in (await self.rounds.know(guild.id)).items():
            self._heard(
                guild.id, number, Count(self._voices.people_in(guild, channel_id), self.bot.deps.now())
            )
        self.rounds.hurry(guild.id)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Of a server that comes at the very moment the library stops waiting for it, no event tells."""
        uncounted = [
            each for each in self.bot.guilds if not each.unavailable and each.id not in self._counted
        ]
        self._counted.clear()
        for guild in uncounted:
            await self.on_guild_available(guild)

    @commands.Cog.listener()
    async def on_resumed(self) -> None:
        """What was missed was told again. Whether that was all, is asked."""
        for community_id in self.rounds.rooms:
            self.rounds.hurry(community_id)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        """Nobody is in a room that is not there."""
        number = self.rounds.rooms.get(channel.guild.id, {}).get(channel.id)
        if number is None:
            return
        now, within = self._moment(channel.guild.id)
        for user_id in self._voices.people_in(channel.guild, channel.id):
            self._heard(channel.guild.id, number, Sign(user_id, False, now, within))
        self._heard(channel.guild.id, number, Count(frozenset(), now))

    @commands.Cog.listener("on_date_started")
    @commands.Cog.listener("on_date_ended")
    @commands.Cog.listener()
    async def on_date_opened(self, date: Occurrence) -> None:
        """Know its room, and who came before we did; the rest is asked at once."""
        await self.rounds.know(date.community_id)
        now, guild = self.bot.deps.now(), self.bot.get_guild(date.community_id)
        for channel_id, number in self.rounds.rooms.get(date.community_id, {}).items():
            if number == date.occurrence_id and guild is not None:
                for user_id in self._voices.people_in(guild, channel_id):
                    sign = Sign(user_id, True, now, seconds(opened(date, now), now))
                    self._heard(date.community_id, number, sign)
        self.rounds.hurry(date.community_id)


async def keep_what_was_heard(bot: CircleBot) -> None:
    """So that nothing is decided about a room before it."""
    presence = bot.get_cog("Presence")
    if isinstance(presence, Presence):
        await presence.notebook.write()

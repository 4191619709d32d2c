"""When upkeep happens: on command, when a server comes or comes back, and when something of ours changes."""

from __future__ import annotations

import discord
import structlog
from discord import app_commands
from discord.ext import commands

from actions import upkeep
from cogs.kit import door
from cogs.kit.bot import CircleBot, Click, described
from cogs.upkeep.inviting import invite
from cogs.upkeep.running import align_community
from cogs.upkeep.runs import Runs
from cogs.upkeep.views import show_plan
from domain.blueprint import Kind
from text import shipped

log = structlog.get_logger(__name__)

SETTLE = 1.0
"""Seconds after a change until one looks: stewards change several things in a row."""


class Upkeep(commands.Cog):
    """Keeps each server as its community's blueprint says."""

    def __init__(self, bot: CircleBot) -> None:
        self.bot = bot
        self.settle = SETTLE
        self._told_of: set[int] = set()
        self.runs = Runs(lambda community_id, members: align_community(bot, community_id, members=members))
        bot.vitals.checks["upkeep"] = lambda: self.runs.settled

    async def cog_unload(self) -> None:
        await self.runs.close()

    @app_commands.command(name="setup", description=described("command-setup", shipped()))
    @app_commands.default_permissions(manage_guild=True)
    @app_commands.guild_only()
    async def setup(self, click: Click) -> None:
        await door.handle(click, lambda: show_plan(click))

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """Every server comes this way: at the start, after a lost session, and after an outage."""
        self._told_of.add(guild.id)
        await self.bot.wait_until_ready()  # of a thousand servers, the first would hold up the last
        await self._arrived(guild)

    @commands.Cog.listener()
    async def on_ready(self) -> None:
        """Of a server that comes at the very moment the library stops waiting for it, no event tells."""
        untold = [each for each in self.bot.guilds if not each.unavailable and each.id not in self._told_of]
        self._told_of.clear()
        for guild in untold:
            await self._arrived(guild)

    @commands.Cog.listener()
    async def on_resumed(self) -> None:
        """What happened meanwhile was replayed, so members are as they were left."""
        for guild in self.bot.guilds:
            self.runs.ask(guild.id, members=False)

    @commands.Cog.listener()
    async def on_guild_join(self, guild: discord.Guild) -> None:
        await self._arrived(guild)

    @commands.Cog.listener()
    async def on_guild_remove(self, guild: discord.Guild) -> None:
        """Nothing is forgotten: stewards may invite the bot again."""
        log.info("guild-left", guild=guild.id)

    @commands.Cog.listener()
    async def on_guild_role_delete(self, role: discord.Role) -> None:
        await self._if_ours(role.guild.id, Kind.ROLE, role.id)

    @commands.Cog.listener()
    async def on_guild_channel_delete(self, channel: discord.abc.GuildChannel) -> None:
        await self._if_ours(channel.guild.id, Kind.CHANNEL, channel.id)

    @commands.Cog.listener()
    async def on_guild_channel_update(
        self, before: discord.abc.GuildChannel, after: discord.abc.GuildChannel
    ) -> None:
        """Stewards may have changed a forum's tags, or who may enter a room."""
        tags = [each.available_tags for each in (before, after) if isinstance(each, discord.ForumChannel)]
        room = isinstance(after, discord.VoiceChannel) and before.overwrites != after.overwrites
        if room or (tags and tags[0] != tags[-1]):
            await self._if_ours(after.guild.id, Kind.CHANNEL, after.id)

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, gone: discord.RawThreadDeleteEvent) -> None:
        await self._if_ours(gone.guild_id, Kind.PANEL, gone.thread_id)

    @commands.Cog.listener()
    async def on_raw_thread_update(self, now: discord.RawThreadUpdateEvent) -> None:
        """A lasting post may have gone to rest, or lost its pin."""
        await self._if_ours(now.guild_id, Kind.PANEL, now.thread_id)

    @commands.Cog.listener()
    async def on_guild_role_update(self, before: discord.Role, after: discord.Role) -> None:
        """A role of ours may have gained power, or ours may now stand above it."""
        if (before.permissions, before.position) != (after.permissions, after.position):
            self.runs.ask(after.guild.id, members=True, after=self.settle)

    @commands.Cog.listener()
    async def on_upkeep_wanted(self, community_id: int, *, members: bool = True, after: float = 0) -> None:
        """Some part of the bot could not finish its work."""
        self.runs.ask(community_id, members=members, after=after)

    async def _arrived(self, guild: discord.Guild) -> None:
        """The bot may also have been invited while it was away."""
        if (await upkeep.known(self.bot.deps, guild.id)).is_set_up:
            self.runs.ask(guild.id, members=True)
        else:
            await invite(self.bot, guild)

    async def _if_ours(self, community_id: int, kind: Kind, discord_id: int) -> None:
        known = await upkeep.known(self.bot.deps, community_id)
        if any(of is kind and each.discord_id == discord_id for (of, _), each in known.records.items()):
            self.runs.ask(community_id, members=kind is Kind.ROLE, after=self.settle)

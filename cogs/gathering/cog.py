"""What tells that a date should be looked at: Discord's events, and the coming and going in rooms."""

from __future__ import annotations

import discord
from discord.ext import commands

from actions import events
from cogs.gathering import scheduled
from cogs.kit.bot import CircleBot


class Gathering(commands.Cog):
    """Listens; what is to be done about it is a job."""

    def __init__(self, bot: CircleBot) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """At a start, after a lost session, and after an outage: events may have changed unheard."""
        await events.compare_all(self.bot.deps, guild.id)

    @commands.Cog.listener()
    async def on_scheduled_event_update(
        self, _: discord.ScheduledEvent, after: discord.ScheduledEvent
    ) -> None:
        await events.heard(self.bot.deps, after.guild_id, scheduled.heard(after))

    @commands.Cog.listener()
    async def on_scheduled_event_delete(self, event: discord.ScheduledEvent) -> None:
        await events.heard(self.bot.deps, event.guild_id, scheduled.heard(event, deleted=True))

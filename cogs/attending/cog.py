"""What is listened to about cards and their threads."""

from __future__ import annotations

from collections.abc import Set as AbstractSet
from datetime import datetime

import discord
from discord.ext import commands

from actions import date_cards, interest, rsvps
from cogs.kit.bot import CircleBot


class Attending(commands.Cog):
    """An event is no more than a reason to look: what it says may be out of date."""

    def __init__(self, bot: CircleBot) -> None:
        self.bot = bot
        self._looked: set[int] = set()

    @commands.Cog.listener()
    async def on_raw_thread_delete(self, event: discord.RawThreadDeleteEvent) -> None:
        await date_cards.look(self.bot.deps, event.guild_id, event.thread_id)

    @commands.Cog.listener()
    async def on_raw_member_remove(self, event: discord.RawMemberRemoveEvent) -> None:
        await rsvps.left_server(self.bot.deps, event.guild_id, event.user.id)

    @commands.Cog.listener()
    async def on_members_seen(self, community_id: int, here: AbstractSet[int], at: datetime) -> None:
        """Whoever left while the bot was away."""
        await rsvps.members_seen(self.bot.deps, community_id, here, at)

    @commands.Cog.listener()
    async def on_rsvp(self, community_id: int, event_id: int, user_id: int, interested: bool) -> None:
        """Somebody pressed *Interested* at an event of the server, or took it back."""
        await interest.heard(self.bot.deps, community_id, event_id, user_id, yes=interested)

    @commands.Cog.listener()
    async def on_guild_available(self, guild: discord.Guild) -> None:
        """At a start, after a lost session, and after an outage."""
        await interest.compare_all(self.bot.deps, guild.id)

    @commands.Cog.listener()
    async def on_aligned(self, community_id: int) -> None:
        """Once after every start: meanwhile a card or a thread may have been deleted."""
        if community_id not in self._looked:
            self._looked.add(community_id)
            await date_cards.look_at_all(self.bot.deps, community_id)

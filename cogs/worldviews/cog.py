"""What worldviews listen to: posts that people make in the forum by themselves."""

from __future__ import annotations

import discord
from discord.ext import commands

from actions import tending
from cogs.kit.bot import CircleBot
from cogs.upkeep.outcomes import Later, NotDone, Unknown
from cogs.upkeep.places import channel_for
from cogs.worldviews import by_hand
from domain.blueprint import WORLDVIEWS


class Worldviews(commands.Cog):
    """Whatever is missed here is found when the forum is compared."""

    def __init__(self, bot: CircleBot) -> None:
        self.bot = bot

    @commands.Cog.listener()
    async def on_thread_create(self, thread: discord.Thread) -> None:
        """Somebody posted, perhaps in the forum; we did not."""
        community_id = thread.guild.id
        if self.bot.user is None or thread.owner_id == self.bot.user.id:
            return
        forum = await channel_for(self.bot, community_id, WORLDVIEWS)
        if forum is None or thread.parent_id != forum.id:
            return
        tags = [tag.id for tag in thread.applied_tags]
        try:
            await by_hand.found(self.bot, community_id, thread.id, thread.owner_id, tags)
        except (Unknown, NotDone, Later):
            await tending.doubt(self.bot.deps, community_id)

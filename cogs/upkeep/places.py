"""Where to post: the community's own channels, by their blueprint key."""

from __future__ import annotations

import discord

from actions import upkeep
from cogs.kit.bot import CircleBot
from domain.blueprint import Kind


async def channel_for(bot: CircleBot, community_id: int, key: str) -> discord.PartialMessageable | None:
    """The channel recorded for this key; None when none was made yet. It may have been deleted since."""
    channel_id = await upkeep.find(bot.deps, community_id, Kind.CHANNEL, key)
    if channel_id is None:
        return None
    return bot.get_partial_messageable(channel_id, guild_id=community_id)

"""Where to post: the community's own channels, by their blueprint key."""

from __future__ import annotations

from collections.abc import Mapping

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


async def post_for(bot: CircleBot, community_id: int, key: str) -> discord.PartialMessageable | None:
    """The lasting post recorded for this panel of a forum, such as the index, to write in; None as above."""
    post_id = await upkeep.find(bot.deps, community_id, Kind.PANEL, key)
    if post_id is None:
        return None
    return bot.get_partial_messageable(post_id, guild_id=community_id)


async def tags_of(bot: CircleBot, community_id: int) -> Mapping[str, int]:
    """The ids of the forum's tags by the key of their topic, as far as they were made.

    Stewards may have taken one away by hand since.
    """
    known = await upkeep.known(bot.deps, community_id)
    topics = known.community.topics if known.community else ()
    records = {each.key: known.records.get((Kind.TAG, each.key)) for each in topics}
    return {key: record.discord_id for key, record in records.items() if record is not None}

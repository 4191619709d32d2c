"""The voice channels that dates are held in."""

from __future__ import annotations

from actions import upkeep
from cogs.kit.bot import CircleBot
from cogs.upkeep.outcomes import Gone, outcome
from domain.blueprint import Kind
from domain.discussions import Occurrence
from domain.rooms import room_key

SOON = 0.5
"""Seconds until upkeep looks for a room that is missing: the job that needs it has ended by then."""


async def room_of(bot: CircleBot, date: Occurrence) -> int:
    """The id of its room. Raises Gone when there is none yet, and has upkeep make it."""
    channel_id = await upkeep.find(bot.deps, date.community_id, Kind.CHANNEL, room_key(date.room))
    if channel_id is None:
        bot.dispatch("upkeep_wanted", date.community_id, members=False, after=SOON)
        raise Gone
    return channel_id


async def room_is_gone(bot: CircleBot, channel_id: int | None) -> bool:
    """Whether this channel was deleted, as Discord itself says."""
    if channel_id is None:
        return False
    try:
        async with outcome():
            await bot.http.get_channel(channel_id)
    except Gone:
        return True
    return False

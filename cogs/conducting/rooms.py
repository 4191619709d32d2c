"""The room of a date: who is in it, as far as Discord has told us."""

from __future__ import annotations

import discord

from actions import upkeep
from actions.conductor import Press
from cogs.kit.bot import CircleBot, Click, community_of
from domain.blueprint import Kind
from domain.discussions import Occurrence
from domain.rooms import room_key


async def present_at(bot: CircleBot, date: Occurrence) -> tuple[int, ...] | None:
    """Who is in the room of this date, in the order in which they came; None when that is not known."""
    channel_id = await upkeep.find(bot.deps, date.community_id, Kind.CHANNEL, room_key(date.room))
    guild = bot.get_guild(date.community_id)
    return None if channel_id is None else _present(guild, channel_id)


def pressed_by(click: Click) -> Press:
    """Who pressed, in the chat of which room."""
    present = None if click.channel_id is None else _present(click.guild, click.channel_id)
    return Press(community_of(click), click.user.id, present, click.permissions.value)


def _present(guild: discord.Guild | None, channel_id: int) -> tuple[int, ...] | None:
    """The cache of voice states is whole: Discord sends all of them with the server, and every change."""
    if guild is None or guild.unavailable:
        return None
    channel = guild.get_channel(channel_id)
    if channel is None:  # deleted, and everybody put out
        return ()
    return tuple(channel.voice_states) if isinstance(channel, discord.VoiceChannel) else None

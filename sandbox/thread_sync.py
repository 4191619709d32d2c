"""THREAD_LIST_SYNC: a bot that comes to see a channel is told of the threads in it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.enums import ChannelType
from sandbox.payloads import Json
from sandbox.permissions import Permission

if TYPE_CHECKING:
    from sandbox.acting import Actor
    from sandbox.guild import Guild
    from sandbox.world import World

OPENS = frozenset({"CHANNEL_UPDATE", "GUILD_ROLE_UPDATE", "GUILD_ROLE_DELETE", "GUILD_MEMBER_UPDATE"})
"""What may give a bot sight of a channel that was there before."""
MOVES = OPENS | {"CHANNEL_CREATE", "GUILD_CREATE"}
HAVE_THREADS = (ChannelType.TEXT, ChannelType.FORUM)


def after(world: World, guild: Guild, event: str, data: Json) -> Json | None:
    """The body of the event that follows `event`, if one does. Remembers what the bot sees now."""
    of_another = event == "GUILD_MEMBER_UPDATE" and data["user"]["id"] != world.application_id
    if event not in MOVES or of_another:
        return None
    bot = world.bot_in(guild)
    seen = {
        channel["id"]
        for channel in guild.channels.values()
        if channel["type"] in HAVE_THREADS and bot.may(Permission.VIEW_CHANNEL, channel)
    }
    gained, guild.seen_by_bot = seen - guild.seen_by_bot, seen
    return _sync(bot, gained) if gained and event in OPENS else None


def _sync(bot: Actor, channel_ids: set[str]) -> Json:
    threads = [
        thread
        for thread in bot.guild.threads.active()
        if thread["parent_id"] in channel_ids and bot.may(Permission.VIEW_CHANNEL, thread)
    ]
    own = [bot.guild.threads.member(thread["id"], bot.id) for thread in threads]
    return {
        "guild_id": bot.guild.id, "channel_ids": sorted(channel_ids), "threads": threads,
        "members": [member for member in own if member],
    }  # fmt: skip

"""Active and archived threads: what wakes them, what they refuse meanwhile, when they go to rest."""

from __future__ import annotations

from datetime import datetime, timedelta
from functools import partial
from typing import TYPE_CHECKING

from sandbox.acting import Actor
from sandbox.enums import ChannelFlag
from sandbox.errors import ApiError
from sandbox.payloads import Json
from sandbox.permissions import THREADS, Permission
from sandbox.snowflakes import Snowflakes

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World

MAX_ACTIVE = 1_000
"""Discord does not publish its cap on a guild's active threads; this is the figure of its help pages."""


def is_archived(channel: Json) -> bool:
    return channel["type"] in THREADS and bool(channel["thread_metadata"]["archived"])


def needs_active(channel: Json) -> None:
    """50083 in an archived thread; nothing in any other channel."""
    if is_archived(channel):
        raise ApiError(400, 50083, "Thread is archived")


def needs_unlocked(actor: Actor, channel: Json) -> None:
    """160005 in a locked thread, for all but those with MANAGE_THREADS."""
    locked = channel["type"] in THREADS and channel["thread_metadata"]["locked"]
    if locked and not actor.may(Permission.MANAGE_THREADS, channel):
        raise ApiError(403, 160005, "Thread is locked")


def needs_room(guild: Guild) -> None:
    """160006 when the guild has as many active threads as it may have."""
    if len(guild.threads.active()) >= MAX_ACTIVE:
        raise ApiError(400, 160006, "Maximum number of active threads reached")


def needs_to_wake(actor: Actor, thread: Json) -> None:
    """Refuse where writing does not bring an archived thread back: it is locked, or there is no room."""
    if is_archived(thread):
        if thread["thread_metadata"]["locked"]:
            needs_active(thread)
        needs_room(actor.guild)


def stamp(world: World, thread: Json) -> None:
    """Its time of rest counts from now."""
    thread["thread_metadata"]["archive_timestamp"] = world.clock.now().isoformat()


def archive(world: World, thread: Json) -> None:
    """Put it to rest; a pinned post is pinned no longer."""
    thread["thread_metadata"]["archived"] = True
    thread["flags"] &= ~int(ChannelFlag.PINNED)
    world.guilds[thread["guild_id"]].threads.watch(thread, None)
    stamp(world, thread)


def unarchive(world: World, thread: Json) -> None:
    thread["thread_metadata"]["archived"] = False
    stamp(world, thread)
    keep_watch(world, thread)


def tell_changed(world: World, thread: Json, *, woken: bool = False) -> None:
    """THREAD_UPDATE; after waking also the bot's own membership, which it may have forgotten."""
    guild = world.guilds[thread["guild_id"]]
    bot = world.application_id
    world.emit_in(thread, "THREAD_UPDATE", guild.threads.shown_to(bot, thread))
    own = guild.threads.member(thread["id"], bot)
    if woken and own and world.bot_in(guild).may(Permission.VIEW_CHANNEL, thread):
        world.remind("THREAD_MEMBER_UPDATE", own | {"guild_id": guild.id}, guild)


def keep_watch(world: World, thread: Json) -> None:
    """Look at the thread again when it will have rested for long enough."""
    threads, due = world.guilds[thread["guild_id"]].threads, _due(thread)
    if thread["flags"] & ChannelFlag.PINNED:
        due = max(due, world.clock.now() + _rest(thread))
    threads.watch(thread, world.clock.at(due, partial(_look, world, thread)))


def _look(world: World, thread: Json) -> None:
    """Archive it if nothing has happened in it since; a pinned post stays."""
    if thread["flags"] & ChannelFlag.PINNED or world.clock.now() < _due(thread):
        keep_watch(world, thread)
        return
    archive(world, thread)
    tell_changed(world, thread)


def _due(thread: Json) -> datetime:
    """When it is to be archived. Writing, waking and a new duration put that off."""
    metadata = thread["thread_metadata"]
    last = [datetime.fromisoformat(metadata["archive_timestamp"])]
    if thread["last_message_id"]:
        last.append(Snowflakes.made_at(thread["last_message_id"]))
    return max(last) + _rest(thread)


def _rest(thread: Json) -> timedelta:
    return timedelta(minutes=thread["thread_metadata"]["auto_archive_duration"])

"""Who comes into a thread and who goes out of it."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING

from sandbox import payloads
from sandbox.errors import ApiError
from sandbox.payloads import Json
from sandbox.permissions import Permission, within

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World

MAX_MEMBERS = 1_000


def let_in(world: World, thread: Json, user_ids: Iterable[str]) -> list[str]:
    """Make these its members, as far as there is room, and return those who were not before.

    Whoever cannot see the thread's channel stays out.
    """
    guild = world.guilds[thread["guild_id"]]
    parent = guild.channels[thread["parent_id"]]
    coming = [one for one in dict.fromkeys(user_ids) if _may_come(guild, parent, thread, one)]
    coming = coming[: MAX_MEMBERS - guild.threads.size(thread)]
    for user_id in coming:
        seat(world, thread, user_id)
    if world.application_id in coming:  # it may not know the thread, so it is shown that first
        world.remind("THREAD_CREATE", guild.threads.shown_to(world.application_id, thread), guild)
    if coming:
        tell_seated(world, thread, coming)
    return coming


def seat(world: World, thread: Json, user_id: str) -> None:
    """Make them a member, without telling anyone."""
    member = payloads.thread_member(thread["id"], user_id, world.clock.now().isoformat())
    world.guilds[thread["guild_id"]].threads.let_in(thread, member)


def tell_seated(world: World, thread: Json, user_ids: Iterable[str]) -> None:
    guild = world.guilds[thread["guild_id"]]
    added = [
        (guild.threads.member(thread["id"], one) or {}) | {"member": guild.members[one], "presence": None}
        for one in user_ids
    ]
    _update(world, guild, thread, {"added_members": added})


def needs_seat(guild: Guild, thread: Json, user_id: str) -> None:
    """30033 when the thread is full, for somebody who is not in it already."""
    if not guild.in_thread(thread["id"], user_id) and guild.threads.size(thread) >= MAX_MEMBERS:
        raise ApiError(400, 30033, f"Maximum number of thread participants reached ({MAX_MEMBERS})")


def _may_come(guild: Guild, parent: Json, thread: Json, user_id: str) -> bool:
    member = guild.members.get(user_id)
    here = guild.in_thread(thread["id"], user_id)
    return member is not None and not here and Permission.VIEW_CHANNEL in within(guild, member, parent)


def take_out(world: World, thread: Json, user_ids: Iterable[str]) -> list[str]:
    """Make these its members no more and return those who were."""
    guild = world.guilds[thread["guild_id"]]
    going = [one for one in user_ids if guild.in_thread(thread["id"], one)]
    for user_id in going:
        guild.threads.take_out(thread, user_id)
    if going:
        _update(world, guild, thread, {"removed_member_ids": going})
    return going


def _update(world: World, guild: Guild, thread: Json, change: Json) -> None:
    """The bot hears of its own going, even out of what it cannot see any longer."""
    about = {"id": thread["id"], "guild_id": guild.id, "member_count": thread["member_count"]}
    if world.application_id in change.get("removed_member_ids", ()):
        world.emit("THREAD_MEMBERS_UPDATE", about | change, guild)
    else:
        world.emit_in(thread, "THREAD_MEMBERS_UPDATE", about | change)


def called_into(world: World, thread: Json, message: Json) -> list[str]:
    """Whom a message brings into the thread by naming them, or a role of theirs."""
    roles = set(message["mention_roles"])
    members = world.guilds[thread["guild_id"]].members.items()
    by_role = [user_id for user_id, member in members if roles & set(member["roles"])] if roles else []
    return [*(user["id"] for user in message["mentions"]), *by_role]


def forget(guild: Guild, user_id: str) -> None:
    """They have left the guild, and its threads with it."""
    for thread in guild.threads.joined_by(user_id):
        guild.threads.take_out(thread, user_id)

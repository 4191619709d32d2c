"""Bans: who may not come back, and why."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from sandbox.acting import Actor
from sandbox.checks.settings import check_ban, check_bulk_ban
from sandbox.enums import AuditAction
from sandbox.errors import ApiError, unknown
from sandbox.payloads import Json
from sandbox.permissions import Permission, outranks_member
from sandbox.verbs import members

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World


def of(guild: Guild, user_id: str) -> str | None:
    """The reason somebody is banned for; 10026 when they are not."""
    if user_id not in guild.bans:
        raise unknown("Ban")
    return guild.bans[user_id]


def add(actor: Actor, user_id: str, wish: Json, reason: str | None = None) -> None:
    """Idempotent. Whoever is here is put out; somebody who is not can be banned too."""
    check_ban(wish)
    actor.needs(Permission.BAN_MEMBERS)
    if user_id not in actor.world.users:
        raise unknown("User")
    member = actor.guild.members.get(user_id)
    if member:
        actor.needs_rank_over_member(member)
    if user_id not in actor.guild.bans:
        _ban(actor, user_id, _seconds(wish), reason)


def _seconds(wish: Json) -> int:
    days = int(wish.get("delete_message_days") or 0)
    return int(wish.get("delete_message_seconds") or days * 24 * 3600)


def _ban(actor: Actor, user_id: str, seconds: int, reason: str | None) -> None:
    world, guild = actor.world, actor.guild
    guild.bans[user_id] = reason
    world.emit("GUILD_BAN_ADD", {"guild_id": guild.id, "user": world.users[user_id]}, guild)
    if user_id in guild.members:
        members.leave(world, guild, user_id)
    if seconds:
        _delete_messages(world, guild, user_id, seconds)
    world.audit.note(guild, AuditAction.MEMBER_BAN_ADD, actor.id, user_id, reason)


def _delete_messages(world: World, guild: Guild, user_id: str, seconds: int) -> None:
    """What they wrote in the last `seconds`, channel by channel."""
    oldest = world.snowflakes.earliest(world.clock.now() - timedelta(seconds=seconds))
    for channel in [*guild.channels.values(), *guild.threads]:
        written = [
            message
            for message in world.messages.history(channel["id"])
            if message["author"]["id"] == user_id and int(message["id"]) >= oldest
        ]
        for message in written:
            world.messages.remove(message)
        if written:
            ids = [message["id"] for message in written]
            gone = {"ids": ids, "channel_id": channel["id"], "guild_id": guild.id}
            world.emit_in(channel, "MESSAGE_DELETE_BULK", gone)


def add_many(actor: Actor, wish: Json, reason: str | None = None) -> Json:
    """Up to 200 at once; those out of reach or already banned are named. 500000 when that is everybody."""
    check_bulk_ban(wish)
    actor.needs(Permission.BAN_MEMBERS | Permission.MANAGE_GUILD)
    asked: Sequence[str] = list(dict.fromkeys(wish["user_ids"]))
    banned = [user_id for user_id in asked if _within_reach(actor, user_id)]
    if not banned:
        raise ApiError(400, 500000, "Failed to ban users")
    for user_id in banned:
        _ban(actor, user_id, _seconds(wish), reason)
    return {"banned_users": banned, "failed_users": [one for one in asked if one not in banned]}


def _within_reach(actor: Actor, user_id: str) -> bool:
    member = actor.guild.members.get(user_id)
    return (
        user_id in actor.world.users
        and user_id not in actor.guild.bans
        and (member is None or outranks_member(actor.guild, actor.member, member))
    )


def lift(actor: Actor, user_id: str, reason: str | None = None) -> None:
    actor.needs(Permission.BAN_MEMBERS)
    of(actor.guild, user_id)
    del actor.guild.bans[user_id]
    data = {"guild_id": actor.guild.id, "user": actor.world.users[user_id]}
    actor.world.emit("GUILD_BAN_REMOVE", data, actor.guild)
    actor.world.audit.note(actor.guild, AuditAction.MEMBER_BAN_REMOVE, actor.id, user_id, reason)

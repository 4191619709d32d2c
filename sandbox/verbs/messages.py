"""Sending, editing and deleting messages; reactions and typing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from sandbox.compose import announce, may_write, new_message, revise
from sandbox.enums import AuditAction, ChannelType, MessageFlag
from sandbox.errors import ApiError, invalid, missing_access
from sandbox.files import Upload
from sandbox.payloads import Json
from sandbox.permissions import Permission

if TYPE_CHECKING:
    from sandbox.world import World

BULK_MIN, BULK_MAX = 2, 100
BULK_AGE = timedelta(days=14)


def allow(world: World, user_id: str, channel: Json, permission: Permission) -> None:
    """Refuse whoever lacks `permission` in a guild's channel, or has no part in a direct one."""
    guild = world.guild_of(channel)
    if guild:
        world.actor(guild, user_id).needs(permission, channel)
    elif user_id not in (world.application_id, channel["recipients"][0]["id"]):
        raise missing_access()


def send(world: World, author_id: str, channel: Json, body: Json, uploads: Sequence[Upload] = ()) -> Json:
    """Post a message and return it; a repeated nonce returns what was posted before."""
    guild = world.guild_of(channel)
    if guild:
        may_write(world.actor(guild, author_id), channel, body, uploads)
    if channel["type"] == ChannelType.CATEGORY:
        raise ApiError(400, 50008, "Cannot send messages in a non-text channel")
    if channel["type"] == ChannelType.DM:
        _allow_direct(world, author_id, channel)
    nonce = str(body["nonce"]) if body.get("nonce") is not None else None
    earlier = world.messages.sent_with(author_id, nonce) if nonce and body.get("enforce_nonce") else None
    if earlier:
        return earlier
    body = body | {"flags": int(body.get("flags") or 0) & ~MessageFlag.EPHEMERAL}
    message = new_message(world, channel, world.users[author_id], body, uploads)
    post(world, channel, message)
    if nonce:
        world.messages.remember_nonce(message)
    return message


def _allow_direct(world: World, author_id: str, channel: Json) -> None:
    allow(world, author_id, channel, Permission.NONE)
    recipient = channel["recipients"][0]["id"]
    shares_guild = any(recipient in guild.members for guild in world.bot_guilds())
    if author_id == world.application_id and not (shares_guild and world.accepts_direct_messages(recipient)):
        raise ApiError(403, 50007, "Cannot send messages to this user")


def post(world: World, channel: Json, message: Json) -> None:
    """Put a composed message where everyone in the channel sees it."""
    world.messages.add(message)
    channel["last_message_id"] = message["id"]
    announce(world, "MESSAGE_CREATE", channel, message)


def edit(world: World, author_id: str, message: Json, body: Json, uploads: Sequence[Upload] = ()) -> Json:
    """Change one's own message; 50005 for anybody else's."""
    channel = world.channel(message["channel_id"])
    allow(world, author_id, channel, Permission.VIEW_CHANNEL)
    if message["author"]["id"] != author_id:
        raise ApiError(403, 50005, "Cannot edit a message authored by another user")
    revise(world, message, body, uploads)
    announce(world, "MESSAGE_UPDATE", channel, message)
    return message


def delete(world: World, user_id: str, message: Json, reason: str | None = None) -> None:
    """Take a message away: one's own, or with MANAGE_MESSAGES anybody's."""
    channel = world.channel(message["channel_id"])
    guild = world.guild_of(channel)
    own = message["author"]["id"] == user_id
    if own or guild is None:
        allow(world, user_id, channel, Permission.VIEW_CHANNEL)
        if not own:
            raise ApiError(403, 50003, "Cannot execute action on a DM channel")
    else:
        actor = world.actor(guild, user_id)
        actor.needs(Permission.MANAGE_MESSAGES, channel)
        world.audit.note(guild, AuditAction.MESSAGE_DELETE, user_id, message["author"]["id"], reason)
    remove(world, channel, message)


def remove(world: World, channel: Json, message: Json) -> None:
    private = world.messages.reader_of(message)
    world.messages.remove(message)
    if private:
        world.changed.happened()
        return
    gone = {"id": message["id"], "channel_id": channel["id"]}
    world.emit_in(channel, "MESSAGE_DELETE", gone | _guild_id(channel))


def delete_many(world: World, user_id: str, channel: Json, ids: Sequence[str], reason: str | None) -> None:
    """2 to 100 messages, none older than two weeks; those already gone are passed over."""
    allow(world, user_id, channel, Permission.MANAGE_MESSAGES)
    if not BULK_MIN <= len(ids) <= BULK_MAX:
        words = f"Must be between {BULK_MIN} and {BULK_MAX} in length."
        raise invalid({"messages": ("BASE_TYPE_BAD_LENGTH", words)})
    oldest = world.snowflakes.earliest(world.clock.now() - BULK_AGE)
    if any(int(message_id) < oldest for message_id in ids):
        raise ApiError(400, 50034, "A message provided was too old to bulk delete.")
    found = [message for i in ids if (message := world.messages.find(channel["id"], i))]
    for message in found:
        world.messages.remove(message)
    if guild := world.guild_of(channel):
        world.audit.note(guild, AuditAction.MESSAGE_BULK_DELETE, user_id, channel["id"], reason)
    gone = {"ids": [message["id"] for message in found], "channel_id": channel["id"]}
    world.emit_in(channel, "MESSAGE_DELETE_BULK", gone | _guild_id(channel))


def type_in(world: World, user_id: str, channel: Json) -> None:
    allow(world, user_id, channel, Permission.SEND_MESSAGES)
    started = int(world.clock.now().timestamp())
    event: Json = {"channel_id": channel["id"], "user_id": user_id, "timestamp": started} | _guild_id(channel)
    if guild := world.guild_of(channel):
        event["member"] = guild.members[user_id]
    world.emit_in(channel, "TYPING_START", event)


def _guild_id(channel: Json) -> Json:
    return {"guild_id": channel["guild_id"]} if channel.get("guild_id") else {}

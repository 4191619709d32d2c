"""Sending, editing and deleting messages, and typing."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta
from typing import TYPE_CHECKING

from sandbox.compose import announce, may_write, new_message, revise
from sandbox.enums import SYSTEM_MESSAGES, AuditAction, ChannelType, MessageFlag, MessageType
from sandbox.errors import ApiError, invalid, missing_access
from sandbox.files import Upload
from sandbox.payloads import Json
from sandbox.permissions import THREADS, Permission, sending
from sandbox.verbs.archiving import (
    is_archived,
    needs_active,
    needs_to_wake,
    needs_unlocked,
    tell_changed,
    unarchive,
)
from sandbox.verbs.slowmode import needs_patience
from sandbox.verbs.thread_members import called_into, let_in

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
    _needs_to_send(world, author_id, channel, body, uploads)
    nonce = str(body["nonce"]) if body.get("nonce") is not None else None
    earlier = world.messages.sent_with(author_id, nonce) if nonce and body.get("enforce_nonce") else None
    if earlier:
        return earlier
    if guild := world.guild_of(channel):
        needs_patience(world.actor(guild, author_id), channel)
    body = body | {"flags": int(body.get("flags") or 0) & ~MessageFlag.EPHEMERAL}
    message = new_message(world, channel, world.users[author_id], body, uploads)
    if is_archived(channel):
        unarchive(world, channel)
        tell_changed(world, channel, woken=True)
    post(world, channel, message)
    if nonce:
        world.messages.remember_nonce(message)
    return message


def _needs_to_send(
    world: World, author_id: str, channel: Json, body: Json, uploads: Sequence[Upload]
) -> None:
    if channel["type"] == ChannelType.DM:
        _allow_direct(world, author_id, channel)
        return
    actor = world.actor(world.guilds[channel["guild_id"]], author_id)
    may_write(actor, channel, body, uploads)
    needs_unlocked(actor, channel)
    needs_to_wake(actor, channel)
    _needs_a_place_for_text(channel)


def _needs_a_place_for_text(channel: Json) -> None:
    if channel["type"] == ChannelType.CATEGORY:
        raise ApiError(400, 50008, "Cannot send messages in a non-text channel")
    if channel["type"] == ChannelType.FORUM:
        raise ApiError(400, 40058, "Cannot send a message in a forum channel")


def _allow_direct(world: World, author_id: str, channel: Json) -> None:
    allow(world, author_id, channel, Permission.NONE)
    recipient = channel["recipients"][0]["id"]
    if author_id == recipient:
        return
    if not any(recipient in guild.members for guild in world.bot_guilds()):
        raise ApiError(403, 50278, "Cannot send messages to this user due to having no mutual guilds")
    if not world.accepts_direct_messages(recipient):
        raise ApiError(403, 50007, "Cannot send messages to this user")


def post(world: World, channel: Json, message: Json) -> None:
    """Put a composed message where everyone in the channel sees it. In a thread it is counted, and whoever
    writes or is called is in it from then on."""
    world.messages.add(message)
    channel["last_message_id"] = message["id"]
    if message.get("poll"):
        world.polls.watch(message)
    if channel["type"] not in THREADS:
        announce(world, "MESSAGE_CREATE", channel, message)
        return
    by_somebody = message["type"] not in SYSTEM_MESSAGES
    if by_somebody and not message.get("webhook_id"):
        let_in(world, channel, [message["author"]["id"]])
    if not _opens_thread(channel, message):
        channel["message_count"] += 1
        channel["total_message_sent"] += 1
    message["position"] = channel["total_message_sent"]
    announce(world, "MESSAGE_CREATE", channel, message)
    if by_somebody:
        let_in(world, channel, called_into(world, channel, message))


def _opens_thread(channel: Json, message: Json) -> bool:
    """The first message of a thread does not count."""
    return bool(message["id"] == channel["id"] or message["type"] == MessageType.THREAD_STARTER)


def edit(world: World, author_id: str, message: Json, body: Json, uploads: Sequence[Upload] = ()) -> Json:
    """Change one's own message; 50005 for anybody else's."""
    channel = world.channel(message["channel_id"])
    allow(world, author_id, channel, Permission.VIEW_CHANNEL)
    if message["author"]["id"] != author_id:
        raise ApiError(403, 50005, "Cannot edit a message authored by another user")
    if message.get("poll"):
        raise ApiError(400, 520003, "Cannot edit a poll message")
    if message["type"] in SYSTEM_MESSAGES:
        raise ApiError(403, 50021, "Cannot execute action on a system message")
    needs_active(channel)
    if guild := world.guild_of(channel):
        needs_unlocked(world.actor(guild, author_id), channel)
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
        author, where = message["author"]["id"], {"channel_id": channel["id"], "count": "1"}
        world.audit.note(guild, AuditAction.MESSAGE_DELETE, user_id, author, reason, options=where)
    _needs_to_delete(world, user_id, channel)
    remove(world, channel, message)


def _needs_to_delete(world: World, user_id: str, channel: Json) -> None:
    """Out of an archived thread too, unless it is locked as well."""
    guild = world.guild_of(channel)
    if guild and is_archived(channel):
        needs_unlocked(world.actor(guild, user_id), channel)


def remove(world: World, channel: Json, message: Json) -> None:
    private = world.messages.reader_of(message)
    world.messages.remove(message)
    world.reactions.pop(message["id"], None)
    if private:
        world.changed.happened()
        return
    _uncount(channel, [message])
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
        world.reactions.pop(message["id"], None)
    _uncount(channel, found)
    if guild := world.guild_of(channel):
        action, many = AuditAction.MESSAGE_BULK_DELETE, {"count": str(len(found))}
        world.audit.note(guild, action, user_id, channel["id"], reason, options=many)
    gone = {"ids": [message["id"] for message in found], "channel_id": channel["id"]}
    world.emit_in(channel, "MESSAGE_DELETE_BULK", gone | _guild_id(channel))


def type_in(world: World, user_id: str, channel: Json) -> None:
    allow(world, user_id, channel, sending(channel))
    started = int(world.clock.now().timestamp())
    event: Json = {"channel_id": channel["id"], "user_id": user_id, "timestamp": started} | _guild_id(channel)
    if guild := world.guild_of(channel):
        event["member"] = guild.members[user_id]
    world.emit_in(channel, "TYPING_START", event)


def _uncount(channel: Json, gone: Sequence[Json]) -> None:
    """`message_count` goes down again, `total_message_sent` never."""
    if channel["type"] in THREADS:
        channel["message_count"] -= sum(not _opens_thread(channel, message) for message in gone)


def _guild_id(channel: Json) -> Json:
    return {"guild_id": channel["guild_id"]} if channel.get("guild_id") else {}

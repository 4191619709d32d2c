"""Pinning messages to a channel and taking them down."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.compose import announce, blank_message
from sandbox.enums import SYSTEM_MESSAGES, AuditAction, MessageType
from sandbox.errors import ApiError
from sandbox.payloads import Json
from sandbox.permissions import Permission
from sandbox.verbs.archiving import needs_active
from sandbox.verbs.messages import allow, post

if TYPE_CHECKING:
    from sandbox.world import World

MAX_PINS = 250


def pin(world: World, user_id: str, message: Json, reason: str | None = None) -> None:
    """Idempotent; 30003 when the channel has no room for another. The channel is told by a message."""
    channel = world.channel(message["channel_id"])
    allow(world, user_id, channel, Permission.PIN_MESSAGES)
    needs_active(channel)
    if message["type"] in SYSTEM_MESSAGES:
        raise ApiError(403, 50021, "Cannot execute action on a system message")
    if message["pinned"]:
        return
    if len(world.messages.pins(channel["id"])) >= MAX_PINS:
        raise ApiError(400, 30003, f"Maximum number of pinned messages reached ({MAX_PINS})")
    message["pinned"] = True
    world.messages.pin(message)
    _tell(world, user_id, channel, message, AuditAction.MESSAGE_PIN, reason)
    reference = {"type": 0, "channel_id": channel["id"], "message_id": message["id"]}
    reference |= {"guild_id": channel["guild_id"]} if channel.get("guild_id") else {}
    notice = {"type": int(MessageType.PIN), "message_reference": reference}
    post(world, channel, blank_message(world, channel, world.users[user_id]) | notice)


def unpin(world: World, user_id: str, message: Json, reason: str | None = None) -> None:
    """Idempotent."""
    channel = world.channel(message["channel_id"])
    allow(world, user_id, channel, Permission.PIN_MESSAGES)
    needs_active(channel)
    if not message["pinned"]:
        return
    message["pinned"] = False
    world.messages.unpin(message)
    _tell(world, user_id, channel, message, AuditAction.MESSAGE_UNPIN, reason)


def _tell(
    world: World, user_id: str, channel: Json, message: Json, action: AuditAction, reason: str | None
) -> None:
    announce(world, "MESSAGE_UPDATE", channel, message)
    latest = next(reversed(world.messages.pins(channel["id"]).values()), None)
    channel["last_pin_timestamp"] = latest
    update: Json = {"channel_id": channel["id"], "last_pin_timestamp": latest}
    if guild := world.guild_of(channel):
        update["guild_id"] = guild.id
        author, which = message["author"]["id"], {"channel_id": channel["id"], "message_id": message["id"]}
        world.audit.note(guild, action, user_id, author, reason, options=which)
    world.emit_in(channel, "CHANNEL_PINS_UPDATE", update)

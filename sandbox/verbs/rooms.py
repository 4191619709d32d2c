"""What a voice channel shows beside its name: a status in words, and since when somebody has been there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING

from sandbox.acting import Actor
from sandbox.checks.stages import check_room_status
from sandbox.enums import AuditAction, ChannelType
from sandbox.errors import ApiError
from sandbox.payloads import Json
from sandbox.permissions import VOICE, Permission, within

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World


def set_status(actor: Actor, channel: Json, wish: Json, reason: str | None = None) -> None:
    """Needs SET_VOICE_CHANNEL_STATUS, and MANAGE_CHANNELS too from outside the room; empty takes it away."""
    check_room_status(wish)
    if channel["type"] != ChannelType.VOICE:
        raise ApiError(400, 50024, "Cannot execute action on this channel type")
    actor.needs(Permission.SET_VOICE_CHANNEL_STATUS, channel)
    if actor.id not in actor.guild.in_room(channel["id"]):
        actor.needs(Permission.MANAGE_CHANNELS, channel)
    status = wish.get("status") or None
    _set(actor.world, actor.guild, channel, status)
    action = AuditAction.VOICE_CHANNEL_STATUS_SET if status else AuditAction.VOICE_CHANNEL_STATUS_DELETE
    options = {"status": status} if status else None
    actor.world.audit.note(actor.guild, action, actor.id, channel["id"], reason, options=options)


def _set(world: World, guild: Guild, channel: Json, status: str | None) -> None:
    if guild.room_statuses.get(channel["id"]) == status:
        return
    if status:
        guild.room_statuses[channel["id"]] = status
    else:
        del guild.room_statuses[channel["id"]]
    data = {"id": channel["id"], "guild_id": guild.id, "status": status}
    world.emit_in(channel, "VOICE_CHANNEL_STATUS_UPDATE", data)


def occupancy_changed(world: World, guild: Guild, channel_id: str) -> None:
    """A room begins with whoever comes first; when the last one has left, its status goes too."""
    channel, occupied = guild.channels[channel_id], bool(guild.in_room(channel_id))
    if occupied == (channel_id in guild.rooms_since):
        return
    if occupied:
        guild.rooms_since[channel_id] = int(world.clock.now().timestamp())
    else:
        del guild.rooms_since[channel_id]
        _set(world, guild, channel, None)
    data = {"id": channel_id, "guild_id": guild.id, "voice_start_time": guild.rooms_since.get(channel_id)}
    world.emit_in(channel, "VOICE_CHANNEL_START_TIME_UPDATE", data)


def info(world: World, guild: Guild, fields: Sequence[str]) -> Json:
    """The body of CHANNEL_INFO: what was asked for, of every room the bot sees."""
    known: dict[str, Mapping[str, str | int]] = {
        "status": guild.room_statuses,
        "voice_start_time": guild.rooms_since,
    }
    bot = guild.members[world.application_id]
    seen = [
        channel_id
        for channel_id, channel in guild.channels.items()
        if channel["type"] in VOICE and Permission.VIEW_CHANNEL in within(guild, bot, channel)
    ]
    asked = [field for field in fields if field in known]
    rooms: list[Json] = [{"id": one, **{field: known[field].get(one) for field in asked}} for one in seen]
    return {"guild_id": guild.id, "channels": rooms}

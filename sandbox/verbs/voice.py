"""Who is in which voice or stage channel, and who can be heard there."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from sandbox.acting import Actor
from sandbox.audit import differences
from sandbox.enums import AuditAction, ChannelType
from sandbox.errors import ApiError, invalid, missing_permissions
from sandbox.payloads import Json
from sandbox.permissions import VOICE, Permission
from sandbox.verbs import event_life, rooms, stages

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World

OWN = ("self_mute", "self_deaf", "self_video", "self_stream")
"""What everybody sets for themselves."""
SILENCING = {"mute": Permission.MUTE_MEMBERS, "deaf": Permission.DEAFEN_MEMBERS}
"""What is set for others, and what it needs."""


def move(world: World, guild_id: str, user_id: str, channel_id: object, **own: bool) -> None:
    """Somebody enters a channel, changes to another, or leaves when `channel_id` is None.

    `own` is what they set for themselves on the way: self_mute, self_deaf, self_video, self_stream.
    """
    guild = world.guild(guild_id)
    if channel_id is None:
        leave(world, guild, user_id)
        return
    actor, channel = world.actor(guild, user_id), _room(guild, str(channel_id))
    present = guild.voice_states.get(user_id)
    if present is None or present["channel_id"] != channel["id"]:
        _needs_to_come_in(actor, channel)
    if own.get("self_stream") or own.get("self_video"):
        actor.needs(Permission.STREAM, channel)
    _put(world, guild, user_id, channel, own)


def _room(guild: Guild, channel_id: str) -> Json:
    channel = guild.channel(channel_id)
    if channel["type"] not in VOICE:
        raise invalid({"channel_id": ("CHANNEL_TYPE_INVALID", "Invalid channel type")})
    return channel


def _needs_to_come_in(actor: Actor, channel: Json) -> None:
    """CONNECT, and a free place; whoever moves members comes in although it is full."""
    actor.needs(Permission.CONNECT, channel)
    full = channel["user_limit"] and len(actor.guild.in_room(channel["id"])) >= channel["user_limit"]
    if full and not actor.may(Permission.MOVE_MEMBERS, channel):
        raise missing_permissions()


def _put(world: World, guild: Guild, user_id: str, channel: Json, own: Json) -> None:
    before = guild.voice_states.get(user_id)
    state = (before or _new_state(guild, user_id)) | {"channel_id": channel["id"]} | own
    if before is None or before["channel_id"] != channel["id"]:
        state |= {"suppress": channel["type"] == ChannelType.STAGE, "request_to_speak_timestamp": None}
        state |= {"self_video": bool(own.get("self_video")), "self_stream": bool(own.get("self_stream"))}
    guild.voice_states[user_id] = state
    _tell(world, guild, state)
    _room_changed(world, guild, channel["id"])
    if before and before["channel_id"] != channel["id"]:
        _room_changed(world, guild, before["channel_id"])


def leave(world: World, guild: Guild, user_id: str) -> None:
    state = guild.voice_states.pop(user_id, None)
    if state is not None:
        _tell(world, guild, state | {"channel_id": None, "self_video": False, "self_stream": False})
        _room_changed(world, guild, state["channel_id"])


def close_room(world: World, guild: Guild, channel_id: str) -> None:
    """The channel is about to go: everybody is put out, and what was to happen there will not."""
    for user_id in guild.in_room(channel_id):
        leave(world, guild, user_id)
    event_life.room_gone(world, guild, channel_id)
    stages.channel_gone(world, guild, channel_id)
    guild.room_statuses.pop(channel_id, None)


def _new_state(guild: Guild, user_id: str) -> Json:
    """A server mute or deafening outlasts the visit: it stands with the member."""
    member = guild.members[user_id]
    return {
        "guild_id": guild.id, "channel_id": None, "user_id": user_id,
        "session_id": secrets.token_hex(16), "deaf": member["deaf"], "mute": member["mute"],
        "self_deaf": False, "self_mute": False, "self_video": False, "self_stream": False,
        "suppress": False, "request_to_speak_timestamp": None,
    }  # fmt: skip


def _tell(world: World, guild: Guild, state: Json) -> None:
    member = guild.members[state["user_id"]]
    world.emit("VOICE_STATE_UPDATE", state | {"member": member}, guild)


def _room_changed(world: World, guild: Guild, channel_id: str) -> None:
    rooms.occupancy_changed(world, guild, channel_id)
    stages.speakers_changed(world, guild, channel_id)
    event_life.room_changed(world, guild, channel_id)


def state_of(guild: Guild, user_id: str) -> Json:
    """40032 for somebody who is in no channel."""
    if user_id not in guild.voice_states:
        raise ApiError(400, 40032, "Target user is not connected to voice.")
    return guild.voice_states[user_id]


def needs_to_moderate(actor: Actor, member: Json, wish: Json) -> None:
    """Refuse to move, disconnect, mute or deafen whom the actor may not, or who is in no channel."""
    asked = {key for key in ("channel_id", *SILENCING) if key in wish}
    if not asked:
        return
    here = actor.guild.channels[state_of(actor.guild, member["user"]["id"])["channel_id"]]
    for key in asked & SILENCING.keys():
        actor.needs(SILENCING[key], here)
    if "channel_id" in asked:
        actor.needs(Permission.MOVE_MEMBERS, here)
        if wish["channel_id"] is not None:
            there = _room(actor.guild, wish["channel_id"])
            actor.needs(Permission.MOVE_MEMBERS | Permission.CONNECT, there)


def moderate(actor: Actor, member: Json, wish: Json, reason: str | None) -> None:
    """Do to somebody in voice what `needs_to_moderate` has allowed."""
    world, guild, user_id = actor.world, actor.guild, member["user"]["id"]
    silenced = {key: bool(wish[key]) for key in SILENCING if wish.get(key) is not None}
    if silenced:
        changes = differences(member, silenced, silenced)
        member |= silenced
        guild.voice_states[user_id] = state_of(guild, user_id) | silenced
        _tell(world, guild, guild.voice_states[user_id])
        world.audit.note(guild, AuditAction.MEMBER_UPDATE, actor.id, user_id, reason, changes=changes)
    if "channel_id" not in wish:
        return
    if wish["channel_id"] is None:
        leave(world, guild, user_id)
        options = {"count": "1"}
        world.audit.note(guild, AuditAction.MEMBER_DISCONNECT, actor.id, None, reason, options=options)
    else:
        _put(world, guild, user_id, _room(guild, wish["channel_id"]), {})
        options = {"channel_id": wish["channel_id"], "count": "1"}
        world.audit.note(guild, AuditAction.MEMBER_MOVE, actor.id, None, reason, options=options)


def set_speaking(actor: Actor, user_id: str, wish: Json) -> None:
    """On a stage: speak or listen (`suppress`), ask to speak (`request_to_speak_timestamp`).

    Anybody may step down or take back their request; the rest needs MUTE_MEMBERS or REQUEST_TO_SPEAK.
    """
    guild, state = actor.guild, state_of(actor.guild, user_id)
    channel = guild.channels[state["channel_id"]]
    if channel["type"] != ChannelType.STAGE or wish.get("channel_id") not in (None, channel["id"]):
        raise ApiError(400, 50024, "Cannot execute action on this channel type")
    own = user_id == actor.id
    if wish.get("suppress") is False or (not own and "suppress" in wish):
        actor.needs(Permission.MUTE_MEMBERS, channel)
    if own and wish.get("request_to_speak_timestamp"):
        actor.needs(Permission.REQUEST_TO_SPEAK, channel)
    guild.voice_states[user_id] = state | _speaking(actor, own, wish)
    _tell(actor.world, guild, guild.voice_states[user_id])
    stages.speakers_changed(actor.world, guild, channel["id"])


def _speaking(actor: Actor, own: bool, wish: Json) -> Json:
    changes: Json = {"suppress": wish["suppress"]} if wish.get("suppress") is not None else {}
    if own and "request_to_speak_timestamp" in wish:
        changes["request_to_speak_timestamp"] = wish["request_to_speak_timestamp"]
    elif not own and wish.get("suppress") is False:
        changes["request_to_speak_timestamp"] = actor.world.clock.now().isoformat()
    elif wish.get("suppress"):
        changes["request_to_speak_timestamp"] = None
    return changes

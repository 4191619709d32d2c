"""Who is in which voice channel."""

from __future__ import annotations

import secrets
from typing import TYPE_CHECKING

from sandbox.enums import ChannelType
from sandbox.errors import invalid, missing_permissions
from sandbox.payloads import Json
from sandbox.permissions import Permission

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.world import World


def move(world: World, guild_id: str, user_id: str, channel_id: object) -> None:
    """Enter a voice channel, change to another, or leave when `channel_id` is None."""
    guild = world.guild(guild_id)
    if channel_id is None:
        leave(world, guild, user_id)
        return
    channel = guild.channel(str(channel_id))
    if channel["type"] != ChannelType.VOICE:
        raise invalid({"channel_id": ("CHANNEL_TYPE_INVALID", "Invalid channel type")})
    actor = world.actor(guild, user_id)
    actor.needs(Permission.CONNECT, channel)
    present = sum(state["channel_id"] == channel["id"] for state in guild.voice_states.values())
    if (
        channel["user_limit"]
        and present >= channel["user_limit"]
        and not actor.may(Permission.MOVE_MEMBERS, channel)
    ):
        raise missing_permissions()
    state = _state(guild, user_id, channel["id"])
    guild.voice_states[user_id] = state
    world.emit("VOICE_STATE_UPDATE", state | {"member": guild.members[user_id]}, guild)


def leave(world: World, guild: Guild, user_id: str) -> None:
    if guild.voice_states.pop(user_id, None) is None:
        return
    gone = _state(guild, user_id, None) | {"member": guild.members[user_id]}
    world.emit("VOICE_STATE_UPDATE", gone, guild)


def _state(guild: Guild, user_id: str, channel_id: str | None) -> Json:
    return {
        "guild_id": guild.id, "channel_id": channel_id, "user_id": user_id,
        "session_id": secrets.token_hex(16), "deaf": False, "mute": False, "self_deaf": False,
        "self_mute": False, "self_video": False, "suppress": False, "request_to_speak_timestamp": None,
    }  # fmt: skip

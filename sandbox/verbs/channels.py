"""Making, changing, ordering and deleting channels, and who may do what in them."""

from __future__ import annotations

import copy
from collections.abc import Sequence

from sandbox import payloads
from sandbox.acting import Actor
from sandbox.audit import differences
from sandbox.checks.guilds import check_channel
from sandbox.enums import AuditAction, ChannelType
from sandbox.errors import ApiError, invalid, missing_permissions, unknown
from sandbox.gaps import not_known
from sandbox.payloads import CHANNEL_FIELDS, Json, JsonValue
from sandbox.permissions import THREADS, VOICE, Permission
from sandbox.verbs import forums, guilds, threads, voice, webhooks

LOGGED = ("name", "type", "topic", "nsfw", "rate_limit_per_user", "bitrate", "user_limit")
MAX_CHANNELS = 500
MAX_IN_CATEGORY = 50
UNKNOWN_KINDS = {5: "announcement", 16: "media"}


def create(actor: Actor, wish: Json, reason: str | None = None) -> Json:
    """A new channel below its neighbours."""
    actor.needs(Permission.MANAGE_CHANNELS)
    check_channel(wish)
    guild, kind = actor.guild, ChannelType(_known(int(wish.get("type") or 0)))
    if len(guild.channels) >= MAX_CHANNELS:
        raise ApiError(400, 30013, f"Maximum number of guild channels reached ({MAX_CHANNELS})")
    fields = {
        key: value for key, value in wish.items() if key not in ("name", "type", "permission_overwrites")
    }
    _check_parent(actor, fields.get("parent_id"))
    fields |= forums.settings(actor, fields)
    overwrites = _overwrites(actor, wish.get("permission_overwrites") or [], [])
    position = fields.pop("position", None)
    if position is None:
        beside = [c for c in guild.channels.values() if _shelf(c["type"]) == _shelf(kind)]
        position = 1 + max((c["position"] for c in beside), default=-1)
    name = payloads.channel_name(wish["name"], kind)
    channel = payloads.channel(actor.world.snowflakes.next(), guild.id, name, kind, position, **fields)
    channel["permission_overwrites"] = overwrites
    guild.channels[channel["id"]] = channel
    actor.world.emit("CHANNEL_CREATE", channel, guild)
    _note(actor, AuditAction.CHANNEL_CREATE, {}, channel, reason)
    return channel


def _shelf(kind: int) -> str:
    """Discord sorts what is read together, forums among text channels, and rooms to speak in below."""
    if kind in (ChannelType.VOICE, ChannelType.STAGE):
        return "rooms"
    return "categories" if kind == ChannelType.CATEGORY else "channels"


def _known(kind: int) -> int:
    if kind not in CHANNEL_FIELDS:
        raise not_known(f"{UNKNOWN_KINDS.get(kind, kind)} channels")
    return kind


def edit(actor: Actor, channel: Json, wish: Json, reason: str | None = None) -> Json:
    """Change what `wish` names; overwrites also need MANAGE_ROLES."""
    _needs_no_thread(channel)
    actor.needs(Permission.MANAGE_CHANNELS, channel)
    check_channel(wish, editing=True, kind=channel["type"])
    if wish.get("type") not in (None, channel["type"]):
        raise invalid({"type": ("CHANNEL_TYPE_INVALID", "Invalid channel type")})
    own = CHANNEL_FIELDS[channel["type"]].keys() | {"position"}
    changes = {key: _given(channel, key, value) for key, value in wish.items() if key in own}
    if changes.get("parent_id") != channel["parent_id"]:
        _check_parent(actor, changes.get("parent_id"))
    if wish.get("permission_overwrites") is not None:
        actor.needs(Permission.MANAGE_ROLES, channel)
        asked = wish["permission_overwrites"]
        changes["permission_overwrites"] = _overwrites(actor, asked, channel["permission_overwrites"])
    if wish.get("name") is not None:
        changes["name"] = payloads.channel_name(wish["name"], ChannelType(channel["type"]))
    changes |= forums.settings(actor, changes, channel)
    before = dict(channel)
    channel |= changes
    actor.world.emit("CHANNEL_UPDATE", channel, actor.guild)
    _note(actor, AuditAction.CHANNEL_UPDATE, before, channel, reason)
    return channel


def _given(channel: Json, key: str, value: JsonValue) -> JsonValue:
    """Null asks for what a new channel has; a place in the list stays."""
    if value is not None:
        return value
    return channel["position"] if key == "position" else copy.deepcopy(CHANNEL_FIELDS[channel["type"]][key])


def _check_parent(actor: Actor, parent_id: str | None) -> None:
    if parent_id is None:
        return
    parent = actor.guild.channels.get(parent_id)
    if parent is None or parent["type"] != ChannelType.CATEGORY:
        raise invalid({"parent_id": ("CHANNEL_PARENT_INVALID", "Category does not exist")})
    inside = sum(other["parent_id"] == parent_id for other in actor.guild.channels.values())
    if inside >= MAX_IN_CATEGORY:
        words = f"Maximum number of channels in category reached ({MAX_IN_CATEGORY})"
        raise invalid({"parent_id": ("CHANNEL_PARENT_MAX_CHANNELS", words)})


def delete(actor: Actor, channel: Json, reason: str | None = None) -> None:
    """Its messages and threads go with it; the channels of a category stay behind without one."""
    _needs_no_thread(channel)
    actor.needs(Permission.MANAGE_CHANNELS, channel)
    guild = actor.guild
    guilds.needs_no_community(guild, channel)
    if channel["type"] in VOICE:
        voice.close_room(actor.world, guild, channel["id"])
    for thread in guild.threads.below(channel["id"]):
        threads.remove(actor.world, thread, tell=False)
    del guild.channels[channel["id"]]
    actor.world.messages.remove_channel(channel["id"])
    actor.world.emit("CHANNEL_DELETE", channel, guild)
    for child in guild.channels.values():
        if child["parent_id"] == channel["id"]:
            child["parent_id"] = None
            actor.world.emit("CHANNEL_UPDATE", child, guild)
    guilds.forget_channel(actor.world, guild, channel["id"])
    webhooks.channel_gone(actor.world, channel["id"])
    _note(actor, AuditAction.CHANNEL_DELETE, channel, {}, reason)


def _note(actor: Actor, action: AuditAction, before: Json, after: Json, reason: str | None) -> None:
    changes, channel_id = differences(before, after, LOGGED), (before or after)["id"]
    actor.world.audit.note(actor.guild, action, actor.id, channel_id, reason, changes=changes)


def move(actor: Actor, moves: Sequence[Json]) -> None:
    """Discord's bulk move: `[{"id", "position"?, "parent_id"?, "lock_permissions"?}]`."""
    actor.needs(Permission.MANAGE_CHANNELS)
    guild = actor.guild
    asked = [(guild.channel(str(wish["id"])), wish) for wish in moves]
    for channel, wish in asked:
        before = dict(channel)
        if wish.get("position") is not None:
            channel["position"] = int(wish["position"])
        if "parent_id" in wish and wish["parent_id"] != channel["parent_id"]:
            _check_parent(actor, wish["parent_id"])
            channel["parent_id"] = wish["parent_id"]
        if wish.get("lock_permissions") and channel["parent_id"]:
            channel["permission_overwrites"] = list(
                guild.channels[channel["parent_id"]]["permission_overwrites"]
            )
        if channel != before:
            actor.world.emit("CHANNEL_UPDATE", channel, guild)


def set_overwrite(actor: Actor, channel: Json, wish: Json, reason: str | None = None) -> None:
    """Put one overwrite (`id`, `type`, `allow`, `deny`) in place of the one for the same role or member."""
    _needs_no_thread(channel)
    actor.needs(Permission.MANAGE_ROLES, channel)
    others = [one for one in channel["permission_overwrites"] if one["id"] != wish["id"]]
    new = len(others) == len(channel["permission_overwrites"])
    asked = payloads.overwrite(wish)
    changed = _overwrites(actor, [*others, asked], channel["permission_overwrites"])
    channel["permission_overwrites"] = changed
    action = AuditAction.OVERWRITE_CREATE if new else AuditAction.OVERWRITE_UPDATE
    _tell_overwrites(actor, channel, action, asked, reason)


def delete_overwrite(actor: Actor, channel: Json, target_id: str, reason: str | None = None) -> None:
    _needs_no_thread(channel)
    actor.needs(Permission.MANAGE_ROLES, channel)
    left = [one for one in channel["permission_overwrites"] if one["id"] != target_id]
    gone = next((one for one in channel["permission_overwrites"] if one["id"] == target_id), None)
    if gone is None:
        raise unknown("Permission overwrite")
    channel["permission_overwrites"] = left
    _tell_overwrites(actor, channel, AuditAction.OVERWRITE_DELETE, gone, reason)


def _needs_no_thread(channel: Json) -> None:
    """Threads are changed and deleted by other rules, and go by their channel's overwrites."""
    if channel["type"] in THREADS:
        raise ApiError(400, 50024, "Cannot execute action on this channel type")


def _tell_overwrites(
    actor: Actor, channel: Json, action: AuditAction, overwrite: Json, reason: str | None
) -> None:
    actor.world.emit("CHANNEL_UPDATE", channel, actor.guild)
    whose = {"id": overwrite["id"], "type": str(overwrite["type"])}
    if overwrite["id"] in actor.guild.roles:
        whose["role_name"] = actor.guild.roles[overwrite["id"]]["name"]
    actor.world.audit.note(actor.guild, action, actor.id, channel["id"], reason, options=whose)


def _overwrites(actor: Actor, asked: Sequence[Json], present: Sequence[Json]) -> list[Json]:
    """The overwrites as stored. Nobody allows or denies what they may not do themselves; MANAGE_ROLES is for
    administrators alone (Discord: resources/guild#create-guild-channel)."""
    built = [payloads.overwrite(one) for one in asked]
    before = {one["id"]: one for one in present}
    administrator = actor.may(Permission.ADMINISTRATOR)
    for one in built:
        if one["type"] == 0 and one["id"] not in actor.guild.roles:
            raise unknown("Role")
        old = before.get(one["id"], {"allow": "0", "deny": "0"})
        changed = (int(one["allow"]) ^ int(old["allow"])) | (int(one["deny"]) ^ int(old["deny"]))
        if changed & Permission.MANAGE_ROLES and not administrator:
            raise missing_permissions()
        actor.needs_own(changed)
    return built

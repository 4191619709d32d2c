"""The objects Discord sends, built whole: every field a client may insist on is there."""

from __future__ import annotations

import copy
import json
import re
from collections.abc import Iterable
from typing import Any

from sandbox.enums import ChannelType

Json = dict[str, Any]
"""A Discord object as it travels. The sandbox keeps its objects in this form."""
JsonValue = Any
"""Whatever JSON can hold."""


encode = json.JSONEncoder(separators=(",", ":")).encode
"""ASCII only, as Discord sends it."""


def user(user_id: str, name: str, *, bot: bool = False) -> Json:
    return {
        "id": user_id, "username": name if bot else username(name), "global_name": None if bot else name,
        "discriminator": "0", "avatar": None, "bot": bot, "public_flags": 0, "flags": 0,
        "primary_guild": None,
    }  # fmt: skip


def username(name: str) -> str:
    return re.sub(r"[^a-z0-9_.]", "", name.lower().replace(" ", "_")) or "someone"


def shown_name(account: Json) -> str:
    return str(account["global_name"] or account["username"])


def member(account: Json, joined_at: str, roles: Iterable[str] = (), flags: int = 0) -> Json:
    return {
        "user": account, "roles": list(roles), "nick": None, "avatar": None, "banner": None,
        "joined_at": joined_at, "premium_since": None, "deaf": False, "mute": False, "pending": False,
        "flags": flags, "communication_disabled_until": None,
    }  # fmt: skip


def role(role_id: str, name: str, *, permissions: int, position: int, **fields: JsonValue) -> Json:
    primary = fields.get("color") or 0
    colors = {"primary_color": primary, "secondary_color": None, "tertiary_color": None}
    colors |= fields.get("colors") or {}
    built = {
        "id": role_id, "name": name, "permissions": str(permissions), "position": position, "flags": 0,
        "color": colors["primary_color"], "colors": colors, "hoist": bool(fields.get("hoist")), "icon": None,
        "unicode_emoji": fields.get("unicode_emoji"), "mentionable": bool(fields.get("mentionable")),
        "managed": bool(fields.get("managed")),
    }  # fmt: skip
    return built | ({"tags": fields["tags"]} if fields.get("tags") else {})


CHANNEL_FIELDS: dict[int, Json] = {
    ChannelType.TEXT: {
        "topic": None, "nsfw": False, "rate_limit_per_user": 0, "last_message_id": None, "parent_id": None,
        "default_auto_archive_duration": 1440, "default_thread_rate_limit_per_user": 0,
    },
    ChannelType.VOICE: {
        "bitrate": 64000, "user_limit": 0, "rtc_region": None, "nsfw": False, "rate_limit_per_user": 0,
        "last_message_id": None, "parent_id": None,
    },
    ChannelType.CATEGORY: {"parent_id": None},
    ChannelType.STAGE: {
        "topic": None, "bitrate": 64000, "user_limit": 0, "rtc_region": None, "nsfw": False,
        "rate_limit_per_user": 0, "last_message_id": None, "parent_id": None,
    },
    ChannelType.FORUM: {
        "topic": None, "nsfw": False, "rate_limit_per_user": 0, "last_message_id": None, "parent_id": None,
        "default_auto_archive_duration": 4320, "default_thread_rate_limit_per_user": 0, "available_tags": [],
        "default_reaction_emoji": None, "default_sort_order": None, "default_forum_layout": 0, "flags": 0,
    },
}  # fmt: skip
"""What a channel has beside the common fields, with Discord's defaults."""


def channel(
    channel_id: str, guild_id: str, name: str, kind: ChannelType, position: int, **fields: JsonValue
) -> Json:
    common = {
        "id": channel_id, "type": int(kind), "guild_id": guild_id, "name": name, "position": position,
        "permission_overwrites": [], "flags": 0,
    }  # fmt: skip
    own = copy.deepcopy(CHANNEL_FIELDS[kind])
    return common | own | {key: value for key, value in fields.items() if key in own and value is not None}


def channel_name(name: str, kind: ChannelType) -> str:
    """Discord writes text channels and forums small, with hyphens and without most punctuation."""
    if kind not in (ChannelType.TEXT, ChannelType.FORUM):
        return name
    hyphened = re.sub(r"\s+", "-", name.strip().lower())
    return re.sub(r"-{2,}", "-", re.sub(r"[!\"#$%&'()*+,./:;<=>?@\[\\\]^`{|}~]", "", hyphened)) or "-"


def thread(
    thread_id: str, parent: Json, name: str, kind: ChannelType, owner_id: str, at: str, **fields: JsonValue
) -> Json:
    """`at` is the moment it is opened; `fields` what was asked for, the rest comes from the parent."""
    metadata = {
        "archived": False, "archive_timestamp": at, "locked": False, "create_timestamp": at,
        "auto_archive_duration": fields.get("auto_archive_duration")
        or parent["default_auto_archive_duration"],
    }  # fmt: skip
    if kind is ChannelType.PRIVATE_THREAD:
        metadata["invitable"] = fields.get("invitable") is not False
    slowmode = fields.get("rate_limit_per_user")
    built = {
        "id": thread_id, "type": int(kind), "guild_id": parent["guild_id"], "name": name, "flags": 0,
        "parent_id": parent["id"], "owner_id": owner_id, "last_message_id": None, "message_count": 0,
        "member_count": 0, "total_message_sent": 0, "thread_metadata": metadata,
        "rate_limit_per_user": parent["default_thread_rate_limit_per_user"] if slowmode is None else slowmode,
    }  # fmt: skip
    forum = parent["type"] == ChannelType.FORUM
    return built | ({"applied_tags": list(fields.get("applied_tags") or ())} if forum else {})


def thread_member(thread_id: str, user_id: str, at: str) -> Json:
    return {"id": thread_id, "user_id": user_id, "join_timestamp": at, "flags": 0}


def forum_tag(tag_id: str, fields: Json) -> Json:
    return {
        "id": tag_id, "name": fields["name"], "moderated": bool(fields.get("moderated")),
        "emoji_id": fields.get("emoji_id"), "emoji_name": fields.get("emoji_name"),
    }  # fmt: skip


def direct_channel(channel_id: str, recipient: Json) -> Json:
    return {
        "id": channel_id, "type": int(ChannelType.DM), "flags": 0, "last_message_id": None,
        "recipients": [recipient],
    }  # fmt: skip


def overwrite(fields: Json) -> Json:
    """discord.py sends numbers as ids and a word or a number as type; Discord answers in one form."""
    kinds = {"role": 0, "member": 1}
    return {
        "id": str(fields["id"]), "type": kinds.get(fields["type"], fields["type"]),
        "allow": str(fields.get("allow") or 0), "deny": str(fields.get("deny") or 0),
    }  # fmt: skip


def embed(fields: Json) -> Json:
    whole = {"type": "rich", "flags": 0, "content_scan_version": 0} | fields
    return {key: value for key, value in whole.items() if value is not None}

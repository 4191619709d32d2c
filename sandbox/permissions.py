"""Discord's permission bits, and who may do what in a guild and in a channel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import IntFlag
from typing import Any, Protocol

Payload = Mapping[str, Any]


class Guild(Protocol):
    """What permissions are computed from; roles and channels are Discord's objects by id."""

    @property
    def id(self) -> str: ...
    @property
    def owner_id(self) -> str: ...
    @property
    def roles(self) -> Mapping[str, Payload]: ...
    @property
    def channels(self) -> Mapping[str, Payload]: ...

    def in_thread(self, thread_id: str, user_id: str) -> bool: ...


class Permission(IntFlag):
    """Names and bits as in topics/permissions; bit 47 does not exist."""

    NONE = 0
    CREATE_INSTANT_INVITE = 1 << 0
    KICK_MEMBERS = 1 << 1
    BAN_MEMBERS = 1 << 2
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    ADD_REACTIONS = 1 << 6
    VIEW_AUDIT_LOG = 1 << 7
    PRIORITY_SPEAKER = 1 << 8
    STREAM = 1 << 9
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    SEND_TTS_MESSAGES = 1 << 12
    MANAGE_MESSAGES = 1 << 13
    EMBED_LINKS = 1 << 14
    ATTACH_FILES = 1 << 15
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    USE_EXTERNAL_EMOJIS = 1 << 18
    VIEW_GUILD_INSIGHTS = 1 << 19
    CONNECT = 1 << 20
    SPEAK = 1 << 21
    MUTE_MEMBERS = 1 << 22
    DEAFEN_MEMBERS = 1 << 23
    MOVE_MEMBERS = 1 << 24
    USE_VAD = 1 << 25
    CHANGE_NICKNAME = 1 << 26
    MANAGE_NICKNAMES = 1 << 27
    MANAGE_ROLES = 1 << 28
    MANAGE_WEBHOOKS = 1 << 29
    MANAGE_GUILD_EXPRESSIONS = 1 << 30
    USE_APPLICATION_COMMANDS = 1 << 31
    REQUEST_TO_SPEAK = 1 << 32
    MANAGE_EVENTS = 1 << 33
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    CREATE_PRIVATE_THREADS = 1 << 36
    USE_EXTERNAL_STICKERS = 1 << 37
    SEND_MESSAGES_IN_THREADS = 1 << 38
    USE_EMBEDDED_ACTIVITIES = 1 << 39
    MODERATE_MEMBERS = 1 << 40
    VIEW_CREATOR_MONETIZATION_ANALYTICS = 1 << 41
    USE_SOUNDBOARD = 1 << 42
    CREATE_GUILD_EXPRESSIONS = 1 << 43
    CREATE_EVENTS = 1 << 44
    USE_EXTERNAL_SOUNDS = 1 << 45
    SEND_VOICE_MESSAGES = 1 << 46
    SET_VOICE_CHANNEL_STATUS = 1 << 48
    SEND_POLLS = 1 << 49
    USE_EXTERNAL_APPS = 1 << 50
    PIN_MESSAGES = 1 << 51
    BYPASS_SLOWMODE = 1 << 52
    ALL = (1 << 53) - 1 - (1 << 47)


DEFAULT_EVERYONE = Permission(2_248_473_465_835_073)
"""What @everyone may do in a guild nobody has configured."""

THREADS = frozenset({10, 11, 12})
PRIVATE_THREAD = 12
VOICE = frozenset({2, 13})

NEEDS_SENDING = (
    Permission.SEND_TTS_MESSAGES
    | Permission.EMBED_LINKS
    | Permission.ATTACH_FILES
    | Permission.MENTION_EVERYONE
)
NEEDS_CONNECT = (
    Permission.MANAGE_CHANNELS
    | Permission.MANAGE_ROLES
    | Permission.PRIORITY_SPEAKER
    | Permission.STREAM
    | Permission.SPEAK
    | Permission.MUTE_MEMBERS
    | Permission.DEAFEN_MEMBERS
    | Permission.MOVE_MEMBERS
    | Permission.USE_VAD
    | Permission.REQUEST_TO_SPEAK
    | Permission.USE_EMBEDDED_ACTIVITIES
    | Permission.USE_SOUNDBOARD
    | Permission.USE_EXTERNAL_SOUNDS
    | Permission.SET_VOICE_CHANNEL_STATUS
)


def base(guild: Guild, member: Payload) -> Permission:
    """What `member` may do in the guild, before any channel has its say."""
    if member["user"]["id"] == guild.owner_id:
        return Permission.ALL
    granted = 0
    for role in _roles_of(guild, member):
        granted |= int(role["permissions"])
    return Permission.ALL if granted & Permission.ADMINISTRATOR.value else Permission(granted)


def within(guild: Guild, member: Payload, channel: Payload) -> Permission:
    """What `member` may do in `channel`; a thread asks its parent, a private one also who is in it."""
    granted = base(guild, member)
    if granted is Permission.ALL:
        return granted
    where = guild.channels[channel["parent_id"]] if channel["type"] in THREADS else channel
    found = _implied(Permission(_overwritten(guild.id, member, where, granted.value)), channel)
    closed = channel["type"] == PRIVATE_THREAD and Permission.MANAGE_THREADS not in found
    if closed and not guild.in_thread(channel["id"], member["user"]["id"]):
        return Permission.NONE
    return found


def sending(channel: Payload) -> Permission:
    """The bit that lets somebody write in `channel`."""
    return Permission.SEND_MESSAGES_IN_THREADS if channel["type"] in THREADS else Permission.SEND_MESSAGES


def top_position(guild: Guild, member: Payload) -> int:
    """Position of the member's highest role; @everyone stands at 0."""
    return max(int(role["position"]) for role in _roles_of(guild, member))


def outranks(guild: Guild, member: Payload, role: Payload) -> bool:
    """Whether `member` stands above `role`, and so may give, take, move or edit it."""
    if member["user"]["id"] == guild.owner_id:
        return True
    return _top_rank(guild, member) > _rank(guild, role)


def outranks_member(guild: Guild, member: Payload, other: Payload) -> bool:
    """Whether `member` may kick or rename `other`; nobody stands above the owner."""
    if other["user"]["id"] == guild.owner_id:
        return False
    return member["user"]["id"] == guild.owner_id or _top_rank(guild, member) > _top_rank(guild, other)


def _roles_of(guild: Guild, member: Payload) -> Iterable[Payload]:
    yield guild.roles[guild.id]
    yield from (guild.roles[role] for role in member["roles"] if role in guild.roles and role != guild.id)


def _rank(guild: Guild, role: Payload) -> tuple[bool, int, int]:
    return role["id"] != guild.id, int(role["position"]), -int(role["id"])


def _top_rank(guild: Guild, member: Payload) -> tuple[bool, int, int]:
    return max(_rank(guild, role) for role in _roles_of(guild, member))


def _overwritten(guild_id: str, member: Payload, channel: Payload, granted: int) -> int:
    overwrites = {overwrite["id"]: overwrite for overwrite in channel.get("permission_overwrites", ())}
    layers = ([guild_id], [role for role in member["roles"] if role != guild_id], [member["user"]["id"]])
    for layer in layers:
        allow = deny = 0
        for overwrite in (overwrites[key] for key in layer if key in overwrites):
            allow |= int(overwrite["allow"])
            deny |= int(overwrite["deny"])
        granted = granted & ~deny | allow
    return granted


def _implied(granted: Permission, channel: Payload) -> Permission:
    if Permission.VIEW_CHANNEL not in granted:
        return Permission.NONE
    if channel["type"] in VOICE and Permission.CONNECT not in granted:
        granted &= ~NEEDS_CONNECT
    if sending(channel) not in granted:
        granted &= ~NEEDS_SENDING
    return granted

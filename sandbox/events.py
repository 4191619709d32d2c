"""Which gateway sessions hear of an event, and how much of it."""

from __future__ import annotations

from enum import IntFlag

from sandbox.payloads import Json


class Intent(IntFlag):
    """What a bot asks to hear of when it identifies (Discord: topics/gateway#gateway-intents)."""

    GUILDS = 1 << 0
    MEMBERS = 1 << 1
    MODERATION = 1 << 2
    WEBHOOKS = 1 << 5
    INVITES = 1 << 6
    VOICE_STATES = 1 << 7
    PRESENCES = 1 << 8
    GUILD_MESSAGES = 1 << 9
    GUILD_REACTIONS = 1 << 10
    GUILD_TYPING = 1 << 11
    DIRECT_MESSAGES = 1 << 12
    DIRECT_REACTIONS = 1 << 13
    DIRECT_TYPING = 1 << 14
    MESSAGE_CONTENT = 1 << 15
    SCHEDULED_EVENTS = 1 << 16
    GUILD_POLLS = 1 << 24
    DIRECT_POLLS = 1 << 25


KNOWN_INTENTS = sum(1 << bit for bit in (*range(17), 20, 21, 24, 25))
PRIVILEGED = Intent.MEMBERS | Intent.PRESENCES | Intent.MESSAGE_CONTENT

_NEEDS = {
    "GUILD_MEMBER_ADD": Intent.MEMBERS, "GUILD_MEMBER_REMOVE": Intent.MEMBERS,
    "VOICE_STATE_UPDATE": Intent.VOICE_STATES, "INVITE_CREATE": Intent.INVITES,
    "INVITE_DELETE": Intent.INVITES, "WEBHOOKS_UPDATE": Intent.WEBHOOKS,
} | dict.fromkeys(
    ("GUILD_AUDIT_LOG_ENTRY_CREATE", "GUILD_BAN_ADD", "GUILD_BAN_REMOVE"), Intent.MODERATION,
) | dict.fromkeys(
    ("GUILD_SCHEDULED_EVENT_CREATE", "GUILD_SCHEDULED_EVENT_UPDATE", "GUILD_SCHEDULED_EVENT_DELETE",
     "GUILD_SCHEDULED_EVENT_USER_ADD", "GUILD_SCHEDULED_EVENT_USER_REMOVE"),
    Intent.SCHEDULED_EVENTS,
) | dict.fromkeys(
    ("GUILD_CREATE", "GUILD_UPDATE", "GUILD_DELETE", "GUILD_ROLE_CREATE", "GUILD_ROLE_UPDATE",
     "GUILD_ROLE_DELETE", "CHANNEL_CREATE", "CHANNEL_UPDATE", "CHANNEL_DELETE", "STAGE_INSTANCE_CREATE",
     "STAGE_INSTANCE_UPDATE", "STAGE_INSTANCE_DELETE", "VOICE_CHANNEL_STATUS_UPDATE",
     "VOICE_CHANNEL_START_TIME_UPDATE", "THREAD_CREATE", "THREAD_UPDATE", "THREAD_DELETE",
     "THREAD_LIST_SYNC", "THREAD_MEMBER_UPDATE"),
    Intent.GUILDS,
)  # fmt: skip

_IN_GUILD_OR_DIRECT = {
    "MESSAGE": (Intent.GUILD_MESSAGES, Intent.DIRECT_MESSAGES),
    "MESSAGE_POLL_VOTE": (Intent.GUILD_POLLS, Intent.DIRECT_POLLS),
    "MESSAGE_REACTION": (Intent.GUILD_REACTIONS, Intent.DIRECT_REACTIONS),
    "TYPING": (Intent.GUILD_TYPING, Intent.DIRECT_TYPING),
    "CHANNEL_PINS": (Intent.GUILDS, Intent.DIRECT_MESSAGES),
}

_CONTENT = ("content", "embeds", "attachments", "components")


def wanted(intents: int, event: str, data: Json, bot_id: str) -> bool:
    """Whether a session with these intents is told at all."""
    if event == "GUILD_MEMBER_UPDATE":
        return bool(intents & Intent.MEMBERS) or data["user"]["id"] == bot_id
    if event == "THREAD_MEMBERS_UPDATE":
        return bool(intents & Intent.MEMBERS) or bool(intents & Intent.GUILDS and _moves(data, bot_id))
    need = _NEEDS.get(event) or _by_place(event, data)
    return need is None or bool(intents & need)


def _moves(data: Json, bot_id: str) -> bool:
    """Whether the bot itself comes into this thread or goes out of it."""
    added = [member["user_id"] for member in data.get("added_members", ())]
    return bot_id in added or bot_id in data.get("removed_member_ids", ())


def _by_place(event: str, data: Json) -> Intent | None:
    family = event.rsplit("_", 1)[0].removesuffix("_REMOVE").removesuffix("_DELETE")
    if family not in _IN_GUILD_OR_DIRECT:
        return None
    in_guild, direct = _IN_GUILD_OR_DIRECT[family]
    return in_guild if data.get("guild_id") else direct


def without_content(intents: int, event: str, data: Json, bot_id: str) -> Json:
    """`data` itself, or what is left of a guild message for a bot that may not read it."""
    if event not in ("MESSAGE_CREATE", "MESSAGE_UPDATE") or intents & Intent.MESSAGE_CONTENT:
        return data
    own = data["author"]["id"] == bot_id or any(user["id"] == bot_id for user in data["mentions"])
    if own or not data.get("guild_id"):
        return data
    left = {key: value for key, value in data.items() if key != "poll"}
    return left | {"content": ""} | {field: [] for field in _CONTENT[1:]}

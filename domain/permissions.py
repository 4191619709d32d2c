"""The permissions of Discord that the rules speak of."""

from __future__ import annotations

from enum import IntFlag


class Permission(IntFlag):
    """Names and bits as in Discord's topics/permissions."""

    NONE = 0
    KICK_MEMBERS = 1 << 1
    BAN_MEMBERS = 1 << 2
    ADMINISTRATOR = 1 << 3
    MANAGE_CHANNELS = 1 << 4
    MANAGE_GUILD = 1 << 5
    VIEW_AUDIT_LOG = 1 << 7
    VIEW_CHANNEL = 1 << 10
    SEND_MESSAGES = 1 << 11
    MANAGE_MESSAGES = 1 << 13
    READ_MESSAGE_HISTORY = 1 << 16
    MENTION_EVERYONE = 1 << 17
    CONNECT = 1 << 20
    MUTE_MEMBERS = 1 << 22
    DEAFEN_MEMBERS = 1 << 23
    MOVE_MEMBERS = 1 << 24
    MANAGE_NICKNAMES = 1 << 27
    MANAGE_ROLES = 1 << 28
    MANAGE_WEBHOOKS = 1 << 29
    MANAGE_GUILD_EXPRESSIONS = 1 << 30
    MANAGE_EVENTS = 1 << 33
    MANAGE_THREADS = 1 << 34
    CREATE_PUBLIC_THREADS = 1 << 35
    CREATE_PRIVATE_THREADS = 1 << 36
    SEND_MESSAGES_IN_THREADS = 1 << 38
    MODERATE_MEMBERS = 1 << 40
    CREATE_EVENTS = 1 << 44
    SET_VOICE_CHANNEL_STATUS = 1 << 48
    PIN_MESSAGES = 1 << 51


P = Permission

DANGEROUS = (
    P.ADMINISTRATOR
    | P.KICK_MEMBERS
    | P.BAN_MEMBERS
    | P.MODERATE_MEMBERS
    | P.MUTE_MEMBERS
    | P.DEAFEN_MEMBERS
    | P.MOVE_MEMBERS
    | P.MENTION_EVERYONE
    | P.VIEW_AUDIT_LOG
    | P.MANAGE_GUILD
    | P.MANAGE_ROLES
    | P.MANAGE_CHANNELS
    | P.MANAGE_MESSAGES
    | P.MANAGE_THREADS
    | P.MANAGE_NICKNAMES
    | P.MANAGE_WEBHOOKS
    | P.MANAGE_EVENTS
    | P.MANAGE_GUILD_EXPRESSIONS
    | P.PIN_MESSAGES
)
"""What nobody may come by through a sign-up: power over other people and over the server."""

BUILDING = (
    P.VIEW_CHANNEL
    | P.SEND_MESSAGES
    | P.SEND_MESSAGES_IN_THREADS
    | P.CREATE_PUBLIC_THREADS
    | P.READ_MESSAGE_HISTORY
    | P.MANAGE_CHANNELS
    | P.MANAGE_ROLES
    | P.MANAGE_THREADS
)
"""Without these the bot makes no channel: it would make one that is too open, or that shuts itself out."""

GATHERING = P.CONNECT | P.CREATE_EVENTS | P.SET_VOICE_CHANNEL_STATUS
"""What discussion rooms and the server's events take. Without them all else works.

Discord: CREATE_EVENTS also lets one change and end events of one's own.
"""

NEEDED = BUILDING | GATHERING
"""What the bot cannot do all of its work without."""

ALL = Permission((1 << 53) - 1)


def held(granted: int) -> Permission:
    """What these bits allow: an administrator may do everything."""
    return ALL if granted & P.ADMINISTRATOR else Permission(granted)


def names(permissions: Permission) -> tuple[str, ...]:
    """`manage-roles`, `view-channel`…, as the words know them."""
    return tuple(
        sorted(str(each.name).lower().replace("_", "-") for each in Permission if each & permissions)
    )

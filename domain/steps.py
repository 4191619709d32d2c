"""What upkeep can do to a server, one small step at a time."""

from __future__ import annotations

from dataclasses import dataclass
from typing import ClassVar

from domain.actual import Overwrite, Tag
from domain.blueprint import Kind
from domain.permissions import BUILDING, Permission
from domain.rooms import is_room


@dataclass(frozen=True, slots=True)
class Make:
    """Make an object and record it. `again`: it was there before, and somebody deleted it."""

    kind: Kind
    key: str
    again: bool = False


@dataclass(frozen=True, slots=True)
class Adopt:
    """Record something that is already there."""

    kind: Kind
    key: str
    discord_id: int


@dataclass(frozen=True, slots=True)
class Name:
    """Give something that was in the making its name."""

    kind: Kind
    key: str
    discord_id: int


@dataclass(frozen=True, slots=True)
class Allow:
    """Set what a channel allows and denies one role, or with `member` the bot.

    `in_view`: somebody had kept stewards out of a discussion room.
    """

    kind: ClassVar = Kind.CHANNEL
    key: str
    channel_id: int
    target_id: int
    overwrite: Overwrite
    member: bool
    in_view: bool = False


@dataclass(frozen=True, slots=True)
class Renew:
    """Edit a panel that shows something old."""

    kind: ClassVar = Kind.PANEL
    key: str
    message_id: int


@dataclass(frozen=True, slots=True)
class Remove:
    """Delete the twin of something that was made twice because Discord's first answer was lost."""

    kind: Kind
    key: str
    discord_id: int


@dataclass(frozen=True, slots=True)
class Mark:
    """Give a forum all of its tags, in this order."""

    kind: ClassVar = Kind.TAG
    key: str
    channel_id: int
    tags: tuple[Tag, ...]


@dataclass(frozen=True, slots=True)
class Arrange:
    """Wake a panel that is a post, and pin or lock it."""

    kind: ClassVar = Kind.PANEL
    key: str
    post_id: int
    pinned: bool
    locked: bool


Step = Make | Adopt | Name | Allow | Renew | Remove | Mark | Arrange


def needs(step: Step) -> Permission:
    """Without what the bot cannot take this step."""
    match step:
        case Adopt():
            return Permission.NONE
        case Make(kind=Kind.ROLE) | Name(kind=Kind.ROLE) | Remove(kind=Kind.ROLE) | Allow():
            return Permission.MANAGE_ROLES
        case Make(kind=Kind.CHANNEL):
            return BUILDING | (Permission.CONNECT if is_room(step.key) else Permission.NONE)
        case Make(kind=Kind.PANEL) | Renew():
            return Permission.VIEW_CHANNEL | Permission.SEND_MESSAGES
        case Arrange() | Remove(kind=Kind.PANEL):
            return Permission.VIEW_CHANNEL | Permission.SEND_MESSAGES_IN_THREADS | Permission.MANAGE_THREADS
        case _:
            return Permission.MANAGE_CHANNELS

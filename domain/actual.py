"""What a server looks like now, as plain values, and which of it is ours."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from domain.blueprint import ChannelKind, Kind
from domain.permissions import Permission, held


@dataclass(frozen=True, slots=True)
class Record:
    """The Discord id that was noted for an object; a panel's digest tells what it showed then."""

    discord_id: int
    digest: str | None = None


Records = Mapping[tuple[Kind, str], Record]


@dataclass(frozen=True, slots=True)
class SeenRole:
    role_id: int
    name: str
    position: int
    permissions: Permission = Permission.NONE
    managed: bool = False

    @property
    def rank(self) -> tuple[int, int]:
        """Higher ranks above; of two roles at one position Discord takes the older."""
        return self.position, -self.role_id


@dataclass(frozen=True, slots=True)
class Overwrite:
    """What a channel allows and denies one role or member."""

    allow: Permission = Permission.NONE
    deny: Permission = Permission.NONE


@dataclass(frozen=True, slots=True)
class Tag:
    """A forum's tag; `tag_id` is None for one to be made. What stewards chose for it stays."""

    name: str
    tag_id: int | None = None
    moderated: bool = False
    emoji_id: str | None = None
    emoji_name: str | None = None


@dataclass(frozen=True, slots=True)
class SeenChannel:
    """A category, a channel or a forum; `empty` when nothing was ever posted in it, or made in it."""

    channel_id: int
    name: str
    topic: str = ""
    overwrites: Mapping[int, Overwrite] = field(default_factory=dict)
    empty: bool = True
    kind: ChannelKind = ChannelKind.TEXT
    tags: tuple[Tag, ...] = ()


@dataclass(frozen=True, slots=True)
class SeenPost:
    """A panel that is a forum's post. When it is not `whole`, the message that it began with is gone."""

    post_id: int
    forum_id: int
    archived: bool = False
    locked: bool = False
    pinned: bool = False
    whole: bool = True


@dataclass(frozen=True, slots=True)
class Me:
    """The bot in this server: what its roles grant it, and the highest of them."""

    user_id: int
    granted: Permission
    top: SeenRole

    @property
    def holds(self) -> Permission:
        return held(self.granted)

    def may(self, needed: Permission) -> bool:
        return not needed & ~self.holds

    def above(self, role: SeenRole) -> bool:
        return self.top.rank > role.rank


@dataclass(frozen=True, slots=True)
class Actual:
    """A server as Discord tells of it, never as a cache remembers it.

    `panels` are the messages found, by key; `posts` tells more of those in forums, and `others_pinned` in
    which forums a post is pinned that is not ours; `unread` are those that could not be looked for; `records`
    is what the database has noted.
    """

    community_id: int
    me: Me
    roles: Mapping[int, SeenRole] = field(default_factory=dict)
    categories: Mapping[int, SeenChannel] = field(default_factory=dict)
    channels: Mapping[int, SeenChannel] = field(default_factory=dict)
    panels: Mapping[str, int] = field(default_factory=dict)
    posts: Mapping[str, SeenPost] = field(default_factory=dict)
    others_pinned: frozenset[int] = frozenset()
    unread: frozenset[str] = frozenset()
    records: Records = field(default_factory=dict)

    def recorded(self, kind: Kind, key: str) -> int | None:
        record = self.records.get((kind, key))
        return record.discord_id if record else None

    def recorded_ids(self, kind: Kind) -> frozenset[int]:
        return frozenset(record.discord_id for (of, _), record in self.records.items() if of is kind)

"""What a community's server should look like, as plain values."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from domain.communities import Topic
from domain.people import Seat
from domain.permissions import Permission
from domain.rooms import Opening, attendees_key, room_key

CATEGORY = "circles"
WELCOME = "welcome"
HOME = "home"
DESK = "steward-desk"
WORLDVIEWS = "worldviews"
GUIDE = "guide"
INDEX = "index"
STEWARDING = "stewarding"
DISCUSSIONS = "discussions"
HOST = "host"
"""The role of those who may plan discussions. Stewards give it in Discord, and nobody else does."""


class Kind(StrEnum):
    """The sorts of things that upkeep makes and records."""

    ROLE = "role"
    CATEGORY = "category"
    CHANNEL = "channel"
    PANEL = "panel"
    TAG = "tag"
    INDEX_PAGE = "index-page"
    """A message in the index of worldviews. There may be hundreds, so that upkeep does not read them."""


class Whom(StrEnum):
    """Whom a channel's rule is about."""

    EVERYONE = "everyone"
    BOT = "bot"
    STEWARDS = "stewards"
    ROLE = "role"
    """Those with one of our roles."""


class ChannelKind(StrEnum):
    """What sort of channel it is."""

    TEXT = "text"
    FORUM = "forum"
    VOICE = "voice"


@dataclass(frozen=True, slots=True)
class Rule:
    """What a channel allows and denies somebody; whatever it does not name is left as it is.

    `undo` is neither allowed nor denied any more. `role`: which of our roles, where `whom` says so.
    """

    whom: Whom
    allow: Permission = Permission.NONE
    deny: Permission = Permission.NONE
    undo: Permission = Permission.NONE
    role: str = ""


@dataclass(frozen=True, slots=True)
class PlannedRole:
    """A role, or the category. `given`: by us, to those who sign up; others are given by hand."""

    key: str
    name: str
    given: bool = True


@dataclass(frozen=True, slots=True)
class PlannedTag:
    """What a forum's posts can be marked with; the key is that of a topic."""

    key: str
    name: str


@dataclass(frozen=True, slots=True)
class PlannedChannel:
    """`topic` ends with the channel's marker, by which it is known again when its id was not recorded.

    A forum has posts, not messages, and `tags` for them. A voice channel has no topic: it is known by the
    name of what is in the making, and then by its own.
    """

    key: str
    name: str
    topic: str
    rules: tuple[Rule, ...]
    kind: ChannelKind = ChannelKind.TEXT
    tags: tuple[PlannedTag, ...] = ()

    @property
    def forum(self) -> bool:
        return self.kind is ChannelKind.FORUM

    @property
    def voice(self) -> bool:
        return self.kind is ChannelKind.VOICE

    @property
    def marker(self) -> str:
        return marker(self.key)


@dataclass(frozen=True, slots=True)
class PlannedPanel:
    """A lasting message, or in a forum a lasting post. `digest` changes when what it shows changes.

    A post has a title. Pinned, it stands above all others; locked, only the bot and moderators write in it.
    """

    key: str
    channel: str
    digest: str
    title: str = ""
    pinned: bool = False
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Blueprint:
    """Everything there should be. The category is there for channels to be made in."""

    roles: tuple[PlannedRole, ...]
    category: PlannedRole
    channels: tuple[PlannedChannel, ...]
    panels: tuple[PlannedPanel, ...]

    def channel(self, key: str) -> PlannedChannel | None:
        return next((channel for channel in self.channels if channel.key == key), None)

    def panel(self, key: str) -> PlannedPanel:
        """Raises LookupError for one that is not planned."""
        return {panel.key: panel for panel in self.panels}[key]

    def name_of(self, kind: Kind, key: str) -> str:
        """What a role, category or channel is called. Raises LookupError for one that is not planned."""
        named: dict[Kind, Sequence[PlannedRole | PlannedChannel | PlannedTag]] = {
            Kind.ROLE: self.roles,
            Kind.CATEGORY: (self.category,),
            Kind.CHANNEL: self.channels,
            Kind.TAG: [tag for channel in self.channels for tag in channel.tags],
        }
        return {each.key: each.name for each in named[kind]}[key]


BOT_WORKS = Rule(
    Whom.BOT, allow=Permission.VIEW_CHANNEL | Permission.SEND_MESSAGES | Permission.READ_MESSAGE_HISTORY
)
BOT_KEEPS_FORUM = Rule(
    Whom.BOT,
    allow=Permission.VIEW_CHANNEL
    | Permission.SEND_MESSAGES
    | Permission.SEND_MESSAGES_IN_THREADS
    | Permission.READ_MESSAGE_HISTORY
    | Permission.MANAGE_THREADS,
)
BOT_KEEPS_CARDS = Rule(Whom.BOT, allow=BOT_KEEPS_FORUM.allow | Permission.CREATE_PUBLIC_THREADS)
"""A thread hangs on every card."""
NOBODY_POSTS = Rule(
    Whom.EVERYONE,
    deny=Permission.SEND_MESSAGES
    | Permission.SEND_MESSAGES_IN_THREADS
    | Permission.CREATE_PUBLIC_THREADS
    | Permission.CREATE_PRIVATE_THREADS,
)
NOBODY_OPENS = Rule(
    Whom.EVERYONE,
    deny=Permission.SEND_MESSAGES | Permission.CREATE_PUBLIC_THREADS | Permission.CREATE_PRIVATE_THREADS,
)
"""Nobody writes beside the cards; in the thread of each everybody may."""
NOBODY_SEES = Rule(Whom.EVERYONE, deny=Permission.VIEW_CHANNEL)
STEWARDS_SEE = Rule(Whom.STEWARDS, allow=Permission.VIEW_CHANNEL)
NOBODY_ENTERS = Rule(Whom.EVERYONE, deny=Permission.CONNECT)
"""Everybody sees the room, and who is in it."""
STEWARDS_ENTER = Rule(Whom.STEWARDS, allow=Permission.VIEW_CHANNEL | Permission.CONNECT)
"""At any time: no discussion is out of view."""
BOT_KEEPS_ROOM = Rule(
    Whom.BOT,
    allow=Permission.VIEW_CHANNEL
    | Permission.CONNECT
    | Permission.SEND_MESSAGES
    | Permission.READ_MESSAGE_HISTORY
    | Permission.SET_VOICE_CHANNEL_STATUS,
)
"""Without being allowed to enter, one may change nothing about a voice channel."""
SEATS = tuple(f"seat-{seat}" for seat in (Seat.MENTOR, Seat.MENTEE))

RULES = {
    WELCOME: (NOBODY_POSTS, BOT_WORKS),
    HOME: (NOBODY_POSTS, BOT_WORKS),
    DESK: (NOBODY_SEES, STEWARDS_SEE, BOT_WORKS),
    WORLDVIEWS: (BOT_KEEPS_FORUM,),
    DISCUSSIONS: (NOBODY_OPENS, BOT_KEEPS_CARDS),
}
FORUMS = frozenset({WORLDVIEWS})
PANELS = {HOME: HOME, GUIDE: WORLDVIEWS, INDEX: WORLDVIEWS, STEWARDING: DESK, DISCUSSIONS: DISCUSSIONS}
"""The channel each panel stands in."""


def blueprint(
    generations: Iterable[str],
    name: Callable[[Kind, str], str],
    topic: Callable[[str], str],
    digests: Mapping[str, str],
    topics: Iterable[Topic] = (),
    rooms: Sequence[Opening] = (),
) -> Blueprint:
    """The server of a community with these generations and topics, and a room for each of `rooms`.

    `name` and `topic` give the words; `digests` has the panels that can be shown, by key.
    """
    keys = [
        *SEATS,
        *(f"generation-{key}" for key in generations),
        HOST,
        *(attendees_key(room) for room in range(len(rooms))),
    ]
    return Blueprint(
        roles=tuple(PlannedRole(key, name(Kind.ROLE, key), given=key != HOST) for key in keys),
        category=PlannedRole(CATEGORY, name(Kind.CATEGORY, CATEGORY)),
        channels=(
            *(_channel(key, name(Kind.CHANNEL, key), f"{topic(key)} {marker(key)}", topics) for key in RULES),
            *(_room(room, name(Kind.CHANNEL, room_key(room)), opening) for room, opening in enumerate(rooms)),
        ),
        panels=tuple(_panel(key, digest, name) for key, digest in digests.items() if key in PANELS),
    )


def _channel(key: str, name: str, topic: str, topics: Iterable[Topic]) -> PlannedChannel:
    if key not in FORUMS:
        return PlannedChannel(key, name, topic, RULES[key])
    tags = tuple(PlannedTag(each.key, each.name) for each in topics)
    return PlannedChannel(key, name, topic, RULES[key], ChannelKind.FORUM, tags)


def _room(room: int, name: str, opening: Opening) -> PlannedChannel:
    """Opening and shutting it is one more thing to bring into line, and so is repaired like the rest."""
    guests = [(attendees_key(room), opening is not Opening.SHUT)]
    guests += [(seat, opening is Opening.EVERYONE) for seat in SEATS]
    rules = (NOBODY_ENTERS, *(_enters(key, may=may) for key, may in guests), STEWARDS_ENTER, BOT_KEEPS_ROOM)
    return PlannedChannel(room_key(room), name, "", rules, ChannelKind.VOICE)


def _enters(role: str, *, may: bool) -> Rule:
    allow, undo = (Permission.CONNECT, Permission.NONE) if may else (Permission.NONE, Permission.CONNECT)
    return Rule(Whom.ROLE, allow=allow, undo=undo, role=role)


def _panel(key: str, digest: str, name: Callable[[Kind, str], str]) -> PlannedPanel:
    channel = PANELS[key]
    if channel not in FORUMS:
        return PlannedPanel(key, channel, digest)
    title = name(Kind.PANEL, key)
    return PlannedPanel(key, channel, digest, title, pinned=key == GUIDE, locked=key == INDEX)


def marker(key: str) -> str:
    """What marks a channel as ours, in its topic."""
    return f"circles:{key}"


def unfinished_name(key: str) -> str:
    """What a new object is called until it is recorded.

    Discord's client library repeats a creation whose answer was lost, and nothing but its name could tell the
    twin from something a steward made: whatever still bears this name is ours and in nobody's use.
    """
    return f"circles-in-the-making-{key}"

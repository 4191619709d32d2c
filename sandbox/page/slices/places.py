"""The channels, threads and direct messages that somebody can see, and what they may do in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.enums import ChannelType
from sandbox.page.seat import everywhere
from sandbox.page.slices.message import calls
from sandbox.payloads import Json, shown_name
from sandbox.permissions import PRIVATE_THREAD, THREADS, VOICE, Permission, sending

if TYPE_CHECKING:
    from sandbox.guild import Guild
    from sandbox.page.seat import Seat
    from sandbox.people.person import Person

MAY = {
    "attach": Permission.ATTACH_FILES.value,
    "react": Permission.ADD_REACTIONS.value,
    "threads": Permission.CREATE_PUBLIC_THREADS.value,
    "private_threads": Permission.CREATE_PRIVATE_THREADS.value,
    "pin": Permission.PIN_MESSAGES.value,
    "clear": Permission.MANAGE_MESSAGES.value,
    "connect": Permission.CONNECT.value,
    "speak": Permission.SPEAK.value,
    "manage": Permission.MANAGE_CHANNELS.value,
    "manage_threads": Permission.MANAGE_THREADS.value,
}
"""What the page asks about, with the bits that decide it. Plain numbers: they are compared very often."""
IN_ROOMS = frozenset({"connect", "speak"})
IN_DIRECT = ["write", "attach", "react", "pin"]
LOOKED_BACK = 50
"""Messages that are looked through for mentions when a channel is seen for the first time."""
COUNTED = 20
"""Mentions that are remembered of each channel."""


def places(seat: Seat) -> list[Json]:
    """In the order of the list at the left; a thread comes after its channel."""
    person = seat.somebody
    granted = _Granted(person)
    here = [_place(seat, place, granted.in_(place)) for place in person.places()]
    return [*here, *([_direct(seat, person.direct)] if person.direct else [])]


def allowed(person: Person, place: Json) -> list[str]:
    """What the person may do there, in the page's words."""
    return _may(place, person.actor.permissions(place).value) if place.get("guild_id") else IN_DIRECT


class _Granted:
    """What the person may do in each place. Public threads go by their channel, which is asked once."""

    def __init__(self, person: Person) -> None:
        self._actor = person.actor
        self._known: dict[str, int] = {}

    def in_(self, channel: Json) -> int:
        if channel["type"] == PRIVATE_THREAD:
            return self._actor.permissions(channel).value
        key = f"{channel['parent_id']}:threads" if channel["type"] in THREADS else channel["id"]
        if key not in self._known:
            self._known[key] = self._actor.permissions(channel).value
        return self._known[key]


def _place(seat: Seat, channel: Json, granted: int) -> Json:
    person, newest = seat.somebody, _newest(seat.somebody, channel)
    return {
        "id": channel["id"],
        "type": channel["type"],
        "name": channel["name"],
        "topic": channel.get("topic"),
        "parent": channel.get("parent_id"),
        "may": _may(channel, granted),
        "newest": newest,
        "pings": _pings(seat, channel, newest),
        **(_thread(person, channel) if channel["type"] in THREADS else _apart(person.guild, channel)),
    }


def _apart(guild: Guild, channel: Json) -> Json:
    """Whether it is only for some."""
    return {} if everybody_sees(guild, channel) else {"private": True}


def everybody_sees(guild: Guild, channel: Json) -> bool:
    own = next((one for one in channel["permission_overwrites"] if one["id"] == guild.id), None)
    granted = int(guild.everyone["permissions"])
    if own:
        granted = granted & ~int(own["deny"]) | int(own["allow"])
    return bool(granted & Permission.VIEW_CHANNEL.value)


def _thread(person: Person, thread: Json) -> Json:
    metadata = thread["thread_metadata"]
    return {
        "archived": metadata["archived"],
        "locked": metadata["locked"],
        "joined": person.guild.in_thread(thread["id"], person.id),
        "mine": thread["owner_id"] == person.id,
    }


def _direct(seat: Seat, channel: Json) -> Json:
    person = seat.somebody
    name = shown_name(person.world.bot_account())
    newest = _newest(person, channel)
    return {
        "id": channel["id"], "type": channel["type"], "name": name, "topic": None, "parent": None,
        "may": IN_DIRECT, "newest": newest, "pings": [],
    }  # fmt: skip


def _may(channel: Json, granted: int) -> list[str]:
    kind, send = channel["type"], sending(channel).value
    writes = kind not in (ChannelType.FORUM, ChannelType.CATEGORY) and granted & send
    room = kind in VOICE
    found = [word for word, bits in MAY.items() if granted & bits == bits and (room or word not in IN_ROOMS)]
    posts = kind == ChannelType.FORUM and granted & Permission.SEND_MESSAGES.value
    return [*(["write"] if writes else []), *(["post"] if posts else []), *found]


def _newest(person: Person, channel: Json) -> str | None:
    newest = person.world.messages.newest_seen_by(person.id, channel["id"])
    return str(newest["id"]) if newest else None


def _pings(seat: Seat, channel: Json, newest: str | None) -> list[str]:
    """The newest messages that call this person; only what has been said since the last look is read."""
    seen, found = seat.pings.get(channel["id"], (None, []))
    if newest and newest != seen:
        fresh = _calling(seat.somebody, channel["id"], int(seen or 0))
        found = [*found, *fresh][-COUNTED:]
        seat.pings[channel["id"]] = newest, found
    return [one for one in found if seat.world.messages.find(channel["id"], one)]


def _calling(person: Person, channel_id: str, after: int) -> list[str]:
    since = person.world.messages.seen_since(person.id, channel_id, after, LOOKED_BACK)
    others = [message for message in since if message["author"]["id"] != person.id]
    return [message["id"] for message in others if calls(person, person.guild, message)]


def start(person: Person) -> str | None:
    """Where somebody who has just come in should look: where they are addressed, else where most is said."""
    said = {place["id"]: person.messages(place)[-50:] for place in everywhere(person)}
    addressed = [
        message
        for messages in said.values()
        for message in messages
        if any(user["id"] == person.id for user in message.get("mentions", ()))
    ]
    if addressed:
        return str(max(addressed, key=lambda message: int(message["id"]))["channel_id"])
    busiest = max(said, key=lambda place: len(said[place]), default=None)
    return busiest if busiest and said[busiest] else None

"""The channels, threads and direct messages that somebody can see, and what they may do in each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from sandbox.enums import ChannelType
from sandbox.page.seat import everywhere
from sandbox.payloads import Json, shown_name
from sandbox.permissions import THREADS, Permission, sending

if TYPE_CHECKING:
    from sandbox.people.person import Person

MAY = {
    "attach": Permission.ATTACH_FILES,
    "react": Permission.ADD_REACTIONS,
    "threads": Permission.CREATE_PUBLIC_THREADS,
    "private_threads": Permission.CREATE_PRIVATE_THREADS,
    "pin": Permission.PIN_MESSAGES,
    "clear": Permission.MANAGE_MESSAGES,
    "connect": Permission.CONNECT,
    "speak": Permission.SPEAK,
    "manage": Permission.MANAGE_CHANNELS,
    "manage_threads": Permission.MANAGE_THREADS,
    "status": Permission.SET_VOICE_CHANNEL_STATUS,
}
"""What the page asks about, with the permission that decides it."""
IN_DIRECT = ["write", "attach", "react", "pin"]


def places(person: Person) -> list[Json]:
    """In the order of the list at the left; a thread comes after its channel."""
    here = [_place(person, place) for place in person.places()]
    return [*here, *([_direct(person, person.direct)] if person.direct else [])]


def _place(person: Person, channel: Json) -> Json:
    thread = channel["type"] in THREADS
    return {
        "id": channel["id"],
        "type": channel["type"],
        "name": channel["name"],
        "topic": channel.get("topic"),
        "parent": channel.get("parent_id"),
        "may": _may(person, channel),
        "newest": _newest(person, channel),
        **(_thread(person, channel) if thread else {}),
    }


def _thread(person: Person, thread: Json) -> Json:
    metadata = thread["thread_metadata"]
    return {
        "archived": metadata["archived"],
        "locked": metadata["locked"],
        "joined": person.guild.in_thread(thread["id"], person.id),
        "mine": thread["owner_id"] == person.id,
    }


def _direct(person: Person, channel: Json) -> Json:
    name = shown_name(person.world.bot_account())
    return {
        "id": channel["id"], "type": channel["type"], "name": name, "topic": None, "parent": None,
        "may": IN_DIRECT, "newest": _newest(person, channel),
    }  # fmt: skip


def _may(person: Person, channel: Json) -> list[str]:
    granted = person.actor.permissions(channel)
    writes = channel["type"] not in (ChannelType.FORUM, ChannelType.CATEGORY) and sending(channel) in granted
    found = [word for word, permission in MAY.items() if permission in granted]
    posts = channel["type"] == ChannelType.FORUM and Permission.SEND_MESSAGES in granted
    return [*(["write"] if writes else []), *(["post"] if posts else []), *found]


def _newest(person: Person, channel: Json) -> str | None:
    newest = person.world.messages.newest_seen_by(person.id, channel["id"])
    return str(newest["id"]) if newest else None


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

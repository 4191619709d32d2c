"""Where a page sits: who is there, which channel they have open, and what of it they look at."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from sandbox.enums import ChannelType
from sandbox.payloads import Json
from sandbox.people.cannot import CannotDo

if TYPE_CHECKING:
    from sandbox.people.person import Person
    from sandbox.world import World

AT_FIRST = 60
"""Messages that are sent when a channel is opened."""
A_STEP = 25
"""Messages that come with each scroll to an end of what is there."""
AT_MOST = 120
"""Messages on a page at once; beyond that the far end is let go."""


@dataclass
class Window:
    """Which part of a channel's messages is shown, by id. `last` is None at the living end."""

    first: str | None = None
    last: str | None = None

    def of(self, messages: list[Json]) -> tuple[int, int]:
        """The bounds among these messages, oldest first."""
        end = len(messages) if self.last is None else _upto(messages, self.last)
        start = max(0, end - AT_FIRST) if self.first is None else _from(messages, self.first)
        if end - start > AT_MOST:
            start = end - AT_FIRST
        self.first = messages[start]["id"] if start < end else None
        return start, end

    def earlier(self, messages: list[Json]) -> None:
        start, end = self.of(messages)
        start = max(0, start - A_STEP)
        self._set(messages, start, min(end, start + AT_MOST))

    def later(self, messages: list[Json]) -> None:
        start, end = self.of(messages)
        end = min(len(messages), end + A_STEP)
        self._set(messages, max(start, end - AT_MOST), end)

    def around(self, messages: list[Json], message_id: str) -> None:
        middle = _from(messages, message_id)
        self._set(messages, max(0, middle - A_STEP), min(len(messages), middle + A_STEP))

    def _set(self, messages: list[Json], start: int, end: int) -> None:
        if start < end:
            self.first = messages[start]["id"]
            self.last = None if end == len(messages) else messages[end - 1]["id"]


def _from(messages: list[Json], message_id: str) -> int:
    """Where this message stands, or the next one if it is gone."""
    wanted = int(message_id)
    return next((n for n, each in enumerate(messages) if int(each["id"]) >= wanted), len(messages))


def _upto(messages: list[Json], message_id: str) -> int:
    wanted = int(message_id)
    return next((n for n, each in enumerate(messages) if int(each["id"]) > wanted), len(messages))


@dataclass
class Seat:
    """One open page."""

    world: World
    person: Person | None = None
    opened: str | None = None
    window: Window = field(default_factory=Window)
    members_from: int = 0
    pings: dict[str, tuple[str | None, list[str]]] = field(default_factory=dict)
    """Of each channel how far it was read for mentions, and the messages that had one."""

    @property
    def somebody(self) -> Person:
        if self.person is None:
            raise CannotDo("Choose who you are first.")
        return self.person

    def sits(self, person: Person | None) -> None:
        self.person, self.members_from = person, 0
        self.pings = {}
        self.opens(None)

    def opens(self, channel_id: str | None) -> None:
        self.opened, self.window = channel_id, Window()

    def place(self) -> Json | None:
        """The open channel, as long as this person can see it."""
        return None if self.person is None or self.opened is None else seen(self.person, self.opened)

    def message(self, ask: Json) -> Json:
        """The message that `ask` names by `channel` and `message`, if this person can see it."""
        channel = seen(self.somebody, ask["channel"])
        for message in self.somebody.messages(channel) if channel else ():
            if message["id"] == ask["message"]:
                return message
        raise CannotDo("That message is no longer there.")


def seen(person: Person, channel_id: str) -> Json | None:
    """The place of this id, if this person sees it and messages can be there."""
    if person.direct and person.direct["id"] == channel_id:
        return person.direct
    try:
        found = person.channel(channel_id)
    except CannotDo:
        return None
    return found if found["id"] == channel_id and found["type"] != ChannelType.CATEGORY else None


def everywhere(person: Person) -> list[Json]:
    """Each place where this person may find messages: channels, threads, the direct channel with the bot."""
    places = [each for each in person.places() if each["type"] != ChannelType.CATEGORY]
    return [*places, *([person.direct] if person.direct else [])]

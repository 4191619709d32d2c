"""The discussion rooms of a community, and who may enter them now."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from domain.discussions import Occurrence, State

OPENED = frozenset({State.OPEN, State.ON})
"""The room of such a date is open."""


class Opening(StrEnum):
    """Who may enter a room, beside stewards, who always may."""

    SHUT = "shut"
    ATTENDEES = "attendees"
    """Those who are coming."""
    EVERYONE = "everyone"
    """Everybody who takes part."""


def room_key(room: int) -> str:
    """The voice channel in the blueprint. People count rooms from one."""
    return f"room-{room + 1}"


def attendees_key(room: int) -> str:
    """The role of those who are coming to what is on in this room."""
    return f"attendees-{room + 1}"


def is_room(key: str) -> bool:
    return key.startswith("room-")


def is_attendees(key: str) -> bool:
    return key.startswith("attendees-")


def number_of(key: str) -> int:
    """The number that people read, of a room or of its role."""
    return int(key.rpartition("-")[2])


def opening(date: Occurrence) -> Opening:
    """Who may enter because of this date."""
    if date.state not in OPENED:
        return Opening.SHUT
    return Opening.ATTENDEES if date.places.limited or date.named else Opening.EVERYONE


def openings(rooms: int, dates: Iterable[Occurrence]) -> tuple[Opening, ...]:
    """Each of so many rooms. Of two dates in one room, the more open one counts."""
    order = list(Opening)
    now = [Opening.SHUT] * rooms
    for date in dates:
        if date.room < rooms:
            now[date.room] = max(now[date.room], opening(date), key=order.index)
    return tuple(now)

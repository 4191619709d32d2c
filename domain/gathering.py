"""When a discussion that is on is over, by what is seen of its room."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from domain.discussions import Occurrence, State

MISSED_AFTER = timedelta(minutes=15)
"""So long after its start one waits for a second person."""
EMPTY_FOR = timedelta(minutes=3)
"""An empty room is over after so long: people come back who have lost the connection."""
HARD_END = timedelta(hours=2)
"""So long after its planned end it is over, whoever is still there."""
ENOUGH = 2
"""So many people make a discussion."""


@dataclass(frozen=True, slots=True)
class Room:
    """What is known of a room: who is in it now, how many were ever, and since when it has been empty."""

    inside: int = 0
    came: int = 0
    empty_since: datetime | None = None


def over(date: Occurrence, now: datetime, room: Room) -> State | None:
    """What becomes of a date that is on: ENDED, MISSED, or None while it goes on."""
    enough = max(room.came, room.inside) >= ENOUGH
    if now >= date.ends_at + HARD_END:
        return State.ENDED if enough else State.MISSED
    if room.inside:
        return None
    if not enough:
        return State.MISSED if now >= date.starts_at + MISSED_AFTER else None
    empty_for = now - room.empty_since if room.empty_since is not None else timedelta(0)
    return State.ENDED if now >= date.ends_at or empty_for >= EMPTY_FOR else None

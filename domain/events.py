"""Discord's own scheduled events: each stands for a date, and people may change either.

What both showed when they were last the same is remembered as digests. What differs from that on Discord was
changed by hand there, and is taken over; what differs from it here is carried to Discord.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, fields
from datetime import UTC, datetime, timedelta
from enum import IntEnum

from domain.discussions import LONGEST, SHORTEST, Occurrence, State

MOST_EVENTS = 100
"""Scheduled or active ones in a server (Discord: resources/guild-scheduled-event)."""
LAPSES_AFTER = timedelta(hours=1)
"""Discord cancels what nobody started some hours after its start; it does not say how many."""
BY_HAND = "gathering-cancelled-by-hand"
"""The reason of a date that was cancelled among Discord's events: the key of the words for it."""
MARK = "circles:date:"


class EventStatus(IntEnum):
    """Numbers as in Discord's resources/guild-scheduled-event."""

    SCHEDULED = 1
    ACTIVE = 2
    COMPLETED = 3
    CANCELED = 4


LIVING = frozenset({EventStatus.SCHEDULED, EventStatus.ACTIVE})


@dataclass(frozen=True, slots=True)
class Face:
    """What an event shows, or should show, of a date."""

    name: str
    about: str
    starts_at: datetime
    ends_at: datetime | None


FACE = tuple(field.name for field in fields(Face))


@dataclass(frozen=True, slots=True)
class Event:
    """A scheduled event as Discord tells of it."""

    event_id: int
    channel_id: int | None
    status: EventStatus
    face: Face
    number: int | None = None
    """The date that it says it stands for."""

    @property
    def living(self) -> bool:
        return self.status in LIVING


@dataclass(frozen=True, slots=True)
class Changes:
    """What was changed by hand on Discord. None for what was not."""

    title: str | None = None
    about: str | None = None
    starts_at: datetime | None = None
    minutes: int | None = None

    def __bool__(self) -> bool:
        return self != Changes()


def face(date: Occurrence) -> Face:
    """What the event of a date should show."""
    return Face(date.title, about_of(date.about), date.starts_at, date.ends_at)


def description(about: str, hint: str, number: int) -> str:
    """The whole text of an event; its last line is ours, and says which date it stands for."""
    return "\n\n".join(filter(None, (about_of(about), f"{hint} · {MARK}{number}")))


def about_of(text: str) -> str:
    """What people wrote of it: no line of theirs can pass for ours."""
    return "\n".join(line.rstrip() for line in text.splitlines() if MARK not in line).strip()


def number_of(text: str) -> int | None:
    """The date that the text names."""
    number = text.rpartition(MARK)[2].split()[:1] if MARK in text else []
    return int(number[0]) if number and number[0].isdecimal() else None


def digests(shown: Face) -> dict[str, str]:
    """By which each part of it is known again."""
    return {name: _digest(value) for name, value in asdict(shown).items()}


def by_hand(event: Event, date: Occurrence) -> Changes:
    """What somebody changed on Discord since we last looked. Nothing is, of an event that we never saw."""
    known = date.event_known
    if known is None:
        return Changes()
    now = digests(event.face)
    changed = {name for name in FACE if now[name] != known.get(name)}
    starts_at, minutes = _interval(event, date) if changed & {"starts_at", "ends_at"} else (None, None)
    return Changes(
        title=event.face.name if "name" in changed and event.face.name != date.title else None,
        about=event.face.about if "about" in changed and event.face.about != about_of(date.about) else None,
        starts_at=starts_at if starts_at != date.starts_at else None,
        minutes=minutes if minutes != date.minutes else None,
    )


def differs(event: Event, date: Occurrence) -> bool:
    """Whether the event is otherwise than we last saw it, or goes on when the date does not.

    Were it compared with the date, and did Discord write a word of ours in a way of its own, we would never
    come to an end. What is changed here is carried there by the job of that change.
    """
    on = event.status is EventStatus.ACTIVE
    return digests(event.face) != date.event_known or on != (date.state is State.ON) or not event.living


def lapsed(date: Occurrence, now: datetime) -> bool:
    """Whether it is more likely that Discord cancelled it, because nobody had started it, than a person."""
    return now >= date.starts_at + LAPSES_AFTER


def eldest(events: Iterable[Event]) -> list[Event]:
    """The oldest first: of twins it is the one that stays."""
    return sorted(events, key=lambda event: event.event_id)


def ours(events: Iterable[Event]) -> Mapping[int, Event]:
    """Those that stand for a date, by its number; of twins the older."""
    return {each.number: each for each in reversed(eldest(events)) if each.number is not None}


def _interval(event: Event, date: Occurrence) -> tuple[datetime, int | None]:
    """When it begins now, and for how many minutes; what has begun does not begin at another time."""
    start = date.starts_at if event.status is EventStatus.ACTIVE else event.face.starts_at
    if event.face.ends_at is None:
        return start, None
    minutes = round((event.face.ends_at - start) / timedelta(minutes=1))
    return start, min(max(minutes, SHORTEST), LONGEST)


def _digest(value: object) -> str:
    text = value.astimezone(UTC).isoformat() if isinstance(value, datetime) else str(value)
    return hashlib.sha256(text.encode()).hexdigest()[:16]

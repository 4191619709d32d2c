"""Reminders of a date: how long each is of use, who gets it where, and what is said together."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from domain.discussions import Occurrence, State

DAY = 24 * 60
"""Minutes."""
WEEK_GRACE, DAY_GRACE = timedelta(hours=12), timedelta(hours=6)
LATE = timedelta(minutes=2)
"""What comes later than this says so."""
TOGETHER = timedelta(minutes=10)
"""So long a direct message waits for others to the same person, where there is time."""
SOON = timedelta(minutes=2)
URGENT = 15
"""Minutes before the start; then it waits for nobody."""
MOST_MENTIONS = 80
"""People called in one message. Discord takes 100 in a list of users (resources/message#allowed-mentions)."""


class Way(StrEnum):
    """How somebody wants to be reminded."""

    THREAD = "thread"
    DIRECT = "direct"
    NONE = "none"


@dataclass(frozen=True, slots=True)
class Choice:
    """What somebody chose. `named`: a recap may say that they were there.

    `closed`: they want direct messages, and take none of ours. `channel_id`: the direct channel to them, once
    it was opened.
    """

    direct: bool = False
    quiet: bool = False
    named: bool = False
    closed: bool = False
    channel_id: int | None = None

    @property
    def wish(self) -> Way:
        if self.quiet:
            return Way.NONE
        return Way.DIRECT if self.direct else Way.THREAD

    @property
    def way(self) -> Way:
        """How they are reminded: whose messages are closed is called in the thread."""
        return Way.THREAD if self.wish is Way.DIRECT and self.closed else self.wish


AS_EVER = Choice()
"""Of somebody who never chose."""


@dataclass(frozen=True, slots=True)
class Due:
    """Which reminder: of which date as it was when, how long before. It is a job's key.

    `part`: of many people, each eighty are called in a message of their own.
    """

    occurrence_id: int
    version: int
    minutes: int
    part: int = 0

    def __str__(self) -> str:
        whole = f"{self.occurrence_id}:{self.version}:{self.minutes}"
        return f"{whole}:{self.part}" if self.part else whole

    @classmethod
    def of(cls, key: str) -> Due:
        return cls(*(int(number) for number in key.split(":")))

    def at(self, starts_at: datetime) -> datetime:
        return starts_at - timedelta(minutes=self.minutes)

    def holds(self, date: Occurrence) -> bool:
        """Whether the date is still as it was when this was written down, and has not begun."""
        return date.version == self.version and date.state in (State.PLANNED, State.OPEN)

    def missed(self, date: Occurrence, now: datetime) -> bool:
        """Whether the date took its course meanwhile, and nobody was reminded in time."""
        begun = date.state is State.ON and date.version == self.version
        over = date.state in (State.ENDED, State.MISSED) and date.version == self.version + 1
        return (begun or over) and useful_until(date.starts_at, self.minutes) <= now


@dataclass(frozen=True, slots=True)
class Part:
    """Of those to be called, those whose line comes after `after`, up to `until`; None for all."""

    after: int
    until: int | None

    def has(self, line: int) -> bool:
        return self.after < line and (self.until is None or line <= self.until)


def grace(minutes: int) -> timedelta:
    """How much later than it should a reminder is still of use: never after the start."""
    if minutes >= 7 * DAY:
        return WEEK_GRACE
    return min(DAY_GRACE, timedelta(minutes=minutes))


def useful_until(starts_at: datetime, minutes: int) -> datetime:
    return starts_at - timedelta(minutes=minutes) + grace(minutes)


def is_late(due_at: datetime, now: datetime) -> bool:
    return now - due_at > LATE


def waits_until(minutes: int, due_at: datetime) -> datetime:
    """How long a direct message waits for others to the same person, and for what is more urgent.

    Of many that are due in one minute, those that begin soonest are sent first.
    """
    if minutes <= URGENT:
        return due_at
    wait = TOGETHER if minutes >= DAY else SOON
    minute = due_at.replace(second=0, microsecond=0)
    return minute + wait + timedelta(minutes=min(1.0, minutes / (7 * DAY)))


def nearer(minutes: int, all_minutes: Sequence[int], starts_at: datetime, now: datetime) -> list[int]:
    """The reminders of the same date that are due by now as well, and nearer to its start."""
    return [each for each in all_minutes if each < minutes and starts_at - timedelta(minutes=each) <= now]


def parts(lines: Sequence[int], most: int = MOST_MENTIONS) -> list[Part]:
    """Who is called in which message, by their lines in order; nobody is in two, whoever comes or goes."""
    lasts = list(lines[most - 1 : -1 : most])
    return [Part(after, until) for after, until in zip([0, *lasts], [*lasts, None], strict=True)]

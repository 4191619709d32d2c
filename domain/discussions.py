"""Discussions: what is planned, and the dates that come of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice

from domain.discussion_errors import (
    EndsBeforeItBegins,
    NoTitle,
    TooFar,
    TooLongTitle,
    TooLongToTalk,
    TooManySeats,
    TooShortToTalk,
    TooSoon,
)
from domain.instants import Instant, instant_of
from domain.people import readable
from domain.repeats import Repeat

LONGEST_TITLE = 100
"""Characters of the name of a scheduled event (Discord: resources/guild-scheduled-event)."""
LONGEST_ABOUT = 800
"""Discord takes 1,000 for an event, and we add a line of our own."""
SHORTEST, LONGEST = 10, 8 * 60
"""Minutes of a discussion."""
HORIZON = 8
"""So many coming dates of a series exist; the others follow as these pass."""
FARTHEST = timedelta(days=2 * 365)
OPENS_BEFORE = timedelta(minutes=10)
"""So long before the start the room opens."""
REMINDERS = (10080, 1440, 60, 10)
"""Minutes before the start."""
ROOMS = 5
"""So many discussions may be on at the same time in a community."""


class State(StrEnum):
    """Of a date. PLANNED, OPEN and ON ones are coming or happening."""

    PLANNED = "planned"
    OPEN = "open"
    """The room is open, and it has not begun."""
    ON = "on"
    ENDED = "ended"
    MISSED = "missed"
    """Nobody came, or only one person."""
    CANCELLED = "cancelled"
    SKIPPED = "skipped"
    """One date of a series that is left out, and can be put back."""


COMING = frozenset({State.PLANNED, State.OPEN, State.ON})


class Status(StrEnum):
    """Of a discussion as a whole."""

    GOING_ON = "going-on"
    CANCELLED = "cancelled"
    OVER = "over"


@dataclass(frozen=True, slots=True)
class Places:
    """How many may come: in all, and of each seat. None for no limit."""

    total: int | None = None
    mentor: int | None = None
    mentee: int | None = None

    @property
    def limited(self) -> bool:
        return self != Places()


@dataclass(frozen=True, slots=True)
class Plan:
    """What somebody wants to happen. `local` has no zone: it is what the clocks of `time_zone` show.

    `people`: whom it is for; empty for everybody who takes part.
    """

    title: str
    local: datetime
    time_zone: str
    minutes: int = 60
    about: str = ""
    topic: str | None = None
    deck: str | None = None
    repeat: Repeat | None = None
    places: Places = Places()
    host_id: int | None = None
    people: frozenset[int] = field(default_factory=frozenset)


@dataclass(frozen=True, slots=True)
class Discussion:
    """A plan that was confirmed: the rule of one date or of many.

    `missed`: how many dates in a row did not happen. `follows`: the discussion that it is the later part of.
    """

    discussion_id: int
    community_id: int
    plan: Plan
    planned_by: int | None
    state: Status
    planned_at: datetime
    missed: int = 0
    follows: int | None = None


@dataclass(frozen=True, slots=True)
class Occurrence:
    """One date of a discussion, with what holds for it: its own title, or else the discussion's.

    `original` is the wall time that the rule gives, by which it is known in its series. `version` grows with
    whatever changes for those who come. `room`: which of the community's discussion rooms.
    """

    occurrence_id: int
    community_id: int
    discussion_id: int
    original: datetime
    local: datetime
    time_zone: str
    starts_at: datetime
    minutes: int
    title: str
    about: str
    topic: str | None
    deck: str | None
    places: Places
    host_id: int | None
    named: bool
    series: bool
    room: int
    state: State
    version: int = 1
    reason: str = ""
    changed_at: datetime | None = None
    opened_at: datetime | None = None
    started_at: datetime | None = None
    ended_at: datetime | None = None
    seen_at: datetime | None = None
    card_id: int | None = None
    event_id: int | None = None
    event_known: Mapping[str, str] | None = None
    panel_id: int | None = None
    recap_id: int | None = None
    planned_by: int | None = None
    going: int = 0
    going_mentor: int = 0
    going_mentee: int = 0

    @property
    def ends_at(self) -> datetime:
        return self.starts_at + timedelta(minutes=self.minutes)

    @property
    def opens_at(self) -> datetime:
        return self.starts_at - OPENS_BEFORE

    @property
    def is_coming(self) -> bool:
        """Whether it is still to happen, or happens now."""
        return self.state in COMING

    def overlaps(self, opens_at: datetime, ends_at: datetime) -> bool:
        """Whether it needs its room at any moment of these."""
        return self.opens_at < ends_at and opens_at < self.ends_at


def needs_sense(plan: Plan, now: datetime) -> Plan:
    """The plan as it may be confirmed, its texts tidied.

    Raises NoTitle, TooLongTitle, TooShortToTalk, TooLongToTalk, TooSoon, TooFar, EndsBeforeItBegins or
    TooManySeats.
    """
    title = readable(plan.title).strip()
    if not title:
        raise NoTitle
    if len(title) > LONGEST_TITLE:
        raise TooLongTitle(most=LONGEST_TITLE, length=len(title))
    if plan.minutes < SHORTEST:
        raise TooShortToTalk(least=SHORTEST)
    if plan.minutes > LONGEST:
        raise TooLongToTalk(most=LONGEST // 60)
    first = instant_of(plan.local, plan.time_zone)
    if first.at <= now:
        raise TooSoon
    if first.at > now + FARTHEST:
        raise TooFar
    if plan.repeat and plan.repeat.until and plan.repeat.until < plan.local.date():
        raise EndsBeforeItBegins
    total, seats = plan.places.total, (plan.places.mentor or 0) + (plan.places.mentee or 0)
    if total is not None and seats > total:
        raise TooManySeats(total=total, seats=seats)
    return replace(plan, title=title, about=readable(plan.about).strip())


def dates(plan: Plan) -> Iterator[tuple[datetime, Instant]]:
    """Every date of a plan: the wall time that the rule gives, and the moment it is."""
    days = plan.repeat.days(plan.local.date()) if plan.repeat else iter((plan.local.date(),))
    for day in days:
        original = plan.local.combine(day, plan.local.time())
        yield original, instant_of(original, plan.time_zone)


def coming(plan: Plan, after: datetime, most: int = HORIZON) -> list[tuple[datetime, Instant]]:
    """The next dates that begin after this moment."""
    return list(islice((pair for pair in dates(plan) if pair[1].at > after), most))


def free_room(opens_at: datetime, ends_at: datetime, others: list[Occurrence]) -> int | None:
    """The first room that nothing else needs then; None when all are taken."""
    taken = {other.room for other in others if other.overlaps(opens_at, ends_at)}
    return next((room for room in range(ROOMS) if room not in taken), None)

"""Who was in the room, as far as we know: when they came and left, and how far that may be from the truth.

We learn of it in two ways. Signs: Discord says that somebody is here, or is not any more; signs get lost,
come twice, late or in the wrong order. Counts: we know who is in the room now. The rules:

* Whoever is here at two counts was here in between, unless a sign says otherwise.
* Whoever is here and was not, came after we last knew that they were not.
* Whoever was here and is not, left after we last knew that they were.
* Whoever leaves and was not here, came after we last knew that they were not.

That somebody came at all, or late, or left early, is said only when it is so whichever moment it was.
"""

from __future__ import annotations

import math
from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import TypeAlias

from domain.discussion_errors import (
    BadMinutes,
)
from domain.discussions import LONGEST, Occurrence

JITTER = timedelta(seconds=2)
"""So much later than it happened we may hear of something: signs carry no time. Closer than that to
somebody's leaving, another leaving is the same one told twice.
"""
LATE = timedelta(minutes=5)
"""So long after the start, or before the end, coming or leaving is late or early."""
LEAST = timedelta(minutes=3)
"""Whoever was there for less did not come."""
MINUTES_LENGTH = 3
"""Characters in which a host writes how many minutes somebody was there."""

Window: TypeAlias = tuple[datetime, datetime]


@dataclass(frozen=True, slots=True)
class Presence:
    """A visit to the room; `left_at` is None while it lasts.

    They came in the `came_within` seconds before `came_at`, and left in the `left_within` seconds after
    `left_at`. `presence_id` is 0 for one that was not kept yet.
    """

    user_id: int
    came_at: datetime
    left_at: datetime | None = None
    came_within: int = 0
    left_within: int = 0
    presence_id: int = 0

    @property
    def earliest(self) -> datetime:
        """They came no earlier."""
        return self.came_at - timedelta(seconds=self.came_within)

    def certain(self, now: datetime) -> Window:
        """They were surely here; upside down when that is no moment."""
        return self.came_at, now if self.left_at is None else self.left_at

    def possible(self, now: datetime) -> Window:
        """They were here at no other moment."""
        return self.earliest, now if self.left_at is None else self.latest

    @property
    def latest(self) -> datetime:
        """They left no later. Of those who have left."""
        return (self.left_at or self.came_at) + timedelta(seconds=self.left_within)


Visits: TypeAlias = tuple[Presence, ...]
"""Of one person to one date, in the order in which we learned of them."""


@dataclass(frozen=True, slots=True)
class Sign:
    """Somebody is here, or is not any more, since some moment of the `within` seconds before `at`."""

    user_id: int
    here: bool
    at: datetime
    within: int = 0


@dataclass(frozen=True, slots=True)
class Look:
    """We know whether somebody is here: it was so at some moment between `began_at` and `at`."""

    user_id: int
    here: bool
    began_at: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class Known:
    """What a date knows of its room without asking anybody.

    `seen_at`: until then we know of everybody who is in the room that they were there, and of those in
    `expected` that they were not. `opened_at`: of anybody else we know only that nobody was in it before.
    """

    opened_at: datetime
    seen_at: datetime
    expected: frozenset[int] = frozenset()

    def away_until(self, user_id: int, visits: Visits) -> datetime:
        """Until then somebody who is not known to be here was surely not."""
        known = self.seen_at if user_id in self.expected else self.opened_at
        left_at = visits[-1].left_at if visits else None
        return known if left_at is None else max(known, left_at)


@dataclass(frozen=True, slots=True)
class Correction:
    """What the host says; `minutes` None leaves those that were seen."""

    user_id: int
    came: bool
    minutes: int | None = None


@dataclass(frozen=True, slots=True)
class Attended:
    """One person and one date: so many minutes for certain, and up to `within` seconds more."""

    user_id: int
    minutes: int
    within: int = 0
    came: bool = False
    """For certain, or because the host says so."""
    maybe: bool = False
    """We do not know whether they were there for long enough to have come."""
    came_late: bool = False
    left_early: bool = False
    corrected: bool = False


def minutes_of(text: str) -> int | None:
    """What a host typed; None for nothing. Raises BadMinutes."""
    if not text.strip():
        return None
    if not text.strip().isdecimal() or int(text) > LONGEST:
        raise BadMinutes(most=LONGEST)
    return int(text)


def opened(date: Occurrence, now: datetime) -> datetime:
    """Since when people can be in the room of this date."""
    return min(date.opened_at or date.started_at or date.opens_at, now)


def known(date: Occurrence, expected: Iterable[int], now: datetime) -> Known:
    """What is known of its room. `expected`: who has been asked after, whether or not they were there."""
    since = opened(date, now)
    return Known(since, min(max(date.seen_at or since, since), now), frozenset(expected))


def heard(visits: Visits, sign: Sign, room: Known) -> Visits:
    """What is known of somebody's visits after a sign."""
    if sign.here:
        return _came(visits, sign)
    last = visits[-1] if visits else None
    if last is None or last.left_at is not None:
        return _left_unseen(visits, sign, room)
    if sign.at < last.earliest:
        return visits
    before = sign.at - timedelta(seconds=sign.within)
    if before < last.came_at:  # it may be that of an earlier visit, whose coming was lost
        earliest = min(last.earliest, room.away_until(sign.user_id, visits[:-1]))
        last = replace(last, came_within=seconds(earliest, last.came_at))
    left_at = max(before, last.earliest)
    return *visits[:-1], replace(last, left_at=left_at, left_within=seconds(left_at, sign.at))


def _came(visits: Visits, sign: Sign) -> Visits:
    last = visits[-1] if visits else None
    before = sign.at - timedelta(seconds=sign.within)
    if last is None:
        return (Presence(sign.user_id, sign.at, came_within=sign.within),)
    if last.left_at is None:
        return visits
    if sign.at > last.left_at:
        within = seconds(max(before, last.left_at), sign.at)
        return *visits, Presence(sign.user_id, sign.at, came_within=within)
    if last.earliest <= sign.at < last.came_at:  # told after the leaving
        within = seconds(max(before, last.earliest), sign.at)
        return *visits[:-1], replace(last, came_at=sign.at, came_within=within)
    return visits


def _left_unseen(visits: Visits, sign: Sign, room: Known) -> Visits:
    """A visit of which we hear only when it is over, unless it is one of which we have heard."""
    if visits and visits[-1].latest >= sign.at - JITTER:
        return visits
    away_until = min(room.away_until(sign.user_id, visits), sign.at)
    left_at = max(sign.at - timedelta(seconds=sign.within), away_until)
    visit = Presence(
        sign.user_id,
        came_at=sign.at,
        left_at=left_at,
        came_within=seconds(away_until, sign.at),
        left_within=seconds(left_at, sign.at),
    )
    return *visits, visit


def counted(visits: Visits, look: Look, room: Known) -> Visits:
    """What is known of somebody's visits after a look. A sign that came after it began tells more."""
    last = visits[-1] if visits else None
    if look.here and (last is None or (last.left_at is not None and last.latest <= look.began_at)):
        away_until = min(room.away_until(look.user_id, visits), look.at)
        return *visits, Presence(look.user_id, look.at, came_within=seconds(away_until, look.at))
    if not look.here and last is not None and last.left_at is None and last.came_at <= look.began_at:
        return *visits[:-1], left_unheard(last, look.at, room)
    return visits


def left_unheard(visit: Presence, at: datetime, room: Known) -> Presence:
    """A visit that is over, when we do not know since when."""
    left_at = min(max(room.seen_at, visit.earliest), at)
    return replace(visit, left_at=left_at, left_within=seconds(left_at, at))


def seconds(since: datetime, until: datetime) -> int:
    """Whole seconds from one moment to a later one, rather one too many."""
    return max(0, math.ceil((until - since).total_seconds()))


def summed(
    date: Occurrence, visits: Iterable[Presence], corrections: Iterable[Correction], now: datetime
) -> list[Attended]:
    """Who came to a date, longest first; also those of whom only the host knows."""
    of: dict[int, list[Presence]] = {}
    for visit in visits:
        of.setdefault(visit.user_id, []).append(visit)
    seen = {user_id: _summed(date, user_id, theirs, now) for user_id, theirs in of.items()}
    for correction in corrections:
        before = seen.get(correction.user_id, Attended(correction.user_id, 0))
        seen[correction.user_id] = _corrected(before, correction)
    return sorted(seen.values(), key=lambda each: (-each.came, -each.minutes, -each.within, each.user_id))


def _summed(date: Occurrence, user_id: int, visits: list[Presence], now: datetime) -> Attended:
    """What counts is from the start to the end; people may be early."""
    starts_at = min(date.started_at or date.starts_at, date.starts_at)
    until = date.ended_at or now
    certain = _length([visit.certain(until) for visit in visits], starts_at, until)
    possible = _length([visit.possible(until) for visit in visits], starts_at, until)
    return Attended(
        user_id,
        minutes=int(certain.total_seconds()) // 60,
        within=seconds(starts_at, starts_at + possible - certain),
        came=certain >= LEAST,
        maybe=certain < LEAST <= possible,
        came_late=min(visit.earliest for visit in visits) > date.starts_at + LATE,
        left_early=bool(date.ended_at) and _left(visits, until) < min(date.ends_at, until) - LATE,
    )


def _left(visits: Iterable[Presence], until: datetime) -> datetime:
    """They left no later."""
    return max(visit.possible(until)[1] for visit in visits)


def _corrected(seen: Attended, correction: Correction) -> Attended:
    if not correction.came:
        return Attended(seen.user_id, 0, corrected=True)
    minutes, within = (seen.minutes, seen.within) if correction.minutes is None else (correction.minutes, 0)
    return replace(seen, minutes=minutes, within=within, came=True, maybe=False, corrected=True)


def _length(windows: Iterable[Window], begin: datetime, end: datetime) -> timedelta:
    """How long it is in all, between these two moments, counting nothing twice."""
    total, reached = timedelta(), begin
    for first, last in sorted(windows):
        since, until = max(first, reached), min(last, end)
        if until > since:
            total += until - since
            reached = until
    return total

"""Places at a date: who gets one, who waits, and to whom a free one is offered."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from domain.discussions import Places
from domain.people import Seat
from domain.rsvps import HOLDING, Answer, Rsvp

OFFERED_FOR = timedelta(hours=12)
"""So long a place is kept for whoever is next in line."""
BEFORE_START = timedelta(hours=1)
"""No longer than until so long before the start, so that somebody else can still take it."""
AT_LEAST = timedelta(minutes=15)
"""And no shorter than this."""


@dataclass(frozen=True, slots=True)
class Taken:
    """How many places are taken or kept for somebody, by whose they are."""

    mentor: int = 0
    mentee: int = 0

    @property
    def total(self) -> int:
        return self.mentor + self.mentee

    def of(self, seat: Seat) -> int:
        return self.mentor if seat is Seat.MENTOR else self.mentee

    def plus(self, seat: Seat, count: int = 1) -> Taken:
        if seat is Seat.MENTOR:
            return replace(self, mentor=self.mentor + count)
        return replace(self, mentee=self.mentee + count)

    def instead(self, before: Rsvp | None, after: Rsvp | None) -> Taken:
        """After somebody's answer has changed."""
        taken = self
        if before is not None and before.answer in HOLDING:
            taken = taken.plus(before.seat, -1)
        if after is not None and after.answer in HOLDING:
            taken = taken.plus(after.seat)
        return taken


def of_seat(places: Places, seat: Seat) -> int | None:
    """The places for one seat; None for no limit of its own."""
    return places.mentor if seat is Seat.MENTOR else places.mentee


def fits(places: Places, taken: Taken, seat: Seat) -> bool:
    """Whether one more can come in this seat."""
    own = of_seat(places, seat)
    return (places.total is None or taken.total < places.total) and (own is None or taken.of(seat) < own)


def is_full(places: Places, taken: Taken) -> bool:
    """Whether nobody can come any more, in whichever seat."""
    return not any(fits(places, taken, seat) for seat in (Seat.MENTOR, Seat.MENTEE))


def seat_for(seat: Seat, places: Places, taken: Taken) -> Seat:
    """In which seat somebody comes. Whoever sits in both takes the one with a place, else the emptier one."""
    if seat is not Seat.BOTH:
        return seat
    return min((Seat.MENTOR, Seat.MENTEE), key=lambda each: (not fits(places, taken, each), taken.of(each)))


def answered(before: Rsvp | None, fresh: Rsvp, places: Places, taken: Taken) -> Rsvp:
    """Where somebody stands whose answer is `fresh`: GOING, MAYBE or NO. `taken` counts what they hold.

    Whoever waits keeps their number, and whoever says the same again changes nothing.
    """
    if before is not None and before.answer is fresh.answer:
        return replace(before, by_interest=False)
    if fresh.answer is not Answer.GOING:
        return fresh
    if before is not None and before.answer is Answer.OFFERED:
        return replace(before, answer=Answer.GOING, offered_until=None, told_in=None)
    if fits(places, taken, fresh.seat):
        return fresh
    if before is not None and before.answer is Answer.WAITING:
        return before
    return replace(fresh, answer=Answer.WAITING)


def next_in_line(places: Places, taken: Taken, heads: Iterable[Rsvp]) -> Rsvp | None:
    """Who is offered the next place, of those who have waited longest for each seat."""
    fitting = [each for each in heads if fits(places, taken, each.seat)]
    return min(fitting, key=lambda each: each.line, default=None)


def offered(waiting: Rsvp, until: datetime) -> Rsvp:
    return replace(waiting, answer=Answer.OFFERED, offered_until=until)


def lapsed(offer: Rsvp, now: datetime) -> Rsvp:
    """Whoever lets an offer pass may come all the same, if there is a place for them then."""
    return replace(offer, answer=Answer.MAYBE, answered_at=now, offered_until=None, told_in=None)


def offer_until(now: datetime, starts_at: datetime) -> datetime | None:
    """How long a place is kept that is offered now; None once it has begun: then it is first come."""
    if now >= starts_at:
        return None
    return max(min(now + OFFERED_FOR, starts_at - BEFORE_START), now + AT_LEAST)


class Missing(StrEnum):
    """Of whom nobody is coming so far."""

    OLDER = "older"
    YOUNGER = "younger"
    MENTOR = "mentor"
    MENTEE = "mentee"


def missing(bands: Sequence[str], going: Iterable[tuple[str, Seat]]) -> Missing | None:
    """Who is missing most; None also while nobody comes at all.

    `bands`: the community's generations, the youngest first. The younger half of them and the older are the
    two sides; of an odd number the one in the middle is on neither.
    """
    people = list(going)
    if not people:
        return None
    half = len(bands) // 2
    here, seats = {band for band, _ in people}, {seat for _, seat in people}
    if half and here.isdisjoint(bands[-half:]):
        return Missing.OLDER
    if half and here.isdisjoint(bands[:half]):
        return Missing.YOUNGER
    if Seat.MENTOR not in seats:
        return Missing.MENTOR
    return Missing.MENTEE if Seat.MENTEE not in seats else None

"""Who comes to a date of a discussion."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.people import Seat


class Answer(StrEnum):
    """What somebody said, or where they stand because of it."""

    GOING = "going"
    MAYBE = "maybe"
    NO = "no"
    WAITING = "waiting"
    """They want to come, and there is no place for them."""
    OFFERED = "offered"
    """A place is kept for them until a deadline."""


HOLDING = frozenset({Answer.GOING, Answer.OFFERED})
"""These take a place."""


@dataclass(frozen=True, slots=True)
class Rsvp:
    """One person and one date. `seat`: whose place they take, not BOTH. `line`: the order of answers.

    `told_in`: the message that offers them a place.
    """

    user_id: int
    answer: Answer
    seat: Seat
    line: int
    answered_at: datetime
    offered_until: datetime | None = None
    by_interest: bool = False
    told_in: int | None = None

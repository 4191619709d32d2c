"""The three taps after a discussion, and what may be said of them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from enum import IntEnum, StrEnum

from domain.discussion_errors import (
    NotThere,
    PulseOver,
)
from domain.discussions import Occurrence, State

LEAST_PEOPLE = 5
"""Of fewer, no figure is shown: somebody could tell who said what."""
OPEN_FOR = timedelta(days=2)
"""So long people may tap. The figures come once, at its end: two, a tap apart, would tell whose it was."""


class Question(StrEnum):
    """What is asked. The values are the names of the columns."""

    FELT_HEARD = "felt_heard"
    LEARNED = "learned"
    MEET_AGAIN = "meet_again"


class Tap(IntEnum):
    """The answers."""

    NO = 0
    SOMEWHAT = 1
    YES = 2


@dataclass(frozen=True, slots=True)
class Pulse:
    """What one person tapped so far."""

    user_id: int
    taps: Mapping[Question, Tap] = field(default_factory=dict)

    @property
    def is_whole(self) -> bool:
        return len(self.taps) == len(Question)


@dataclass(frozen=True, slots=True)
class Sum:
    """How many said what to one question."""

    yes: int
    somewhat: int
    no: int

    @property
    def people(self) -> int:
        return self.yes + self.somewhat + self.no


def over_at(date: Occurrence) -> datetime:
    """When the figures come. A date that never ended has none."""
    return (date.ended_at or date.ends_at) + OPEN_FOR


def may_tap(date: Occurrence | None, now: datetime, *, was_there: bool) -> Occurrence:
    """The date, for somebody who may say how it was. Raises PulseOver or NotThere."""
    if date is None or date.state is not State.ENDED or now >= over_at(date):
        raise PulseOver
    if not was_there:
        raise NotThere
    return date


def sums(pulses: Iterable[Pulse]) -> dict[Question, Sum]:
    """The figures of each question that enough people answered."""
    taps = [pulse.taps for pulse in pulses]
    found = {question: [each[question] for each in taps if question in each] for question in Question}
    return {
        question: Sum(given.count(Tap.YES), given.count(Tap.SOMEWHAT), given.count(Tap.NO))
        for question, given in found.items()
        if len(given) >= LEAST_PEOPLE
    }

"""Asking when people can make it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from domain.discussion_errors import (
    NoTimes,
    NoVotes,
    PollOver,
    TooManyTimes,
)
from domain.discussions import Plan

MOST_TIMES = 10


class Standing(StrEnum):
    """Of a poll."""

    DRAFT = "draft"
    """Only whoever asks has seen it."""
    OPEN = "open"
    PLANNED = "planned"
    """Its winner became a discussion."""
    GONE = "gone"


@dataclass(frozen=True, slots=True)
class Time:
    """One of the times. `choice` counts from 1; `local` is by the clocks of the plan's zone."""

    choice: int
    local: datetime
    at: datetime


@dataclass(frozen=True, slots=True)
class TimePoll:
    """`plan`: what becomes of the winner; its own time means nothing.

    `discussion_id`: the one that fell through, where that is why it is asked.
    """

    poll_id: int
    community_id: int
    asked_by: int | None
    plan: Plan
    times: tuple[Time, ...]
    standing: Standing
    discussion_id: int | None = None
    message_id: int | None = None


Votes = Mapping[int, Collection[int]]
"""By the number of a time: who can make it."""


def needs_times(lines: Sequence[str]) -> list[str]:
    """The lines that say something. Raises NoTimes or TooManyTimes."""
    said = [line.strip() for line in lines if line.strip()]
    if not said:
        raise NoTimes
    if len(said) > MOST_TIMES:
        raise TooManyTimes(most=MOST_TIMES, count=len(said))
    return said


def is_open(poll: TimePoll | None, now: datetime) -> TimePoll:
    """A poll that people can still answer. Raises PollOver."""
    if poll is None or poll.standing is not Standing.OPEN or all(time.at <= now for time in poll.times):
        raise PollOver
    return poll


def winner(poll: TimePoll, votes: Votes, now: datetime) -> Time:
    """The time to come that most people can make, the earliest of several. Raises NoVotes."""
    coming = [time for time in poll.times if time.at > now and votes.get(time.choice)]
    if not coming:
        raise NoVotes
    return min(coming, key=lambda time: (-len(votes[time.choice]), time.at))

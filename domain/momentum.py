"""When a discussion did not happen, new times are proposed at once: whatever is left hanging ends."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta

from domain.discussions import Occurrence, State
from domain.instants import Instant, instant_of, local_of

AWAY = (timedelta(days=2), timedelta(days=4), timedelta(days=7))
"""How far away the three proposals are: soon, another day of the week, and the same day a week on."""
FELL_THROUGH = frozenset({State.MISSED, State.CANCELLED})
TOLD_AT = 2
"""So many in a row are told to stewards."""


def proposals(date: Occurrence, now: datetime) -> list[Instant]:
    """Three new times, at the same time of day, by the clocks of its zone."""
    today = max(local_of(now, date.time_zone), date.local).date()
    at = date.local.time()
    return [instant_of(datetime.combine(today + away, at), date.time_zone) for away in AWAY]


def in_a_row(dates: Sequence[Occurrence], upto: Occurrence) -> int:
    """How many dates of a discussion fell through one after the other, up to this one; the earliest first.

    What was skipped on purpose counts neither way.
    """
    past = [date for date in dates if date.starts_at <= upto.starts_at and date.state is not State.SKIPPED]
    count = 0
    for date in reversed(past):
        if date.state not in FELL_THROUGH:
            break
        count += 1
    return count

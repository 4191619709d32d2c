"""What a calendar shows of discussions: one entry for a date, or one for a whole series."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from functools import lru_cache
from itertools import takewhile

from domain.discussions import Discussion, Occurrence, Plan, State, Status, dates
from domain.repeats import Repeat

COMMUNITY = 0
"""In place of a person: the calendar of the whole community."""
SURELY = timedelta(days=10 * 366)
"""So far ahead a series is looked at before a calendar may go on with it by itself."""


@dataclass(frozen=True, slots=True)
class Entry:
    """`local` is what the clocks of `time_zone` show, without a zone; `starts_at` the same moment in UTC.

    With a `repeat` it stands for a series, but for the dates at the wall times `without`. `instead_of`: the
    wall time of the date in a series that it takes the place of. `thread_id`: where people talk about it.
    """

    uid: str
    community_id: int
    local: datetime
    time_zone: str
    starts_at: datetime
    minutes: int
    title: str
    about: str
    version: int
    changed_at: datetime
    cancelled: bool = False
    tentative: bool = False
    repeat: Repeat | None = None
    without: tuple[datetime, ...] = ()
    instead_of: datetime | None = None
    thread_id: int | None = None


def of_date(date: Occurrence, *, tentative: bool = False) -> Entry:
    """One date by itself."""
    texts = filter(None, (date.about, date.reason))
    return Entry(
        f"date-{date.occurrence_id}.{date.community_id}@reverse-mentoring-circles",
        *(date.community_id, date.local, date.time_zone, date.starts_at, date.minutes, date.title),
        "\n\n".join(texts),
        date.version,
        date.changed_at or date.starts_at,
        cancelled=date.state is State.CANCELLED,
        tentative=tentative,
        thread_id=date.card_id,
    )


def of_discussion(discussion: Discussion, known: Iterable[Occurrence]) -> list[Entry]:
    """All of it: a series as one entry that repeats, with whatever is different about single dates.

    Where a calendar would go astray with the repeat, and for what is over or cancelled, each date that is
    known stands by itself.
    """
    rows = list(known)
    if discussion.state is not Status.GOING_ON or not repeats_exactly(discussion.plan) or not rows:
        return [of_date(date) for date in rows if date.state is not State.SKIPPED]
    last = max(date.original for date in rows)
    by_rule = {original for original, _ in takewhile(lambda pair: pair[0] <= last, dates(discussion.plan))}
    on = [date for date in rows if date.state not in (State.SKIPPED, State.CANCELLED)]
    series = _series(discussion, rows, by_rule - {date.original for date in on})
    different = [date for date in on if date.original in by_rule and _differs(date, discussion.plan)]
    strays = [date for date in on if date.original not in by_rule]
    return [
        series,
        *(replace(of_date(date), uid=series.uid, instead_of=date.original) for date in different),
        *(of_date(date) for date in strays),
    ]


@lru_cache(maxsize=1000)
def repeats_exactly(plan: Plan) -> bool:
    """Whether whoever reads the rule of a series finds the moments that we do.

    Not for a time that the clocks skip one day: readers leave that day out, as RFC 5545, 3.3.10 says, and we
    begin as much later. And a rule that does not begin on the day of its first date is read in many ways.
    """
    if plan.repeat is None:
        return False
    end = plan.local + SURELY
    ahead = list(takewhile(lambda pair: pair[0] < end, dates(plan)))
    return bool(ahead) and ahead[0][0] == plan.local and not any(instant.moved for _, instant in ahead)


def _series(discussion: Discussion, rows: list[Occurrence], without: set[datetime]) -> Entry:
    plan = discussion.plan
    return Entry(
        f"discussion-{discussion.discussion_id}.{discussion.community_id}@reverse-mentoring-circles",
        *(discussion.community_id, plan.local, plan.time_zone, next(dates(plan))[1].at, plan.minutes),
        *(plan.title, plan.about),
        1 + sum(date.version - 1 for date in rows),
        max(date.changed_at or date.starts_at for date in rows),
        repeat=plan.repeat,
        without=tuple(sorted(without)),
    )


def _differs(date: Occurrence, plan: Plan) -> bool:
    texts = (date.title, date.about) != (plan.title, plan.about)
    return texts or date.local != date.original or date.minutes != plan.minutes

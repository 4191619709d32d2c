"""Changing what was planned: one date, this and the following ones, or all that are still to come.

A series that changes from some date on is parted there: the earlier part keeps its rule up to the day before,
the later one is a discussion of its own. So what has been stays as it was, and every date is one that the
rule of its discussion gives.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import islice, takewhile

from domain.discussion_errors import (
    ChangedMeanwhile,
    DateGone,
    NothingToChange,
    NotInSeries,
    TooFar,
    TooSoon,
    Underway,
)
from domain.discussions import (
    FARTHEST,
    OPENS_BEFORE,
    ROOMS,
    Occurrence,
    Plan,
    State,
    dates,
    needs_sense,
)
from domain.instants import instant_of
from domain.remarks import said
from domain.repeats import MONTHS, WEEK, Every, Repeat, nth_of, nth_weekday

SHORTEST_REASON = 3
LONGEST_REASON = 300
"""Characters."""
RESTING = frozenset({State.PLANNED, State.SKIPPED, State.CANCELLED})
"""Dates in these have not begun, and go along when their series is moved."""


class Scope(StrEnum):
    """How much of a series a change is about."""

    ONE = "one"
    FOLLOWING = "following"
    ALL = "all"
    """All that are still to come: what has been stays as it was."""


class What(StrEnum):
    """What somebody wants to be otherwise."""

    MOVE = "move"
    EDIT = "edit"
    CANCEL = "cancel"
    SKIP = "skip"
    RESTORE = "restore"
    HOST = "host"


class News(StrEnum):
    """What those who are going are told by name."""

    MOVED = "moved"
    CANCELLED = "cancelled"
    SKIPPED = "skipped"
    RESTORED = "restored"


@dataclass(frozen=True, slots=True)
class Edit:
    """What is to be otherwise; None for what stays. An empty `about` or `deck` takes it away."""

    title: str | None = None
    about: str | None = None
    deck: str | None = None
    minutes: int | None = None

    def of(self, plan: Plan) -> Plan:
        """The plan with it."""
        deck = plan.deck if self.deck is None else self.deck or None
        return replace(
            plan,
            title=plan.title if self.title is None else self.title,
            about=plan.about if self.about is None else self.about,
            minutes=plan.minutes if self.minutes is None else self.minutes,
            deck=deck,
        )

    def of_date(self, date: Occurrence) -> Edit:
        """What of it is otherwise than the date is. Raises NothingToChange."""
        is_now = {"title": date.title, "about": date.about, "deck": date.deck or "", "minutes": date.minutes}
        wanted = {name: getattr(self, name) for name in is_now}
        left = Edit(**{name: value for name, value in wanted.items() if value != is_now[name]})
        if left == Edit():
            raise NothingToChange
        return left


@dataclass(frozen=True, slots=True)
class Change:
    """What is to become of a date, and of its series as far as `scope` says.

    `seen` is the version of the date that whoever wants it was shown. `at`: when a moved one begins;
    `reason`: why one is called off; `host_id`: who leads the discussion from now on.
    """

    occurrence_id: int
    seen: int
    what: What
    scope: Scope = Scope.ONE
    at: datetime | None = None
    edit: Edit = Edit()
    reason: str = ""
    host_id: int | None = None


def reasonable(reason: str) -> str:
    """Why a date is called off, as those who were going are told. Raises TooShort, TooLong."""
    return said(reason, SHORTEST_REASON, LONGEST_REASON)


def unchanged(date: Occurrence | None, seen: int) -> Occurrence:
    """The date as it was when it was shown. Raises DateGone, ChangedMeanwhile."""
    if date is None:
        raise DateGone
    if date.version != seen:
        raise ChangedMeanwhile
    return date


def may_be_changed(date: Occurrence, now: datetime) -> None:
    """Let pass what has not begun. Raises DateGone, Underway."""
    if not date.is_coming:
        raise DateGone
    if date.state is not State.PLANNED or date.starts_at <= now:
        raise Underway


def may_be_cancelled(date: Occurrence) -> None:
    """Also while people talk. Raises DateGone."""
    if not date.is_coming:
        raise DateGone


def may_be_skipped(date: Occurrence, now: datetime) -> None:
    """Raises DateGone, Underway, NotInSeries."""
    may_be_changed(date, now)
    if not date.series:
        raise NotInSeries


def may_be_restored(date: Occurrence, now: datetime) -> None:
    """Raises DateGone for what was not left out or called off, and TooSoon when its time has passed."""
    if date.state not in (State.SKIPPED, State.CANCELLED):
        raise DateGone
    if date.starts_at <= now:
        raise TooSoon


def timely(at: datetime, now: datetime) -> None:
    """Raises TooSoon, TooFar."""
    if at <= now:
        raise TooSoon
    if at > now + FARTHEST:
        raise TooFar


def edited(plan: Plan, edit: Edit, local: datetime, now: datetime) -> Plan:
    """What needs_sense makes of the plan, for its date at `local`. Raises what that raises."""
    sensible = needs_sense(replace(edit.of(plan), local=local), now)
    return replace(sensible, local=plan.local)


def moved_by_itself(date: Occurrence) -> bool:
    """Whether it is at another time than its series has it."""
    return date.local != instant_of(date.original, date.time_zone).local


def begins_with(series: Sequence[Occurrence], date: Occurrence, scope: Scope, now: datetime) -> datetime:
    """The wall time, by the rule, from which on a series changes."""
    if scope is not Scope.ALL:
        return date.original
    return min(
        each.original for each in series if each.occurrence_id == date.occurrence_id or _to_come(each, now)
    )


def position(plan: Plan, original: datetime) -> int:
    """How many dates the rule gives before this one."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] < original, dates(plan)))


def originals(plan: Plan, most: int) -> list[datetime]:
    """The first dates of the rule, by its wall time."""
    return [original for original, _ in islice(dates(plan), most)]


def parted(plan: Plan, original: datetime) -> tuple[Plan, Plan]:
    """What was before this date, and what begins with it. It is not the first, and the plan repeats."""
    repeat, before = plan.repeat, position(plan, original)
    if repeat is None or not before:
        raise ValueError("there is nothing to part")
    if repeat.count is None:
        ending = replace(repeat, until=original.date() - timedelta(days=1))
    else:
        ending = replace(repeat, count=before)
    return replace(plan, repeat=ending), replace(plan, local=original, repeat=repeat.without(before))


def shifted(plan: Plan, number: int, local: datetime) -> Plan:
    """The plan with its date of this number at `local`, as many dates as before, and each as far apart."""
    repeat = plan.repeat
    if repeat is None:
        return replace(plan, local=local)
    day = local.date()
    if repeat.unit is Every.WEEK:
        first, nth = day - timedelta(days=WEEK * repeat.every * number), 0
    else:
        nth = _nth(repeat, local)
        months = day.year * MONTHS + day.month - 1 - repeat.every * number
        first = nth_weekday(months // MONTHS, months % MONTHS + 1, day.weekday(), nth)
    endless = replace(repeat, nth=nth, until=None)
    until = None
    if repeat.until is not None:
        many = sum(1 for _ in repeat.days(plan.local.date()))
        until = list(islice(endless.days(first), many))[-1]
    start = datetime.combine(first, local.time())
    return replace(plan, local=start, repeat=replace(endless, until=until))


def room_for(date: Occurrence, starts_at: datetime, minutes: int, others: Sequence[Occurrence]) -> int | None:
    """Its own room where that is free then, else the first that is; None when all are taken."""
    ends_at = starts_at + timedelta(minutes=minutes)
    opens_at = starts_at - OPENS_BEFORE
    taken = {
        other.room
        for other in others
        if other.occurrence_id != date.occurrence_id and other.overlaps(opens_at, ends_at)
    }
    return next((room for room in (date.room, *range(ROOMS)) if room not in taken), None)


def _to_come(date: Occurrence, now: datetime) -> bool:
    return date.state in RESTING and date.starts_at > now


def _nth(repeat: Repeat, local: datetime) -> int:
    """Which of its weekday in the month: as before where that fits as well."""
    day = local.date()
    fits = nth_weekday(day.year, day.month, day.weekday(), repeat.nth) == day
    return repeat.nth if fits else nth_of(day)

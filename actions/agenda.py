"""What is coming, and one date of it, as somebody sees it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import dropwhile, islice

from actions import access
from actions.deps import Deps
from actions.discussions import parts_of, present
from data.store import Store
from domain.changes import RESTING
from domain.discussion_errors import (
    DateGone,
    NotTheHost,
)
from domain.discussions import Occurrence
from domain.people import Participant
from domain.rsvps import Rsvp

PAGE = 10
"""Dates on one page of what is coming."""
MOST = 25
"""What one list of Discord's takes."""


@dataclass(frozen=True, slots=True)
class DateReader:
    """One person before one date. `runs`: they host it, planned it, or are a steward."""

    date: Occurrence
    person: Participant | None
    runs: bool
    now: datetime

    @property
    def language(self) -> str | None:
        return self.person.language if self.person else None

    @property
    def time_zone(self) -> str:
        """By whose clocks they mean a time: their own, or those of the discussion."""
        return (self.person.time_zone if self.person else None) or self.date.time_zone


@dataclass(frozen=True, slots=True)
class Coming:
    """Some of the dates that are coming, what one person answered to each, and whether there are more."""

    dates: Sequence[tuple[Occurrence, Rsvp | None]]
    more: bool


async def read_by(
    deps: Deps, community_id: int, occurrence_id: int, user_id: int, permissions: int
) -> DateReader:
    """A date as it is. Raises NotSetUp, DateGone."""
    async with deps.database.read() as store:
        await present(store, community_id)
        date = await store.occurrences.find(community_id, occurrence_id)
        if date is None:
            raise DateGone
        person = await store.people.find(community_id, user_id)
    return DateReader(date, person, _runs(date, user_id, permissions), deps.now())


async def run_by(
    deps: Deps, community_id: int, occurrence_id: int, user_id: int, permissions: int
) -> DateReader:
    """The same for whoever may change it. Raises NotTheHost as well."""
    reader = await read_by(deps, community_id, occurrence_id, user_id, permissions)
    access.may_run(reader.date, user_id, permissions)
    return reader


async def dates_of(deps: Deps, community_id: int, discussion_id: int) -> list[Occurrence]:
    """Those to come of one series, also what was left out or called off."""
    now = deps.now()
    async with deps.database.read() as store:
        dates = await parts_of(store, community_id, discussion_id)
    return [each for each in dates if each.is_coming or _can_be_put_back(each, now)][:MOST]


async def coming_for(deps: Deps, community_id: int, user_id: int, after: int = 0) -> Coming:
    """The next dates of a community; those after the one with this number, where it is still coming."""
    async with deps.database.browse() as store:
        dates = await store.occurrences.coming(community_id)
        beyond = list(islice(dropwhile(lambda each: each.occurrence_id != after, dates), 1, None))
        left = beyond if any(each.occurrence_id == after for each in dates) else dates
        page = [(each, await _answer(store, each, user_id)) for each in left[:PAGE]]
    return Coming(page, len(left) > PAGE)


async def _answer(store: Store, date: Occurrence, user_id: int) -> Rsvp | None:
    return await store.rsvps.find(date.community_id, date.occurrence_id, user_id)


def _runs(date: Occurrence, user_id: int, permissions: int) -> bool:
    try:
        access.may_run(date, user_id, permissions)
    except NotTheHost:
        return False
    return True


def _can_be_put_back(date: Occurrence, now: datetime) -> bool:
    return date.state in RESTING and date.starts_at > now

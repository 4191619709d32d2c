"""Calendars that people follow, and files of single dates."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta

from actions import ics
from actions.deps import Deps
from data.feeds import Feed
from data.store import Store
from domain.calendars import COMMUNITY, Entry, of_date, of_discussion, repeats_exactly
from domain.discussion_errors import (
    DateGone,
)
from domain.discussions import Occurrence, State
from domain.errors import (
    NotAllowed,
    NotTakingPart,
)
from domain.people import Standing
from domain.rsvps import HOLDING, Answer

SECRET_BYTES = 32
PAST = timedelta(days=90)
"""So long a date that is over stays in a calendar that somebody follows."""


@dataclass(frozen=True, slots=True)
class File:
    """A calendar as it is now. `changed_at`: the last change of anything in it."""

    community_id: int
    content: bytes
    changed_at: datetime | None

    @property
    def tag(self) -> str:
        """Another one for every other content."""
        return hashlib.sha256(self.content).hexdigest()[:32]


@dataclass(frozen=True, slots=True)
class Owner:
    """Whose an address is, and the language to speak to them."""

    community_id: int
    user_id: int
    language: str

    @property
    def is_community(self) -> bool:
        return self.user_id == COMMUNITY


async def find(deps: Deps, community_id: int, user_id: int = COMMUNITY) -> Feed | None:
    """Whether somebody, or the community, has an address."""
    async with deps.database.read() as store:
        return await store.feeds.find(community_id, user_id)


async def make(deps: Deps, community_id: int, user_id: int = COMMUNITY) -> str:
    """The secret of a new address, said this once; an earlier one ends. Raises NotTakingPart."""
    secret = secrets.token_urlsafe(SECRET_BYTES)
    async with deps.database.begin() as store:
        if user_id != COMMUNITY and not await _takes_part(store, community_id, user_id):
            raise NotTakingPart
        await store.feeds.save(community_id, user_id, secret, deps.now())
    return secret


async def take_back(deps: Deps, community_id: int, user_id: int = COMMUNITY) -> None:
    """The address ends."""
    async with deps.database.begin() as store:
        await store.feeds.remove(community_id, user_id)


async def owner(deps: Deps, secret: str) -> Owner | None:
    """Whose calendar is at an address; None for one that is none, or no longer."""
    async with deps.database.read() as store:
        feed = await store.feeds.of_secret(secret)
        if feed is None:
            return None
        community = await store.communities.find(feed.community_id)
        if community is None:
            return None
        chosen = await store.people.language_of(feed.community_id, feed.user_id)
    return Owner(feed.community_id, feed.user_id, chosen or community.language)


async def whole(deps: Deps, community_id: int, user_id: int = COMMUNITY, name: str = "") -> File:
    """Somebody's calendar, or the community's, as it is now.

    Raises NotTakingPart, also for whoever has left.
    """
    async with deps.database.browse() as store:
        if user_id != COMMUNITY and not await _takes_part(store, community_id, user_id):
            raise NotTakingPart
        entries = await _entries(store, community_id, user_id, deps.now())
    return await _written(community_id, entries, name)


async def of_one(
    deps: Deps, community_id: int, user_id: int, occurrence_id: int, *, series: bool = False
) -> File:
    """A date, or with `series` all dates of its discussion. Raises DateGone and NotAllowed."""
    async with deps.database.read() as store:
        date = await store.occurrences.find(community_id, occurrence_id)
        if date is None or (not series and date.state is State.SKIPPED):
            raise DateGone
        if date.named and user_id != date.host_id:
            invited = await store.discussions.is_invited(community_id, date.discussion_id, user_id)
            if not invited:
                raise NotAllowed
        entries = [of_date(date)]
        if series:
            entries = await _series(store, community_id, date.discussion_id)
    return await _written(community_id, entries)


async def _entries(store: Store, community_id: int, user_id: int, now: datetime) -> list[Entry]:
    if user_id == COMMUNITY:
        return await _public(store, community_id, now - PAST)
    return await _theirs(store, community_id, user_id, now - PAST)


async def _public(store: Store, community_id: int, since: datetime) -> list[Entry]:
    """Everything that is for everybody: a series as a whole, however long ago it began."""
    found = await store.occurrences.since(community_id, since)
    recent = _by_discussion(date for date in found if not date.named)
    plans = {each.discussion_id: each for each in await store.discussions.going_on(community_id)}
    series = [number for number in recent if number in plans and repeats_exactly(plans[number].plan)]
    earlier = _by_discussion(await store.occurrences.before(community_id, since, series))
    entries: list[Entry] = []
    for number, dates in recent.items():
        if number in series:
            entries += of_discussion(plans[number], [*earlier.get(number, ()), *dates])
        else:
            entries += [of_date(date) for date in dates if date.state is not State.SKIPPED]
    return entries


def _by_discussion(dates: Iterable[Occurrence]) -> dict[int, list[Occurrence]]:
    found: dict[int, list[Occurrence]] = {}
    for date in dates:
        found.setdefault(date.discussion_id, []).append(date)
    return found


async def _series(store: Store, community_id: int, discussion_id: int) -> list[Entry]:
    discussion = await store.discussions.find(community_id, discussion_id)
    if discussion is None:
        raise DateGone
    return of_discussion(discussion, await store.occurrences.of_discussion(community_id, discussion_id))


async def _theirs(store: Store, community_id: int, user_id: int, since: datetime) -> list[Entry]:
    """What somebody comes to, may come to, waits for, hosts, or is asked to by name."""
    answers = await store.feeds.answers(community_id, user_id)
    entries = []
    for date in await store.occurrences.since(community_id, since, of_person=user_id):
        answer = answers.get(date.occurrence_id)
        hosts = date.host_id == user_id
        if date.state is State.SKIPPED or (answer is Answer.NO and not hosts):
            continue
        surely = hosts or (answer in HOLDING and answer is not Answer.OFFERED)
        entries.append(of_date(date, tentative=not surely))
    return entries


async def _written(community_id: int, entries: list[Entry], name: str = "") -> File:
    """A long one takes a while, in which nobody else should have to wait."""
    changed_at = max((entry.changed_at for entry in entries), default=None)
    return File(community_id, await asyncio.to_thread(ics.written, entries, name), changed_at)


async def _takes_part(store: Store, community_id: int, user_id: int) -> bool:
    person = await store.people.find(community_id, user_id)
    return person is not None and person.standing is not Standing.LEFT

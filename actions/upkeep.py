"""What upkeep asks and notes: communities, the ids of their objects, and who should hold which role."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from actions.deps import Deps
from data.store import Store
from data.topics import starter
from domain.actual import Record, Records
from domain.blueprint import HOST, Kind
from domain.communities import Community
from domain.discussions import Occurrence
from domain.jobs import Wish
from domain.people import roles_of
from domain.rooms import OPENED, Opening, attendees_key, is_attendees, openings
from domain.rsvps import HOLDING

ROLES = "roles"
"""The kind of the job that makes somebody's roles what their sign-up says."""
HEAD_START = timedelta(seconds=2)

AT_ONCE = 500
"""Roles are worked out for so many people before anybody else gets a turn."""


@dataclass(frozen=True, slots=True)
class Known:
    """What the database says about a server; `community` is None for one it has never heard of."""

    community: Community | None
    records: Records

    @property
    def is_set_up(self) -> bool:
        return self.community is not None and self.community.set_up_at is not None


@dataclass(frozen=True, slots=True)
class Wanted:
    """The ids of the roles one person should hold, and of all that are ours to give them or take."""

    roles: frozenset[int] = frozenset()
    ours: frozenset[int] = frozenset()
    unrecorded: bool = False
    """Whether a role they should hold does not exist yet."""


async def known(deps: Deps, community_id: int) -> Known:
    """What is known about a server."""
    async with deps.database.read() as store:
        return Known(await store.communities.find(community_id), await store.objects.all(community_id))


def newcomer(community_id: int, language: str) -> Community:
    """A community as it would be at first: with the topics that every community starts with."""
    return Community(community_id, language, topics=starter(language))


async def meet(deps: Deps, community_id: int, language: str) -> None:
    """Keep that the bot is in this server; harmless for one that is known."""
    async with deps.database.begin() as store:
        await store.communities.add(newcomer(community_id, language))


async def set_up(deps: Deps, community_id: int, language: str, steward: int, asked_at: datetime) -> Community:
    """A steward has confirmed the plan. Whoever was first stays on record.

    `asked_at` is Discord's time, like that at which people join; ours may differ.
    """
    async with deps.database.begin() as store:
        earlier = await store.communities.find(community_id)
        if earlier is not None and earlier.set_up_at is not None:
            return earlier
        community = replace(
            earlier or newcomer(community_id, language),
            language=language,
            topics=starter(language),
            set_up_at=deps.now(),
            set_up_by=steward,
        )
        await store.communities.save(community)
        await store.greetings.see_until(community_id, asked_at)
        return community


async def follow(
    store: Store, community_id: int, user_id: int, now: datetime, *, head_start: timedelta = HEAD_START
) -> Wish:
    """Have somebody's roles follow their sign-up, from inside the transaction that changes it.

    Whoever answers the person has a head start; then the clock does it.
    """
    wish = Wish(community_id, ROLES, user_id=user_id, head_start=head_start)
    await store.jobs.add(wish, now, again=True)
    return wish


async def follow_later(deps: Deps, community_id: int, user_id: int) -> None:
    """The same by itself, for what could not be done at once."""
    async with deps.database.begin() as store:
        await follow(store, community_id, user_id, deps.now(), head_start=timedelta(0))
    deps.bell.set()


async def record(deps: Deps, community_id: int, kind: Kind, key: str, record: Record) -> None:
    """Note which Discord object this is, before anything else is done with it."""
    async with deps.database.begin() as store:
        await store.objects.record(community_id, kind, key, record, deps.now())


async def find(deps: Deps, community_id: int, kind: Kind, key: str) -> int | None:
    """The noted id of one object."""
    async with deps.database.read() as store:
        return await store.objects.find(community_id, kind, key)


async def rooms(deps: Deps, community: Community) -> tuple[Opening, ...]:
    """Who may enter each of the discussion rooms now."""
    async with deps.database.read() as store:
        dates = await store.occurrences.in_states(community.community_id, OPENED)
    return openings(community.discussions.rooms, dates)


async def coming(store: Store, date: Occurrence) -> set[int]:
    """Who is let into the room of a date: whoever has a place, and its host."""
    rsvps = await store.rsvps.who(date.community_id, date.occurrence_id, *HOLDING)
    return {each.user_id for each in rsvps} | ({date.host_id} if date.host_id else set())


async def wanted(deps: Deps, community_id: int, user_id: int) -> Wanted:
    """The roles of one person, now.

    What stewards gave somebody who never signed up is not ours to take, but for the role of those who come to
    a discussion: its host need not have signed up.
    """
    async with deps.database.read() as store:
        person = await store.people.find(community_id, user_id)
        attending = (await _attending(store, community_id)).get(user_id, frozenset())
        records = await store.objects.all(community_id)
        if person is None and not await _being_erased(store, community_id, user_id):
            return _wanted(attending, _of_rooms(records))
        return _wanted(roles_of(person) | attending, records)


async def everyone_wanted(deps: Deps, community_id: int) -> dict[int, Wanted]:
    """The roles of all who ever signed up, by user id."""
    async with deps.database.browse() as store:
        records = await store.objects.all(community_id)
        people = await store.people.everyone(community_id)
        attending = await _attending(store, community_id)
    wanted: dict[int, Wanted] = {}
    for person in people:
        roles = roles_of(person) | attending.get(person.user_id, frozenset())
        wanted[person.user_id] = _wanted(roles, records)
        if len(wanted) % AT_ONCE == 0:
            await asyncio.sleep(0)  # the loop goes on, however many they are
    return wanted


async def _attending(store: Store, community_id: int) -> dict[int, frozenset[str]]:
    """The roles of those who come to what is on, or about to begin."""
    roles: dict[int, frozenset[str]] = {}
    for date in await store.occurrences.in_states(community_id, OPENED):
        for user_id in await coming(store, date):
            roles[user_id] = roles.get(user_id, frozenset()) | {attendees_key(date.room)}
    return roles


def _of_rooms(records: Records) -> Records:
    return {(kind, key): each for (kind, key), each in records.items() if is_attendees(key)}


async def _being_erased(store: Store, community_id: int, user_id: int) -> bool:
    return any(each.user_id == user_id for each in await store.privacy.unfinished(community_id))


def _wanted(keys: frozenset[str], records: Records) -> Wanted:
    roles = {
        key: record.discord_id for (kind, key), record in records.items() if kind is Kind.ROLE and key != HOST
    }
    ids = frozenset(roles[key] for key in keys if key in roles)
    return Wanted(ids, frozenset(roles.values()), unrecorded=not keys <= roles.keys())

"""What a person can do about taking part."""

from __future__ import annotations

import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import available_timezones

from actions import rsvps
from actions.deps import Deps
from actions.upkeep import follow
from data.store import Store
from domain import people
from domain.blueprint import WELCOME
from domain.communities import Community
from domain.errors import NotSetUp, NotTakingPart, UnknownTimeZone
from domain.jobs import Job, Wish
from domain.people import Application, Participant, Seat

GREETING = "greeting"
"""The kind of the job that welcomes people."""
GREET_WITHIN = timedelta(days=1)
"""Later it would be odd."""
GREET_TOGETHER = timedelta(hours=1)
MOST_TOGETHER = 20
"""Whoever waits in the same hour is welcomed in one message, so many at most."""


@dataclass(frozen=True, slots=True)
class Place:
    """A person's place in a community; `person` is None for somebody who never signed up."""

    community: Community
    person: Participant | None
    roles: Wish | None = None
    """The job that brings the person's roles into line, when they have just changed."""
    off_limits: frozenset[str] = frozenset()
    """Keys of the topics that they do not want to be asked about."""


async def place(deps: Deps, community_id: int, user_id: int) -> Place:
    """Where somebody stands here. Raises NotSetUp."""
    async with deps.database.read() as store:
        community = await _set_up(store, community_id)
        return await _place(store, community, user_id, await store.people.find(community_id, user_id))


async def enrol(deps: Deps, community_id: int, user_id: int, application: Application) -> Place:
    """Sign up, or come back. Raises NotSetUp and what `domain.people.enrol` raises."""
    async with deps.database.begin() as store:
        community = await _set_up(store, community_id)
        earlier = await store.people.find(community_id, user_id)
        person = people.enrol(
            community_id, user_id, application, community.generation_keys, earlier, deps.now()
        )
        await store.people.save(person)
        return Place(community, person, await follow(store, community_id, user_id, deps.now()))


async def change(deps: Deps, community_id: int, user_id: int, seat: Seat, generation: str) -> Place:
    """Take another seat, or name another generation."""
    async with deps.database.begin() as store:
        community = await _set_up(store, community_id)
        person = await _taking_part(store, community_id, user_id)
        changed = people.change(person, seat, generation, community.generation_keys, deps.now())
        await store.people.save(changed)
        return Place(community, changed, await follow(store, community_id, user_id, deps.now()))


async def pause(deps: Deps, community_id: int, user_id: int, length: timedelta | None) -> Place:
    """Rest for a while, or with None until further notice."""
    now = deps.now()
    until = None if length is None else now + length
    return await _update(deps, community_id, user_id, lambda person: people.pause(person, until, now))


async def resume(deps: Deps, community_id: int, user_id: int) -> Place:
    """End a pause early."""
    return await _update(deps, community_id, user_id, lambda person: people.resume(person, deps.now()))


async def leave(deps: Deps, community_id: int, user_id: int) -> Place:
    """Stop taking part; the settings stay."""
    async with deps.database.begin() as store:
        community = await _set_up(store, community_id)
        left = people.leave(await _taking_part(store, community_id, user_id), deps.now())
        await store.people.save(left)
        await rsvps.forget(store, community_id, user_id, deps.now())
        return Place(community, left, await follow(store, community_id, user_id, deps.now()))


async def describe(deps: Deps, community_id: int, user_id: int, about: str) -> Place:
    """Keep a line about oneself. Raises TooLong."""
    return await _update(
        deps, community_id, user_id, lambda person: people.describe(person, about, deps.now())
    )


async def speak(deps: Deps, community_id: int, user_id: int, language: str | None) -> Place:
    """Have the bot speak a language; None for that of the person's Discord."""
    return await _update(deps, community_id, user_id, lambda person: replace(person, language=language))


async def live_by(deps: Deps, community_id: int, user_id: int, time_zone: str) -> Place:
    """Show times in an IANA zone. Raises UnknownTimeZone."""
    if time_zone not in available_timezones():
        raise UnknownTimeZone
    return await _update(deps, community_id, user_id, lambda person: replace(person, time_zone=time_zone))


@dataclass(frozen=True, slots=True)
class Welcome:
    """Whom one greeting is for, and which of them were here before."""

    community: Community
    people: tuple[int, ...]
    back: frozenset[int]


async def arrive(deps: Deps, community_id: int, user_id: int, joined_at: datetime) -> bool:
    """Note that somebody joined the server, and that they are to be greeted.

    False when it was known: Discord may tell of it twice. Raises NotSetUp.
    """
    async with deps.database.begin() as store:
        community = await _set_up(store, community_id)
        new = await _expect(store, community, {user_id: joined_at}, {}, deps.now())
    deps.bell.set()
    return bool(new)


async def missed(deps: Deps, community_id: int, arrivals: Mapping[int, datetime]) -> list[int]:
    """Who of all members, by user id, joined while nobody heard it."""
    async with deps.database.read() as store:
        return await _new(store, await _set_up(store, community_id), arrivals)


async def roll_call(
    deps: Deps, community_id: int, arrivals: Mapping[int, datetime], greeted: Mapping[int, int]
) -> None:
    """Note them, and the message by which some, by user id, were `greeted` already."""
    async with deps.database.begin() as store:
        await _expect(store, await _set_up(store, community_id), arrivals, greeted, deps.now())
        await store.greetings.see_until(community_id, max(arrivals.values()))
    deps.bell.set()


async def _greeting_for(store: Store, community_id: int, joined_at: datetime, now: datetime) -> Job:
    """One that waits already, so that many who came meanwhile are welcomed together; else a new one."""
    waiting = await store.jobs.untouched(community_id, GREETING)
    if waiting is not None and joined_at - waiting.due_at < GREET_TOGETHER:
        together = await store.greetings.of_job(community_id, waiting.job_id)
        if len(together) < MOST_TOGETHER:
            return waiting
    wish = Wish(
        community_id,
        GREETING,
        key=secrets.token_hex(8),
        lane=f"channel:{WELCOME}",
        due_at=min(joined_at, now),  # our clock may be behind Discord's
        expires_at=joined_at + GREET_WITHIN,
    )
    return await store.jobs.added(wish, now)


async def welcome(deps: Deps, job: Job) -> Welcome:
    """Whom this greeting is for. Whoever was erased meanwhile is not among them. Raises NotSetUp."""
    async with deps.database.read() as store:
        people = tuple(await store.greetings.of_job(job.community_id, job.job_id))
        return await _welcome(store, job.community_id, people)


async def welcomed_in(deps: Deps, community_id: int, message_id: int) -> Welcome:
    """Whom a greeting that stands there is for."""
    async with deps.database.read() as store:
        people = tuple(await store.greetings.in_message(community_id, message_id))
        return await _welcome(store, community_id, people)


async def greeted(store: Store, job: Job, _: datetime) -> None:
    """The greeting was posted; it goes when the person is erased."""
    if job.result_id is not None:
        await store.greetings.posted(job.community_id, job.job_id, job.result_id)


async def _welcome(store: Store, community_id: int, people: tuple[int, ...]) -> Welcome:
    community = await _set_up(store, community_id)
    back = {user_id for user_id in people if await store.people.find(community_id, user_id) is not None}
    return Welcome(community, people, frozenset(back))


async def _expect(
    store: Store,
    community: Community,
    arrivals: Mapping[int, datetime],
    greeted: Mapping[int, int],
    now: datetime,
) -> list[int]:
    """Note those of them who are new here, and have them greeted unless they were."""
    greetings, community_id = store.greetings, community.community_id
    new = await _new(store, community, arrivals)
    for user_id in sorted(new, key=lambda each: arrivals[each]):
        joined_at = arrivals[user_id]
        if user_id in greeted:
            await greetings.found(community_id, user_id, joined_at, greeted[user_id])
        else:
            job = await _greeting_for(store, community_id, joined_at, now)
            await greetings.expect(community_id, user_id, joined_at, job.job_id)
        if await store.people.find(community_id, user_id) is not None:
            await follow(store, community_id, user_id, now, head_start=timedelta(0))
    return new


async def _new(store: Store, community: Community, arrivals: Mapping[int, datetime]) -> list[int]:
    """Those of them who are new here.

    Whoever joined before the community was set up is not, nor anybody who was seen to and then erased.
    """
    greetings, community_id = store.greetings, community.community_id
    since = await greetings.seen_until(community_id) or community.set_up_at
    return [
        user_id
        for user_id, joined_at in arrivals.items()
        if (since is None or joined_at > since)
        and await greetings.last_arrival(community_id, user_id) != joined_at
    ]


async def _update(
    deps: Deps, community_id: int, user_id: int, rule: Callable[[Participant], Participant]
) -> Place:
    async with deps.database.begin() as store:
        community = await _set_up(store, community_id)
        changed = rule(await _taking_part(store, community_id, user_id))
        await store.people.save(changed)
        return await _place(store, community, user_id, changed)


async def _place(store: Store, community: Community, user_id: int, person: Participant | None) -> Place:
    off_limits = await store.off_limits.of_person(community.community_id, user_id)
    return Place(community, person, off_limits=off_limits)


async def _set_up(store: Store, community_id: int) -> Community:
    community = await store.communities.find(community_id)
    if community is None or community.set_up_at is None:
        raise NotSetUp
    return community


async def _taking_part(store: Store, community_id: int, user_id: int) -> Participant:
    person = await store.people.find(community_id, user_id)
    if person is None:
        raise NotTakingPart
    return person

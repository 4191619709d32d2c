"""What a person can do about taking part."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from zoneinfo import available_timezones

from actions.deps import Deps
from data.store import Store
from domain import people
from domain.communities import Community
from domain.errors import NotSetUp, NotTakingPart, UnknownTimeZone
from domain.people import Application, Participant, Seat

GREET_WITHIN = timedelta(days=1)


@dataclass(frozen=True, slots=True)
class Place:
    """A person's place in a community; `person` is None for somebody who never signed up."""

    community: Community
    person: Participant | None


async def place(deps: Deps, community_id: int, user_id: int) -> Place:
    """Where somebody stands here. Raises NotSetUp."""
    async with deps.database.read() as store:
        return Place(await _set_up(store, community_id), await store.people.find(community_id, user_id))


async def enrol(deps: Deps, community_id: int, user_id: int, application: Application) -> Place:
    """Sign up, or come back. Raises NotSetUp and what `domain.people.enrol` raises."""
    async with deps.database.begin() as store:
        community = await _set_up(store, community_id)
        earlier = await store.people.find(community_id, user_id)
        person = people.enrol(
            community_id, user_id, application, community.generation_keys, earlier, deps.now()
        )
        await store.people.save(person)
        return Place(community, person)


async def change(deps: Deps, community_id: int, user_id: int, seat: Seat, generation: str) -> Place:
    """Take another seat, or name another generation."""
    async with deps.database.begin() as store:
        community = await _set_up(store, community_id)
        person = await _taking_part(store, community_id, user_id)
        changed = people.change(person, seat, generation, community.generation_keys, deps.now())
        await store.people.save(changed)
        return Place(community, changed)


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
    return await _update(deps, community_id, user_id, lambda person: people.leave(person, deps.now()))


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
class Arrival:
    """Somebody who joined the server and waits to be greeted."""

    user_id: int
    joined_at: datetime
    place: Place


async def arrive(deps: Deps, community_id: int, user_id: int, joined_at: datetime) -> bool:
    """Note that somebody joined the server. False when it was known: Discord may tell of it twice."""
    async with deps.database.begin() as store:
        community = await _set_up(store, community_id)
        return bool(await _expect(store, community, {user_id: joined_at}))


async def roll_call(deps: Deps, community_id: int, arrivals: Mapping[int, datetime]) -> bool:
    """Note who joined while nobody heard it, of all members by user id. Whether there were any."""
    async with deps.database.begin() as store:
        missed = await _expect(store, await _set_up(store, community_id), arrivals)
        await store.greetings.see_until(community_id, max(arrivals.values()))
    return bool(missed)


async def ungreeted(deps: Deps, community_id: int) -> list[Arrival]:
    """Those whose greeting is due, and not so late that it would be odd."""
    async with deps.database.read() as store:
        community = await store.communities.find(community_id)
        if community is None or community.set_up_at is None:
            return []
        return [
            Arrival(user_id, joined_at, Place(community, await store.people.find(community_id, user_id)))
            for user_id, joined_at in await store.greetings.waiting(community_id, deps.now() - GREET_WITHIN)
        ]


async def greeted(deps: Deps, community_id: int, user_id: int, message_id: int) -> None:
    """The greeting was posted; it goes when the person is erased."""
    async with deps.database.begin() as store:
        await store.greetings.posted(community_id, user_id, message_id)


async def _expect(store: Store, community: Community, arrivals: Mapping[int, datetime]) -> list[int]:
    """Note those of them who are new here.

    Whoever joined before the community was set up is not, nor anybody who was seen to and then erased.
    """
    greetings, community_id = store.greetings, community.community_id
    since = await greetings.seen_until(community_id) or community.set_up_at
    new = [
        user_id
        for user_id, joined_at in arrivals.items()
        if (since is None or joined_at > since)
        and await greetings.last_arrival(community_id, user_id) != joined_at
    ]
    for user_id in new:
        await greetings.expect(community_id, user_id, arrivals[user_id])
    return new


async def _update(
    deps: Deps, community_id: int, user_id: int, rule: Callable[[Participant], Participant]
) -> Place:
    async with deps.database.begin() as store:
        community = await _set_up(store, community_id)
        changed = rule(await _taking_part(store, community_id, user_id))
        await store.people.save(changed)
        return Place(community, changed)


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

"""*Interested* at Discord's own event is a maybe, of whoever takes part and has said nothing else."""

from __future__ import annotations

from collections.abc import Sequence
from collections.abc import Set as AbstractSet
from datetime import timedelta

from actions import rsvps
from actions.deps import Deps
from actions.discussions import EVENT
from domain.jobs import Job, Wish
from domain.rsvps import Answer

INTEREST = "date-interest"
"""The kind of the job that compares who is interested with what we know."""
SOON = timedelta(seconds=5)
"""After so long an event that was being made is noted."""


async def heard(deps: Deps, community_id: int, event_id: int, user_id: int, *, yes: bool) -> None:
    """Somebody is interested, or no longer. Harmless for events that are none of ours."""
    async with deps.database.read() as store:
        date = await store.occurrences.of_event(community_id, event_id)
        being_made = [] if date else await store.jobs.open(community_id, EVENT)
    if date is None:
        await _look_soon(deps, community_id, [job.key for job in being_made if job.next_at is not None])
        return
    if not date.is_coming:
        return
    async with deps.database.begin() as store:
        await rsvps.hear(store, date, user_id, deps.now(), yes=yes)
    deps.bell.set()


async def compare_all(deps: Deps, community_id: int) -> None:
    """Nobody heard what happened meanwhile: compare every date that has an event."""
    async with deps.database.read() as store:
        coming = await store.occurrences.coming(community_id)
    dates = [date for date in coming if date.event_id is not None]
    await _look(deps, [Wish(community_id, INTEREST, str(date.occurrence_id)) for date in dates])


async def event_of(deps: Deps, job: Job) -> int | None:
    """The event to look at; None when there is none any more."""
    async with deps.database.read() as store:
        date = await store.occurrences.find(job.community_id, int(job.key))
    return date.event_id if date is not None and date.is_coming else None


async def are(deps: Deps, job: Job, user_ids: AbstractSet[int], *, complete: bool) -> None:
    """These are interested. Of those who were before, nobody else is, if the list is `complete`."""
    async with deps.database.begin() as store:
        date = await store.occurrences.find(job.community_id, int(job.key))
        if date is None or not date.is_coming:
            return
        maybe = await store.rsvps.who(date.community_id, date.occurrence_id, Answer.MAYBE)
        known = {each.user_id for each in maybe if each.by_interest}
        for user_id in sorted(user_ids - known):
            await rsvps.hear(store, date, user_id, deps.now(), yes=True)
        for user_id in sorted(known - user_ids) if complete else ():
            await rsvps.hear(store, date, user_id, deps.now(), yes=False)
    deps.bell.set()


async def _look_soon(deps: Deps, community_id: int, keys: Sequence[str]) -> None:
    """It may be the event of a date for which one is just being made, and not noted yet."""
    soon = deps.now() + SOON
    await _look(deps, [Wish(community_id, INTEREST, key, due_at=soon) for key in keys])


async def _look(deps: Deps, wishes: Sequence[Wish]) -> None:
    if not wishes:
        return
    async with deps.database.begin() as store:
        for wish in wishes:
            await store.jobs.add(wish, deps.now())
    deps.bell.set()

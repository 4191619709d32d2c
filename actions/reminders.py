"""Reminders: who is called in the thread of a date and who by direct message, and what they chose."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from actions.deps import Deps
from actions.discussions import REMINDER
from data.store import Store
from domain import reminders
from domain.communities import Community
from domain.discussions import Occurrence
from domain.errors import NotTakingPart
from domain.jobs import Job, Wish
from domain.people import Standing
from domain.reminders import AS_EVER, Choice, Due, Part, Way
from domain.rsvps import Answer, Rsvp


@dataclass(frozen=True, slots=True)
class Reminder:
    """What is said in a thread, to whom, and until when that is of use."""

    community: Community
    date: Occurrence
    people: tuple[int, ...]
    until: datetime
    late: bool


async def begin(deps: Deps, job: Job) -> Reminder | None:
    """What is to be said now; None when there is nothing (any more).

    Who is called in which message is written down before the first of them. Raises LeaseLost.
    """
    due, now = Due.of(job.key), deps.now()
    async with deps.database.begin() as store:
        community = await store.communities.find(job.community_id)
        date = await store.occurrences.find(job.community_id, due.occurrence_id)
        if community is None or date is None or not due.holds(date):
            return None
        if await _is_folded(store, community, date, due, now):
            return None
        going = await store.rsvps.who(job.community_id, due.occurrence_id, Answer.GOING)
        until = reminders.useful_until(date.starts_at, due.minutes)
        if until > now:
            choices = await store.choices.of_those_going(job.community_id, due.occurrence_id)
            going = [each for each in going if _way(choices, each) is Way.THREAD]
            part = await _part(store, job, due, going, now)
            going = [each for each in going if part.has(each.line)]
        late = reminders.is_late(due.at(date.starts_at), now)
        return Reminder(community, date, tuple(each.user_id for each in going), until, late)


async def choice(deps: Deps, community_id: int, user_id: int) -> Choice:
    """What somebody chose."""
    async with deps.database.read() as store:
        return await store.choices.find(community_id, user_id)


async def choose(deps: Deps, community_id: int, user_id: int, way: Way) -> Choice:
    """Be reminded like this from now on. Raises NotTakingPart."""
    async with deps.database.begin() as store:
        person = await store.people.find(community_id, user_id)
        if person is None or person.standing is Standing.LEFT:
            raise NotTakingPart
        await store.choices.save(
            community_id, user_id, direct=way is Way.DIRECT, quiet=way is Way.NONE, closed=False
        )
        return await store.choices.find(community_id, user_id)


async def _is_folded(store: Store, community: Community, date: Occurrence, due: Due, now: datetime) -> bool:
    """Whether another reminder of this date, nearer to its start, is due as well: then that one is enough."""
    nearer = reminders.nearer(due.minutes, community.discussions.minutes_before, date.starts_at, now)
    keys = [str(Due(due.occurrence_id, due.version, minutes)) for minutes in nearer]
    return await store.jobs.any_open(community.community_id, REMINDER, keys)


async def _part(store: Store, job: Job, due: Due, going: Sequence[Rsvp], now: datetime) -> Part:
    """Which of these people this message is for; the first has the others made."""
    if "after" in job.payload:
        return _as_part(job.payload)
    first, *others = reminders.parts([each.line for each in going])
    for number, part in enumerate(others, 1):
        key = str(Due(due.occurrence_id, due.version, due.minutes, number))
        payload = {"after": part.after, "until": part.until}
        wish = Wish(job.community_id, REMINDER, key, lane=job.lane, payload=payload, due_at=job.due_at)
        await store.jobs.add(wish, now)
    await store.jobs.write_down(job, {"after": first.after, "until": first.until}, now)
    return first


def _as_part(payload: Mapping[str, object]) -> Part:
    after, until = payload["after"], payload["until"]
    return Part(int(str(after)), None if until is None else int(str(until)))


def _way(choices: Mapping[int, Choice], rsvp: Rsvp) -> Way:
    return choices.get(rsvp.user_id, AS_EVER).way

"""Reminders in the thread of a date: who is called there, and in which message."""

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
from domain.jobs import NOBODY, Job, Wish
from domain.reminders import AS_EVER, Due, Part, Way
from domain.rsvps import Answer, Rsvp

DIRECT = "date-reminder-direct"
"""The kind of the job that reminds one person by direct message."""


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
        if community is None or date is None or not (due.holds(date) or due.missed(date, now)):
            return None
        if await _is_folded(store, community, date, due, now):
            return None
        going: Sequence[Rsvp] = await store.rsvps.who(job.community_id, due.occurrence_id, Answer.GOING)
        until = reminders.useful_until(date.starts_at, due.minutes)
        if until > now:
            going = await _called(store, job, due, going, now)
        late = reminders.is_late(due.at(date.starts_at), now)
        return Reminder(community, date, tuple(each.user_id for each in going), until, late)


async def _is_folded(store: Store, community: Community, date: Occurrence, due: Due, now: datetime) -> bool:
    """Whether another reminder of this date, nearer to its start, is due as well: then that one is enough."""
    nearer = reminders.nearer(due.minutes, community.discussions.minutes_before, date.starts_at, now)
    keys = [str(Due(due.occurrence_id, due.version, minutes)) for minutes in nearer]
    return await store.jobs.any_open(community.community_id, REMINDER, keys)


async def _called(store: Store, job: Job, due: Due, going: Sequence[Rsvp], now: datetime) -> Sequence[Rsvp]:
    """Those of this message. The first message has the others made, and the direct ones."""
    if job.user_id != NOBODY:
        return [each for each in going if each.user_id == job.user_id]
    choices = await store.choices.of_those_going(job.community_id, due.occurrence_id)
    ways = {each.user_id: choices.get(each.user_id, AS_EVER).way for each in going}
    if due.part == 0 and "after" not in job.payload:
        directly = [user_id for user_id, way in ways.items() if way is Way.DIRECT]
        await _write_to(store, job, due, directly, now)
    in_thread = [each for each in going if ways[each.user_id] is Way.THREAD]
    part = await _part(store, job, due, in_thread, now)
    return [each for each in in_thread if part.has(each.line)]


async def _write_to(store: Store, job: Job, due: Due, people: Sequence[int], now: datetime) -> None:
    """Each a job of their own; it waits for others to the same person where there is time."""
    due_at = reminders.waits_until(due.minutes, now)
    await store.jobs.add_all(
        [
            Wish(job.community_id, DIRECT, str(due), user_id, lane=f"direct:{user_id}", due_at=due_at)
            for user_id in people
        ],
        now,
    )


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

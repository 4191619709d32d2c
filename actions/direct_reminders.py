"""Reminders by direct message: who chose them, what one message says, and what if somebody's are closed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from actions.deps import Deps
from actions.discussions import REMINDER
from data.store import Store
from domain import reminders
from domain.communities import Community
from domain.discussions import Occurrence
from domain.errors import NotTakingPart
from domain.jobs import FOLDED, Job, Wish
from domain.people import Standing
from domain.reminders import Choice, Due, Way

HELLO = "date-reminder-hello"
"""The kind of the job that writes to somebody for the first time, so that they see whether it arrives."""
FELL_BACK = "fell_back"
"""In the payload of a job whose person was called in the thread instead."""
MOST_TOGETHER = 8
"""Dates in one message: each takes some 400 of the 4,000 characters."""


@dataclass(frozen=True, slots=True)
class Direct:
    """What one person is told, the nearest date first, and until when that is of use.

    `keys`: the reminders that it stands for. `channel_id`: where, once that was opened.
    """

    community: Community
    language: str
    dates: tuple[Occurrence, ...] = ()
    keys: tuple[str, ...] = ()
    until: datetime | None = None
    late: bool = False
    channel_id: int | None = None


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
        chosen = {"direct": way is Way.DIRECT, "quiet": way is Way.NONE, "closed": False}
        await store.choices.save(community_id, user_id, **chosen)
        if way is Way.DIRECT:
            await store.jobs.add(Wish(community_id, HELLO, user_id=user_id), deps.now())
        found = await store.choices.find(community_id, user_id)
    deps.bell.set()
    return found


async def hello(deps: Deps, job: Job) -> Direct | None:
    """What the first message needs; None when they chose otherwise since."""
    async with deps.database.read() as store:
        chosen = await store.choices.find(job.community_id, job.user_id)
        return await _to(store, job, chosen) if chosen.wish is Way.DIRECT else None


async def gather(deps: Deps, job: Job) -> Direct | None:
    """What is to be said now; None when there is nothing any more.

    What else waited for the same person is part of this job, since it was claimed.
    """
    async with deps.database.read() as store:
        now = deps.now()
        chosen = await store.choices.find(job.community_id, job.user_id)
        told = await _to(store, job, chosen)
        if told is None or chosen.wish is Way.NONE or FELL_BACK in job.payload:
            return None
        found = await _holding(store, job, now)
        until = {due: reminders.useful_until(date.starts_at, due.minutes) for due, date in found}
        useful = [(due, date) for due, date in found if until[due] > now] or found
        if not useful:
            return None
        return Direct(
            told.community,
            told.language,
            tuple(date for _, date in useful),
            tuple(str(due) for due, _ in useful),
            max(until.values()),
            any(_is_late(due, date, now) for due, date in useful),
            told.channel_id,
        )


async def opened(deps: Deps, community_id: int, user_id: int, channel_id: int) -> None:
    """The direct channel to somebody: opening one counts, writing in it does not."""
    async with deps.database.begin() as store:
        await store.choices.change(community_id, user_id, channel_id=channel_id)


async def closed(deps: Deps, job: Job) -> None:
    """Somebody takes no messages of ours: that is what they see when they look at what they chose."""
    async with deps.database.begin() as store:
        await store.choices.change(job.community_id, job.user_id, closed=True)


async def fall_back(deps: Deps, job: Job, told: Direct, *, closed: bool) -> None:
    """Call them in the thread instead, once. `closed`: from now on as well. Raises LeaseLost."""
    async with deps.database.begin() as store:
        now = deps.now()
        await store.jobs.write_down(job, {**job.payload, FELL_BACK: True}, now)
        if closed:
            await store.choices.change(job.community_id, job.user_id, closed=True)
        for key in told.keys:
            lane = f"reminder:{Due.of(key).occurrence_id}"
            await store.jobs.add(Wish(job.community_id, REMINDER, key, job.user_id, lane=lane), now)
    deps.bell.set()


async def _holding(store: Store, job: Job, now: datetime) -> list[tuple[Due, Occurrence]]:
    """Those that are still as they were, and to which they still come; of one date the nearest reminder."""
    keys = [job.key, *_others(job)]
    dues = sorted((Due.of(key) for key in keys), key=lambda due: -due.minutes)
    numbers = {due.occurrence_id for due in dues}
    dates = {date.occurrence_id: date for date in await store.occurrences.several(job.community_id, numbers)}
    comes = await store.rsvps.going_to(job.community_id, job.user_id, numbers)
    found: dict[int, tuple[Due, Occurrence]] = {}
    for due in dues:
        date = dates.get(due.occurrence_id)
        if date is not None and _is_told(due, date, now) and due.occurrence_id in comes:
            found[due.occurrence_id] = due, date
    return sorted(found.values(), key=lambda pair: (pair[1].starts_at, pair[1].occurrence_id))


def _others(job: Job) -> list[str]:
    folded = job.payload.get(FOLDED, [])
    return [str(key) for key in folded] if isinstance(folded, list) else []


def _is_told(due: Due, date: Occurrence, now: datetime) -> bool:
    """Of what was missed, that it was."""
    return due.holds(date) or due.missed(date, now)


def _is_late(due: Due, date: Occurrence, now: datetime) -> bool:
    return reminders.is_late(reminders.waits_until(due.minutes, due.at(date.starts_at)), now)


async def _to(store: Store, job: Job, chosen: Choice) -> Direct | None:
    """The person and their language."""
    community = await store.communities.find(job.community_id)
    person = await store.people.find(job.community_id, job.user_id)
    if community is None or person is None:
        return None
    return Direct(community, person.language or community.language, channel_id=chosen.channel_id)

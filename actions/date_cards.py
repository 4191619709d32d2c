"""The card of a date: what it shows, where it stands, and when it is brought up to date.

The job of a date, its key the date's number, posts the card, makes the thread, and brings both up to date.
What people answer causes other jobs of the same kind, at most one for each second, that only edit the card:
so thousands of answers cost few edits, and none waits longer than that second.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from actions.deps import Deps
from actions.discussions import CARD, card_of
from data.store import Store
from domain import places
from domain.blueprint import Kind
from domain.communities import Community
from domain.discussions import Occurrence
from domain.jobs import Job, Wish
from domain.places import Missing
from domain.repeats import Repeat
from domain.rooms import OPENED, room_key
from domain.rsvps import Answer

MOST_NAMED = 12
"""So many of those who are going are named on the card."""
EVERY = timedelta(seconds=1)


@dataclass(frozen=True, slots=True)
class Shown:
    """What a card shows.

    `going` are the first few of those who are, `since` is the first wall time of the series, `room_id` the
    voice channel once it is open.
    """

    community: Community
    date: Occurrence
    tally: dict[Answer, int]
    going: tuple[int, ...]
    missing: Missing | None = None
    repeat: Repeat | None = None
    since: datetime | None = None
    room_id: int | None = None


def number_of(job: Job) -> int:
    """The date that a job is about."""
    return int(job.key.partition(":")[0])


def may_post(job: Job) -> bool:
    """Whether it is the job of the date itself. Of several that may post, one would post a second card."""
    return ":" not in job.key


async def shown(deps: Deps, job: Job) -> Shown | None:
    """What the card shows now; None for a date that is not there."""
    async with deps.database.read() as store:
        community = await store.communities.find(job.community_id)
        date = await store.occurrences.find(job.community_id, number_of(job))
        if community is None or date is None:
            return None
        return await _shown(store, community, date)


async def posted(store: Store, job: Job, _: datetime) -> None:
    """Its card stands there."""
    date = await store.occurrences.find(job.community_id, number_of(job))
    if date is not None:
        await store.occurrences.note(date, card_id=job.result_id)


async def refresh(store: Store, date: Occurrence, now: datetime) -> None:
    """Have the card show what was answered, within a second; from inside the transaction that changes it."""
    second = now.replace(microsecond=0)
    key = f"{date.occurrence_id}:{int(second.timestamp())}"
    lane = card_of(date, now).lane
    await store.jobs.add(
        Wish(date.community_id, CARD, key, lane=lane, due_at=second + EVERY), now, again=True
    )


async def lost(deps: Deps, date: Occurrence) -> None:
    """Its card was deleted by hand. While it is coming, it gets another."""
    async with deps.database.begin() as store:
        found = await store.occurrences.find(date.community_id, date.occurrence_id)
        if found is not None and found.card_id == date.card_id:
            await store.occurrences.note(found, card_id=None)
            await store.jobs.add(card_of(found, deps.now()), deps.now(), again=True)
    deps.bell.set()


async def look(deps: Deps, community_id: int, card_id: int) -> None:
    """Something happened to a thread; if it is that of a date to come, see to it."""
    async with deps.database.read() as store:
        date = await store.occurrences.of_card(community_id, card_id)
    if date is not None and date.is_coming:
        await _see_to(deps, [date])


async def look_at_all(deps: Deps, community_id: int) -> None:
    """After a time in which nobody listened: every card that stands and is of use."""
    async with deps.database.read() as store:
        coming = await store.occurrences.coming(community_id)
    await _see_to(deps, [date for date in coming if date.card_id is not None])


async def _see_to(deps: Deps, dates: list[Occurrence]) -> None:
    if not dates:
        return
    async with deps.database.begin() as store:
        for date in dates:
            await store.jobs.add(card_of(date, deps.now()), deps.now(), again=True)
    deps.bell.set()


async def _shown(store: Store, community: Community, date: Occurrence) -> Shown:
    which = date.community_id, date.occurrence_id
    going = await store.rsvps.who(*which, Answer.GOING, most=MOST_NAMED)
    bands = sorted(community.generations, key=lambda band: -band.first_year)
    discussion = await store.discussions.find(date.community_id, date.discussion_id)
    open_room = Kind.CHANNEL, room_key(date.room)
    return Shown(
        community,
        date,
        await store.rsvps.tally(*which),
        tuple(each.user_id for each in going),
        places.missing([band.key for band in bands], await store.rsvps.sides(*which)),
        discussion.plan.repeat if discussion else None,
        discussion.plan.local if discussion else None,
        await store.objects.find(date.community_id, *open_room) if date.state in OPENED else None,
    )

"""Places that are free: offered to the first in line who fits, and passed on when they let it go.

A place is passed on in the very transaction that frees it, so that nobody who comes later can be quicker.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from actions import date_cards, upkeep
from actions.deps import Deps
from actions.discussions import OFFER_OVER
from data.store import Store
from domain import places
from domain.communities import Community
from domain.discussions import Occurrence
from domain.jobs import Job, Wish
from domain.places import Taken
from domain.rooms import OPENED
from domain.rsvps import Answer, Rsvp

OFFER = "date-offer"
"""The kind of the job that tells somebody in the thread that a place is kept for them."""
OFFER_END = "date-offer-end"
"""The kind of the job that takes the buttons and the name off that message again."""


@dataclass(frozen=True, slots=True)
class Offered:
    """One place that is kept for somebody."""

    community: Community
    date: Occurrence
    rsvp: Rsvp


async def settle(store: Store, community_id: int, occurrence_id: int, now: datetime) -> None:
    """Whatever has changed: count anew, let overdue offers lapse, and offer what is free.

    Harmless to repeat. Of a date that is over they are only counted.
    """
    await store.rsvps.next_line(community_id, occurrence_id)
    date = await store.occurrences.find(community_id, occurrence_id)
    if date is None:
        return
    if date.is_coming:
        await _lapse(store, date, now)
    taken = await store.rsvps.counted(community_id, occurrence_id)
    if date.is_coming:
        taken = await pass_on(store, date, taken, now)
        await date_cards.refresh(store, date, now)
    await store.rsvps.keep_taken(community_id, occurrence_id, taken)


async def over(deps: Deps, job: Job) -> None:
    """The time of an offer is up, or there may be more places."""
    number = int(job.key.partition(":")[0])
    async with deps.database.begin() as store:
        await settle(store, job.community_id, number, deps.now())
    deps.bell.set()


async def pass_on(store: Store, date: Occurrence, taken: Taken, now: datetime) -> Taken:
    """Offer what is free to those who wait, each in turn; how much is taken then.

    Once the date has begun nothing is kept for anybody: then whoever comes first has it.
    """
    until = places.offer_until(now, date.starts_at)
    while until is not None and not places.is_full(date.places, taken):
        heads = await store.rsvps.heads(date.community_id, date.occurrence_id)
        waiting = places.next_in_line(date.places, taken, heads)
        if waiting is None:
            break
        offer = places.offered(waiting, until)
        await store.rsvps.save(date.community_id, date.occurrence_id, offer)
        await _tell(store, date, offer, until, now)
        await follow_role(store, date, offer.user_id, now)
        taken = taken.instead(waiting, offer)
    return taken


async def end(store: Store, date: Occurrence, offer: Rsvp, now: datetime) -> None:
    """An offer is no longer open: its message need not name anybody any more."""
    if offer.told_in is not None:
        await store.jobs.add(_ending(date.community_id, _key(date, offer), offer.told_in), now)


async def follow_role(store: Store, date: Occurrence, user_id: int, now: datetime) -> None:
    """Whoever holds a place has the role that opens the room, once the room is open."""
    if date.state in OPENED:
        await upkeep.follow(store, date.community_id, user_id, now)


async def shown(deps: Deps, job: Job) -> Offered | None:
    """Whom to tell; None for an offer that is not open any more."""
    number, line = (int(part) for part in job.key.split(":"))
    async with deps.database.read() as store:
        community = await store.communities.find(job.community_id)
        date = await store.occurrences.find(job.community_id, number)
        rsvp = await store.rsvps.at(job.community_id, number, line)
    if community is None or date is None or rsvp is None or not date.is_coming:
        return None
    return Offered(community, date, rsvp) if rsvp.answer is Answer.OFFERED else None


async def thread_of(deps: Deps, job: Job) -> int | None:
    """The thread in which it is told; None while there is none."""
    async with deps.database.read() as store:
        date = await store.occurrences.find(job.community_id, int(job.key.partition(":")[0]))
    return None if date is None else date.card_id


async def community(deps: Deps, community_id: int) -> Community | None:
    """Whose language the thread is in."""
    async with deps.database.read() as store:
        return await store.communities.find(community_id)


async def told(store: Store, job: Job, now: datetime) -> None:
    """They were told. If it is not open any more, the message says so at once."""
    number, line = (int(part) for part in job.key.split(":"))
    if job.result_id is None:
        return
    rsvp = await store.rsvps.at(job.community_id, number, line)
    if rsvp is None or rsvp.answer is not Answer.OFFERED:
        await store.jobs.add(_ending(job.community_id, job.key, job.result_id), now)
    elif rsvp.told_in is None:
        await store.rsvps.tell(job.community_id, number, line, job.result_id)


async def _lapse(store: Store, date: Occurrence, now: datetime) -> None:
    for offer in await store.rsvps.who(date.community_id, date.occurrence_id, Answer.OFFERED):
        if offer.offered_until is not None and offer.offered_until <= now:
            await store.rsvps.save(date.community_id, date.occurrence_id, places.lapsed(offer, now))
            await end(store, date, offer, now)
            await follow_role(store, date, offer.user_id, now)


async def _tell(store: Store, date: Occurrence, offer: Rsvp, until: datetime, now: datetime) -> None:
    key, lane = _key(date, offer), f"offers:{date.occurrence_id}"
    await store.jobs.add(Wish(date.community_id, OFFER, key, lane=lane, expires_at=until), now)
    await store.jobs.add(Wish(date.community_id, OFFER_OVER, key, due_at=until), now)


def _key(date: Occurrence, offer: Rsvp) -> str:
    return f"{date.occurrence_id}:{offer.line}"


def _ending(community_id: int, key: str, message_id: int) -> Wish:
    lane = f"offers:{key.partition(':')[0]}"
    return Wish(community_id, OFFER_END, key, lane=lane, payload={"message": message_id})

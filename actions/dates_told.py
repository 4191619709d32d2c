"""Telling those who are going what became of a date: in the thread of its card, by name."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from actions.deps import Deps
from data.store import Store
from domain.changes import News
from domain.communities import Community
from domain.discussions import Occurrence
from domain.jobs import Job, Wish
from domain.rooms import OPENED
from domain.rsvps import Answer, Rsvp

TOLD = "date-told"
"""The kind of the job that says in a date's thread, or in its room, what became of it."""
BATCH = 80
"""So many are named in one message: it holds 4,000 characters in all."""
ARE_TOLD = (Answer.GOING, Answer.OFFERED, Answer.WAITING)
"""Whoever has a place, or wants one."""
USEFUL = timedelta(days=1)
"""So long after the change, or until the date begins, the news is of use."""
IN_ROOM = "room"


@dataclass(frozen=True, slots=True)
class Told:
    """One message about a date, and whom it names. `was_at` and `is_at`: when it began, and begins now."""

    community: Community
    date: Occurrence
    news: News
    people: tuple[int, ...]
    was_at: datetime | None
    is_at: datetime | None
    in_room: bool


async def to_tell(store: Store, date: Occurrence) -> list[Rsvp]:
    """Whom it concerns, in the order of their answers."""
    return await store.rsvps.who(date.community_id, date.occurrence_id, *ARE_TOLD)


async def tell(store: Store, date: Occurrence, before: Occurrence, news: News, now: datetime) -> None:
    """Have everybody told who is going, from inside the transaction that changed it.

    `date` is as it is now. One without a card to hang it on, and with nobody to tell, needs no news.
    """
    lines = [each.line for each in await to_tell(store, date)]
    if not lines and date.card_id is None:
        return
    for number in range(0, max(len(lines), 1), BATCH):
        batch = lines[number : number + BATCH]
        await store.jobs.add(_wish(date, before, news, now, str(number // BATCH), batch), now)
    if before.state in OPENED:
        await store.jobs.add(_wish(date, before, news, now, IN_ROOM, []), now)


async def shown(deps: Deps, job: Job) -> Told | None:
    """What one message says; None when the date, or the community, is not there any more."""
    number, _, part = job.key.split(":")
    async with deps.database.read() as store:
        date = await store.occurrences.find(job.community_id, int(number))
        community = await store.communities.find(job.community_id)
        if date is None or community is None:
            return None
        facts = job.payload
        after, upto = int(str(facts["after"])), int(str(facts["upto"]))
        people = tuple(each.user_id for each in await to_tell(store, date) if after <= each.line <= upto)
    news = News(str(facts["news"]))
    return Told(community, date, news, people, _at(facts, "was_at"), _at(facts, "is_at"), part == IN_ROOM)


def _wish(
    date: Occurrence, before: Occurrence, news: News, now: datetime, part: str, lines: list[int]
) -> Wish:
    payload = {
        "news": news,
        "was_at": before.starts_at.isoformat(),
        "is_at": date.starts_at.isoformat(),
        "after": lines[0] if lines else 0,
        "upto": lines[-1] if lines else -1,
    }
    key = f"{date.occurrence_id}:{date.version}:{part}"
    lane = f"told:{date.occurrence_id}"
    over = max(now + USEFUL, date.starts_at)
    return Wish(date.community_id, TOLD, key, lane=lane, payload=payload, expires_at=over)


def _at(facts: object, name: str) -> datetime | None:
    value = facts.get(name) if isinstance(facts, dict) else None
    return datetime.fromisoformat(value) if isinstance(value, str) else None

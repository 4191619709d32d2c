"""The monthly digest: wished for once a month, put together when it is due, and kept true afterwards."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from actions import exchange
from actions.deps import Deps
from data.store import Store
from domain.communities import Community
from domain.digests import LATE, Line, due_at, first_that_fit, month_at
from domain.jobs import Job, Wish

DIGEST = "digest"
"""The kind of the job that posts a month's digest, or brings it up to date; its key is the month."""


@dataclass(frozen=True, slots=True)
class Digest:
    """What it should show, and the post in which it stands, if there is one."""

    community: Community
    month: str
    lines: tuple[Line, ...]
    message_id: int | None


async def expect(deps: Deps, community_id: int) -> None:
    """Have this month's digest come when the month is over; as often as you like."""
    now = deps.now()
    async with deps.database.begin() as store:
        community = await store.communities.find(community_id)
        if community is None or community.set_up_at is None:
            return
        month = month_at(now, community.settings.time_zone)
        due = due_at(month, community.settings.time_zone)
        await store.jobs.add(Wish(community_id, DIGEST, month, due_at=due, expires_at=due + LATE), now)
    deps.bell.set()


async def gather(deps: Deps, community_id: int, month: str) -> Digest | None:
    """Put the digest together, once; afterwards what is left of it.

    Then stewards are told as well if one side did most of the answering.
    """
    async with deps.database.browse() as store:
        is_there, _ = await store.digests.find(community_id, month)
        ready = [] if is_there else await store.digests.ready(community_id)
    leaning = None if is_there else await exchange.leaning_of(deps, community_id, month)
    async with deps.database.begin() as store:
        community = await store.communities.find(community_id)
        if community is None:
            return None
        is_there, message_id = await store.digests.find(community_id, month)
        if not is_there:
            await store.digests.add(community_id, month, first_that_fit(ready))
            if leaning is not None:
                await exchange.tell(store, community_id, month, leaning, deps.now())
        lines = await store.digests.lines(community_id, month)
        return Digest(community, month, tuple(lines), message_id)


async def posted(store: Store, job: Job, now: datetime) -> None:
    """It stands in this post."""
    if job.result_id is not None:
        await store.digests.posted(job.community_id, job.key, job.result_id, now)


async def leave(store: Store, community_id: int, worldview_id: int, now: datetime) -> None:
    """A line about this worldview may not be shown any more, or be shown again."""
    months = await store.digests.months_under(community_id, worldview_id)
    await _bring_up_to_date(store, community_id, months, now)


async def leave_all(store: Store, community_id: int, user_id: int, now: datetime) -> None:
    """Somebody is about to be erased: the digests with lines of theirs will be brought up to date."""
    months = await store.digests.months_of(community_id, user_id)
    await _bring_up_to_date(store, community_id, months, now)


async def _bring_up_to_date(store: Store, community_id: int, months: Iterable[str], now: datetime) -> None:
    for month in months:
        await store.jobs.add(Wish(community_id, DIGEST, month), now, again=True)

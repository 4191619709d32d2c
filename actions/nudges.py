"""Asking somebody in a thread: its author to answer, or by name somebody to listen."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass
from datetime import datetime, timedelta

from actions.deps import Deps
from data.store import Store
from domain.communities import Community
from domain.jobs import NOBODY, Job, Wish
from domain.tending import RARELY, Waiting, is_asked_by_name
from domain.worldviews import State, Worldview

NUDGE = "nudge"
"""The kind of the job that asks somebody in a thread; its key is `{worldview}:{whom}`."""
AUTHOR, LISTENER = "author", "listener"
ODD_AFTER = timedelta(days=2)
"""A nudge that comes later than this is of no use."""


@dataclass(frozen=True, slots=True)
class Nudge:
    """What a nudge is about, read when it is posted. `named`: whether the author may be."""

    community: Community
    worldview: Worldview
    waiting: tuple[Waiting, ...]
    named: bool


async def ask_author(deps: Deps, worldview: Worldview) -> None:
    """Have the author asked, once; whoever is behind a pseudonym is not named, and no job knows them."""
    now = deps.now()
    async with deps.database.begin() as store:
        found = await store.worldviews.find(worldview.community_id, worldview.worldview_id)
        if found is None or found.answer_nudged_at is not None:
            return
        author = await store.people.find(found.community_id, found.user_id)
        whom = found.user_id if is_asked_by_name(found, author, now) else NOBODY
        await store.threads.mark(found.community_id, found.worldview_id, answer_nudged_at=now)
        await store.jobs.add(_nudge(found, AUTHOR, whom, now), now)
    deps.bell.set()


async def candidate(deps: Deps, worldview: Worldview, but: Collection[int]) -> int | None:
    """Somebody to be asked to listen, none of `but`."""
    async with deps.database.browse() as store:
        return await store.nudges.candidate(worldview, deps.now(), deps.chance(), but)


async def ask_listener(deps: Deps, worldview: Worldview, user_id: int) -> bool:
    """Have somebody asked by name to listen, once for each worldview.

    False when they have been asked for another one since we looked.
    """
    now = deps.now()
    async with deps.database.begin() as store:
        found = await store.worldviews.find(worldview.community_id, worldview.worldview_id)
        if found is None or found.listener_nudged_at is not None:
            return True
        last = await store.nudges.last(found.community_id, user_id)
        if last is not None and last > now - RARELY:
            return False
        await store.threads.mark(found.community_id, found.worldview_id, listener_nudged_at=now)
        await store.nudges.add(found.community_id, user_id, found.worldview_id, now)
        await store.jobs.add(_nudge(found, LISTENER, user_id, now), now)
    deps.bell.set()
    return True


async def nudge(deps: Deps, job: Job) -> Nudge | None:
    """What a nudge says; None when it has nothing to say any more."""
    worldview_id, whom = job.key.split(":")
    async with deps.database.read() as store:
        community = await store.communities.find(job.community_id)
        worldview = await store.worldviews.find(job.community_id, int(worldview_id))
        if community is None or worldview is None or worldview.state is not State.OPEN:
            return None
        person = await store.people.find(job.community_id, job.user_id)
        if whom == LISTENER:
            return None if person is None else Nudge(community, worldview, (), named=True)
        waiting = await store.threads.waiting(job.community_id, worldview.worldview_id)
        named = is_asked_by_name(worldview, person, deps.now())
        return Nudge(community, worldview, tuple(waiting), named) if waiting else None


async def nudged(store: Store, job: Job, now: datetime) -> None:  # noqa: ARG001 - a recorder's signature
    """Which message names somebody, so that it can go when they are erased."""
    worldview_id, whom = job.key.split(":")
    if whom == LISTENER and job.result_id is not None:
        await store.nudges.posted(job.community_id, job.user_id, int(worldview_id), job.result_id)


def _nudge(worldview: Worldview, whom: str, user_id: int, now: datetime) -> Wish:
    number = worldview.worldview_id
    return Wish(
        worldview.community_id,
        NUDGE,
        f"{number}:{whom}",
        user_id,
        lane=f"thread:{number}",
        expires_at=now + ODD_AFTER,
    )

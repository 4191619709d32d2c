"""Looking after the threads under worldviews: one look after the other, each of which wishes for the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from actions import digests, index
from actions.deps import Deps
from data.store import Store
from domain.jobs import Job, Wish
from domain.tending import (
    PATIENCE,
    Thread,
    hopes_for,
    moment_of,
    next_look,
)
from domain.worldviews import State, Worldview, standing

TENDING = "tending"
"""The kind of the job that looks after one worldview's thread; its key is the worldview's number."""
REST = "rest"
"""The kind of the job that archives a thread which a steward put to rest."""
THREADS = "threads"
"""The kind of the job that compares the forum with what we know of it."""
AT_ONCE = 50
"""So many threads are looked at in a minute after a gap, when every one of them may have changed."""


@dataclass(frozen=True, slots=True)
class Situation:
    """A worldview whose thread can be looked at."""

    worldview: Worldview
    thread: Thread
    thread_id: int


async def follow(store: Store, worldview: Worldview, now: datetime) -> None:
    """Somebody posted a worldview, or asked or said back under one: its thread is looked after from now on.

    Called in their transaction. One that had been put to rest is open again.
    """
    community_id, number = worldview.community_id, worldview.worldview_id
    due = now + PATIENCE
    if worldview.state is State.ARCHIVED:
        await store.threads.mark(community_id, number, state=State.OPEN.value)
        due = now
    await _look_by(store, community_id, number, due, now)


async def look_now(deps: Deps, community_id: int, thread_id: int) -> None:
    """Something happened to this thread; harmless when it is none of ours."""
    async with deps.database.read() as store:
        found = await store.threads.of_threads(community_id, [thread_id])
    for number, _ in found.values():
        async with deps.database.begin() as store:
            await store.jobs.add(_wish(community_id, number, deps.now()), deps.now(), again=True)
        deps.bell.set()


async def situation(deps: Deps, community_id: int, worldview_id: int) -> Situation | None:
    """How things stand; None when there is nothing to look after any more."""
    async with deps.database.read() as store:
        worldview = await store.worldviews.find(community_id, worldview_id)
        if worldview is None or worldview.thread_id is None:
            return None
        if worldview.state not in (State.OPEN, State.ARCHIVED):
            return None
        return Situation(worldview, await _thread(store, worldview), worldview.thread_id)


async def looked(store: Store, job: Job, now: datetime) -> None:
    """The look is over: wish for the next. `job.result_id` says, as an id, when something last happened.

    What was said meanwhile counts as well, so that nothing is read from before.
    """
    worldview = await store.worldviews.find(job.community_id, int(job.key))
    if worldview is None or job.result_id is None:
        return
    thread = await _thread(store, worldview)
    thread = replace(thread, last_at=max(thread.last_at, moment_of(job.result_id)))
    due = next_look(thread, now)
    if due is not None:
        await _look_by(store, job.community_id, worldview.worldview_id, due, now)


async def reopen(deps: Deps, worldview: Worldview) -> None:
    """People talk in it again. Its entry in the index stays."""
    await _mark(deps, worldview, State.OPEN)


async def rest(deps: Deps, worldview: Worldview) -> bool:
    """It is archived: give it its entry in the index. False when somebody waits there by now."""
    now = deps.now()
    async with deps.database.begin() as store:
        found = await store.worldviews.find(worldview.community_id, worldview.worldview_id)
        if found is None or found.state is not State.OPEN:
            return True
        if await store.threads.waiting(found.community_id, found.worldview_id):
            return False
        await put_to_rest(store, found, now)
    deps.bell.set()
    return True


async def put_to_rest(store: Store, worldview: Worldview, now: datetime) -> None:
    """Archived in the database, with an entry in the index, from inside somebody's transaction."""
    page = await index.enter(store, worldview, now)
    values = {"state": State.ARCHIVED.value, "archived_at": now, "index_page": page}
    await store.threads.mark(worldview.community_id, worldview.worldview_id, **values)


async def order_rest(deps: Deps, community_id: int, worldview_id: int) -> None:
    """A steward puts it to rest, whoever waits. Raises WorldviewGone.

    Also one that rests: whoever presses a button under it has woken its thread.
    """
    now = deps.now()
    async with deps.database.begin() as store:
        found = standing(await store.worldviews.find(community_id, worldview_id))
        if found.state is State.OPEN:
            await put_to_rest(store, found, now)
        lane = f"{TENDING}:{worldview_id}"
        await store.jobs.add(Wish(community_id, REST, str(worldview_id), lane=lane), now, again=True)
    deps.bell.set()


async def rested(store: Store, job: Job, now: datetime) -> None:
    """It is archived: the look that was planned for it comes now, and is the last."""
    await store.jobs.add(_wish(job.community_id, int(job.key), now), now, again=True)


async def let_go(store: Store, worldview: Worldview, now: datetime) -> None:
    """It does not stand any more, or shows something else: what the index and digests say of it follows.

    Called in the transaction of what changed it.
    """
    await index.leave(store, worldview, now)
    await digests.leave(store, worldview.community_id, worldview.worldview_id, now)


async def forget(store: Store, community_id: int, user_id: int, now: datetime) -> None:
    """Somebody is about to be erased: what stands of theirs in the index and in digests will go."""
    await index.leave_all(store, community_id, user_id, now)
    await digests.leave_all(store, community_id, user_id, now)


async def gone(deps: Deps, worldview: Worldview) -> None:
    """Its thread was deleted; it disappears from the index."""
    await _mark(deps, worldview, State.GONE)


async def doubt(deps: Deps, community_id: int) -> None:
    """There was a gap, or the server has just been looked after: have the forum compared."""
    async with deps.database.begin() as store:
        await store.jobs.add(Wish(community_id, THREADS), deps.now(), again=True)
    deps.bell.set()


async def compare(deps: Deps, community_id: int, forum_id: int, active: Mapping[int, bool]) -> list[int]:
    """After a gap: have every thread looked at that may not be as we believe, so many in a minute.

    `active`: the threads of the forum that are, as Discord says now, and whether a person made each. Answers
    with those made by a person of which nothing is known.
    """
    async with deps.database.browse() as store:
        known = await store.threads.of_threads(community_id, active)
        doubtful = [number for number, state in known.values() if state is State.ARCHIVED]
        async for page in store.threads.open(community_id):
            doubtful += [number for thread_id, number in page.items() if thread_id not in active]
        doubtful += await store.threads.orphans(community_id, forum_id, AT_ONCE)
    for start in range(0, len(doubtful), AT_ONCE):
        due = deps.now() + timedelta(minutes=start // AT_ONCE)
        async with deps.database.begin() as store:
            for number in doubtful[start : start + AT_ONCE]:
                await _look_by(store, community_id, number, due, deps.now())
    deps.bell.set()
    return sorted(thread_id for thread_id, by_hand in active.items() if by_hand and thread_id not in known)


async def _mark(deps: Deps, worldview: Worldview, state: State) -> None:
    async with deps.database.begin() as store:
        found = await store.worldviews.find(worldview.community_id, worldview.worldview_id)
        if found is None or found.state not in (State.OPEN, State.ARCHIVED):
            return
        await store.threads.mark(found.community_id, found.worldview_id, state=state.value)
        if state is State.GONE:
            await let_go(store, found, deps.now())
    deps.bell.set()


async def _thread(store: Store, worldview: Worldview) -> Thread:
    community_id, number = worldview.community_id, worldview.worldview_id
    waiting = await store.threads.waiting(community_id, number)
    generations = await store.threads.heard_by(community_id, number, worldview.user_id)
    moments = [
        worldview.posted_at,
        worldview.opens_at,
        worldview.changed_at,
        worldview.answer_nudged_at,
        worldview.listener_nudged_at,
        await store.threads.last_said(community_id, number),
    ]
    return Thread(
        worldview.state,
        worldview.posted_at,
        max(filter(None, moments)),
        waiting[0].said_at if waiting else None,
        bool(generations - {hopes_for(worldview)}),
        worldview.answer_nudged_at,
        worldview.listener_nudged_at,
        await store.threads.is_to_be_done(community_id, REST, str(number)),
    )


async def _look_by(store: Store, community_id: int, number: int, due: datetime, now: datetime) -> None:
    """Have a look by then: one that comes sooner stays as it is."""
    planned = await store.threads.looked_at_by(community_id, TENDING, str(number))
    if planned is None or planned > due:
        await store.jobs.add(_wish(community_id, number, due), now)


def _wish(community_id: int, number: int, due: datetime) -> Wish:
    return Wish(community_id, TENDING, str(number), due_at=due)

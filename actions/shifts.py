"""Saying what a worldview has done to one's own."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from actions import listening, worldviews
from actions.deps import Deps
from actions.listening import Scene
from data.store import Store
from domain import shifts
from domain.communities import Community
from domain.jobs import Job, Wish
from domain.ledger import Counted
from domain.shifts import THE_AUTHOR, Kind, Shift
from domain.worldviews import Worldview, by_author, standing

SHIFT = "shift"
"""The kind of the job that shows a shift in its thread, as it is now."""


@dataclass(frozen=True, slots=True)
class Giving:
    """Who may give one, and what they gave before, if that may still be changed."""

    scene: Scene
    worldview: Worldview
    receiver_id: int
    earlier: Shift | None


@dataclass(frozen=True, slots=True)
class Given:
    """A shift, and before which worldview. `new` is False for one that was changed.

    `wish` is the job that shows it, unless that waits for a reason.
    """

    scene: Scene
    worldview: Worldview
    shift: Shift
    new: bool
    wish: Wish | None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a shift's message needs. `tells` is the one person who is to hear of it by name."""

    community: Community
    worldview: Worldview
    shift: Shift
    tells: int | None


async def may_give(
    deps: Deps, community_id: int, user_id: int, worldview_id: int, receiver_id: int = THE_AUTHOR
) -> Giving:
    """Before the form is opened. Raises what `domain.shifts.receiver` and `may_give` raise."""
    async with deps.database.read() as store:
        return await _between(store, community_id, user_id, worldview_id, receiver_id, deps.now())


async def give(
    deps: Deps,
    community_id: int,
    user_id: int,
    worldview_id: int,
    kind: Kind,
    reason: str,
    receiver_id: int = THE_AUTHOR,
) -> Given:
    """Say it, or for a while say it otherwise. Raises what `may_give` and `domain.shifts.reason` raise."""
    plain = shifts.reason(reason)
    async with deps.database.begin() as store:
        now = deps.now()
        giving = await _between(store, community_id, user_id, worldview_id, receiver_id, now)
        if giving.earlier is not None:
            shift = replace(giving.earlier, kind=kind, reason=plain, changed_at=now)
            await store.shifts.save(shift)
        else:
            whom = giving.receiver_id
            shift = Shift(0, community_id, worldview_id, user_id, whom, kind, plain, now, now)
            shift = replace(shift, shift_id=await store.shifts.add(shift))
            await listening.count(store, giving.scene.person, Counted.SHIFTED, now)
        wish = await listening.post(deps, store, giving.worldview, SHIFT, shift.shift_id, user_id, again=True)
    deps.bell.set()
    return Given(giving.scene, giving.worldview, shift, new=giving.earlier is None, wish=wish)


async def listeners(
    deps: Deps, community_id: int, user_id: int, worldview_id: int
) -> tuple[Scene, list[int]]:
    """Whom the author may thank. Raises what `domain.worldviews.by_author` raises."""
    async with deps.database.read() as store:
        scene = await listening.scene(store, community_id, user_id, worldview_id)
        worldview = by_author(scene.worldview, user_id)
        return scene, sorted(await _listeners(store, worldview))


async def shown(deps: Deps, job: Job) -> Shown | None:
    """What the message of a shift needs; None when there is nothing left to show. Raises NotSetUp."""
    async with deps.database.read() as store:
        shift = await store.shifts.find(job.community_id, int(job.key))
        if shift is None:
            return None
        scene = await listening.scene(store, job.community_id, shift.user_id, shift.worldview_id)
        worldview = scene.worldview
        if worldview is None or not worldview.stands:
            return None
        if shift.receiver_id == THE_AUTHOR:
            tells = await listening.author_to_tell(store, worldview)
        else:
            tells = await listening.to_tell(store, job.community_id, shift.receiver_id)
        return Shown(scene.community, worldview, shift, tells)


async def posted(store: Store, job: Job, now: datetime) -> None:
    """It stands in the thread; it goes with whoever gave it."""
    if job.result_id is None:
        return
    if not await store.shifts.posted(job.community_id, int(job.key), job.result_id):
        await worldviews.take_off_message(store, job, now)  # they were erased while it was being posted


async def _between(
    store: Store, community_id: int, user_id: int, worldview_id: int, receiver_id: int, now: datetime
) -> Giving:
    scene = await listening.scene(store, community_id, user_id, worldview_id)
    view = scene.worldview
    heard = await _listeners(store, view) if view is not None and view.user_id == user_id else set()
    whom = shifts.receiver(scene.worldview, scene.person, user_id, receiver_id, heard)
    earlier = await store.shifts.between(community_id, worldview_id, user_id, whom)
    shifts.may_give(earlier, now)
    return Giving(scene, standing(scene.worldview), whom, earlier)


async def _listeners(store: Store, worldview: Worldview) -> set[int]:
    """Who asked, said back or replied there."""
    speakers = await store.remarks.speakers(worldview.community_id, worldview.worldview_id)
    heard = await store.loops.listeners(worldview.community_id, worldview.worldview_id)
    return (speakers | heard) - {worldview.user_id}

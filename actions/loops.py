"""Saying back what was heard, and the author's word on it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from actions import digests, listening, tending, worldviews
from actions.deps import Deps
from actions.listening import LARGEST, Scene
from data.store import Store
from domain import loops
from domain.communities import Community
from domain.jobs import Job, Wish
from domain.ledger import Counted
from domain.loops import Loop, Verdict
from domain.worldviews import Worldview, standing

LOOP = "loop"
"""The kind of the job that shows in the thread what was said back, with what the author said of it."""
LOOP_CARD = "loop-card"
"""The kind of the job that tells the listener by name what the author said of it."""


@dataclass(frozen=True, slots=True)
class Heard:
    """One attempt, and before which worldview. `new` is False for what was done before.

    `wish` is the job that shows it, unless that waits for a reason.
    """

    scene: Scene
    worldview: Worldview
    loop: Loop
    new: bool = True
    approved_by: frozenset[int] = frozenset()
    wish: Wish | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a loop's messages need. `tells` is the one person who is to hear of it by name."""

    community: Community
    worldview: Worldview
    loop: Loop
    tells: int | None


async def may_say_back(deps: Deps, community_id: int, user_id: int, worldview_id: int) -> Scene:
    """Before the form is opened. Raises what `domain.loops.may_say_back` raises."""
    async with deps.database.read() as store:
        scene = await listening.scene(store, community_id, user_id, worldview_id)
        earlier = await _last(store, scene, user_id)
        loops.may_say_back(scene.worldview, scene.person, user_id, earlier)
        return scene


async def say_back(
    deps: Deps, community_id: int, user_id: int, worldview_id: int, text: str, token: str
) -> Heard:
    """Say back what one heard. Raises what `domain.loops.heard` raises."""
    async with deps.database.begin() as store:
        scene, now = await listening.scene(store, community_id, user_id, worldview_id), deps.now()
        worldview = standing(scene.worldview)
        if same := await store.loops.by_token(community_id, worldview_id, user_id, token):
            return Heard(scene, worldview, same, new=False)
        earlier = await _last(store, scene, user_id)
        plain = loops.heard(worldview, scene.person, user_id, text, earlier)
        attempt = earlier.attempt + 1 if earlier else 1
        loop = Loop(0, community_id, worldview_id, user_id, attempt, plain, token, now)
        loop = replace(loop, loop_id=await store.loops.add(loop))
        wish = await listening.post(deps, store, worldview, LOOP, loop.loop_id, user_id)
        await tending.follow(store, worldview, now)
        await listening.count(store, scene.person, Counted.SAID_BACK, now)
    deps.bell.set()
    return Heard(scene, worldview, loop, wish=wish)


async def may_judge(deps: Deps, community_id: int, user_id: int, loop_id: int) -> Heard:
    """Before the form is opened. Raises what `domain.loops.may_judge` raises, and LoopGone."""
    async with deps.database.read() as store:
        heard = await _found(store, community_id, user_id, loop_id)
        loops.may_judge(heard.loop, heard.worldview, user_id)
        return heard


async def judge(
    deps: Deps, community_id: int, user_id: int, loop_id: int, verdict: Verdict, text: str = ""
) -> Heard:
    """The author's word on it; `text` is what was missed.

    Raises what `domain.loops.may_judge` and `missed` raise, and LoopGone.
    """
    async with deps.database.begin() as store:
        heard, now = await _found(store, community_id, user_id, loop_id), deps.now()
        loops.may_judge(heard.loop, heard.worldview, user_id)
        judged = replace(heard.loop, verdict=verdict, missed=loops.missed(verdict, text))
        await store.loops.judge(judged, user_id, now)
        await listening.refresh(deps, store, heard.worldview, LOOP, loop_id, user_id)
        wish = await listening.post(deps, store, heard.worldview, LOOP_CARD, loop_id, user_id)
        if judged.is_confirmed:
            await worldviews.refresh(deps, store, heard.worldview)
            listener = await store.people.find(community_id, judged.user_id)
            await listening.count(store, listener, Counted.LOOPED, now)
    deps.bell.set()
    return replace(heard, loop=judged, wish=wish)


async def share(deps: Deps, community_id: int, user_id: int, loop_id: int) -> Heard:
    """Let the line stand in the digest, or no longer. Raises what `domain.loops.may_share` raises."""
    async with deps.database.begin() as store:
        heard = await _found(store, community_id, user_id, loop_id)
        loops.may_share(heard.loop, heard.worldview, user_id)
        if user_id in await store.loops.approved_by(community_id, loop_id):
            await store.loops.withhold(community_id, loop_id, user_id)
        else:
            await store.loops.approve(community_id, loop_id, user_id, deps.now())
        if heard.loop.digest is not None:
            await digests.leave(store, community_id, heard.worldview.worldview_id, deps.now())
        approved = await store.loops.approved_by(community_id, loop_id)
        return replace(heard, approved_by=frozenset(approved))


async def shown(deps: Deps, job: Job) -> Shown | None:
    """What the messages of a loop need; None when there is nothing left to show. Raises NotSetUp."""
    async with deps.database.read() as store:
        loop = await store.loops.find(job.community_id, int(job.key))
        if loop is None:
            return None
        scene = await listening.scene(store, job.community_id, loop.user_id, loop.worldview_id)
        worldview = scene.worldview
        if worldview is None or not worldview.stands:
            return None
        if job.kind == LOOP_CARD:
            tells = await listening.to_tell(store, job.community_id, loop.user_id)
        else:
            tells = await listening.author_to_tell(store, worldview)
        return Shown(scene.community, worldview, loop, tells)


async def posted(store: Store, job: Job, now: datetime) -> None:
    """It stands in the thread; it goes with whoever said it."""
    if job.result_id is None:
        return
    if not await store.loops.posted(job.community_id, int(job.key), job.result_id):
        await worldviews.take_off_message(store, job, now)  # they were erased while it was being posted


async def told(store: Store, job: Job, _: datetime) -> None:
    """The listener has been told."""
    if job.result_id is not None:
        await store.loops.told(job.community_id, int(job.key), job.result_id)


async def _last(store: Store, scene: Scene, user_id: int) -> Loop | None:
    if scene.worldview is None:
        return None
    return await store.loops.last(scene.community.community_id, scene.worldview.worldview_id, user_id)


async def _found(store: Store, community_id: int, user_id: int, loop_id: int) -> Heard:
    found = await store.loops.find(community_id, loop_id) if 0 < loop_id <= LARGEST else None
    loop = loops.there(found)
    scene = await listening.scene(store, community_id, user_id, loop.worldview_id)
    return Heard(scene, standing(scene.worldview), loop, new=False)

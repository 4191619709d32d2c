"""What a person can say under a worldview: ask, answer, pass, reply."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime

from actions import listening, tending, worldviews
from actions.deps import Deps
from actions.listening import LARGEST, Scene
from data.store import Store
from domain import remarks
from domain.communities import Community
from domain.errors import WorldviewGone
from domain.jobs import Job, Wish
from domain.ledger import Counted
from domain.remarks import Kind, Remark, Stem
from domain.worldviews import Worldview, by_author, by_listener, standing

REMARK = "remark"
"""The kind of the job that shows a remark in its thread, as it is now."""


@dataclass(frozen=True, slots=True)
class Said:
    """What was said, and before which worldview. `new` is False for a form that was sent before.

    `wish` is the job that shows it, unless that waits for a reason.
    """

    scene: Scene
    worldview: Worldview
    remark: Remark
    new: bool = True
    wish: Wish | None = None


@dataclass(frozen=True, slots=True)
class Shown:
    """What a remark's message needs. `tells` is the one person who is to hear of it by name."""

    community: Community
    worldview: Worldview
    remark: Remark
    question: Remark | None
    answered: bool
    tells: int | None


async def may_ask(deps: Deps, community_id: int, user_id: int, worldview_id: int) -> Scene:
    """Before the form is opened. Raises what `domain.worldviews.by_listener` raises."""
    scene = await listening.look(deps, community_id, user_id, worldview_id)
    by_listener(scene.worldview, scene.person, user_id)
    return scene


async def ask(
    deps: Deps, community_id: int, user_id: int, worldview_id: int, stem: Stem | None, text: str, token: str
) -> Said:
    """Ask the author. Raises what `domain.remarks.question` raises."""
    async with deps.database.begin() as store:
        scene = await listening.scene(store, community_id, user_id, worldview_id)
        worldview, now = standing(scene.worldview), deps.now()
        if earlier := await store.remarks.by_token(community_id, user_id, token):
            return Said(scene, worldview, earlier, new=False)
        waiting = await store.remarks.waiting(community_id, worldview_id, user_id)
        plain = remarks.question(worldview, scene.person, user_id, stem, text, waiting=waiting)
        remark = Remark(0, community_id, worldview_id, user_id, Kind.QUESTION, plain, token, now, stem=stem)
        said = await _add(deps, store, scene, remark)
        await tending.follow(store, worldview, now)
        await listening.count(store, scene.person, Counted.ASKED, now)
    deps.bell.set()
    return said


async def question(deps: Deps, community_id: int, user_id: int, remark_id: int) -> Said:
    """A question, for its author to answer: before the form is opened, and with its preview.

    Raises QuestionGone, AlreadyAnswered, and what `domain.worldviews.by_author` raises.
    """
    async with deps.database.read() as store:
        scene, asked = await _asked(store, community_id, user_id, remark_id)
        worldview = by_author(scene.worldview, user_id)
        remarks.unanswered(await store.remarks.is_answered(community_id, asked.remark_id))
        return Said(scene, worldview, asked, new=False)


async def answer(deps: Deps, community_id: int, user_id: int, remark_id: int, text: str, token: str) -> Said:
    """Answer a question. Raises what `domain.remarks.answer` raises, and QuestionGone."""
    async with deps.database.begin() as store:
        scene, asked = await _asked(store, community_id, user_id, remark_id)
        worldview, now = by_author(scene.worldview, user_id), deps.now()
        if earlier := await store.remarks.by_token(community_id, user_id, token):
            return Said(scene, worldview, earlier, new=False)
        answered = await store.remarks.is_answered(community_id, asked.remark_id)
        plain = remarks.answer(worldview, user_id, text, answered=answered)
        remark = Remark(
            *(0, community_id, worldview.worldview_id, user_id, Kind.ANSWER, plain, token, now),
            answers=asked.remark_id,
        )
        said = await _add(deps, store, scene, remark)
        await listening.refresh(deps, store, worldview, REMARK, asked.remark_id, user_id)
        await listening.count(store, scene.person, Counted.ANSWERED, now)
    deps.bell.set()
    return said


async def pass_on(deps: Deps, community_id: int, user_id: int, remark_id: int) -> Said:
    """Rather not answer a question. Raises what `domain.remarks.passed` raises, and QuestionGone."""
    async with deps.database.begin() as store:
        scene, asked = await _asked(store, community_id, user_id, remark_id)
        worldview, now = by_author(scene.worldview, user_id), deps.now()
        answered = await store.remarks.is_answered(community_id, asked.remark_id)
        passed = remarks.passed(asked, worldview, user_id, now, answered=answered)
        if passed != asked:
            await store.remarks.passed(passed)
            await listening.refresh(deps, store, worldview, REMARK, asked.remark_id, user_id)
    deps.bell.set()
    return Said(scene, worldview, passed, new=passed != asked)


async def may_reply(deps: Deps, community_id: int, user_id: int, worldview_id: int) -> Scene:
    """Before the form is opened, and with its preview. Raises what `domain.remarks.may_reply` raises."""
    async with deps.database.read() as store:
        scene = await listening.scene(store, community_id, user_id, worldview_id)
        await _may_reply(store, scene, user_id, deps.now())
        return scene


async def reply(
    deps: Deps, community_id: int, user_id: int, worldview_id: int, text: str, token: str
) -> Said:
    """Speak freely. Raises what `domain.remarks.may_reply` and `said` raise."""
    async with deps.database.begin() as store:
        scene, now = await listening.scene(store, community_id, user_id, worldview_id), deps.now()
        if earlier := await store.remarks.by_token(community_id, user_id, token):
            return Said(scene, standing(scene.worldview), earlier, new=False)
        await _may_reply(store, scene, user_id, now)
        plain = remarks.said(text, 1, remarks.REPLY_LENGTH)
        remark = Remark(0, community_id, worldview_id, user_id, Kind.REPLY, plain, token, now)
        said = await _add(deps, store, scene, remark)
    deps.bell.set()
    return said


async def shown(deps: Deps, job: Job) -> Shown | None:
    """What the message of a remark needs; None when there is nothing left to show. Raises NotSetUp."""
    async with deps.database.read() as store:
        remark = await store.remarks.find(job.community_id, int(job.key))
        if remark is None:
            return None
        scene = await listening.scene(store, job.community_id, remark.user_id, remark.worldview_id)
        worldview = scene.worldview
        if worldview is None or not worldview.stands:
            return None
        asked = await store.remarks.find(job.community_id, remark.answers) if remark.answers else None
        answered = await store.remarks.is_answered(job.community_id, remark.remark_id)
        tells = await _tells(store, worldview, remark, asked)
        return Shown(scene.community, worldview, remark, asked, answered, tells)


async def posted(store: Store, job: Job, now: datetime) -> None:
    """It stands in the thread; it goes with whoever said it."""
    if job.result_id is None:
        return
    if not await store.remarks.posted(job.community_id, int(job.key), job.result_id):
        await worldviews.take_off_message(store, job, now)  # they were erased while it was being posted


async def named(store: Store, community_id: int, user_id: int) -> list[Wish]:
    """What brings the answers up to date that name this person, for when they are forgotten."""
    return [
        Wish(community_id, REMARK, str(number), lane=f"thread:{worldview}")
        for worldview, number in await store.remarks.answers_to(community_id, user_id)
    ]


async def _asked(store: Store, community_id: int, user_id: int, remark_id: int) -> tuple[Scene, Remark]:
    found = await store.remarks.find(community_id, remark_id) if 0 < remark_id <= LARGEST else None
    remark = remarks.asked(found)
    return await listening.scene(store, community_id, user_id, remark.worldview_id), remark


async def _may_reply(store: Store, scene: Scene, user_id: int, now: datetime) -> Worldview:
    if scene.worldview is None:
        raise WorldviewGone
    number = scene.worldview.worldview_id
    understood = await store.loops.understood(scene.community.community_id, number)
    return remarks.may_reply(scene.worldview, scene.person, user_id, now, understood=user_id in understood)


async def _add(deps: Deps, store: Store, scene: Scene, remark: Remark) -> Said:
    added = replace(remark, remark_id=await store.remarks.add(remark))
    worldview = standing(scene.worldview)
    wish = await listening.post(deps, store, worldview, REMARK, added.remark_id, remark.user_id)
    return Said(scene, worldview, added, wish=wish)


async def _tells(store: Store, worldview: Worldview, remark: Remark, asked: Remark | None) -> int | None:
    if remark.kind is Kind.QUESTION:
        return await listening.author_to_tell(store, worldview)
    return await listening.to_tell(store, worldview.community_id, asked.user_id) if asked else None

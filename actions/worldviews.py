"""Worldviews that were posted: what they show, what becomes of them, and who may do what about them."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from datetime import datetime

from actions import index, tending
from actions.deps import Deps
from actions.upkeep import HEAD_START
from data.store import Store
from domain import pseudonyms
from domain.blueprint import Kind
from domain.communities import Community
from domain.errors import NotSetUp
from domain.jobs import Job, Wish
from domain.people import Participant
from domain.tending import moment_of
from domain.worldviews import Made, State, Worldview, by_author, by_hand, standing, withdrawn

POST = "worldview"
CARD = "worldview-card"
OPEN = "worldview-open"
WITHDRAWN = "worldview-withdrawn"
"""The kinds of the jobs that post one, bring its card up to date, end its window, and take it off Discord."""
BY_HAND = "by_hand"
"""In the payload of POST: the thread that somebody made by hand, also when no row knows of it any more."""


@dataclass(frozen=True, slots=True)
class Shown:
    """All that the card of a worldview needs."""

    community: Community
    worldview: Worldview
    understood: tuple[int, ...] = ()
    """Who showed that they understood it, by user id, the first one first."""


@dataclass(frozen=True, slots=True)
class Reader:
    """Who pressed *More*, and on what. `person` is None for somebody who never signed up."""

    community: Community
    worldview: Worldview
    user_id: int
    person: Participant | None
    is_steward: bool
    now: datetime

    @property
    def is_author(self) -> bool:
        return self.worldview.user_id == self.user_id


async def shown(deps: Deps, community_id: int, worldview_id: int) -> Shown | None:
    """What its card shows now; None when it is not there, withdrawn, or deleted."""
    async with deps.database.read() as store:
        view = await store.worldviews.find(community_id, worldview_id)
        community = await store.communities.find(community_id)
        if view is None or community is None or not view.stands:
            return None
        understood = await store.loops.understood(community_id, worldview_id)
        return Shown(community, view, tuple(understood))


async def find(deps: Deps, community_id: int, worldview_id: int) -> Worldview | None:
    """As it is, also when it does not stand any more."""
    async with deps.database.read() as store:
        return await store.worldviews.find(community_id, worldview_id)


async def read_by(
    deps: Deps, community_id: int, worldview_id: int, user_id: int, *, is_steward: bool
) -> Reader:
    """Somebody looks what they can do about it. Raises NotSetUp, WorldviewGone."""
    async with deps.database.read() as store:
        community = await _community(store, community_id)
        view = standing(await store.worldviews.find(community_id, worldview_id))
        person = await store.people.find(community_id, user_id)
        return Reader(community, view, user_id, person, is_steward, deps.now())


async def own(deps: Deps, community_id: int, worldview_id: int, user_id: int) -> Worldview:
    """One's own worldview. Raises WorldviewGone, NotAuthor."""
    async with deps.database.read() as store:
        return by_author(await store.worldviews.find(community_id, worldview_id), user_id)


async def withdraw(deps: Deps, community_id: int, worldview_id: int, user_id: int) -> Wish:
    """Its author takes it back; the job wished for takes it off Discord. Raises WorldviewGone, NotAuthor."""
    async with deps.database.begin() as store:
        view = by_author(await store.worldviews.find(community_id, worldview_id), user_id)
        await store.worldviews.save(withdrawn(view, deps.now()))
        await tending.let_go(store, view, deps.now())
        await store.drafts.throw_away(community_id, user_id, worldview_id)
        # whoever takes it back is answered in the thread that goes, and so has a head start
        due = replace(wish(view, WITHDRAWN), head_start=HEAD_START)
        await store.jobs.add(due, deps.now(), again=True)
    deps.bell.set()
    return due


async def found_by_hand(
    deps: Deps, community_id: int, thread_id: int, user_id: int, tags: Collection[int]
) -> bool:
    """A person posted in the forum by themselves: our buttons will stand under it.

    False for a post that is known, that was there before the community was set up, or whose author may have
    been erased since. `tags`: the ids of the forum's tags that it bears.
    """
    async with deps.database.begin() as store:
        community = await store.communities.find(community_id)
        if community is None or community.set_up_at is None or moment_of(thread_id) < community.set_up_at:
            return False
        seen = thread_id <= await store.communities.posts_seen_until(community_id)
        if seen or await store.worldviews.of_thread(community_id, thread_id) is not None:
            return False
        records = await store.objects.all(community_id)
        topics = tuple(
            each.key
            for each in community.topics
            if (record := records.get((Kind.TAG, each.key))) and record.discord_id in tags
        )
        author = await store.people.find(community_id, user_id)
        view = by_hand(community_id, thread_id, user_id, topics, author, deps.now())
        view = replace(view, worldview_id=await store.worldviews.add(view))
        await store.jobs.add(replace(wish(view, POST), payload={BY_HAND: thread_id}), deps.now())
    deps.bell.set()
    return True


async def lost(deps: Deps, community_id: int, worldview_id: int) -> None:
    """Its thread was deleted by hand; harmless for one that does not stand any more."""
    async with deps.database.begin() as store:
        view = await store.worldviews.find(community_id, worldview_id)
        if view is not None and view.stands:
            await store.worldviews.save(replace(view, state=State.GONE, changed_at=deps.now()))
            await tending.let_go(store, view, deps.now())
    deps.bell.set()


def wish(view: Worldview, kind: str) -> Wish:
    """Something to do about a worldview on Discord, one thing at a time in its thread. It names nobody."""
    return replace(card_of(view.community_id, view.worldview_id), kind=kind)


def card_of(community_id: int, worldview_id: int) -> Wish:
    """Its card is to be brought up to date."""
    return Wish(community_id, CARD, str(worldview_id), lane=f"thread:{worldview_id}")


async def refresh(deps: Deps, store: Store, view: Worldview) -> Wish:
    """Have its card brought up to date, and its line in the index, in the transaction of what changed it.

    What is seen of a pseudonym does not tell by its time who has just been at it.
    """
    due = wish(view, CARD)
    if view.pseudonym is not None:
        due = replace(due, due_at=deps.now() + pseudonyms.delay(deps.chance))
    await store.jobs.add(due, deps.now(), again=True)
    await index.leave(store, view, due.due_at or deps.now())
    return due


async def posted(store: Store, job: Job, now: datetime) -> None:
    """It stands in the forum: the thread that the job made, or the message under a post made by hand."""
    view = await store.worldviews.find(job.community_id, int(job.key))
    if job.result_id is None:
        return
    if view is None:  # its author was erased while it was being posted
        await _take_off(store, job, now)
        return
    thread_id = job.result_id if view.made is Made.FORM else view.thread_id
    view = replace(view, thread_id=thread_id, card_id=job.result_id)
    if view.state is State.POSTING:
        view = replace(view, state=State.OPEN)
    await store.worldviews.save(view)
    if not view.stands:  # taken back while it was being posted
        await store.jobs.add(wish(view, WITHDRAWN), now, again=True)
        return
    await tending.follow(store, view, now)
    if view.is_questions_only(now):
        await store.jobs.add(replace(wish(view, OPEN), due_at=view.opens_at), now)


async def take_off_message(store: Store, job: Job, now: datetime) -> None:
    """What a job of a worldview's lane has just posted there has no row any more: it goes again."""
    view = await store.worldviews.find(job.community_id, int(job.lane.removeprefix("thread:")))
    if view is None or view.thread_id is None or job.result_id is None:  # it went with the thread
        return
    made: dict[str, object] = {"thread_id": view.thread_id, "message_id": job.result_id}
    key = f"{job.key}:{job.result_id}"
    await store.jobs.add(Wish(job.community_id, WITHDRAWN, key, lane=job.lane, payload=made), now)


async def _take_off(store: Store, job: Job, now: datetime) -> None:
    """A thread, or our card in somebody's thread, of which no row knows any more."""
    made: dict[str, object] = {"thread_id": job.result_id}
    if BY_HAND in job.payload:
        made = {"thread_id": job.payload[BY_HAND], "message_id": job.result_id}
    gone = Wish(job.community_id, WITHDRAWN, job.key, lane=f"thread:{job.key}", payload=made)
    await store.jobs.add(gone, now, again=True)


async def _community(store: Store, community_id: int) -> Community:
    community = await store.communities.find(community_id)
    if community is None or community.set_up_at is None:
        raise NotSetUp
    return community

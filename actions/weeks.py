"""The prompt of the week: planned, dealt in its hour, planned again."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime, timedelta

from actions.conversations import open_thread
from actions.decks import prompts_in
from actions.deps import Deps
from actions.prompts import FALLBACK
from data.conversations import Kept, Kind
from data.store import Store
from domain.communities import Community
from domain.conversations import Conversation, Deal, deal
from domain.decks import Prompt
from domain.jobs import Job, Wish
from domain.weeks import is_week_prompt, next_open_week, week_of

WEEK = "week-prompt"
"""The kind of the job. Its key is the moment in UTC: whoever moves the hour wishes for another job."""
WITHIN = timedelta(days=1)
"""Later it would be odd: the next one comes in its own week."""
RUNGS = (1, 2)
"""Warm and personal in turn. What is deep belongs where people have climbed there together."""


async def plan_week(deps: Deps, community_id: int) -> None:
    """See to it that the next prompt of the week is on its way. Harmless to repeat."""
    async with deps.database.begin() as store:
        await plan(store, community_id, deps.now())
    deps.bell.set()


async def plan(store: Store, community_id: int, now: datetime) -> None:
    """The same, from inside a transaction; with no such prompt wanted, nothing."""
    community = await store.communities.find(community_id)
    if community is None or community.set_up_at is None or community.settings.week_day is None:
        return
    last = await _last(store, await store.conversations.of_week(community_id))
    moment = next_open_week(community.settings, now, last)
    if moment is None:
        return
    wish = Wish(community_id, WEEK, moment.isoformat(), due_at=moment, expires_at=moment + WITHIN)
    if all(job.key != wish.key for job in await store.jobs.open(community_id, WEEK)):
        await store.jobs.add(wish, now)


async def open_week(deps: Deps, job: Job) -> None:
    """Deal the prompt of this week and have it posted, unless its hour was moved, or the week has one."""
    now = deps.now()
    async with deps.database.begin() as store:
        community = await store.communities.find(job.community_id)
        if community is None or not is_week_prompt(community.settings, job.due_at):
            return
        kept = await _week(store, community, now)
        last = await _last(store, kept)
        settings = community.settings
        if last is None or week_of(settings, last) < week_of(settings, job.due_at):
            await _deal(deps, store, community, kept, job)
        await plan(store, community.community_id, now)
    deps.bell.set()


async def _deal(deps: Deps, store: Store, community: Community, kept: Kept, job: Job) -> None:
    prompts = await prompts_in(store, community, (community.language, FALLBACK))
    dealt = _next(prompts, kept, deps.chance())
    if dealt is None:
        return
    here = community.community_id, kept.conversation_id
    await store.conversations.deal(*here, kept.turn + 1, dealt.turn, dealt.turn.depth, job.due_at)
    await open_thread(
        store,
        community.community_id,
        dealt.turn,
        deps.now(),
        of_the_week=True,
        expires_at=job.expires_at,
    )


def _next(prompts: Mapping[str, Prompt], kept: Kept, chance: float) -> Deal | None:
    """Of the rung whose turn it is, or of any when that has none; none twice before they are spent."""
    rung = RUNGS[kept.turn % len(RUNGS)]
    of_rung = {name: prompt for name, prompt in prompts.items() if prompt.depth == rung}
    for choice in (of_rung, prompts):
        dealt = deal(choice, Conversation(rung, kept.standing.turns), (), chance)
        if isinstance(dealt, Deal):
            return dealt
    return None


async def _week(store: Store, community: Community, now: datetime) -> Kept:
    kept = await store.conversations.of_week(community.community_id)
    if kept is None:
        await store.conversations.open(community.community_id, Kind.WEEK, now)
        kept = await store.conversations.of_week(community.community_id)
    if kept is None:
        raise LookupError("a conversation that was just begun is not there")
    return kept


async def _last(store: Store, kept: Kept | None) -> datetime | None:
    """When the last prompt of a week was due."""
    if kept is None:
        return None
    turn = await store.conversations.turn(kept.community_id, kept.conversation_id, kept.turn)
    return turn.dealt_at if turn else None

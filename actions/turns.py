"""What is posted in a conversation's thread: turns, and what people answered. The jobs that do it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from actions.decks import prompts_in
from actions.deps import Deps
from actions.prompts import FALLBACK
from actions.upkeep import HEAD_START
from data.conversations import Kept
from data.store import Store
from domain.communities import Community
from domain.decks import Prompt
from domain.errors import NotSetUp
from domain.jobs import Job, Wish

PROMPT = "prompt"
ANSWER = "prompt-answer"
"""Kinds of jobs: post a turn, post somebody's answer."""
OF_THE_WEEK = "week"
"""In a job's payload: whether the prompt is that of the week."""


@dataclass(frozen=True, slots=True)
class TurnToPost:
    """A turn to be posted, with None in a new thread. `prompt` is None when its deck is gone."""

    community: Community
    prompt: Prompt | None
    turn: int
    thread_id: int | None


@dataclass(frozen=True, slots=True)
class AnswerToPost:
    """An answer to be posted in the thread, or with None when that is not there yet.

    `late` when another prompt came meanwhile.
    """

    community: Community
    prompt: Prompt | None
    text: str
    thread_id: int | None
    late: bool


async def wish_turn(
    store: Store,
    community_id: int,
    number: int,
    turn: int,
    now: datetime,
    *,
    of_the_week: bool = False,
    expires_at: datetime | None = None,
) -> Wish:
    """Have a turn posted, from inside the transaction that dealt it.

    Whoever answers the person that pressed has a head start; then the clock does it.
    """
    wish = Wish(
        community_id,
        PROMPT,
        f"{number}:{turn}",
        lane=f"conversation:{number}",
        payload={OF_THE_WEEK: of_the_week},
        expires_at=expires_at,
        head_start=timedelta(0) if of_the_week else HEAD_START,
    )
    await store.jobs.add(wish, now)
    return wish


async def wish_answer(
    store: Store, community_id: int, number: int, turn: int, user_id: int, now: datetime
) -> Wish:
    """The same for somebody's answer, from inside the transaction that keeps it."""
    wish = Wish(
        community_id,
        ANSWER,
        f"{number}:{turn}",
        user_id,
        lane=f"conversation:{number}",
        head_start=HEAD_START,
    )
    await store.jobs.add(wish, now)
    return wish


async def turn_to_post(deps: Deps, job: Job) -> TurnToPost | None:
    """What a job of the kind `prompt` posts; None when the conversation is not there."""
    number, turn = numbers(job.key)
    async with deps.database.read() as store:
        found = await _found(store, job, number, turn)
        if found is None:
            return None
        community, prompt, _ = found
        first = await store.conversations.turn(job.community_id, number, 1)
    return TurnToPost(community, prompt, turn, first.thread_id if first else None)


async def answer_to_post(deps: Deps, job: Job) -> AnswerToPost | None:
    """What a job of the kind `prompt-answer` posts; None when the answer is gone, with its author."""
    number, turn = numbers(job.key)
    async with deps.database.read() as store:
        found = await _found(store, job, number, turn)
        response = await store.conversations.response(job.community_id, number, turn, job.user_id)
        if found is None or response is None or response.text is None:
            return None
        community, prompt, kept = found
        dealt = await store.conversations.turn(job.community_id, number, turn)
    thread_id = dealt.thread_id if dealt else None
    return AnswerToPost(community, prompt, response.text, thread_id, late=turn < kept.turn)


async def posted(store: Store, job: Job, _: datetime) -> None:
    """A turn stands there. The first one opened the thread, whose number is that of its first message."""
    if job.result_id is None:
        return
    number, turn = numbers(job.key)
    first = await store.conversations.turn(job.community_id, number, 1)
    thread_id = first.thread_id if first and first.thread_id else job.result_id
    await store.conversations.posted(job.community_id, number, turn, thread_id, job.result_id)


async def said(store: Store, job: Job, _: datetime) -> None:
    """An answer stands there; it goes when the person is erased."""
    if job.result_id is not None:
        number, turn = numbers(job.key)
        await store.conversations.said(job.community_id, number, turn, job.user_id, job.result_id)


def numbers(key: str) -> tuple[int, int]:
    """The conversation and the turn that a job's key names."""
    number, turn = key.split(":")
    return int(number), int(turn)


async def _found(
    store: Store, job: Job, number: int, turn: int
) -> tuple[Community, Prompt | None, Kept] | None:
    """The turn that a job is about, in the words of the community. Raises NotSetUp."""
    community = await store.communities.find(job.community_id)
    if community is None:
        raise NotSetUp
    kept = await store.conversations.find(job.community_id, number)
    if kept is None or not 1 <= turn <= kept.turn:
        return None
    prompts = await prompts_in(store, community, (community.language, FALLBACK))
    return community, prompts.get(kept.standing.turns[turn - 1].prompt), kept

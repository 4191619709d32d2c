"""One look at a worldview's thread: ask Discord how it is, and do what is due."""

from __future__ import annotations

from contextlib import suppress

import discord

from actions import nudges, tending
from actions.tending import Situation
from cogs.kit.bot import CircleBot
from cogs.tending import threads
from cogs.upkeep.outcomes import Gone, outcome
from domain.jobs import Job
from domain.tending import Deed, deeds
from domain.worldviews import State

TRIES = 3
"""So many people are looked for before the next look: who left the server is no listener."""


async def look(bot: CircleBot, job: Job) -> int | None:
    """Look after a thread. Answers, as an id, when something last happened in it."""
    situation = await tending.situation(bot.deps, job.community_id, int(job.key))
    if situation is None:
        return None
    try:
        seen = await threads.seen(bot, situation.thread_id)
    except Gone as answer:
        if _code(answer) != threads.UNKNOWN_CHANNEL:
            raise
        await tending.gone(bot.deps, situation.worldview)
        return None
    for deed in deeds(situation.thread, seen, bot.deps.now()):
        await _do(bot, situation, deed)
    return discord.utils.time_snowflake(max(situation.thread.last_at, seen.last_at))


async def put_to_rest(bot: CircleBot, job: Job) -> int | None:
    """Archive what a steward put to rest, unless people have talked in it since; the thread's id."""
    situation = await tending.situation(bot.deps, job.community_id, int(job.key))
    if situation is None or situation.worldview.state is not State.ARCHIVED:
        return None
    with suppress(Gone):  # a thread that was deleted rests as well
        await threads.archive(bot, situation.thread_id)
    return situation.thread_id


async def _do(bot: CircleBot, situation: Situation, deed: Deed) -> None:
    match deed:
        case Deed.WAKE:
            await _wake(bot, situation)
        case Deed.REOPEN:
            await tending.reopen(bot.deps, situation.worldview)
        case Deed.ASK_AUTHOR:
            await nudges.ask_author(bot.deps, situation.worldview)
        case Deed.ASK_LISTENER:
            await _ask_listener(bot, situation)
        case Deed.ARCHIVE:
            await threads.archive(bot, situation.thread_id)
            await _rest(bot, situation)
        case Deed.REST:
            await _rest(bot, situation)


async def _rest(bot: CircleBot, situation: Situation) -> None:
    """Whoever asked in this very moment does not wait in an archived thread."""
    if not await tending.rest(bot.deps, situation.worldview):
        await _wake(bot, situation)


async def _wake(bot: CircleBot, situation: Situation) -> None:
    await threads.wake(bot, situation.thread_id)


async def _ask_listener(bot: CircleBot, situation: Situation) -> None:
    away: list[int] = []
    for _ in range(TRIES):
        user_id = await nudges.candidate(bot.deps, situation.worldview, away)
        if user_id is None:
            return
        here = await _is_here(bot, situation.worldview.community_id, user_id)
        if here and await nudges.ask_listener(bot.deps, situation.worldview, user_id):
            return
        away.append(user_id)


async def _is_here(bot: CircleBot, community_id: int, user_id: int) -> bool:
    try:
        async with outcome():
            await bot.http.get_member(community_id, user_id)
    except Gone:
        return False
    return True


def _code(answer: Gone) -> int | None:
    """Discord's own code for what is not there."""
    return answer.__cause__.code if isinstance(answer.__cause__, discord.NotFound) else None

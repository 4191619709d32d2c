"""After a gap: the forum is compared with what we know of it."""

from __future__ import annotations

from actions import index, tending
from cogs.kit.bot import CircleBot
from cogs.tending import places
from domain.jobs import Job


async def compare(bot: CircleBot, job: Job) -> None:
    """One call for all threads that are active; those that may have changed are looked at one by one."""
    forum_id = await places.forum_of(bot, job.community_id)
    if forum_id is None or bot.user is None:
        return
    active = await places.active_threads(bot, job.community_id, forum_id)
    by_hand = {thread_id: int(each["owner_id"]) != bot.user.id for thread_id, each in active.items()}
    await tending.compare(bot.deps, job.community_id, forum_id, by_hand)
    post_id = await places.index_of(bot, job.community_id)
    if post_id is not None:
        await index.move(bot.deps, job.community_id, post_id)

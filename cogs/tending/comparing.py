"""After a gap: the forum is compared with what we know of it."""

from __future__ import annotations

from actions import index, tending
from cogs.kit.bot import CircleBot
from cogs.tending import threads
from cogs.upkeep.places import channel_for, post_for
from cogs.worldviews import by_hand
from domain.blueprint import INDEX, WORLDVIEWS
from domain.jobs import Job


async def compare(bot: CircleBot, job: Job) -> None:
    """One call for all threads that are active; those that may have changed are looked at one by one."""
    forum = await channel_for(bot, job.community_id, WORLDVIEWS)
    if forum is None or bot.user is None:
        return
    active = await threads.active(bot, job.community_id, forum.id)
    made_by_people = {thread_id: int(each["owner_id"]) != bot.user.id for thread_id, each in active.items()}
    for thread_id in await tending.compare(bot.deps, job.community_id, forum.id, made_by_people):
        post = active[thread_id]
        tags = [int(tag) for tag in post.get("applied_tags", ())]
        await by_hand.found(bot, job.community_id, thread_id, int(post["owner_id"]), tags)
    pages = await post_for(bot, job.community_id, INDEX)
    if pages is not None:
        await index.move(bot.deps, job.community_id, pages.id)

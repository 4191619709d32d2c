"""Taking a person's traces off Discord, after the database has forgotten them."""

from __future__ import annotations

from actions import privacy
from cogs.kit.bot import CircleBot
from cogs.signup.greeting import take_out
from cogs.upkeep.members import align_member
from domain.jobs import Job


async def erase(bot: CircleBot, job: Job) -> None:
    """Take away greeting and roles. Raises what keeps it from being done; what could be done is done."""
    erasure = await privacy.unfinished(bot.deps, job.community_id, job.user_id)
    if erasure is None:
        return
    try:
        if erasure.greeting_id is not None:
            await take_out(bot, erasure.community_id, erasure.greeting_id)
    finally:
        await align_member(bot, erasure.community_id, erasure.user_id)
    await privacy.finish(bot.deps, erasure)

"""Taking a person's traces off Discord, after the database has forgotten them."""

from __future__ import annotations

from actions import privacy
from actions.privacy import Erasure
from cogs.forum import delete_message, delete_thread
from cogs.kit.bot import CircleBot
from cogs.signup.greeting import take_out
from cogs.upkeep.members import align_member
from cogs.upkeep.outcomes import Later, NotDone, Unknown
from domain.jobs import Job

AT_ONCE = 50
"""So many messages are taken off in one go, which Discord's limits let be done in time."""
SOON = 1.0
"""Seconds until the next go."""


async def erase(bot: CircleBot, job: Job) -> None:
    """Take away greeting, roles, and what was posted. Raises what keeps it from being done.

    What could be done is done.
    """
    erasure = await privacy.unfinished(bot.deps, job.community_id, job.user_id)
    if erasure is None:
        return
    try:
        if erasure.greeting_id is not None:
            await take_out(bot, erasure.community_id, erasure.greeting_id)
    finally:
        try:
            await align_member(bot, erasure.community_id, erasure.user_id)
        finally:
            await _take_off(bot, erasure)
    await privacy.finish(bot.deps, erasure)


async def _take_off(bot: CircleBot, erasure: Erasure) -> None:
    """Each trace goes from the database when it is off Discord; one that cannot go keeps no other.

    Raises Later while there are more.
    """
    kept: NotDone | Unknown | None = None
    found = await privacy.traces(bot.deps, erasure, AT_ONCE)
    for trace in found:
        try:
            if trace.is_thread:
                await delete_thread(bot, trace.channel_id)
            else:
                await delete_message(bot, trace.channel_id, trace.message_id)
        except (NotDone, Unknown) as problem:
            kept = problem
        else:
            await privacy.gone(bot.deps, trace)
    if kept is not None:
        raise kept
    if len(found) == AT_ONCE:
        raise Later(SOON)

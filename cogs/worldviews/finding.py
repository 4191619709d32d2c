"""Our own thread in the forum, made by an attempt whose answer was lost."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from typing import Any

import discord

from cogs import posting
from cogs.kit.bot import CircleBot
from cogs.upkeep.outcomes import Unknown, outcome
from domain.jobs import Job

PAGE = 100
PAGES = 10
"""So far one looks: a thousand threads that went to rest since the first attempt."""
GONE = frozenset({10003, 10008})
"""Discord's codes for a channel, and a message, that is not there."""


async def find(bot: CircleBot, job: Job, forum_id: int) -> int | None:
    """The thread whose first message bears the job's marker. Raises Unknown when it cannot be told."""
    if not job.tried_before or job.first_attempt_at is None or bot.user is None:
        return None
    since = job.first_attempt_at - posting.MARGIN
    oldest = discord.utils.time_snowflake(since)
    async with outcome():
        async for thread in _threads(bot, job.community_id, forum_id, since.isoformat()):
            mine = int(thread["owner_id"]) == bot.user.id and int(thread["id"]) >= oldest
            if mine and int(thread["parent_id"]) == forum_id and await _is_it(bot, thread, job.marker):
                return int(thread["id"])
    return None


async def _threads(
    bot: CircleBot, community_id: int, forum_id: int, since: str
) -> AsyncIterator[Mapping[str, Any]]:
    """Those that are active, then those that went to rest since, the latest first."""
    active = await bot.http.get_active_threads(community_id)
    for thread in active["threads"]:
        yield thread
    before: str | None = None
    for _ in range(PAGES):
        page = await bot.http.get_public_archived_threads(forum_id, before, PAGE)
        for thread in page["threads"]:
            yield thread
            before = thread["thread_metadata"]["archive_timestamp"]
        if not page["has_more"] or before is None or _is_earlier(before, since):
            return
    raise Unknown


async def _is_it(bot: CircleBot, thread: Mapping[str, Any], marker: int) -> bool:
    try:
        first = await bot.http.get_message(int(thread["id"]), int(thread["id"]))
    except discord.NotFound as error:
        if error.code not in GONE:
            raise
        return False
    return any(component.get("id") == marker for component in first.get("components", []))


def _is_earlier(moment: str, than: str) -> bool:
    parse = discord.utils.parse_time
    return parse(moment) < parse(than)

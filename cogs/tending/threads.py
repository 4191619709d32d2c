"""What Discord says of threads, and what is done to them. Always over REST: a cache forgets."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from cogs.kit.bot import CircleBot
from cogs.upkeep.outcomes import HOUR, Later, NotDone, outcome
from cogs.upkeep.posts import PINNED
from domain.tending import Seen, moment_of

UNKNOWN_CHANNEL = 10003
ARCHIVED = 50083
"""Discord's code for what cannot be done in an archived thread, such as archiving it."""
FULL = 160006
"""Discord's code for a server with as many active threads as it may have."""

Payload = Mapping[str, Any]


async def active(bot: CircleBot, community_id: int, forum_id: int) -> dict[int, Payload]:
    """The forum's threads that are not archived, by id, in one call. Raises what `outcome` raises."""
    async with outcome():
        found: Payload = await bot.http.get_active_threads(community_id)
    return {int(each["id"]): each for each in found["threads"] if int(each["parent_id"]) == forum_id}


async def seen(bot: CircleBot, thread_id: int) -> Seen:
    """What Discord says of a thread. Raises Gone, and what else `outcome` raises."""
    async with outcome():
        thread: Payload = await bot.http.get_channel(thread_id)
    metadata = thread["thread_metadata"]
    last = moment_of(int(thread.get("last_message_id") or thread_id))
    moved = datetime.fromisoformat(metadata["archive_timestamp"])
    return Seen(metadata["archived"], max(last, moved), bool(thread.get("flags", 0) & PINNED))


async def archive(bot: CircleBot, thread_id: int) -> None:
    """Put a thread to rest; harmless for one that is. Raises what `outcome` raises."""
    try:
        async with outcome():
            await bot.http.edit_channel(thread_id, archived=True, reason=_reason(bot))
    except NotDone as refusal:
        if refusal.code != ARCHIVED:
            raise


async def wake(bot: CircleBot, thread_id: int) -> None:
    """Bring a thread back; harmless for one that is awake.

    Raises what `outcome` raises, and Later while as many threads are active as a server may have.
    """
    try:
        async with outcome():
            await bot.http.edit_channel(thread_id, archived=False, reason=_reason(bot))
    except NotDone as refusal:
        if refusal.code == FULL:
            raise Later(HOUR) from refusal
        raise


def _reason(bot: CircleBot) -> str:
    """What the server's audit log says."""
    return bot.words.for_reader()("tending-audit-reason")

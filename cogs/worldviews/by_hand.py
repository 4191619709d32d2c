"""Posts that people make in the forum by themselves: our buttons come to stand under them, unread."""

from __future__ import annotations

from collections.abc import Collection

from actions import worldviews
from cogs.kit.bot import CircleBot
from cogs.upkeep.outcomes import Gone, outcome


async def found(
    bot: CircleBot, community_id: int, thread_id: int, owner_id: int, tags: Collection[int]
) -> None:
    """Such a post, in the community's forum. What a bot or a webhook made is nobody's worldview.

    Raises what `outcome` raises.
    """
    try:
        async with outcome():
            member = await bot.http.get_member(community_id, owner_id)
    except Gone:  # a webhook, or somebody who has left since
        return
    if not member["user"].get("bot"):
        await worldviews.found_by_hand(bot.deps, community_id, thread_id, owner_id, tags)

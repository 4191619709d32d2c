"""What the bot needs to know about a person before it speaks to them."""

from __future__ import annotations

from actions.deps import Deps


async def language_of(deps: Deps, community_id: int, user_id: int) -> str | None:
    """The language this person chose for the bot, if they did."""
    async with deps.database.read() as store:
        return await store.people.language_of(community_id, user_id)

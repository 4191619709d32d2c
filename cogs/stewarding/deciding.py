"""What every decision of stewards begins with: only they may take it."""

from __future__ import annotations

from actions import access, stewarding
from cogs.kit.bot import Click, community_of
from domain.communities import Community


async def by_steward(click: Click) -> Community:
    """The community as it is now. Raises NotAllowed or NotSetUp."""
    access.steward(click.permissions.value)
    return await stewarding.community(click.client.deps, community_of(click))

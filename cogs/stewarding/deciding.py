"""What every decision of stewards shares: only they may take it, and the rest of the bot hears of it."""

from __future__ import annotations

from actions import access, stewarding
from cogs.kit.answers import answer
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card, Part
from domain.communities import Community


async def by_steward(click: Click) -> Community:
    """The community as it is now. Raises NotAllowed or NotSetUp."""
    access.steward(click.permissions.value)
    return await stewarding.community(click.client.deps, community_of(click))


async def decided(click: Click, *parts: Part) -> None:
    """Answer with what is so now, and have whatever depends on it follow."""
    click.client.dispatch("settings_changed", community_of(click))
    await answer(click, Card(*parts))

"""The talk itself: prompts, turns, hands and pauses."""

from __future__ import annotations

from cogs.kit.bot import CircleBot


async def setup(bot: CircleBot) -> None:
    """Make it ready."""

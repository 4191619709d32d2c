"""People are reminded of what they said they would come to."""

from __future__ import annotations

from cogs.kit.bot import CircleBot


async def setup(bot: CircleBot) -> None:
    """Make it ready."""

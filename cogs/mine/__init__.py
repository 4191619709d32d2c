"""My worldviews: mine, those I listened to, and what I learned."""

from __future__ import annotations

from cogs.kit.bot import CircleBot


async def setup(bot: CircleBot) -> None:
    """Nothing yet."""

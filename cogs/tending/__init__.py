"""Threads that live: looked after while somebody waits, put to rest with an entry in the index."""

from __future__ import annotations

from cogs.kit.bot import CircleBot


async def setup(bot: CircleBot) -> None:
    """Nothing yet."""

"""Worldviews: explained in a form, seen before they are posted, and taken back at any time."""

from __future__ import annotations

from cogs.kit.bot import CircleBot


async def setup(bot: CircleBot) -> None:
    """Nothing yet."""

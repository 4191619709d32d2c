"""Listening: questions, saying back, shifts and reports under every worldview."""

from __future__ import annotations

from cogs.kit.bot import CircleBot


async def setup(bot: CircleBot) -> None:
    """Nothing yet."""

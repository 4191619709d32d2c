"""Prompts: dealt to one person, to a conversation, and once a week."""

from __future__ import annotations

from cogs.kit.bot import CircleBot


async def setup(bot: CircleBot) -> None:
    """Nothing yet."""

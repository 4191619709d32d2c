"""Discussions: planned, changed, called off."""

from __future__ import annotations

from functools import partial

from cogs.discussions.panel import panel
from cogs.kit.bot import CircleBot
from domain.blueprint import DISCUSSIONS


async def setup(bot: CircleBot) -> None:
    bot.panels[DISCUSSIONS] = partial(panel, bot)

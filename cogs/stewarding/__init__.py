"""The stewards' panel: what a community talks about, and how."""

from __future__ import annotations

from functools import partial

from cogs.kit.bot import CircleBot
from cogs.stewarding import coach, names, topics, week, window
from cogs.stewarding.panel import panel
from domain.blueprint import STEWARDING


async def setup(bot: CircleBot) -> None:
    for room in (topics, window, names, coach, week):
        bot.add_controls(*room.CONTROLS)
        bot.add_forms(*room.FORMS)
    bot.panels[STEWARDING] = partial(panel, bot)

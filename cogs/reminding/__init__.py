"""People are reminded of what they said they would come to."""

from __future__ import annotations

from functools import partial

from actions import discussions
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import Handler
from cogs.reminding import choosing, jobs


async def setup(bot: CircleBot) -> None:
    bot.add_controls(*choosing.CONTROLS)
    bot.discussion_buttons.append(choosing.RemindersButton)
    bot.handles(discussions.REMINDER, Handler(partial(jobs.remind, bot)))

"""People are reminded of what they said they would come to."""

from __future__ import annotations

from functools import partial

from actions import direct_reminders, discussions, reminders
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import Handler
from cogs.reminding import choosing, direct, jobs


async def setup(bot: CircleBot) -> None:
    bot.add_controls(*choosing.CONTROLS)
    bot.discussion_buttons.append(choosing.RemindersButton)
    bot.handles(discussions.REMINDER, Handler(partial(jobs.remind, bot)))
    bot.handles(
        reminders.DIRECT, Handler(partial(direct.remind, bot), together=direct_reminders.MOST_TOGETHER)
    )
    bot.handles(direct_reminders.HELLO, Handler(partial(direct.say_hello, bot)))

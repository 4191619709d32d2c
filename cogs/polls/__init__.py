"""Finding a time: who can make which, and the winner becomes a discussion."""

from __future__ import annotations

from functools import partial

from actions import time_polls
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import Handler
from cogs.polls import asking, voting
from cogs.polls.asking import FindTimeButton


async def setup(bot: CircleBot) -> None:
    for room in (asking, voting):
        bot.add_controls(*room.CONTROLS)
        bot.add_forms(*room.FORMS)
    bot.discussion_buttons.append(FindTimeButton)
    bot.handles(time_polls.CARD, Handler(partial(voting.show, bot), time_polls.posted))

"""Looking back on a discussion."""

from __future__ import annotations

from functools import partial

from actions import afterwards, discussions
from cogs.afterwards import pulse
from cogs.afterwards.momentum import missed_again
from cogs.afterwards.recap import add_sums, look_back
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import Handler
from domain.notices import MISSED_AGAIN


async def setup(bot: CircleBot) -> None:
    bot.add_controls(*pulse.CONTROLS)
    bot.handles(discussions.AFTERWARDS, Handler(partial(look_back, bot), afterwards.posted))
    bot.handles(afterwards.PULSE, Handler(partial(add_sums, bot)))
    bot.notice_cards[MISSED_AGAIN] = missed_again

"""Threads that live: looked after while somebody waits, put to rest with an entry in the index."""

from __future__ import annotations

from functools import partial

from actions import digests, index, nudges, tending
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import Handler
from cogs.tending import exchanging, resting
from cogs.tending.cog import Tending
from cogs.tending.comparing import compare
from cogs.tending.digesting import digest
from cogs.tending.indexing import bring_up_to_date
from cogs.tending.looking import look, put_to_rest
from cogs.tending.nudging import nudge
from domain.notices import ONE_SIDED


async def setup(bot: CircleBot) -> None:
    bot.handles(tending.TENDING, Handler(partial(look, bot), tending.looked))
    bot.handles(tending.REST, Handler(partial(put_to_rest, bot), tending.rested))
    bot.handles(nudges.NUDGE, Handler(partial(nudge, bot), nudges.nudged))
    bot.handles(tending.THREADS, Handler(partial(compare, bot)))
    bot.handles(index.PAGE, Handler(partial(bring_up_to_date, bot)))
    bot.handles(digests.DIGEST, Handler(partial(digest, bot), digests.posted))
    bot.add_controls(*exchanging.CONTROLS, *resting.CONTROLS)
    bot.more.append(resting.offer)
    bot.steward_buttons.append(exchanging.ExchangeButton)
    bot.notice_cards[ONE_SIDED] = exchanging.one_sided
    await bot.add_cog(Tending(bot))

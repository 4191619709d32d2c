"""My worldviews: mine, those I listened to, and what I learned; and what I do not want to be asked about."""

from __future__ import annotations

from cogs.kit.bot import CircleBot
from cogs.mine import journal, off_limits, overview, turning
from domain.errors import EntryGone


async def setup(bot: CircleBot) -> None:
    for room in (overview, turning, journal, off_limits):
        bot.add_controls(*room.CONTROLS)
    bot.add_forms(*journal.FORMS, *off_limits.FORMS)
    bot.more += [journal.offered, overview.offered]
    bot.guide_buttons.append(overview.WorldviewsButton)
    bot.ways_on[EntryGone] = overview.JournalButton

"""Calendars: addresses that people's own calendars follow, and files."""

from __future__ import annotations

from cogs.calendars import adding, following
from cogs.kit.bot import CircleBot


async def setup(bot: CircleBot) -> None:
    bot.add_controls(*following.CONTROLS, *adding.CONTROLS)
    bot.discussion_buttons.append(following.MyCalendarButton)
    bot.steward_buttons.append(following.OurCalendarButton)
    bot.under_date.append(adding.offer)

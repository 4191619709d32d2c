"""Discussions: planned, changed, called off."""

from __future__ import annotations

from functools import partial

from actions import dates_told
from cogs.discussions import (
    calling_off,
    changing,
    confirming,
    dates,
    details,
    more,
    moving,
    planning,
    preview,
    series,
    settings,
    telling,
    templates,
)
from cogs.discussions.clock_changes import ClockChanges, clocks_changed
from cogs.discussions.command import DiscussionCommands
from cogs.discussions.panel import panel
from cogs.discussions.planning import PlanButton
from cogs.discussions.settings import SettingsButton
from cogs.kit.bot import CircleBot
from cogs.kit.handlers import Handler
from domain.blueprint import DISCUSSIONS
from domain.notices import CLOCKS_CHANGED


async def setup(bot: CircleBot) -> None:
    bot.panels[DISCUSSIONS] = partial(panel, bot)
    for room in (planning, templates, preview, details, settings, more, dates, series, changing, confirming):
        bot.add_controls(*room.CONTROLS)
    for forms in (planning, templates, details, changing, moving, calling_off):
        bot.add_forms(*forms.FORMS)
    bot.discussion_buttons.extend([PlanButton, dates.ComingButton])
    bot.steward_buttons.append(SettingsButton)
    bot.under_date.append(more.under_date)
    bot.more_of_date.extend([*series.MORE, *changing.MORE, series.CALL_OFF, dates.dates_button])
    bot.handles(dates_told.TOLD, Handler(partial(telling.tell, bot)))
    bot.notice_cards[CLOCKS_CHANGED] = clocks_changed
    await bot.add_cog(DiscussionCommands(bot))
    await bot.add_cog(ClockChanges(bot))

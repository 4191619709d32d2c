"""Listening: questions, saying back, shifts and reports under every worldview."""

from __future__ import annotations

from functools import partial

from actions import loops, remarks, reports, shifts
from cogs.kit.bot import CircleBot
from cogs.kit.controls import Button
from cogs.kit.handlers import Handler
from cogs.listening import (
    answering,
    asking,
    coaching,
    jobs,
    judging,
    replying,
    reporting,
    saying_back,
    shifting,
)
from text import Say

UNDER: tuple[type[Button], ...] = (
    asking.AskButton,
    saying_back.SayBackButton,
    shifting.ShiftButton,
    reporting.ReportButton,
)


async def setup(bot: CircleBot) -> None:
    for room in (asking, answering, replying, coaching, saying_back, judging, shifting, reporting):
        bot.add_controls(*room.CONTROLS)
        bot.add_forms(*room.FORMS)
    bot.under_worldview.extend(partial(_under, button) for button in UNDER)
    bot.more.extend([shifting.thank_button, replying.reply_button])
    bot.steward_buttons.append(reporting.ReportsButton)
    bot.handles(remarks.REMARK, Handler(partial(jobs.show_remark, bot), remarks.posted))
    bot.handles(loops.LOOP, Handler(partial(jobs.show_loop, bot), loops.posted))
    bot.handles(loops.LOOP_CARD, Handler(partial(jobs.tell_listener, bot), loops.told))
    bot.handles(shifts.SHIFT, Handler(partial(jobs.show_shift, bot), shifts.posted))
    bot.handles(reports.REPORT, Handler(partial(jobs.bring_report, bot), reports.posted))
    bot.handles(reports.REPORT_CARD, Handler(partial(jobs.bring_report_up_to_date, bot)))


def _under(button: type[Button], say: Say, worldview_id: int) -> Button:
    return button(say, worldview=str(worldview_id))

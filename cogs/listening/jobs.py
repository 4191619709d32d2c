"""Showing in the thread what was said: once, by name to the one person it is for, and as it is now."""

from __future__ import annotations

import discord

from actions import loops, remarks, reports, shifts, worldviews
from cogs import posting
from cogs.forum import delete_message, in_thread, send_in_thread
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.listening import cards
from cogs.listening.answering import remark_card
from cogs.listening.judging import loop_buttons
from cogs.listening.reporting import report_card
from cogs.listening.saying_back import SayAgainButton
from cogs.upkeep.outcomes import Gone, Unknown, outcome
from cogs.upkeep.places import channel_for
from domain.blueprint import DESK
from domain.communities import Community
from domain.jobs import Job
from domain.worldviews import Worldview
from text import Say


async def show_remark(bot: CircleBot, job: Job) -> int | None:
    """A question, an answer or a reply, as it is now."""
    shown = await remarks.shown(bot.deps, job)
    if shown is None:
        await _take_off_unrecorded(bot, job)
        return None
    card = remark_card(_say(bot, shown.community), shown)
    return await _show(bot, job, shown.worldview, shown.remark.message_id, card, shown.tells)


async def show_loop(bot: CircleBot, job: Job) -> int | None:
    """What was said back, as it is now."""
    shown = await loops.shown(bot.deps, job)
    if shown is None:
        await _take_off_unrecorded(bot, job)
        return None
    say = _say(bot, shown.community)
    card = cards.loop(say, shown, loop_buttons(say, shown))
    return await _show(bot, job, shown.worldview, shown.loop.message_id, card, shown.tells)


async def tell_listener(bot: CircleBot, job: Job) -> int | None:
    """What the author said of it, to the listener by name."""
    shown = await loops.shown(bot.deps, job)
    if shown is None or shown.loop.verdict is None:
        await _take_off_unrecorded(bot, job)
        return None
    say = _say(bot, shown.community)
    card = cards.told(say, shown, SayAgainButton(say, worldview=str(shown.worldview.worldview_id)))
    return await _show(bot, job, shown.worldview, shown.loop.judged_in, card, shown.tells)


async def show_shift(bot: CircleBot, job: Job) -> int | None:
    """A shift, as it is now."""
    shown = await shifts.shown(bot.deps, job)
    if shown is None:
        await _take_off_unrecorded(bot, job)
        return None
    card = cards.shift(_say(bot, shown.community), shown)
    return await _show(bot, job, shown.worldview, shown.shift.message_id, card, shown.tells)


async def bring_report(bot: CircleBot, job: Job) -> int | None:
    """To the stewards' desk. Raises Gone while there is none."""
    shown = await reports.shown(bot.deps, job)
    if shown is None or shown.report.message_id is not None:
        return None
    desk = await channel_for(bot, job.community_id, DESK)
    if desk is None:
        raise Gone
    return await posting.post(bot, job, [desk], report_card(_say(bot, shown.community), shown))


async def bring_report_up_to_date(bot: CircleBot, job: Job) -> None:
    """The card on the desk says how far stewards are. Whoever deleted it needs no news of it."""
    shown = await reports.shown(bot.deps, job)
    desk = await channel_for(bot, job.community_id, DESK)
    if shown is None or desk is None:
        return
    if shown.report.message_id is None:
        raise Unknown  # it is on its way
    try:
        async with outcome():
            message = desk.get_partial_message(shown.report.message_id)
            await message.edit(view=report_card(_say(bot, shown.community), shown))
    except Gone:
        return


async def _show(
    bot: CircleBot, job: Job, view: Worldview, message_id: int | None, card: Card, tells: int | None
) -> int | None:
    """Post it, or bring what stands there up to date. Of a thread that was deleted only that is noted."""
    if view.thread_id is None:
        raise Unknown  # the worldview is on its way itself
    thread = bot.get_partial_messageable(view.thread_id, guild_id=view.community_id)
    if message_id is not None:
        await _edit(bot, thread, message_id, card)
        return None
    people = [] if tells is None else [discord.Object(tells)]
    mentions = discord.AllowedMentions(users=people, everyone=False, roles=False)
    try:
        found = await posting.find(bot, job, [thread])
        return found.id if found else await send_in_thread(bot, job, thread, card, mentions)
    except Gone:
        await worldviews.lost(bot.deps, view.community_id, view.worldview_id)
        return None


async def _edit(bot: CircleBot, thread: discord.PartialMessageable, message_id: int, card: Card) -> None:
    """Somebody may have deleted the message, or its thread: then there is nothing to bring up to date."""
    message = thread.get_partial_message(message_id)
    try:
        await in_thread(bot, thread.id, lambda: message.edit(view=card))
    except Gone:
        return


async def _take_off_unrecorded(bot: CircleBot, job: Job) -> None:
    """Whoever said it was erased after an attempt that may have posted it: the lane names the worldview."""
    number = job.lane.removeprefix("thread:")
    if not job.tried_before or not number.isdecimal():
        return
    view = await worldviews.find(bot.deps, job.community_id, int(number))
    if view is None or view.thread_id is None:
        return
    thread = bot.get_partial_messageable(view.thread_id, guild_id=view.community_id)
    found = await posting.find(bot, job, [thread])
    if found is not None:
        await delete_message(bot, thread.id, found.id)


def _say(bot: CircleBot, community: Community) -> Say:
    return bot.words.for_reader(community.language)

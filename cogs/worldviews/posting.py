"""Bringing worldviews to the forum, keeping their cards up to date, and taking them off again.

In its first hours a thread is slow, not locked: in a locked one Discord lets nobody use a button, moderators
included (discord-api-docs #6907, #7900). Writing by hand is held back as far as Discord can, and all that the
bot takes then is questions and what people heard.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from functools import partial

from actions import worldviews
from actions.worldviews import Shown
from cogs import forum, posting
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.upkeep.outcomes import Gone, outcome
from cogs.worldviews import cards
from cogs.worldviews.more import buttons_under
from domain.jobs import Job
from domain.worldviews import Made, Worldview

SLOWEST = 21_600
"""Seconds between two messages of one person, in the first hours: as many as Discord lets a thread have."""


async def post(bot: CircleBot, job: Job) -> int | None:
    """Post it, or put the buttons under one that was posted by hand; what an earlier attempt made is found.

    Raises what `outcome` raises, and Gone while there is no forum.
    """
    shown = await worldviews.shown(bot.deps, job.community_id, int(job.key))
    if shown is None:
        await _take_off_unrecorded(bot, job)
        return None
    if shown.worldview.made is Made.HAND:
        return await _put_buttons_under(bot, job, shown)
    view, community = shown.worldview, shown.community
    name = cards.title(bot.words.for_reader(community.language), view)
    topics = [topic for key in view.topics if (topic := community.topic(key))]
    slow = SLOWEST if view.is_questions_only(bot.deps.now()) else 0
    return await forum.start_thread(bot, job, name, _card(bot, shown), topics, slow=slow)


async def bring_up_to_date(bot: CircleBot, job: Job) -> None:
    """The card says what is so now."""
    shown = await worldviews.shown(bot.deps, job.community_id, int(job.key))
    if shown is not None:
        await _or_lost(bot, shown.worldview, partial(_show, bot, shown))


async def open_up(bot: CircleBot, job: Job) -> None:
    """The first hours are over: everybody may write."""
    shown = await worldviews.shown(bot.deps, job.community_id, int(job.key))
    if shown is None or shown.worldview.thread_id is None:
        return

    async def opens(thread_id: int = shown.worldview.thread_id) -> None:
        pace = await forum.usual_pace(bot, job.community_id)
        edit = bot.http.edit_channel
        await forum.in_thread(bot, thread_id, lambda: edit(thread_id, rate_limit_per_user=pace))
        await _show(bot, shown)

    await _or_lost(bot, shown.worldview, opens)


async def take_off(bot: CircleBot, job: Job) -> None:
    """Delete what was withdrawn: the thread, or only our card under a post made by hand.

    With a payload: a thread, or a message in one, of which no row knows any more.
    """
    thread_id, message_id = job.payload.get("thread_id"), job.payload.get("message_id")
    if isinstance(thread_id, int):
        if isinstance(message_id, int):
            await forum.delete_message(bot, thread_id, message_id)
        else:
            await forum.delete_thread(bot, thread_id)
        return
    view = await worldviews.find(bot.deps, job.community_id, int(job.key))
    if view is None or view.stands or view.thread_id is None:
        return
    if view.made is Made.FORM:
        await forum.delete_thread(bot, view.thread_id)
    elif view.card_id is not None:
        await forum.delete_message(bot, view.thread_id, view.card_id)


async def _put_buttons_under(bot: CircleBot, job: Job, shown: Shown) -> int | None:
    thread_id = shown.worldview.thread_id
    if thread_id is None:
        return None
    thread = bot.get_partial_messageable(thread_id, guild_id=job.community_id)
    try:
        return await posting.post(bot, job, [thread], _card(bot, shown))
    except Gone:
        await worldviews.lost(bot.deps, job.community_id, shown.worldview.worldview_id)
        return None


async def _take_off_unrecorded(bot: CircleBot, job: Job) -> None:
    """It was taken back, or its author erased, after an attempt that may have posted it."""
    by_hand = job.payload.get(worldviews.BY_HAND)
    if isinstance(by_hand, int):
        thread = bot.get_partial_messageable(by_hand, guild_id=job.community_id)
        card = await posting.find(bot, job, [thread])
        if card is not None:
            await forum.delete_message(bot, by_hand, card.id)
        return
    found = await forum.find(bot, job)
    if found is not None:
        await forum.delete_thread(bot, found)


async def _show(bot: CircleBot, shown: Shown) -> None:
    """The card as it is now."""
    thread_id, card_id = shown.worldview.thread_id, shown.worldview.card_id
    if thread_id is None or card_id is None:
        return
    place = bot.get_partial_messageable(thread_id, guild_id=shown.community.community_id)
    message, card = place.get_partial_message(card_id), _card(bot, shown)
    await forum.in_thread(bot, thread_id, lambda: message.edit(view=card))


async def _or_lost(bot: CircleBot, view: Worldview, do: Callable[[], Awaitable[None]]) -> None:
    """Do it. If what it is about was deleted by hand that is no failure, and of a thread it is noted."""
    try:
        await do()
    except Gone:
        try:
            async with outcome():
                await bot.http.get_channel(view.thread_id or 0)
        except Gone:
            await worldviews.lost(bot.deps, view.community_id, view.worldview_id)


def _card(bot: CircleBot, shown: Shown) -> Card:
    say = bot.words.for_reader(shown.community.language)
    under = buttons_under(bot, say, shown.worldview.worldview_id)
    return cards.worldview(say, shown, bot.deps.now(), under)

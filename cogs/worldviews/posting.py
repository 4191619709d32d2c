"""Bringing worldviews to the forum, keeping their cards up to date, and taking them off again.

In its first hours a thread is slow, not locked: in a locked one Discord lets nobody use a button, moderators
included (discord-api-docs #6907, #7900). Writing by hand is held back as far as Discord can, and all that the
bot takes then is questions and what people heard.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from functools import partial
from typing import Any

import discord
from discord.http import handle_message_parameters

from actions import worldviews
from actions.worldviews import Shown
from cogs import posting
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.upkeep.outcomes import Gone, NotDone, outcome
from cogs.upkeep.places import channel_for, tags_of
from cogs.worldviews import cards, finding
from cogs.worldviews.more import buttons_under
from domain.blueprint import WORLDVIEWS
from domain.jobs import Job
from domain.worldviews import MOST_TOPICS, Made, Worldview

WEEK = 10_080
"""Minutes without a word until a thread goes to rest: as many as Discord lets it have."""
PUBLIC_THREAD = discord.ChannelType.public_thread.value
SLOWEST = 21_600
"""Seconds between two messages of one person, in the first hours: as many as Discord lets a thread have."""
ARCHIVED = 50083
"""Discord's code for what cannot be done in a thread that rests."""


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
    forum = await channel_for(bot, job.community_id, WORLDVIEWS)
    if forum is None:
        raise Gone
    found = await finding.find(bot, job, forum.id)
    return await _make_thread(bot, job, shown, forum.id) if found is None else found


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
        pace = await _usual_pace(bot, job.community_id)
        await in_thread(bot, thread_id, lambda: bot.http.edit_channel(thread_id, rate_limit_per_user=pace))
        await _show(bot, shown)

    await _or_lost(bot, shown.worldview, opens)


async def take_off(bot: CircleBot, job: Job) -> None:
    """Delete what was withdrawn: the thread, or only our card under a post made by hand.

    With a payload: a thread, or a message in one, of which no row knows any more.
    """
    thread_id, message_id = job.payload.get("thread_id"), job.payload.get("message_id")
    if isinstance(thread_id, int):
        if isinstance(message_id, int):
            await delete_message(bot, thread_id, message_id)
        else:
            await delete_thread(bot, thread_id)
        return
    view = await worldviews.find(bot.deps, job.community_id, int(job.key))
    if view is None or view.stands or view.thread_id is None:
        return
    if view.made is Made.FORM:
        await delete_thread(bot, view.thread_id)
    elif view.card_id is not None:
        await delete_message(bot, view.thread_id, view.card_id)


async def delete_thread(bot: CircleBot, thread_id: int) -> None:
    """Harmless when it is gone."""
    try:
        async with outcome():
            await bot.http.delete_channel(thread_id)
    except Gone:
        return


async def delete_message(bot: CircleBot, thread_id: int, message_id: int) -> None:
    """Also in a thread that rests. Harmless when either is gone."""
    try:
        await in_thread(bot, thread_id, lambda: bot.http.delete_message(thread_id, message_id))
    except Gone:
        return


async def in_thread(bot: CircleBot, thread_id: int, do: Callable[[], Awaitable[object]]) -> None:
    """Do something in a thread; one that rests is woken for it, and put to rest again.

    Raises what `outcome` raises.
    """
    try:
        async with outcome():
            await do()
    except NotDone as error:
        if error.code != ARCHIVED:
            raise
        async with outcome():
            await bot.http.edit_channel(thread_id, archived=False)
            await do()
            await bot.http.edit_channel(thread_id, archived=True)


async def _make_thread(bot: CircleBot, job: Job, shown: Shown, forum_id: int) -> int:
    view, card = shown.worldview, _card(bot, shown).marked(job.marker)
    about = {
        "name": cards.title(bot.words.for_reader(shown.community.language), view),
        "auto_archive_duration": WEEK,
        "type": PUBLIC_THREAD,
        "applied_tags": await _tags(bot, shown, forum_id),
        **({"rate_limit_per_user": SLOWEST} if view.is_questions_only(bot.deps.now()) else {}),
    }
    nobody = discord.AllowedMentions.none()
    async with outcome():
        with handle_message_parameters(view=card, allowed_mentions=nobody, channel_payload=about) as params:
            made = await bot.http.start_thread_in_forum(forum_id, params=params)
    return int(made["id"])


async def _tags(bot: CircleBot, shown: Shown, forum_id: int) -> list[str]:
    """The forum's tags for its topics, by record, else by name; one that is not there is left out."""
    known = await tags_of(bot, shown.community.community_id)
    offered = (await _forum(bot, forum_id)).get("available_tags", ())
    there = {int(tag["id"]): str(tag["name"]) for tag in offered}
    named = {name: tag_id for tag_id, name in there.items()}
    topics = [topic for key in shown.worldview.topics if (topic := shown.community.topic(key))]
    tags = [known[each.key] if known.get(each.key) in there else named.get(each.name) for each in topics]
    return [str(tag) for tag in tags if tag is not None][:MOST_TOPICS]


async def _usual_pace(bot: CircleBot, community_id: int) -> int:
    """The slow mode that stewards gave to the posts of the forum, in seconds; 0 for none."""
    forum = await channel_for(bot, community_id, WORLDVIEWS)
    if forum is None:
        return 0
    return int((await _forum(bot, forum.id)).get("default_thread_rate_limit_per_user") or 0)


async def _forum(bot: CircleBot, forum_id: int) -> Mapping[str, Any]:
    async with outcome():
        return await bot.http.get_channel(forum_id)


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
            await delete_message(bot, by_hand, card.id)
        return
    forum = await channel_for(bot, job.community_id, WORLDVIEWS)
    found = await finding.find(bot, job, forum.id) if forum is not None else None
    if found is not None:
        await delete_thread(bot, found)


async def _show(bot: CircleBot, shown: Shown) -> None:
    """The card as it is now."""
    thread_id, card_id = shown.worldview.thread_id, shown.worldview.card_id
    if thread_id is None or card_id is None:
        return
    place = bot.get_partial_messageable(thread_id, guild_id=shown.community.community_id)
    message, card = place.get_partial_message(card_id), _card(bot, shown)
    await in_thread(bot, thread_id, lambda: message.edit(view=card))


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

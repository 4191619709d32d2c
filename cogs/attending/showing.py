"""Showing the card of a date: posted once, with its thread, and as it is now."""

from __future__ import annotations

from typing import Final

import discord

from actions import date_cards
from actions.date_cards import Shown
from cogs import posting
from cogs.attending import cards
from cogs.attending.answering import answer_buttons
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.kit.controls import Button
from cogs.upkeep.outcomes import Gone, NotDone, outcome
from cogs.upkeep.places import channel_for
from domain.blueprint import DISCUSSIONS
from domain.discussions import Occurrence
from domain.jobs import Job
from text import Say

HAS_THREAD = 160004
"""Discord's code for a message that has a thread already."""

WEEK: Final = 10080
"""Minutes without a word until the thread goes to rest: as many as Discord lets it have."""


async def show_card(bot: CircleBot, job: Job) -> int | None:
    """Post it, or bring it up to date; its id when it was posted. Raises what `outcome` raises, and TooLate.

    One that was deleted by hand is noted, and the job of the date posts another.
    """
    shown = await date_cards.shown(bot.deps, job)
    if shown is None:
        return None
    channel = await channel_for(bot, job.community_id, DISCUSSIONS)
    say = bot.words.for_reader(shown.community.language)
    card = date_card(bot, say, shown)
    if shown.date.card_id is None:
        return await _post(bot, job, channel, shown.date, card, say) if date_cards.may_post(job) else None
    try:
        if channel is None:
            raise Gone
        await _edit(channel, shown.date.card_id, card)
        if date_cards.may_post(job):
            await _have_thread(bot, channel, shown.date.card_id, shown.date, say)
    except Gone:
        await date_cards.lost(bot.deps, shown.date)
    return None


def date_card(bot: CircleBot, say: Say, shown: Shown) -> Card:
    """The card with whatever the other rooms hang under it."""
    more = [make(say, shown.date) for make in bot.under_date]
    buttons: list[Button] = [each for each in more if each is not None]
    return cards.card(say, shown, answer_buttons(say, shown.date), buttons)


async def _post(
    bot: CircleBot,
    job: Job,
    channel: discord.PartialMessageable | None,
    date: Occurrence,
    card: Card,
    say: Say,
) -> int | None:
    """What is over is not posted any more. Of an attempt whose answer was lost the card is found."""
    places = [] if channel is None else [channel]
    found = await posting.find(bot, job, places)
    if found is None and not date.is_coming:
        return None
    if found is not None and channel is not None:
        await _edit(channel, found.id, card)
    message_id = found.id if found is not None else await posting.send(bot, job, places, card)
    if channel is not None:
        await _have_thread(bot, channel, message_id, date, say)
    return message_id


async def _edit(channel: discord.PartialMessageable, message_id: int, card: Card) -> None:
    async with outcome():
        await channel.get_partial_message(message_id).edit(view=card)


async def _have_thread(
    bot: CircleBot, channel: discord.PartialMessageable, message_id: int, date: Occurrence, say: Say
) -> None:
    """It has the id of the card, so that it can be looked for. Its name follows the title and the day."""
    if not date.is_coming:
        return
    name = cards.thread_name(say, date)
    try:
        async with outcome():
            thread = await bot.http.get_channel(message_id)
    except Gone:
        await _start_thread(bot, channel, message_id, name)
        return
    if thread.get("name") != name:
        async with outcome():
            await bot.http.edit_channel(message_id, name=name, archived=False)


async def _start_thread(
    bot: CircleBot, channel: discord.PartialMessageable, message_id: int, name: str
) -> None:
    """A message has one at most: where an answer was lost, the library has asked once more."""
    try:
        async with outcome():
            await bot.http.start_thread_with_message(
                channel.id, message_id, name=name, auto_archive_duration=WEEK
            )
    except NotDone as refusal:
        if refusal.code != HAS_THREAD:
            raise

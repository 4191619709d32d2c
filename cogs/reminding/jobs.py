"""Reminding those who come, in the thread of the date."""

from __future__ import annotations

from dataclasses import replace

import discord

from actions import reminders
from actions.reminders import Reminder
from cogs import posting
from cogs.forum import send_in_thread
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.reminding import cards
from cogs.reminding.choosing import RemindersButton
from cogs.upkeep.outcomes import Gone
from cogs.upkeep.places import channel_for
from domain.blueprint import DISCUSSIONS
from domain.discussions import Occurrence
from domain.jobs import Job
from domain.rooms import room_key
from text import Say


async def remind(bot: CircleBot, job: Job) -> int | None:
    """Call those who come; the message's id."""
    found = await reminders.begin(bot.deps, job)
    if found is None or not found.people:
        return None
    people = [discord.Object(user_id) for user_id in found.people]
    mentions = discord.AllowedMentions(users=people, everyone=False, roles=False)
    say = bot.words.for_reader(found.community.language)
    card = cards.in_thread(say, found, await where(bot, say, found.date), RemindersButton(say))
    return await _post(bot, replace(job, expires_at=found.until), found, card, mentions)


async def _post(
    bot: CircleBot, job: Job, found: Reminder, card: Card, mentions: discord.AllowedMentions
) -> int:
    """In the thread; where that is gone, or is not there yet, in the channel. Raises Gone without either."""
    channel = await channel_for(bot, job.community_id, DISCUSSIONS)
    thread = None
    if found.date.card_id is not None:
        thread = bot.get_partial_messageable(found.date.card_id, guild_id=job.community_id)
    earlier = await posting.find(bot, job, [place for place in (thread, channel) if place is not None])
    if earlier is not None:
        return earlier.id
    if thread is not None:
        try:
            return await send_in_thread(bot, job, thread, card, mentions)
        except Gone:
            pass
    if channel is None:
        raise Gone
    return await posting.send(bot, job, [channel], card, mentions)


async def where(bot: CircleBot, say: Say, date: Occurrence) -> str:
    """How to get there: the room, and the card in the channel of discussions."""
    room = await channel_for(bot, date.community_id, room_key(date.room))
    channel = await channel_for(bot, date.community_id, DISCUSSIONS)
    link = f"https://discord.com/channels/{date.community_id}/{channel.id if channel else date.card_id}"
    card = f"{link}/{date.card_id}" if channel and date.card_id else link
    return cards.where(say, room.id if room else None, card)

"""Reminding somebody by direct message; whose messages are closed is called in the thread."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta

from actions import direct_reminders
from actions.direct_reminders import Direct
from cogs import posting
from cogs.kit.bot import CircleBot
from cogs.kit.breakers import CLOSED, DirectClosed
from cogs.kit.cards import Card
from cogs.reminding import cards
from cogs.reminding.jobs import where
from cogs.upkeep.outcomes import Gone, Later, NotDone, outcome
from cogs.upkeep.places import channel_for
from domain.blueprint import DISCUSSIONS
from domain.jobs import Job


async def remind(bot: CircleBot, job: Job) -> int | None:
    """Write to one person about all that is due for them; the message's id."""
    told = await direct_reminders.gather(bot.deps, job)
    if told is None or told.until is None:
        return None
    say = bot.words.for_reader(told.language)
    places = [await where(bot, say, date) for date in told.dates]
    card = cards.direct(say, told, places, await _here(bot, job.community_id))
    try:
        return await _send(bot, replace(job, expires_at=told.until), told, card)
    except DirectClosed:
        await direct_reminders.fall_back(bot.deps, job, told, closed=True)
    except Later as later:
        if bot.deps.now() + timedelta(seconds=later.seconds) < told.until:
            raise
        await direct_reminders.fall_back(bot.deps, job, told, closed=False)
    return None


async def say_hello(bot: CircleBot, job: Job) -> int | None:
    """The first message to somebody who chose them: it shows whether they arrive."""
    told = await direct_reminders.hello(bot.deps, job)
    if told is None:
        return None
    say = bot.words.for_reader(told.language)
    bot.vitals.direct.try_again(job.user_id)
    try:
        return await _send(bot, job, told, cards.hello(say, await _here(bot, job.community_id)))
    except DirectClosed:
        await direct_reminders.closed(bot.deps, job)
    return None


async def _send(bot: CircleBot, job: Job, told: Direct, card: Card) -> int:
    """Raises DirectClosed, and what posting raises."""
    channel_id = told.channel_id or await _open(bot, job)
    place = bot.get_partial_messageable(channel_id)
    try:
        return await posting.post(bot, job, [place], card)
    except Gone as gone:
        raise DirectClosed from gone
    except NotDone as refusal:
        if refusal.code in CLOSED:
            raise DirectClosed from refusal
        raise


async def _open(bot: CircleBot, job: Job) -> int:
    """Few are opened in a minute: who must wait is told so by Later."""
    async with outcome():
        with bot.vitals.direct.to(job.user_id, new=True):
            channel_id = int((await bot.http.start_private_message(job.user_id))["id"])
    await direct_reminders.opened(bot.deps, job.community_id, job.user_id, channel_id)
    return channel_id


async def _here(bot: CircleBot, community_id: int) -> str:
    """A link to where somebody can choose otherwise."""
    channel = await channel_for(bot, community_id, DISCUSSIONS)
    link = f"https://discord.com/channels/{community_id}"
    return f"{link}/{channel.id}" if channel else link

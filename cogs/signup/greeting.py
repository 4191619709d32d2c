"""Greeting newcomers: a row first, so that nobody is greeted twice, and nobody is forgotten."""

from __future__ import annotations

from datetime import datetime

import discord

from actions import signup
from actions.signup import Welcome
from cogs import posting
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.signup import home
from cogs.upkeep.outcomes import Gone, outcome
from cogs.upkeep.places import channel_for
from domain.blueprint import WELCOME
from domain.jobs import Job

LOOK_BACK = 100
"""Messages in which one looks for welcomes that the database does not know."""


async def greet(bot: CircleBot, job: Job) -> int | None:
    """Welcome all whom the job is for; what an earlier attempt posted is brought up to date."""
    channel = await channel_for(bot, job.community_id, WELCOME)
    if channel is None:
        raise Gone
    welcome = await signup.welcome(bot.deps, job)
    found = await posting.find(bot, job, [channel])
    if found is not None:
        await _bring_up_to_date(bot, found, welcome, job.marker)
        return found.id
    if not welcome.people:
        return None
    people = [discord.Object(user_id) for user_id in welcome.people]
    mentions = discord.AllowedMentions(users=people, everyone=False, roles=False)
    return await posting.send(bot, job, [channel], _card(bot, welcome), mentions)


async def welcomed_since(bot: CircleBot, community_id: int, since: datetime) -> dict[int, int]:
    """Who is welcomed by a message that stands there: its id, by user id. Raises what `outcome` raises."""
    channel = await channel_for(bot, community_id, WELCOME)
    if channel is None or bot.user is None:
        return {}
    async with outcome():
        page = await bot.http.logs_from(channel.id, LOOK_BACK, after=discord.utils.time_snowflake(since))
    ours = [message for message in page if int(message["author"]["id"]) == bot.user.id]
    return {int(user["id"]): int(message["id"]) for message in ours for user in message["mentions"]}


async def take_out(bot: CircleBot, community_id: int, message_id: int) -> None:
    """Take somebody who was erased out of a greeting. Raises what `outcome` raises."""
    channel = await channel_for(bot, community_id, WELCOME)
    if channel is None:
        return
    welcome = await signup.welcomed_in(bot.deps, community_id, message_id)
    try:
        await _bring_up_to_date(bot, channel.get_partial_message(message_id), welcome)
    except Gone:
        return


async def _bring_up_to_date(
    bot: CircleBot, message: discord.PartialMessage, welcome: Welcome, marker: int | None = None
) -> None:
    async with outcome():
        if not welcome.people:
            await message.delete()
            return
        card = _card(bot, welcome)
        await message.edit(view=card if marker is None else card.marked(marker))


def _card(bot: CircleBot, welcome: Welcome) -> Card:
    say = bot.words.for_reader(welcome.community.language)
    return home.greeting(say, welcome.people, welcome.back)

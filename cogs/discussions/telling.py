"""Telling those who are going what became of a date, where its talk hangs."""

from __future__ import annotations

import discord
from discord.utils import format_dt

from actions import dates_told
from actions.dates_told import Told
from cogs import posting
from cogs.discussions.reasons import why
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.kit.quoting import escaped
from cogs.upkeep.places import channel_for
from domain.blueprint import DISCUSSIONS
from domain.changes import News
from domain.jobs import Job
from domain.rooms import room_key
from text import Say


async def tell(bot: CircleBot, job: Job) -> int | None:
    """In the thread of its card, or in the channel where there is none; and in the room, if it was open."""
    told = await dates_told.shown(bot.deps, job)
    if told is None:
        return None
    places = await _places(bot, told)
    if not places:
        return None
    found = await posting.find(bot, job, places)
    if found is not None:
        return found.id
    people = [discord.Object(user_id) for user_id in told.people]
    mentions = discord.AllowedMentions(users=people, everyone=False, roles=False)
    say = bot.words.for_reader(told.community.language)
    return await posting.send(bot, job, places, card(say, told), mentions)


def card(say: Say, told: Told) -> Card:
    """What became of it, and who should know."""
    date = told.date
    facts = {"title": escaped(date.title)}
    if told.was_at and told.is_at:
        facts |= {"before": format_dt(told.was_at, "F"), "after": format_dt(told.is_at, "F")}
        facts["soon"] = format_dt(told.is_at, "R")
    parts = [say(f"date-told-{told.news}", **facts)]
    if told.news is News.CANCELLED and (reason := why(say, date)):
        parts.append(reason)
    if told.people:
        names = " ".join(f"<@{user_id}>" for user_id in told.people)
        parts.append(say("date-told-who", names=names))
    return Card(*parts)


async def _places(bot: CircleBot, told: Told) -> list[discord.PartialMessageable]:
    date = told.date
    if told.in_room:
        room = await channel_for(bot, date.community_id, room_key(date.room))
        return [room] if room else []
    channel = await channel_for(bot, date.community_id, DISCUSSIONS)
    places = [channel] if channel else []
    if date.card_id is not None:
        places.insert(0, bot.get_partial_messageable(date.card_id, guild_id=date.community_id))
    return places

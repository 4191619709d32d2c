"""A thread of ours in the forum that must be there once: looked for before it is made again."""

from __future__ import annotations

from collections.abc import Collection

import discord
from discord.http import handle_message_parameters

from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.kit.handlers import TooLate
from cogs.upkeep.outcomes import outcome
from cogs.upkeep.places import tags_of
from cogs.worldviews import finding
from domain.jobs import Job

NAME_LENGTH = 100
MOST_TAGS = 5
"""Discord's (resources/channel)."""
WEEK = 10_080
"""Minutes without a word until it goes to rest: as many as Discord lets it have."""


async def start_thread(
    bot: CircleBot, job: Job, forum_id: int, name: str, card: Card, topics: Collection[str]
) -> int:
    """The thread's id, which is also that of its first message.

    Raises what `outcome` raises, and TooLate when it is not there and the job is over.
    """
    found = await finding.find(bot, job, forum_id)
    if found is not None:
        return found
    if job.is_over(bot.deps.now()):
        raise TooLate
    about = {
        "name": name if len(name) <= NAME_LENGTH else name[: NAME_LENGTH - 1].rstrip() + "…",
        "auto_archive_duration": WEEK,
        "applied_tags": await _tags(bot, job.community_id, forum_id, topics),
    }
    nobody, view = discord.AllowedMentions.none(), card.marked(job.marker)
    async with outcome():
        with handle_message_parameters(view=view, allowed_mentions=nobody, channel_payload=about) as params:
            made = await bot.http.start_thread_in_forum(forum_id, params=params)
    return int(made["id"])


async def _tags(bot: CircleBot, community_id: int, forum_id: int, topics: Collection[str]) -> list[str]:
    """The forum's tags for these topics; a tag that is not there is left out."""
    known = await tags_of(bot, community_id)
    async with outcome():
        forum = await bot.http.get_channel(forum_id)
    there = {int(each["id"]) for each in forum.get("available_tags", ())}  # type: ignore[attr-defined] # a forum
    return [str(known[topic]) for topic in topics if known.get(topic) in there][:MOST_TAGS]

"""Asking somebody in a thread, once: its author to answer, or by name somebody to listen."""

from __future__ import annotations

import discord

from actions import tending
from actions.tending import Nudge
from cogs import posting
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card
from cogs.upkeep.outcomes import Gone
from domain.jobs import NOBODY, Job
from domain.tending import Waiting
from text import Say

MOST = 5
"""So many of those who wait are linked to."""


async def nudge(bot: CircleBot, job: Job) -> int | None:
    """Post the nudge in its thread; the message's id. A thread that was deleted needs none."""
    told = await tending.nudge(bot.deps, job)
    if told is None or told.worldview.thread_id is None:
        return None
    place = bot.get_partial_messageable(told.worldview.thread_id, guild_id=job.community_id)
    people = [] if job.user_id == NOBODY or not told.named else [discord.Object(job.user_id)]
    mentions = discord.AllowedMentions(users=people, everyone=False, roles=False)
    say = bot.words.for_reader(told.community.language)
    try:
        found = await posting.find(bot, job, [place])
        if found is not None:
            return found.id
        return await posting.send(bot, job, [place], _card(say, job, told), mentions)
    except Gone:
        return None


def _card(say: Say, job: Job, told: Nudge) -> Card:
    whom = f"<@{job.user_id}>"
    if not told.waiting:
        return Card(say("tending-listener", whom=whom), say("tending-listener", "next"))
    named = told.named and job.user_id != NOBODY
    count = len(told.waiting)
    title = (
        say("tending-author", whom=whom, count=count)
        if named
        else say("tending-author", "unnamed", count=count)
    )
    links = [_link(say, told, each) for each in told.waiting[:MOST]]
    return Card(title, "\n".join(links), say("tending-author", "next"))


def _link(say: Say, told: Nudge, waiting: Waiting) -> str:
    worldview = told.worldview
    place = waiting.message_id or worldview.card_id
    link = f"https://discord.com/channels/{worldview.community_id}/{worldview.thread_id}/{place}"
    what = "tending-question" if waiting.loop_id is None else "tending-loop"
    return say(what, link=link, since=discord.utils.format_dt(waiting.said_at, "R"))

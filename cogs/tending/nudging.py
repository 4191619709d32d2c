"""Asking somebody in a thread, once: its author to answer, or by name somebody to listen."""

from __future__ import annotations

import discord

from actions import nudges
from actions.nudges import Nudge
from cogs import posting
from cogs.kit.bot import CircleBot
from cogs.kit.cards import Card, Part
from cogs.kit.controls import Button
from cogs.listening.answering import AnswerButton, PassButton
from cogs.listening.asking import AskButton
from cogs.listening.judging import NotQuiteButton, PartlyButton, YesButton
from cogs.listening.saying_back import SayBackButton
from cogs.upkeep.outcomes import Gone
from domain.jobs import NOBODY, Job
from domain.tending import Waiting
from text import Say

MOST = 3
"""So many of those who wait are shown, the first of them first; to the others the thread leads."""

TO_LISTEN: tuple[type[Button], ...] = (AskButton, SayBackButton)
TO_ANSWER: tuple[type[Button], ...] = (AnswerButton, PassButton)
TO_JUDGE: tuple[type[Button], ...] = (YesButton, PartlyButton, NotQuiteButton)


async def nudge(bot: CircleBot, job: Job) -> int | None:
    """Post the nudge in its thread; the message's id. A thread that was deleted needs none."""
    told = await nudges.nudge(bot.deps, job)
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
        buttons = [button(say, worldview=str(told.worldview.worldview_id)) for button in TO_LISTEN]
        return Card(say("tending-listener", whom=whom), buttons, say("tending-listener", "next"))
    named = told.named and job.user_id != NOBODY
    count = len(told.waiting)
    title = (
        say("tending-author", whom=whom, count=count)
        if named
        else say("tending-author", "unnamed", count=count)
    )
    shown: list[Part] = []
    for each in told.waiting[:MOST]:
        shown += [_link(say, told, each), _buttons(say, each)]
    return Card(title, *shown, say("tending-author", "next"))


def _link(say: Say, told: Nudge, waiting: Waiting) -> str:
    worldview = told.worldview
    place = waiting.message_id or worldview.card_id
    link = f"https://discord.com/channels/{worldview.community_id}/{worldview.thread_id}/{place}"
    what = "tending-question" if waiting.loop_id is None else "tending-loop"
    return say(what, link=link, since=discord.utils.format_dt(waiting.said_at, "R"))


def _buttons(say: Say, waiting: Waiting) -> list[Button]:
    """What the author can say to it, right here."""
    if waiting.loop_id is not None:
        return [button(say, loop=str(waiting.loop_id)) for button in TO_JUDGE]
    return [button(say, remark=str(waiting.remark_id)) for button in TO_ANSWER]

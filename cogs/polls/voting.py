"""The card of a time poll: people mark all they can make, and one tap makes the winner a discussion."""

from __future__ import annotations

import discord
from discord.utils import format_dt

from actions import time_polls
from actions.time_polls import Asked
from cogs import posting
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import CircleBot, Click, community_of
from cogs.kit.cards import Card, Part
from cogs.kit.controls import Button, Choices, Control
from cogs.kit.forms import Form
from cogs.kit.planning import planning
from cogs.kit.quoting import escaped, quoted
from cogs.upkeep.outcomes import Gone, outcome
from cogs.upkeep.places import channel_for
from domain.blueprint import DISCUSSIONS
from domain.jobs import Job
from domain.time_polls import Standing, Time, TimePoll
from text import Say


class TimesChoice(Choices, control="discussions:v1:poll-times:{poll}", words="poll-choose"):
    """All of the times that somebody can make; none, when they take it back."""

    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["poll"])
        chosen = {custom_ids.number(value) for value in self.chosen}
        _, mine = await time_polls.answer(
            click.client.deps, community_of(click), click.user.id, number, chosen
        )
        say = await say_to(click)
        if not mine:
            await answer(click, Card(say("poll-none-kept")))
            return
        await answer(
            click, Card(say("poll-kept"), "\n".join(f"• {format_dt(time.at, 'F')}" for time in mine))
        )


class DecideButton(Button, control="discussions:v1:poll-decide:{poll}", words="poll-decide"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        here = await planning(click)
        number = custom_ids.number(self.identity["poll"])
        deps, community_id = click.client.deps, community_of(click)
        _, time, people = await time_polls.decide(deps, community_id, click.user.id, number)
        when = format_dt(time.at, "F")
        await answer(click, Card(here.say("poll-decided", when=when, people=people)))


async def show(bot: CircleBot, job: Job) -> int | None:
    """Post the poll, or bring its card up to date. Whoever deleted it has asked enough."""
    asked = await time_polls.find(bot.deps, job.community_id, custom_ids.number(job.key))
    channel = await channel_for(bot, job.community_id, DISCUSSIONS)
    if asked is None or asked.poll.standing is Standing.GONE:
        return None
    if channel is None:
        raise Gone
    say = bot.words.for_reader(asked.community.language)
    if asked.poll.message_id is None:
        return await posting.post(bot, job, [channel], card(say, asked))
    try:
        async with outcome():
            await channel.get_partial_message(asked.poll.message_id).edit(view=card(say, asked))
    except Gone:
        await time_polls.gone(bot.deps, job.community_id, asked.poll.poll_id)
    return None


def card(say: Say, asked: Asked) -> Card:
    """How it stands: each time, and how many can make it. Who, is nobody's business."""
    poll, plan = asked.poll, asked.poll.plan
    again = "again" if poll.discussion_id else None
    parts: list[Part] = [say("poll-card", again, title=escaped(plan.title), minutes=plan.minutes)]
    if plan.about:
        parts.append(quoted(plan.about))
    parts.append("\n".join(_line(say, asked, time) for time in poll.times))
    if poll.standing is Standing.PLANNED:
        return Card(*parts, say("poll-card", "planned"))
    number = str(poll.poll_id)
    options = [(str(time.choice), _label(say, time)) for time in poll.times]
    choice = TimesChoice(say, options, poll=number)
    return Card(*parts, say("poll-card", "hint", zone=_zone(poll)), choice, DecideButton(say, poll=number))


def _line(say: Say, asked: Asked, time: Time) -> str:
    people = len(asked.votes.get(time.choice, ()))
    moment, soon = format_dt(time.at, "F"), format_dt(time.at, "R")
    return say("poll-line", number=time.choice, moment=moment, soon=soon, people=people)


def _label(say: Say, time: Time) -> str:
    """A list shows no moments of Discord's, so it is by the clocks of the zone that the card names."""
    local = time.local
    return say(
        "poll-label",
        number=time.choice,
        weekday=say(f"weekday-{local.weekday()}"),
        day=local.day,
        month=say(f"month-{local.month}"),
        time=local.strftime("%H:%M"),
    )


def _zone(poll: TimePoll) -> str:
    return poll.plan.time_zone.replace("_", " ")


CONTROLS: tuple[type[Control], ...] = (TimesChoice, DecideButton)
FORMS: tuple[type[Form], ...] = ()

"""Asking when people can make it: up to ten times, shown to whoever asks before anybody else sees them."""

from __future__ import annotations

import discord
from discord import ui
from discord.utils import format_dt

from actions import time_polls, when
from actions.when import When
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Values, open_form
from cogs.kit.planning import Planning, planning
from cogs.kit.quoting import escaped
from domain.discussion_errors import (
    BadLine,
)
from domain.discussions import LONGEST_ABOUT, LONGEST_TITLE, Plan
from domain.errors import (
    Refusal,
)
from domain.instants import Instant
from domain.time_polls import TimePoll, needs_times
from text import Say

LONGEST_TIMES = 1000
LONGEST_MINUTES = 3


class FindTimeButton(Button, control="discussions:v1:find-time", words="find-time"):
    async def clicked(self, click: Click) -> None:
        here = await planning(click)
        await open_form(click, TimesForm(here.say), self)


class ChangeTimesButton(Button, control="discussions:v1:poll-change:{poll}", words="poll-change"):
    """The form once more, as it was sent."""

    async def clicked(self, click: Click) -> None:
        here = await planning(click)
        number = custom_ids.number(self.identity["poll"])
        asked = await time_polls.find(click.client.deps, community_of(click), number)
        mine = asked.poll if asked and asked.poll.asked_by == click.user.id else None
        await open_form(click, TimesForm(here.say, mine), self)


class TimesForm(Form, control="discussions:v1:poll-form"):
    again = FindTimeButton

    def __init__(self, say: Say, poll: TimePoll | None = None) -> None:
        super().__init__(say("poll-form"))
        plan = poll.plan if poll else None
        title = ui.TextInput[ui.View](
            custom_id="title", max_length=LONGEST_TITLE, default=plan.title if plan else None
        )
        self.ask(say("poll-form", "title"), title)
        times = ui.TextInput[ui.View](
            custom_id="times",
            style=discord.TextStyle.paragraph,
            max_length=LONGEST_TIMES,
            default=_typed(poll) if poll else None,
        )
        self.ask(say("poll-form", "times"), times, say("poll-form", "times-hint"))
        minutes = ui.TextInput[ui.View](
            custom_id="minutes", max_length=LONGEST_MINUTES, default=str(plan.minutes if plan else 60)
        )
        self.ask(say("poll-form", "minutes"), minutes)
        about = ui.TextInput[ui.View](
            custom_id="about",
            style=discord.TextStyle.paragraph,
            max_length=LONGEST_ABOUT,
            required=False,
            default=plan.about if plan else None,
        )
        self.ask(say("poll-form", "about"), about)

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **_: str) -> None:
        here = await planning(click)
        times = [
            await _understood(click, here, line) for line in needs_times(values.text("times").split("\n"))
        ]
        minutes = values.text("minutes").strip()
        plan = Plan(
            title=values.text("title"),
            local=times[0].local,
            time_zone=here.time_zone,
            minutes=int(minutes) if minutes.isdecimal() else 0,
            about=values.text("about"),
        )
        instants = [Instant(each.at, each.local, each.moved) for each in times]
        poll = await time_polls.draft(
            *(click.client.deps, community_of(click), click.user.id, plan, instants, values.token)
        )
        await answer(click, _preview(here.say, poll))


class AskEverybodyButton(Button, control="discussions:v1:poll-ask:{poll}", words="poll-ask"):
    style = discord.ButtonStyle.success

    async def clicked(self, click: Click) -> None:
        here = await planning(click)
        number = custom_ids.number(self.identity["poll"])
        await time_polls.ask(click.client.deps, community_of(click), click.user.id, number)
        await answer(click, Card(here.say("poll-asked")))


class ThrowPollAwayButton(Button, control="discussions:v1:poll-throw-away:{poll}", words="poll-throw-away"):
    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["poll"])
        await time_polls.throw_away(click.client.deps, community_of(click), click.user.id, number)
        say = await say_to(click)
        await answer(click, Card(say("poll-thrown-away"), FindTimeButton(say)))


async def _understood(click: Click, here: Planning, line: str) -> When:
    """Raises BadLine, which names the line that makes no sense, and why."""
    try:
        return await when.understood(line, here.time_zone, click.client.deps.now(), here.language)
    except Refusal as refusal:
        raise BadLine(line=escaped(line), why=here.say(refusal.key, **refusal.facts)) from refusal


def _typed(poll: TimePoll) -> str:
    """So that it is understood again."""
    return "\n".join(time.local.isoformat(" ", "minutes") for time in poll.times)


def _preview(say: Say, poll: TimePoll) -> Card:
    number = str(poll.poll_id)
    lines = [f"{time.choice}. {format_dt(time.at, 'F')} ({format_dt(time.at, 'R')})" for time in poll.times]
    zone = poll.plan.time_zone.replace("_", " ")
    return Card(
        say("poll-preview", title=escaped(poll.plan.title), zone=zone),
        "\n".join(lines),
        [
            AskEverybodyButton(say, poll=number),
            ChangeTimesButton(say, poll=number),
            ThrowPollAwayButton(say, poll=number),
        ],
    )


CONTROLS: tuple[type[Control], ...] = (
    FindTimeButton,
    ChangeTimesButton,
    AskEverybodyButton,
    ThrowPollAwayButton,
)
FORMS: tuple[type[Form], ...] = (TimesForm,)

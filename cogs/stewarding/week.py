"""When the prompt of the week comes: a day, a time, and a city by whose clocks."""

from __future__ import annotations

from datetime import datetime

import discord
from discord import ui
from discord.utils import format_dt

from actions import access, stewarding
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card, Part
from cogs.kit.controls import Button, Choice, Control
from cogs.kit.forms import Form, Option, Values, one_of, open_form
from cogs.kit.zones import LONGEST_CITY, choices, cities_called
from cogs.stewarding.deciding import by_steward
from domain.communities import Community, TopicSettings
from domain.weeks import next_week_prompt
from text import Say

LONGEST_TIME = 10


class WeekButton(Button, control="stewarding:v1:week", words="stewarding-week"):
    async def clicked(self, click: Click) -> None:
        community = await by_steward(click)
        await answer(click, Card(*page(click.client.deps.now(), await say_to(click), community)))


class SetWeekButton(Button, control="stewarding:v1:week-set", words="week-set"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        community = await by_steward(click)
        await open_form(click, WeekForm(await say_to(click), community.settings), self)


class NoWeekButton(Button, control="stewarding:v1:week-off", words="week-off"):
    async def clicked(self, click: Click) -> None:
        access.steward(click.permissions.value)
        community = await stewarding.ask_no_more(click.client.deps, community_of(click))
        say = await say_to(click)
        await answer(click, Card(say("week-saved-off"), *page(click.client.deps.now(), say, community)))


class WeekForm(Form, control="stewarding:v1:week-form"):
    again = SetWeekButton

    def __init__(self, say: Say, settings: TopicSettings) -> None:
        super().__init__(say("week-form"))
        days = [Option(str(day), say(f"weekday-{day}")) for day in stewarding.DAYS]
        chosen = None if settings.week_day is None else str(settings.week_day)
        self.ask(say("week-form", "day"), one_of("day", days, chosen))
        time = ui.TextInput[ui.View](custom_id="time", max_length=LONGEST_TIME, default=settings.week_time)
        self.ask(say("week-form", "time"), time, say("week-form", "time-hint"))
        city = ui.TextInput[ui.View](custom_id="city", max_length=LONGEST_CITY, required=False)
        zone = _zone(settings)
        self.ask(say("week-form", "city"), city, say("week-form", "city-hint", zone=zone))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **_: str) -> None:
        access.steward(click.permissions.value)
        city = values.text("city").strip()
        found = await cities_called(city) if city else []
        zone = found[0].time_zone if len(found) == 1 else None
        day, time = int(values.text("day")), values.text("time")
        community = await stewarding.ask_weekly(click.client.deps, community_of(click), day, time, zone)
        say = await say_to(click)
        if len(found) > 1:
            several = say("week-several", city=found[0].name)
            await answer(
                click,
                Card(
                    several, ZoneChoice(say, choices(found)), *page(click.client.deps.now(), say, community)
                ),
            )
        else:
            await answer(click, Card(say("week-saved"), *page(click.client.deps.now(), say, community)))


class ZoneChoice(Choice, control="stewarding:v1:week-zone", words="week-choose"):
    async def clicked(self, click: Click) -> None:
        access.steward(click.permissions.value)
        deps, community_id = click.client.deps, community_of(click)
        community = await stewarding.ask_by_clocks_of(deps, community_id, self.chosen)
        say = await say_to(click)
        await answer(click, Card(say("week-saved"), *page(click.client.deps.now(), say, community)))


def page(now: datetime, say: Say, community: Community) -> list[Part]:
    """When it comes, in words and as a moment that everybody's Discord shows by their own clocks."""
    settings = community.settings
    moment = next_week_prompt(settings, now)
    if moment is None:
        return [say("week-card", now=say("week-none")), SetWeekButton(say)]
    every = say(
        "week-every",
        day=say(f"weekday-{settings.week_day}"),
        time=settings.week_time,
        zone=_zone(settings),
        next=format_dt(moment, "F"),
        how_soon=format_dt(moment, "R"),
    )
    return [say("week-card", now=every), [SetWeekButton(say), NoWeekButton(say)]]


def _zone(settings: TopicSettings) -> str:
    return settings.time_zone.replace("_", " ")


CONTROLS: tuple[type[Control], ...] = (WeekButton, SetWeekButton, NoWeekButton, ZoneChoice)
FORMS: tuple[type[Form], ...] = (WeekForm,)

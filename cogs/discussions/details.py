"""What can be set in the preview: repeat, places, prompts, host, and whom it is for."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

import discord
from discord import ui

from actions import decks, plans, when
from cogs.discussions import planning as forms
from cogs.discussions import preview
from cogs.discussions.way_back import leading_back
from cogs.kit import custom_ids
from cogs.kit.answers import answer
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Choice, Control
from cogs.kit.forms import Form, Option, Values, one_of, open_form
from cogs.kit.planning import Planning, planning
from cogs.kit.quoting import escaped
from cogs.kit.typed import typed_in
from domain.discussion_errors import (
    BadNumber,
    TwoEnds,
)
from domain.discussions import Places, Plan
from domain.plans import Kept
from domain.repeats import LAST, Every, Repeat, is_last, nth_of
from text import Say

LONGEST_NUMBER = 4
LONGEST_DAY = 60
MOST_PEOPLE = 25
MOST_WEEKS = 4
ONCE, MONTHLY, LAST_OF_MONTH = "once", "monthly", "last"
NO_DECK = "none"
SHOWN = 20
"""Characters of what is no number that are shown."""
ENDS, SEATS = ("how", "times", "until"), ("total", "mentor", "mentee")
"""The fields that people type into."""
FIRST_OF_ENDS, FIRST_OF_SEATS = 21_010, 21_020
"""The ids of the components with what was typed into them."""


class RepeatButton(Button, control="discussions:v1:plan-repeat:{plan}", words="plan-repeat"):
    async def clicked(self, click: Click) -> None:
        here, kept = await _mine(click, self.identity["plan"])
        typed = typed_in(click, ENDS, FIRST_OF_ENDS)
        await open_form(click, RepeatForm(here.say, kept.plan, typed, **self.identity), self)


class RepeatForm(Form, control="discussions:v1:repeat-form:{plan}"):
    again = RepeatButton

    def __init__(self, say: Say, plan: Plan, typed: Mapping[str, str], /, **identity: str) -> None:
        super().__init__(say("repeat-form"), **identity)
        ways = _ways(say, plan)
        chosen = next((value for value, label in ways if label == typed.get("how")), _way(plan))
        options = [Option(value, label) for value, label in ways]
        self.ask(say("repeat-form", "how"), one_of("how", options, chosen))
        ends = typed or _ends(plan)
        times = _line("times", ends.get("times", ""), LONGEST_NUMBER)
        self.ask(say("repeat-form", "times"), times, say("repeat-form", "times-hint"))
        until = _line("until", ends.get("until", ""), LONGEST_DAY)
        self.ask(say("repeat-form", "until"), until, say("repeat-form", "until-hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        here, kept = await _mine(click, identity["plan"])
        how = values.text("how")
        typed = {name: values.text(name) for name in ENDS}
        typed["how"] = dict(_ways(here.say, kept.plan)).get(how, "")

        def label(name: str) -> str:
            return here.say("repeat-form", name)

        async with leading_back(
            *(click, here.say, identity["plan"], typed, label), again=RepeatButton, first=FIRST_OF_ENDS
        ):
            count, until = _number(values, "times"), await _last_day(click, here, typed["until"])
            if count and until:
                raise TwoEnds
            await _changed(
                click,
                here,
                identity["plan"],
                lambda plan: replace(plan, repeat=_repeat(how, plan, count, until)),
            )


class PlacesButton(Button, control="discussions:v1:plan-places:{plan}", words="plan-places"):
    async def clicked(self, click: Click) -> None:
        here, kept = await _mine(click, self.identity["plan"])
        typed = typed_in(click, SEATS, FIRST_OF_SEATS)
        await open_form(click, PlacesForm(here.say, kept.plan.places, typed, **self.identity), self)


class PlacesForm(Form, control="discussions:v1:places-form:{plan}"):
    again = PlacesButton

    def __init__(self, say: Say, places: Places, typed: Mapping[str, str], /, **identity: str) -> None:
        super().__init__(say("places-form"), **identity)
        given = typed or {name: str(getattr(places, name) or "") for name in SEATS}
        for name in SEATS:
            field = _line(name, given.get(name, ""), LONGEST_NUMBER)
            self.ask(say("places-form", name), field, say("places-form", "hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        here = await planning(click)
        typed = {name: values.text(name) for name in SEATS}

        def label(name: str) -> str:
            return here.say("places-form", name)

        async with leading_back(
            *(click, here.say, identity["plan"], typed, label), again=PlacesButton, first=FIRST_OF_SEATS
        ):
            places = Places(*(_number(values, name) for name in SEATS))
            await _changed(click, here, identity["plan"], lambda plan: replace(plan, places=places))


class PromptsButton(Button, control="discussions:v1:plan-prompts:{plan}", words="plan-prompts"):
    async def clicked(self, click: Click) -> None:
        here, _ = await _mine(click, self.identity["plan"])
        names = await decks.names(click.client.deps, community_of(click), here.language)
        options = [(NO_DECK, here.say("plan-no-deck")), *names.items()][:MOST_PEOPLE]
        choice = DeckChoice(here.say, options, **self.identity)
        back = forms.GoOnButton(here.say, **self.identity)
        await answer(click, Card(here.say("plan-decks"), choice, back))


class DeckChoice(Choice, control="discussions:v1:plan-deck:{plan}", words="plan-deck"):
    async def clicked(self, click: Click) -> None:
        here = await planning(click)
        deck = None if self.chosen == NO_DECK else self.chosen
        async with leading_back(click, here.say, self.identity["plan"], again=PromptsButton):
            await _changed(click, here, self.identity["plan"], lambda plan: replace(plan, deck=deck))


class PeopleButton(Button, control="discussions:v1:plan-people:{plan}", words="plan-people"):
    """Who hosts it, and whom it is for."""

    async def clicked(self, click: Click) -> None:
        here, kept = await _mine(click, self.identity["plan"])
        await open_form(click, PeopleForm(here.say, kept.plan, **self.identity), self)


class PeopleForm(Form, control="discussions:v1:people-form:{plan}"):
    again = PeopleButton

    def __init__(self, say: Say, plan: Plan, /, **identity: str) -> None:
        super().__init__(say("people-form"), **identity)
        host = ui.UserSelect[ui.View](
            custom_id="host", required=False, default_values=_people([plan.host_id] if plan.host_id else [])
        )
        self.ask(say("people-form", "host"), host)
        people = ui.UserSelect[ui.View](
            custom_id="people",
            required=False,
            min_values=0,
            max_values=MOST_PEOPLE,
            default_values=_people(sorted(plan.people)),
        )
        self.ask(say("people-form", "people"), people, say("people-form", "hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        here = await planning(click)
        host = next(map(int, values.several("host")), click.user.id)
        people = frozenset(map(int, values.several("people")))
        async with leading_back(click, here.say, identity["plan"], again=PeopleButton):
            await _changed(
                click, here, identity["plan"], lambda plan: replace(plan, host_id=host, people=people)
            )


def buttons(say: Say, number: str) -> list[Button]:
    """What stands below a preview."""
    return [kind(say, plan=number) for kind in (RepeatButton, PlacesButton, PromptsButton, PeopleButton)]


async def _mine(click: Click, number: str) -> tuple[Planning, Kept]:
    here = await planning(click)
    plan_id = custom_ids.number(number)
    return here, await plans.find(click.client.deps, community_of(click), click.user.id, plan_id)


async def _changed(click: Click, here: Planning, number: str, change: Callable[[Plan], Plan]) -> None:
    plan_id = custom_ids.number(number)
    await plans.change(click.client.deps, community_of(click), click.user.id, plan_id, change)
    await preview.show(click, here, plan_id)


def _number(values: Values, name: str) -> int | None:
    """None for nothing. Raises BadNumber."""
    typed = values.text(name).strip()
    if not typed:
        return None
    if len(typed) > LONGEST_NUMBER or not (typed.isascii() and typed.isdecimal()) or int(typed) == 0:
        raise BadNumber(typed=escaped(typed[:SHOWN]))
    return int(typed)


async def _last_day(click: Click, here: Planning, typed: str) -> date | None:
    """Until its end."""
    if not typed.strip():
        return None
    now = click.client.deps.now()
    return (await when.understood(f"{typed.strip()} 23:59", here.time_zone, now, here.language)).local.date()


def _line(name: str, typed: str, most: int) -> ui.TextInput[ui.View]:
    return ui.TextInput[ui.View](
        custom_id=name, max_length=max(most, len(typed)), required=False, default=typed or None
    )


def _ends(plan: Plan) -> dict[str, str]:
    if plan.repeat is None:
        return {}
    times, until = plan.repeat.count, plan.repeat.until
    return {"times": str(times or ""), "until": until.isoformat() if until else ""}


def _people(user_ids: list[int]) -> list[discord.SelectDefaultValue]:
    return [
        discord.SelectDefaultValue(id=user_id, type=discord.SelectDefaultValueType.user)
        for user_id in user_ids
    ]


def _ways(say: Say, plan: Plan) -> list[tuple[str, str]]:
    """Once, every so many weeks, the same weekday of the month; the fourth may also be the last."""
    day = plan.local.date()
    weekday, nth = say(f"weekday-{day.weekday()}"), nth_of(day)
    weeks = [
        (str(weeks), say("repeat-weeks", weeks=weeks, weekday=weekday)) for weeks in range(1, MOST_WEEKS + 1)
    ]
    last = (LAST_OF_MONTH, _monthly(say, "last", weekday))
    month = [] if nth == LAST else [(MONTHLY, _monthly(say, str(nth), weekday))]
    ends = [last] if is_last(day) else []
    return [(ONCE, say("repeat-once")), *weeks, *month, *ends]


def _monthly(say: Say, nth: str, weekday: str) -> str:
    return say("repeat-months", months=1, nth=say(f"repeat-nth-{nth}"), weekday=weekday)


def _way(plan: Plan) -> str:
    if plan.repeat is None:
        return ONCE
    if plan.repeat.unit is Every.WEEK:
        return str(plan.repeat.every)
    return LAST_OF_MONTH if plan.repeat.nth == LAST else MONTHLY


def _repeat(how: str, plan: Plan, count: int | None, until: date | None) -> Repeat | None:
    """Anybody may send any value: what is none of ours is once."""
    day, weeks = plan.local.date(), {str(weeks) for weeks in range(1, MOST_WEEKS + 1)}
    if count == 1:
        return None
    if how in weeks:
        return Repeat(Every.WEEK, int(how), until=until, count=count)
    if how == LAST_OF_MONTH and is_last(day):
        return Repeat(Every.MONTH, nth=LAST, until=until, count=count)
    return Repeat(Every.MONTH, nth=nth_of(day), until=until, count=count) if how == MONTHLY else None


CONTROLS: tuple[type[Control], ...] = (RepeatButton, PlacesButton, PromptsButton, DeckChoice, PeopleButton)
FORMS: tuple[type[Form], ...] = (RepeatForm, PlacesForm, PeopleForm)

"""Planning a discussion: one form, then the preview in which everything else can be set."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

import discord
from discord import ui
from discord.utils import format_dt

from actions import plans, when
from cogs.discussions import preview
from cogs.discussions.way_back import leading_back
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card, Part
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Option, Values, one_of, open_form
from cogs.kit.planning import planning
from cogs.kit.quoting import escaped
from cogs.kit.typed import kept as kept_words
from cogs.kit.typed import typed_in
from domain.communities import Community
from domain.discussions import LONGEST_ABOUT, LONGEST_TITLE, Plan
from domain.lengths import minutes_of
from domain.repeats import LAST, Every, Repeat, is_last, nth_of
from text import Say

LONGEST_WHEN, LONGEST_LENGTH = 100, 20
NO_TOPIC = "none"
FIELDS = ("title", "at", "length", "about", "topic")
USUAL_LENGTH = "60"
LONGEST_LABEL = 100


class PlanButton(Button, control="discussions:v1:plan", words="plan-discussion"):
    """Where it begins; whoever walked away finds their plan here."""

    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        await begin(click, self)


class StartAnewButton(Button, control="discussions:v1:plan-anew", words="plan-anew"):
    """An empty form; what there was goes when that one is sent."""

    async def clicked(self, click: Click) -> None:
        here = await planning(click)
        await open_form(click, PlanForm(here.say, here.planner.community, typed_before(click)), self)


class GoOnButton(Button, control="discussions:v1:plan-go-on:{plan}", words="plan-go-on"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        await preview.show(click, await planning(click), custom_ids.number(self.identity["plan"]))


class ChangePlanButton(Button, control="discussions:v1:plan-change:{plan}", words="plan-change"):
    """The form once more, as it was sent."""

    async def clicked(self, click: Click) -> None:
        here = await planning(click)
        number = custom_ids.number(self.identity["plan"])
        kept = await plans.find(click.client.deps, community_of(click), click.user.id, number)
        given = replace(Given.of(kept.plan), **typed_in(click, FIELDS))
        form = PlanForm(here.say, here.planner.community, given, str(number))
        await open_form(click, form, self)


class PlanForm(Form, control="discussions:v1:plan-form:{plan}"):
    """`plan` is its number, or 0 for a new one."""

    again = StartAnewButton

    def __init__(self, say: Say, community: Community, given: Given, number: str = "0") -> None:
        super().__init__(say("plan-form"), plan=number)
        self.ask(say("plan-form", "title"), _line("title", given.title, LONGEST_TITLE))
        self.ask(say("plan-form", "when"), when_field(given.at), say("plan-form", "when-hint"))
        length = _line("length", given.length, LONGEST_LENGTH)
        self.ask(say("plan-form", "length"), length, say("plan-form", "length-hint"))
        topics = [Option(each.key, each.name[:LONGEST_LABEL]) for each in community.topics]
        options = [Option(NO_TOPIC, say("plan-form", "no-topic")), *topics]
        self.ask(say("plan-form", "topic"), one_of("topic", options, given.topic))
        about = ui.TextInput[ui.View](
            custom_id="about",
            style=discord.TextStyle.paragraph,
            max_length=max(LONGEST_ABOUT, len(given.about)),
            required=False,
            default=given.about or None,
        )
        self.ask(say("plan-form", "about"), about)

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        given = Given(
            *(values.text("title"), values.text("when"), values.text("length")),
            *(values.text("topic"), values.text("about")),
        )
        await keep(click, given, custom_ids.number(identity["plan"]))


@dataclass(frozen=True, slots=True)
class Given:
    """What somebody filled in, as they typed it; `topic` is a key."""

    title: str = ""
    at: str = ""
    length: str = USUAL_LENGTH
    topic: str = NO_TOPIC
    about: str = ""

    @classmethod
    def of(cls, plan: Plan) -> Given:
        """So that it is understood again."""
        at = f"{plan.local.isoformat(' ', 'minutes')} {plan.time_zone}"
        return cls(plan.title, at, str(plan.minutes), plan.topic or NO_TOPIC, plan.about)


async def begin(click: Click, button: Button | None = None) -> None:
    """The form; first, whatever somebody left, or can begin from."""
    here = await planning(click)
    start = await plans.start(click.client.deps, community_of(click), click.user.id)
    if start.kept is None and not start.templates:
        form = PlanForm(here.say, here.planner.community, Given())
        await open_form(click, form, button or StartAnewButton(here.say))
        return
    say, parts = here.say, list[Part]()
    buttons: list[Button] = [StartAnewButton(say)]
    if start.kept is not None:
        parts.append(
            say("plan-waits", saved=format_dt(start.kept.saved_at, "R"), title=escaped(start.kept.plan.title))
        )
        buttons.insert(0, GoOnButton(say, plan=str(start.kept.plan_id)))
    else:
        parts.append(say("plan-start"))
    parts.append(buttons)
    if start.templates:
        from cogs.discussions.templates import TemplateChoice  # each leads to the other

        options = [(str(each.template_id), each.name[:LONGEST_LABEL]) for each in start.templates]
        parts.append(TemplateChoice(say, options))
    await answer(click, Card(*parts))


async def keep(click: Click, given: Given, number: int = 0) -> None:
    """Understand it, keep it, and show what would be planned; refused, it is all still there."""
    say = await say_to(click)
    typed = {name: getattr(given, name) for name in FIELDS}
    typed["topic"] = "" if given.topic == NO_TOPIC else given.topic

    def label(name: str) -> str:
        return say("plan-form", "when" if name == "at" else name)

    if number:
        async with leading_back(click, say, str(number), typed, label):
            await _keep(click, given, number)
    else:
        async with kept_words(click, say, typed, label, StartAnewButton):
            await _keep(click, given)


async def _keep(click: Click, given: Given, number: int = 0) -> None:
    here = await planning(click)
    deps, community_id = click.client.deps, community_of(click)
    at = await when.understood(given.at, here.time_zone, deps.now(), here.language)
    topic = here.planner.community.topic(given.topic)
    plan = Plan(
        title=given.title,
        local=at.local,
        time_zone=at.time_zone,
        minutes=minutes_of(given.length),
        about=given.about.strip(),
        topic=topic.key if topic else None,
        host_id=click.user.id,
    )
    kept = await plans.change_or_begin(deps, community_id, click.user.id, number, plan, _with_the_rest)
    await preview.show(click, here, kept.plan_id, moved=at.moved)


def _with_the_rest(plan: Plan, before: Plan) -> Plan:
    """What stands in no field of the form stays as it was."""
    return replace(
        before,
        title=plan.title,
        local=plan.local,
        time_zone=plan.time_zone,
        minutes=plan.minutes,
        about=plan.about,
        topic=plan.topic,
        repeat=starting_on(before.repeat, plan.local.date()),
    )


def starting_on(repeat: Repeat | None, day: date) -> Repeat | None:
    """The third Tuesday becomes the second Friday, when that is what it starts on."""
    if repeat is None or repeat.unit is Every.WEEK or repeat.nth == LAST == nth_of(day):
        return repeat
    return replace(repeat, nth=LAST if repeat.nth == LAST and is_last(day) else nth_of(day))


def when_field(typed: str) -> ui.TextInput[ui.View]:
    return _line("when", typed, LONGEST_WHEN)


def _line(name: str, typed: str, most: int) -> ui.TextInput[ui.View]:
    """What is too long is not cut off before it can be shortened."""
    return ui.TextInput[ui.View](custom_id=name, max_length=max(most, len(typed)), default=typed or None)


def typed_before(click: Click) -> Given:
    """What was refused, if that is where they come from."""
    return replace(Given(), **typed_in(click, FIELDS))


CONTROLS: tuple[type[Control], ...] = (*(PlanButton, StartAnewButton, GoOnButton, ChangePlanButton),)
FORMS: tuple[type[Form], ...] = (PlanForm,)

"""Templates: plans of the community to begin from. They need to be told no more than when."""

from __future__ import annotations

from dataclasses import replace

import discord

from actions import access, plans, when
from cogs.discussions import planning as forms
from cogs.discussions import preview
from cogs.kit import custom_ids
from cogs.kit.answers import answer
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Choice, Control
from cogs.kit.forms import Form, Values, open_form
from cogs.kit.planning import planning
from cogs.kit.quoting import escaped
from cogs.kit.typed import kept, typed_in
from domain.discussions import Plan
from text import Say

FIRST = 21_030
"""The id of the component with what was typed into this form."""


class TemplateChoice(Choice, control="discussions:v1:plan-from", words="plan-from"):
    async def clicked(self, click: Click) -> None:
        here = await planning(click)
        found = await plans.template(click.client.deps, community_of(click), custom_ids.number(self.chosen))
        buttons: list[Button] = [UseTemplateButton(here.say, template=self.chosen)]
        if found.saved_by == click.user.id or access.is_steward(click.permissions.value):
            buttons.append(RemoveTemplateButton(here.say, template=self.chosen))
        shown = here.say("plan-template", name=escaped(found.plan.title))
        await answer(click, Card(shown, [*buttons, forms.StartAnewButton(here.say)]))


class UseTemplateButton(Button, control="discussions:v1:plan-use:{template}", words="plan-use"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        here = await planning(click)
        number = custom_ids.number(self.identity["template"])
        await plans.template(click.client.deps, community_of(click), number)
        typed = typed_in(click, ["at"], FIRST).get("at", "")
        await open_form(click, WhenForm(here.say, typed, **self.identity), self)


class RemoveTemplateButton(Button, control="discussions:v1:plan-forget:{template}", words="plan-forget"):
    async def clicked(self, click: Click) -> None:
        here = await planning(click)
        number = custom_ids.number(self.identity["template"])
        steward = access.is_steward(click.permissions.value)
        await plans.remove_template(
            click.client.deps, community_of(click), click.user.id, number, steward=steward
        )
        await answer(click, Card(here.say("plan-forgotten"), forms.StartAnewButton(here.say)))


class WhenForm(Form, control="discussions:v1:when-form:{template}"):
    again = UseTemplateButton

    def __init__(self, say: Say, typed: str, /, **identity: str) -> None:
        super().__init__(say("when-form"), **identity)
        self.ask(say("plan-form", "when"), forms.when_field(typed), say("plan-form", "when-hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        here = await planning(click)
        deps, community_id = click.client.deps, community_of(click)
        at, number = values.text("when"), custom_ids.number(identity["template"])

        def label(_: str) -> str:
            return here.say("plan-form", "when")

        def again(say: Say) -> Button:
            return UseTemplateButton(say, **identity)

        async with kept(click, here.say, {"at": at}, label, again, FIRST):
            template = await plans.template(deps, community_id, number)
            moment = await when.understood(at, here.time_zone, deps.now(), here.language)
            plan = replace(
                _without_end(template.plan),
                local=moment.local,
                time_zone=moment.time_zone,
                host_id=click.user.id,
                repeat=forms.starting_on(_without_end(template.plan).repeat, moment.local.date()),
            )
            begun = await plans.begin(deps, community_id, click.user.id, plan)
            await preview.show(click, here, begun.plan_id, moved=moment.moved)


def _without_end(plan: Plan) -> Plan:
    """A template's own last day would be in the past before long."""
    return replace(plan, repeat=replace(plan.repeat, until=None)) if plan.repeat else plan


CONTROLS: tuple[type[Control], ...] = (TemplateChoice, UseTemplateButton, RemoveTemplateButton)
FORMS: tuple[type[Form], ...] = (WhenForm,)

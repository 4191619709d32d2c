"""Topics of which somebody does not want to be asked: one form, and nobody is told."""

from __future__ import annotations

import discord
from discord import ui

from actions import mine
from cogs.kit.answers import say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Values, open_form
from domain.communities import Topic
from text import Say


class OffLimitsButton(Button, control="mine:v1:off-limits", words="off-limits"):
    async def clicked(self, click: Click) -> None:
        community, chosen = await mine.off_limits(click.client.deps, community_of(click), click.user.id)
        await open_form(click, OffLimitsForm(await say_to(click), community.topics, chosen), self)


class OffLimitsForm(Form, control="mine:v1:off-limits-form"):
    again = OffLimitsButton

    def __init__(self, say: Say, topics: tuple[Topic, ...], chosen: frozenset[str]) -> None:
        super().__init__(say("off-limits-form"))
        options = [
            discord.SelectOption(label=topic.name, value=topic.key, default=topic.key in chosen)
            for topic in topics
        ]
        field = ui.Select[ui.View](
            custom_id="topics", options=options, min_values=0, max_values=len(options), required=False
        )
        self.ask(say("off-limits-form", "topics"), field, say("off-limits-form", "hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **_: str) -> None:
        # imported here because My place leads to this form
        from cogs.signup.place import show_place

        chosen = values.several("topics")
        await mine.keep_off_limits(click.client.deps, community_of(click), click.user.id, chosen)
        await show_place(click, (await say_to(click))("off-limits-saved"))


CONTROLS: tuple[type[Control], ...] = (OffLimitsButton,)
FORMS: tuple[type[Form], ...] = (OffLimitsForm,)

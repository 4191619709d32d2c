"""Say back what I heard: in one's own words, as often as it takes."""

from __future__ import annotations

import discord
from discord import ui

from actions import loops
from cogs.kit import custom_ids
from cogs.kit.answers import say_in
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Values, open_form
from cogs.listening.keeping import kept, words_in
from cogs.listening.telling import answer_and_post
from domain.loops import LEAST_HEARD, MOST_HEARD
from text import Say


class SayBackButton(Button, control="listening:v1:say-back:{worldview}", words="listening-say-back"):
    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["worldview"])
        scene = await loops.may_say_back(click.client.deps, community_of(click), click.user.id, number)
        form = SayBackForm(say_in(click, scene.language), words_in(click), **self.identity)
        await open_form(click, form, self)


class SayAgainButton(
    SayBackButton, control="listening:v1:say-again:{worldview}", words="listening-say-again"
):
    """The same, under a verdict that was no yes."""


class SayBackForm(Form, control="listening:v1:say-back-form:{worldview}"):
    def __init__(self, say: Say, words: str | None = None, /, **identity: str) -> None:
        super().__init__(say("say-back-form"), **identity)
        field = ui.TextInput[ui.View](
            custom_id="heard",
            style=discord.TextStyle.paragraph,
            min_length=LEAST_HEARD,
            max_length=MOST_HEARD,
            default=words,
        )
        self.ask(say("say-back-form", "heard"), field, say("say-back-form", "hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        deps, number = click.client.deps, custom_ids.number(identity["worldview"])
        text = values.text("heard")
        async with kept(click, text, lambda say: SayBackButton(say, **identity)):
            heard = await loops.say_back(deps, community_of(click), click.user.id, number, text, values.token)
            say = say_in(click, heard.scene.language)
            await answer_and_post(click, say, heard.worldview, heard.wish, Card(say("said-back-card")))


CONTROLS: tuple[type[Control], ...] = (SayBackButton, SayAgainButton)
FORMS: tuple[type[Form], ...] = (SayBackForm,)

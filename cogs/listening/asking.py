"""Ask to understand: one form with three ways to begin."""

from __future__ import annotations

import discord
from discord import ui

from actions import remarks
from cogs.kit import custom_ids
from cogs.kit.answers import say_in
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Option, Values, one_of, open_form
from cogs.listening.keeping import kept, words_in
from cogs.listening.telling import answer_and_post
from domain.remarks import QUESTION_LENGTH, Stem
from text import Say

OWN = "own"


class AskButton(Button, control="listening:v1:ask:{worldview}", words="listening-ask"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["worldview"])
        scene = await remarks.may_ask(click.client.deps, community_of(click), click.user.id, number)
        form = AskForm(say_in(click, scene.language), words_in(click), **self.identity)
        await open_form(click, form, self)


class AskForm(Form, control="listening:v1:ask-form:{worldview}"):
    def __init__(self, say: Say, words: str | None = None, /, **identity: str) -> None:
        super().__init__(say("ask-form"), **identity)
        stems = [Option(key, say(f"question-stem-{key}")) for key in (*Stem, OWN)]
        self.ask(say("ask-form", "stem"), one_of("stem", stems, OWN))
        field = ui.TextInput[ui.View](
            custom_id="question",
            style=discord.TextStyle.paragraph,
            max_length=QUESTION_LENGTH,
            default=words,
        )
        self.ask(say("ask-form", "question"), field, say("ask-form", "hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        deps, number = click.client.deps, custom_ids.number(identity["worldview"])
        text, stem = values.text("question"), values.text("stem")
        async with kept(click, text, lambda say: AskButton(say, **identity)):
            said = await remarks.ask(
                *(deps, community_of(click), click.user.id, number),
                Stem(stem) if stem in set(Stem) else None,
                text,
                values.token,
            )
            say = say_in(click, said.scene.language)
            await answer_and_post(click, say, said.worldview, said.wish, Card(say("asked-card")))


CONTROLS: tuple[type[Control], ...] = (AskButton,)
FORMS: tuple[type[Form], ...] = (AskForm,)

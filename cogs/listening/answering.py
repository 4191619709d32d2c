"""Under a question: its author answers, or would rather not."""

from __future__ import annotations

import discord

from actions import remarks
from cogs.kit import custom_ids
from cogs.kit.answers import say_in
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Values, open_form
from cogs.listening import cards
from cogs.listening.coaching import ask_text, preview, settled
from cogs.listening.keeping import kept, words_in
from cogs.listening.telling import answer_and_post
from domain.remarks import ANSWER_LENGTH, said
from text import Say


class AnswerButton(Button, control="listening:v1:answer:{remark}", words="question-answer"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["remark"])
        asked = await remarks.question(click.client.deps, community_of(click), click.user.id, number)
        form = AnswerForm(say_in(click, asked.scene.language), words_in(click), **self.identity)
        await open_form(click, form, self)


class ChangeAnswerButton(
    AnswerButton, control="listening:v1:change-answer:{remark}", words="reply-preview-change"
):
    style = discord.ButtonStyle.secondary


class AnswerForm(Form, control="listening:v1:answer-form:{remark}"):
    def __init__(self, say: Say, words: str | None = None, /, **identity: str) -> None:
        super().__init__(say("answer-form"), **identity)
        ask_text(self, say, "answer-form", ANSWER_LENGTH, words)

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        deps, number = click.client.deps, custom_ids.number(identity["remark"])
        async with kept(click, values.text("text"), lambda say: AnswerButton(say, **identity)):
            asked = await remarks.question(deps, community_of(click), click.user.id, number)
            text = said(values.text("text"), 1, ANSWER_LENGTH)
            say = say_in(click, asked.scene.language)
            post = PostAnswerButton(say, **identity, token=values.token)
            buttons = [post, ChangeAnswerButton(say, **identity)]
            await preview(click, say, asked.scene.community, text, buttons)


class PostAnswerButton(
    Button, control="listening:v1:post-answer:{remark}:{token}", words="reply-preview-post"
):
    style = discord.ButtonStyle.success

    async def clicked(self, click: Click) -> None:
        identity = {"remark": self.identity["remark"]}
        text = await settled(click)
        if text is None:
            return
        async with kept(click, text, lambda say: AnswerButton(say, **identity)):
            done = await remarks.answer(
                *(click.client.deps, community_of(click), click.user.id),
                *(custom_ids.number(identity["remark"]), text, self.identity["token"]),
            )
            say = say_in(click, done.scene.language)
            await answer_and_post(click, say, done.worldview, done.wish, Card(say("answered-card")))


class PassButton(Button, control="listening:v1:pass:{remark}", words="question-pass"):
    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["remark"])
        passed = await remarks.pass_on(click.client.deps, community_of(click), click.user.id, number)
        say = say_in(click, passed.scene.language)
        await answer_and_post(click, say, passed.worldview, passed.wish, Card(say("passed-card")))


def question_buttons(say: Say, shown: remarks.Shown) -> list[Button]:
    """What its author can still do about a question."""
    which = {"remark": str(shown.remark.remark_id)}
    if shown.answered:
        return []
    answering = AnswerButton(say, **which)
    return [answering] if shown.remark.passed_at else [answering, PassButton(say, **which)]


def remark_card(say: Say, shown: remarks.Shown) -> Card:
    """What stands in the thread."""
    return cards.remark(say, shown, question_buttons(say, shown))


CONTROLS: tuple[type[Control], ...] = (AnswerButton, ChangeAnswerButton, PostAnswerButton, PassButton)
FORMS: tuple[type[Form], ...] = (AnswerForm,)

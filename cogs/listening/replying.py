"""Replying freely: once the author says that one has understood, or when the listening window is over."""

from __future__ import annotations

import discord

from actions import remarks
from actions.worldviews import Reader
from cogs.kit import custom_ids
from cogs.kit.answers import say_in
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Values, open_form
from cogs.listening.coaching import ask_text, preview, settled
from cogs.listening.keeping import kept, words_in
from cogs.listening.telling import answer_and_post
from domain.remarks import REPLY_LENGTH, said
from text import Say


class ReplyButton(Button, control="listening:v1:reply:{worldview}", words="listening-reply"):
    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["worldview"])
        scene = await remarks.may_reply(click.client.deps, community_of(click), click.user.id, number)
        form = ReplyForm(say_in(click, scene.language), words_in(click), **self.identity)
        await open_form(click, form, self)


class ChangeReplyButton(
    ReplyButton, control="listening:v1:change-reply:{worldview}", words="reply-preview-change"
):
    """The same, from the preview."""


class ReplyForm(Form, control="listening:v1:reply-form:{worldview}"):
    def __init__(self, say: Say, words: str | None = None, /, **identity: str) -> None:
        super().__init__(say("reply-form"), **identity)
        ask_text(self, say, "reply-form", REPLY_LENGTH, words)

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        deps, number = click.client.deps, custom_ids.number(identity["worldview"])
        async with kept(click, values.text("text"), lambda say: ReplyButton(say, **identity)):
            scene = await remarks.may_reply(deps, community_of(click), click.user.id, number)
            text = said(values.text("text"), 1, REPLY_LENGTH)
            say = say_in(click, scene.language)
            post = PostReplyButton(say, **identity, token=values.token)
            await preview(click, say, scene.community, text, [post, ChangeReplyButton(say, **identity)])


class PostReplyButton(
    Button, control="listening:v1:post-reply:{worldview}:{token}", words="reply-preview-post"
):
    style = discord.ButtonStyle.success

    async def clicked(self, click: Click) -> None:
        identity = {"worldview": self.identity["worldview"]}
        text = await settled(click)
        if text is None:
            return
        async with kept(click, text, lambda say: ReplyButton(say, **identity)):
            done = await remarks.reply(
                *(click.client.deps, community_of(click), click.user.id),
                *(custom_ids.number(identity["worldview"]), text, self.identity["token"]),
            )
            say = say_in(click, done.scene.language)
            await answer_and_post(click, say, done.worldview, done.wish, Card(say("replied-card")))


def reply_button(say: Say, reader: Reader) -> Button | None:
    """Under *More*, for everybody who takes part; also for the author, who may hide behind a pseudonym."""
    if reader.person is None and not reader.is_author:
        return None
    return ReplyButton(say, worldview=str(reader.worldview.worldview_id))


CONTROLS: tuple[type[Control], ...] = (ReplyButton, ChangeReplyButton, PostReplyButton)
FORMS: tuple[type[Form], ...] = (ReplyForm,)

"""Answering a prompt: the form, the preview that nobody else sees, and what becomes of it."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from actions import conversations
from actions.conversations import ANSWER_LENGTH, Answered
from cogs.clock import clock_of
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button
from cogs.kit.forms import Form
from cogs.kit.quoting import escaped
from cogs.prompts import cards
from cogs.prompts.held import hold
from domain.decks import Prompt
from domain.jobs import State
from text import Say


def ask_answer(form: Form, say: Say, prompt: Prompt, text: str) -> None:
    """The prompt, and the field for what somebody makes of it."""
    form.add_item(ui.TextDisplay(f"**{escaped(prompt.text)}**"))
    field = ui.TextInput[ui.View](
        custom_id="answer",
        style=discord.TextStyle.paragraph,
        max_length=ANSWER_LENGTH,
        default=text or None,
    )
    form.ask(say("prompt-form", "answer"), field, say("prompt-form", "answer-hint"))


def preview(say: Say, prompt: Prompt, text: str, buttons: Sequence[Button]) -> Card:
    """What would be posted, with what can be done about it."""
    return Card(say("prompt-preview", prompt=escaped(prompt.text)), hold(text), buttons)


async def answer_and_bring(click: Click, answered: Answered) -> None:
    """Say what becomes of it; with room, it stands there before they have read that."""
    deps, clock = click.client.deps, clock_of(click.client)
    state = State.READY
    with clock.room(community_of(click)) as room:
        for wish in answered.wishes if room else ():
            state = await clock.do_now(wish)
            if state is not State.DONE:  # the next one waits for it
                break
    say = await say_to(click)
    where = await conversations.stands(deps, community_of(click), click.user.id, answered)
    if where is not None:
        await answer(click, say("prompt-answered", link=cards.jump(community_of(click), *where)))
    elif state is State.DEAD:
        await answer(click, say("prompt-answer-waits"))
    elif state is State.DONE:
        await answer(click, say("prompt-thread-gone"))
    else:
        await answer(click, say("prompt-answer-follows"))

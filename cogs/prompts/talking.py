"""A prompt in the forum: everybody answers it or passes, and then comes the next."""

from __future__ import annotations

import discord

from actions import conversations
from actions.conversations import Moved
from cogs.clock import clock_of
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Values, open_form
from cogs.prompts import cards
from cogs.prompts.answering import answer_and_bring, ask_answer, preview
from cogs.prompts.held import words_in
from domain.decks import Prompt
from domain.errors import ConversationClosed
from text import Say


class AnswerButton(Button, control="prompts:v1:answer:{conversation}:{turn}", words="prompt-answer-it"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        await open_form(click, await _form(click, self.identity), self)


class PassButton(Button, control="prompts:v1:pass:{conversation}:{turn}", words="prompt-pass"):
    async def clicked(self, click: Click) -> None:
        await conversations.pass_on(click.client.deps, *_which(click, self.identity), str(click.locale))
        await answer(click, (await say_to(click))("prompt-passed"))


class NextButton(Button, control="prompts:v1:next:{conversation}:{turn}", words="prompt-next"):
    async def clicked(self, click: Click) -> None:
        moved = await conversations.move_on(
            click.client.deps, *_which(click, self.identity), str(click.locale)
        )
        await answer(click, await _moved(click, moved))


class ChangeButton(Button, control="prompts:v1:change:{conversation}:{turn}", words="prompt-change"):
    async def clicked(self, click: Click) -> None:
        await open_form(click, await _form(click, self.identity, words_in(click)), self)


class PostButton(Button, control="prompts:v1:post:{conversation}:{turn}", words="prompt-post-it"):
    style = discord.ButtonStyle.success

    async def clicked(self, click: Click) -> None:
        which = _which(click, self.identity)
        said = await conversations.answer(click.client.deps, *which, words_in(click), str(click.locale))
        await answer_and_bring(click, said)


class AnswerForm(Form, control="prompts:v1:answer-form:{conversation}:{turn}"):
    def __init__(self, say: Say, prompt: Prompt, identity: dict[str, str], text: str = "") -> None:
        super().__init__(say("prompt-form"), **identity)
        ask_answer(self, say, prompt, text)

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        text = conversations.answer_of(values.text("answer"))
        prompt = await conversations.of_turn(click.client.deps, *_which(click, identity), str(click.locale))
        say = await say_to(click)
        buttons = [PostButton(say, **identity), ChangeButton(say, **identity)]
        await answer(click, preview(say, prompt, text, buttons))


def buttons_under(say: Say, conversation_id: int, turn: int) -> list[Button]:
    """What stands under every prompt in the forum."""
    which = {"conversation": str(conversation_id), "turn": str(turn)}
    return [AnswerButton(say, **which), PassButton(say, **which), NextButton(say, **which)]


async def _form(click: Click, identity: dict[str, str], text: str = "") -> Form:
    prompt = await conversations.of_turn(click.client.deps, *_which(click, identity), str(click.locale))
    return AnswerForm(await say_to(click), prompt, identity, text)


async def _moved(click: Click, moved: Moved) -> str:
    """Where the next prompt is; with room, it stands there before they have read that."""
    community_id, clock, deps = community_of(click), clock_of(click.client), click.client.deps
    if moved.wish is not None:
        with clock.room(community_id) as room:
            if room:
                await clock.do_now(moved.wish)
    say, current = await say_to(click), moved.current
    now = await conversations.current(deps, community_id, current.conversation_id, current.turn)
    if now is None or now.thread_id is None or now.message_id is None:
        return say("prompt-next-follows")
    link = cards.jump(community_id, now.thread_id, now.message_id)
    return say("prompt-next-stands" if moved.wish else "prompt-next-was-there", link=link)


def _which(click: Click, identity: dict[str, str]) -> tuple[int, int, int, int]:
    """The community, the person, the conversation, the turn. Raises ConversationClosed in a locked thread."""
    if isinstance(click.channel, discord.Thread) and click.channel.locked:
        raise ConversationClosed
    numbers = custom_ids.number(identity["conversation"]), custom_ids.number(identity["turn"])
    return community_of(click), click.user.id, *numbers


CONTROLS: tuple[type[Control], ...] = (AnswerButton, PassButton, NextButton, ChangeButton, PostButton)
FORMS: tuple[type[Form], ...] = (AnswerForm,)

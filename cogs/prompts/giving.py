"""Give me a prompt: for one person alone, who may pass, or answer it in the forum."""

from __future__ import annotations

import discord

from actions import conversations, prompts
from actions.prompts import Given
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Values, open_form
from cogs.prompts import cards
from cogs.prompts.answering import answer_and_bring, ask_answer, preview
from cogs.prompts.held import words_in
from cogs.worldviews.drafting import ExplainButton
from domain.decks import Prompt
from text import Say


class GiveButton(Button, control="prompts:v1:give", words="prompt-give"):
    async def clicked(self, click: Click) -> None:
        deps = click.client.deps
        given = await prompts.give(deps, community_of(click), click.user.id, str(click.locale))
        await _show(click, given)


class PassMineButton(Button, control="prompts:v1:pass-mine:{turn}", words="prompt-pass"):
    """The next one, and no question why."""

    async def clicked(self, click: Click) -> None:
        given = await prompts.pass_on(click.client.deps, *_which(click, self.identity), str(click.locale))
        await _show(click, given)


class AnswerMineButton(Button, control="prompts:v1:answer-mine:{turn}", words="prompt-answer-in-forum"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        await open_form(click, await _form(click, self.identity), self)


class ChangeMineButton(Button, control="prompts:v1:change-mine:{turn}", words="prompt-change"):
    async def clicked(self, click: Click) -> None:
        await open_form(click, await _form(click, self.identity, words_in(click)), self)


class PostMineButton(Button, control="prompts:v1:post-mine:{turn}", words="prompt-post-it"):
    style = discord.ButtonStyle.success

    async def clicked(self, click: Click) -> None:
        which = _which(click, self.identity)
        begun = await conversations.begin(click.client.deps, *which, words_in(click), str(click.locale))
        await answer_and_bring(click, begun)


class AnswerMineForm(Form, control="prompts:v1:answer-mine-form:{turn}"):
    def __init__(self, say: Say, prompt: Prompt, turn: str, text: str = "") -> None:
        super().__init__(say("prompt-form"), turn=turn)
        ask_answer(self, say, prompt, text)

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        text = conversations.answer_of(values.text("answer"))
        prompt = await prompts.of_turn(click.client.deps, *_which(click, identity), str(click.locale))
        say, turn = await say_to(click), identity["turn"]
        buttons = [PostMineButton(say, turn=turn), ChangeMineButton(say, turn=turn)]
        await answer(click, preview(say, prompt, text, buttons))


async def _show(click: Click, given: Given) -> None:
    say, turn = await say_to(click), str(given.turn)
    buttons = [AnswerMineButton(say, turn=turn), ExplainButton(say), PassMineButton(say, turn=turn)]
    await answer(click, cards.given(say, given, buttons))


async def _form(click: Click, identity: dict[str, str], text: str = "") -> Form:
    prompt = await prompts.of_turn(click.client.deps, *_which(click, identity), str(click.locale))
    return AnswerMineForm(await say_to(click), prompt, identity["turn"], text)


def _which(click: Click, identity: dict[str, str]) -> tuple[int, int, int]:
    """The community, the person and the turn in their own conversation."""
    return community_of(click), click.user.id, custom_ids.number(identity["turn"])


CONTROLS: tuple[type[Control], ...] = (
    *(GiveButton, PassMineButton),
    *(AnswerMineButton, ChangeMineButton, PostMineButton),
)
FORMS: tuple[type[Form], ...] = (AnswerMineForm,)

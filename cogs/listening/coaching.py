"""Before a reply is posted: it is seen, with a kind thought beside it where the community wants one."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import discord
from discord import ui

from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form
from cogs.kit.quoting import escaped
from cogs.listening.keeping import block, words_in
from domain import coach
from domain.coach import Finding, Phrases
from domain.communities import Community
from text import Say, Words


class ThrowAwayButton(Button, control="listening:v1:throw-away", words="reply-preview-throw-away"):
    """Nothing was kept, so that nothing needs to be deleted."""

    async def clicked(self, click: Click) -> None:
        await answer(click, Card((await say_to(click))("reply-thrown-away")))


async def preview(click: Click, say: Say, community: Community, text: str, buttons: Sequence[Button]) -> None:
    """Show what would be posted. The words stand in this message and nowhere else."""
    thought = [thought_card(say, click.client.words, text)] if community.settings.coach else []
    card = Card(say("reply-preview"), block(text), *thought, [*buttons, ThrowAwayButton(say)])
    await answer(click, card)


async def settled(click: Click) -> str | None:
    """The words of the preview on which somebody pressed; without any, they are told the way back."""
    text = words_in(click)
    if text is None:
        say = await say_to(click)
        back = click.client.way_back(say)
        await answer(click, Card(say("kit-outdated"), *([back] if back else [])))
    return text


def thought_card(say: Say, words: Words, text: str) -> str:
    """What the coach has to say about a text."""
    thought = coach.look(text, known(words))
    lines = [say("coach-thought"), say("coach-thought", thought.sentence)]
    lines += [
        say("coach-thought", f"found-{kind}", found=" · ".join(f"*{escaped(each)}*" for each in found))
        for kind, found in thought.found.items()
    ]
    return "\n".join([*lines, say("coach-thought", "starters")])


@cache
def known(words: Words) -> tuple[Phrases, ...]:
    """The phrases of all languages: people do not always write in that of their Discord."""
    speakers = [words.for_reader(language) for language in words.languages]
    return tuple(
        coach.phrases(kind, [each for say in speakers for each in say(f"coach-{kind}").split("\n")])
        for kind in (Finding.ACKNOWLEDGES, Finding.HEDGES, Finding.NEGATES)
    )


def ask_text(form: Form, say: Say, key: str, most: int, words: str | None) -> None:
    """The one field of a form for free words; `words` is what stands in it at first."""
    field = ui.TextInput[ui.View](
        custom_id="text", style=discord.TextStyle.paragraph, max_length=most, default=words
    )
    form.ask(say(key, "text"), field, say(key, "hint"))


CONTROLS: tuple[type[Control], ...] = (ThrowAwayButton,)
FORMS: tuple[type[Form], ...] = ()

"""What somebody typed is never lost: it stays in the message that only they see, and nowhere else.

A button in such a message reads the words back from the message itself. So nothing is stored, and nothing is
lost when the process ends.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable
from contextlib import asynccontextmanager
from typing import Any

import discord
from discord import ui

from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click
from cogs.kit.cards import Card, Part
from cogs.kit.controls import Button
from cogs.kit.quoting import quoted, unquoted
from domain.errors import (
    NoReason,
    QuestionsOnly,
    Refusal,
    StillWaiting,
    TooLong,
    TooManyQuestions,
    TooShort,
)
from text import Say

WORDS = 20_000
"""The id of the component that holds them. Small numbers are those that Discord gives by itself."""
MOST = 3_700
"""Characters that leave room for a sentence; only a forged form has more."""

MENDABLE = (TooShort, TooLong, NoReason, TooManyQuestions, QuestionsOnly, StillWaiting)
"""What other words or some time can change: after these the button is offered once more."""

Again = Callable[[Say], Button]


def block(words: str) -> ui.Item[Any]:
    """Somebody's words, to be read back from the message by `words_in`."""
    return ui.TextDisplay[ui.LayoutView](quoted(words), id=WORDS)


def words_in(click: Click) -> str | None:
    """The words in the message on which somebody pressed, if it holds any."""
    if click.message is None:
        return None
    for component in _all(click.message.components):
        if isinstance(component, discord.TextDisplay) and component.id == WORDS:
            return unquoted(component.content)
    return None


@asynccontextmanager
async def kept(click: Click, words: str, again: Again) -> AsyncIterator[None]:
    """If it is refused, the words stand beside the reason.

    Where that can be mended, `again` opens the form with them in it.
    """
    try:
        yield
    except Refusal as refusal:
        say = await say_to(click)
        parts: list[Part] = [say(refusal.key, **refusal.facts)]
        if words and len(quoted(words)) <= MOST:
            parts += [say("listening-your-words"), block(words)]
        way_on = click.client.ways_on.get(type(refusal), again if isinstance(refusal, MENDABLE) else None)
        await answer(click, Card(*parts, *([way_on(say)] if way_on else [])))


def _all(components: Iterable[Any]) -> Iterable[Any]:
    for component in components:
        yield component
        yield from _all(getattr(component, "children", ()))

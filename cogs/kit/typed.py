"""What somebody typed into several fields and was refused: it stays in the message that only they see.

A button there reads the words back from the message itself, so that nothing is stored, and nothing lost when
the process ends. (For one field alone: `cogs.listening.keeping`.)
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Iterable, Mapping
from contextlib import asynccontextmanager
from typing import Any

import discord
from discord import ui

from cogs.kit.answers import answer
from cogs.kit.bot import Click
from cogs.kit.cards import Card, Part
from cogs.kit.quoting import quoted, unquoted
from domain.errors import Refusal
from text import Say

FIRST = 21_000
"""The id of the component with the first field. Small numbers are those that Discord gives by itself."""
MOST = 850
"""Characters of one field that are shown again, as they stand there: four fit into a message."""

Again = Callable[[Say], Part]


@asynccontextmanager
async def kept(
    click: Click,
    say: Say,
    typed: Mapping[str, str],
    label: Callable[[str], str],
    again: Again,
    first: int = FIRST,
) -> AsyncIterator[None]:
    """If it is refused, what was typed stands beside the reason, and `again` opens the form with it.

    `typed` has the fields in the order of the form, `label` says what each is called. `first` is another
    number for every form whose buttons may stand in the same message.
    """
    try:
        yield
    except Refusal as refusal:
        fields: list[Part] = []
        for number, (name, text) in enumerate(typed.items(), first):
            if text.strip():
                fields.append(ui.TextDisplay[ui.LayoutView](f"**{label(name)}**\n{_shown(text)}", id=number))
        words = [say("kit-you-typed")] if fields else []
        await answer(click, Card(say(refusal.key, **refusal.facts), again(say), *words, *fields))


def typed_in(click: Click, names: Iterable[str], first: int = FIRST) -> dict[str, str]:
    """The fields that stand in the message on which somebody pressed, by name."""
    if click.message is None:
        return {}
    order = dict(enumerate(names, first))
    return {
        order[component.id]: unquoted(component.content.partition("\n")[2])
        for component in _all(click.message.components)
        if isinstance(component, discord.TextDisplay) and component.id in order
    }


def _shown(text: str) -> str:
    shown = quoted(text)
    while len(shown) > MOST:
        text = text[: len(text) * MOST // len(shown)]
        shown = quoted(text)
    return shown


def _all(components: Iterable[Any]) -> Iterable[Any]:
    for component in components:
        yield component
        yield from _all(getattr(component, "children", ()))

"""Words that nobody has posted yet: they stand in the message that only their author sees.

Nothing is kept of them until they are posted, and a preview from before a restart still holds them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

import discord
from discord import ui

from cogs.kit.bot import Click
from domain.errors import AnswerNeeded

WORDS = 7001
"""The id of the component that holds them."""
MARKUP = re.compile(r"([\\*_~|`\[\]<>#-])")
ESCAPED = re.compile(r"\\([\\*_~|`\[\]<>#-])")
BAR = re.compile(r"^> ?", re.MULTILINE)


def hold(text: str) -> ui.TextDisplay[Any]:
    """The words as they were typed, behind a bar, in a form from which they can be read again."""
    return ui.TextDisplay("> " + MARKUP.sub(r"\\\1", text).replace("\n", "\n> "), id=WORDS)


def released(content: str) -> str:
    """What was typed, from what is shown of it."""
    return ESCAPED.sub(r"\1", BAR.sub("", content))


def words_in(click: Click) -> str:
    """The words in the message that was pressed. Raises AnswerNeeded when there are none."""
    for component in _all(click.message.components if click.message else ()):
        if component.id == WORDS and isinstance(component, discord.TextDisplay):
            return released(component.content)
    raise AnswerNeeded


def _all(components: Iterable[Any]) -> Iterator[Any]:
    for component in components:
        yield component
        yield from _all(getattr(component, "children", ()))

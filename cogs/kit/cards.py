"""What is shown: text and controls, in the order they are read."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import discord
from discord import ui

ACCENT = discord.Colour(0x2E7D6B)

Part = str | ui.Item[Any] | Sequence[ui.Item[Any]]


class Card(ui.LayoutView):
    """A message made of components. It never listens: every control on it is registered for good.

    discord.py forgets a DynamicItem's pattern for the whole process when a listening view that also holds
    an ordinary item ends, so that no view of ours may listen, and an ordinary control is refused here.
    """

    def __init__(self, *parts: Part, colour: discord.Colour = ACCENT) -> None:
        super().__init__(timeout=None)
        self.stop()
        self.container = ui.Container[Card](*(_item(part) for part in parts), accent_colour=colour)
        self.add_item(self.container)
        for item in self.walk_children():
            if item.is_dispatchable() and not isinstance(item, ui.DynamicItem):
                raise TypeError(f"{item!r} would be dead after a restart: make it a Button or a Choice")

    def marked(self, marker: int) -> Card:
        """The card with a number that comes back with the message, so that it is known again."""
        self.container.id = marker
        return self


def _item(part: Part) -> ui.Item[Any]:
    if isinstance(part, str):
        return ui.TextDisplay(part)
    if isinstance(part, ui.Item):
        return ui.ActionRow(part) if isinstance(part, ui.DynamicItem) else part
    return ui.ActionRow(*part)

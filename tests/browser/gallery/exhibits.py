"""What an exhibit is: something that hangs itself up in a channel of its own."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import discord
from discord import ui

Hang = Callable[[discord.TextChannel], Awaitable[object]]
Wing = dict[str, Hang]
"""Exhibits that belong together, by the name of their channel."""


def layout(*items: ui.Item[ui.LayoutView]) -> ui.LayoutView:
    """Components V2, for as long as the bot runs."""
    view = ui.LayoutView(timeout=None)
    for item in items:
        view.add_item(item)
    return view


def shows(*make: Callable[[], ui.Item[ui.LayoutView]]) -> Hang:
    """An exhibit of one message with these components, made anew each time: a view is sent once."""

    async def hang(channel: discord.TextChannel) -> None:
        await channel.send(view=layout(*(one() for one in make)))

    return hang


def says(*texts: str) -> Hang:
    """An exhibit of one message of Components V2 with these text displays."""
    return shows(*((lambda text=text: ui.TextDisplay(text)) for text in texts))

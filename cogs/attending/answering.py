"""Under the card of a date: Going, Maybe, Can't."""

from __future__ import annotations

import discord

from cogs.kit.bot import Click
from cogs.kit.controls import Button, Control
from domain.discussions import Occurrence
from text import Say


class GoingButton(Button, control="attending:v1:going:{occurrence}", words="attending-going"):
    style = discord.ButtonStyle.success

    async def clicked(self, click: Click) -> None:
        raise NotImplementedError


class MaybeButton(Button, control="attending:v1:maybe:{occurrence}", words="attending-maybe"):
    async def clicked(self, click: Click) -> None:
        raise NotImplementedError


class CannotButton(Button, control="attending:v1:cant:{occurrence}", words="attending-cannot"):
    async def clicked(self, click: Click) -> None:
        raise NotImplementedError


def answer_buttons(say: Say, date: Occurrence) -> list[Button]:
    """What anybody can say to it."""
    which = {"occurrence": str(date.occurrence_id)}
    return [GoingButton(say, **which), MaybeButton(say, **which), CannotButton(say, **which)]


CONTROLS: tuple[type[Control], ...] = (GoingButton, MaybeButton, CannotButton)

"""What whoever runs a date may do about its room."""

from __future__ import annotations

import discord

from actions import gathering
from actions.agenda import DateReader
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from domain.discussions import State
from domain.rooms import OPENED
from text import Say


class OpenNow(Button, control="gathering:v1:open:{occurrence}", words="gathering-open-now"):
    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["occurrence"])
        who = click.user.id, click.permissions.value
        await gathering.open_now(click.client.deps, community_of(click), number, *who)
        await answer(click, Card((await say_to(click))("gathering-opened")))


class EndNow(Button, control="gathering:v1:end:{occurrence}", words="gathering-end-now"):
    style = discord.ButtonStyle.danger

    async def clicked(self, click: Click) -> None:
        number = custom_ids.number(self.identity["occurrence"])
        who = click.user.id, click.permissions.value
        await gathering.end_now(click.client.deps, community_of(click), number, *who)
        await answer(click, Card((await say_to(click))("gathering-ended")))


CONTROLS: tuple[type[Control], ...] = (OpenNow, EndNow)


def open_now(say: Say, reader: DateReader) -> Button | None:
    """In the last hour before it, while the room is shut."""
    soon = reader.now >= reader.date.starts_at - gathering.EARLIEST
    fits = reader.runs and soon and reader.date.state is State.PLANNED
    return OpenNow(say, occurrence=str(reader.date.occurrence_id)) if fits else None


def end_now(say: Say, reader: DateReader) -> Button | None:
    """While the room is open."""
    fits = reader.runs and reader.date.state in OPENED
    return EndNow(say, occurrence=str(reader.date.occurrence_id)) if fits else None

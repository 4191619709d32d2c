"""Under the card of a date: Going, Maybe, Can't."""

from __future__ import annotations

import discord
from discord.utils import format_dt

from actions import rsvps
from actions.rsvps import Said
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_in
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.quoting import escaped
from domain.discussions import Occurrence
from domain.rsvps import Answer
from text import Say


class GoingButton(Button, control="attending:v1:going:{occurrence}", words="attending-going"):
    style = discord.ButtonStyle.success

    async def clicked(self, click: Click) -> None:
        await _say(click, self, Answer.GOING)


class MaybeButton(Button, control="attending:v1:maybe:{occurrence}", words="attending-maybe"):
    async def clicked(self, click: Click) -> None:
        await _say(click, self, Answer.MAYBE)


class CannotButton(Button, control="attending:v1:cant:{occurrence}", words="attending-cannot"):
    async def clicked(self, click: Click) -> None:
        await _say(click, self, Answer.NO)


def answer_buttons(say: Say, date: Occurrence) -> list[Button]:
    """What anybody can say to it."""
    which = {"occurrence": str(date.occurrence_id)}
    return [GoingButton(say, **which), MaybeButton(say, **which), CannotButton(say, **which)]


async def _say(click: Click, button: Button, wish: Answer) -> None:
    deps, number = click.client.deps, custom_ids.number(button.identity["occurrence"])
    said = await rsvps.answer(deps, community_of(click), click.user.id, number, wish)
    await answer(click, said_card(say_in(click, said.language), said))


def said_card(say: Say, said: Said) -> Card:
    """To whoever answered: where they stand now, and what comes next."""
    date = said.date
    facts = {
        "title": escaped(date.title),
        "when": format_dt(date.starts_at, "F"),
        "countdown": format_dt(date.starts_at, "R"),
    }
    answered = say(f"attending-said-{said.rsvp.answer}", **facts, place=said.place)
    holds = said.rsvp.answer in (Answer.GOING, Answer.WAITING)
    return Card(answered, *([say(f"attending-as-{said.rsvp.seat}")] if said.chosen and holds else []))


CONTROLS: tuple[type[Control], ...] = (GoingButton, MaybeButton, CannotButton)

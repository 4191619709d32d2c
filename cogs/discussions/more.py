"""*More* under the card of a date: what it is about, and what fits whoever pressed."""

from __future__ import annotations

from discord.utils import format_dt

from actions import agenda
from actions.agenda import DateReader
from cogs.discussions.reasons import why
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_in
from cogs.kit.bot import CircleBot, Click, community_of
from cogs.kit.cards import Card, Part
from cogs.kit.controls import Button, Control
from cogs.kit.quoting import escaped
from domain.discussions import Occurrence
from text import Say

ROW = 5
"""Buttons that Discord takes in a row."""


class MoreButton(Button, control="discussions:v1:more:{occurrence}", words="date-more"):
    async def clicked(self, click: Click) -> None:
        await show(click, await read(click, self.identity["occurrence"]))


def under_date(say: Say, date: Occurrence) -> Button:
    """As it stands under a card."""
    return MoreButton(say, occurrence=str(date.occurrence_id))


async def read(click: Click, occurrence: str) -> DateReader:
    """Who pressed, and on which date. Raises DateGone."""
    deps, number = click.client.deps, custom_ids.number(occurrence)
    return await agenda.read_by(deps, community_of(click), number, click.user.id, click.permissions.value)


async def run(click: Click, occurrence: str) -> DateReader:
    """The same for whoever may change it. Raises DateGone, NotTheHost."""
    deps, number = click.client.deps, custom_ids.number(occurrence)
    return await agenda.run_by(deps, community_of(click), number, click.user.id, click.permissions.value)


async def show(click: Click, reader: DateReader, *before: str) -> None:
    """The date as it is, after what is to be said first."""
    say = say_in(click, reader.language)
    await answer(click, Card(*before, *page(click.client, say, reader)))


def page(bot: CircleBot, say: Say, reader: DateReader) -> list[Part]:
    """How it is now, and what can be done about it."""
    buttons = [button for make in bot.more_of_date if (button := make(say, reader)) is not None]
    rows = [buttons[start : start + ROW] for start in range(0, len(buttons), ROW)]
    return [about(say, reader.date), *rows]


def about(say: Say, date: Occurrence) -> str:
    """What, when, how long, and with whom."""
    host = f"<@{date.host_id}>" if date.host_id else say("date-nobody")
    lines = [
        say("date-about", title=escaped(date.title)),
        say("date-about", "when", **when(date), minutes=date.minutes),
        say("date-about", "host", host=host),
        say(f"date-state-{date.state}"),
    ]
    if reason := why(say, date):
        lines.append(reason)
    return "\n".join(lines)


def when(date: Occurrence) -> dict[str, object]:
    """For gaps: the moment, and how soon it is."""
    return {"when": format_dt(date.starts_at, "F"), "soon": format_dt(date.starts_at, "R")}


CONTROLS: tuple[type[Control], ...] = (MoreButton,)

"""Another title, description, deck, length or host; a date left out, or put back."""

from __future__ import annotations

from collections.abc import Sequence

import discord
from discord import ui

from actions import decks
from actions.agenda import DateReader
from cogs.discussions.confirming import or_back, read_back
from cogs.discussions.more import run
from cogs.discussions.moving import change_of
from cogs.discussions.words import length
from cogs.kit import custom_ids
from cogs.kit.answers import say_in
from cogs.kit.bot import Click, community_of
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, Option, Values, one_of, open_form
from domain import changes
from domain.changes import Change, Edit, Scope, What
from domain.discussions import LONGEST_ABOUT, LONGEST_TITLE, Occurrence
from domain.errors import Refusal
from text import Say

LENGTHS = (15, 20, 30, 45, 60, 75, 90, 105, 120, 150, 180, 240)
"""Minutes to choose from, beside what it is now."""
NO_DECK = "none"
MOST_DECKS = 24
"""What one list of Discord's takes, less *none*."""
LONGEST_OPTION = 100


class EditForm(Form, control="discussions:v1:edit-form:{scope}:{version}:{occurrence}"):
    def __init__(self, say: Say, date: Occurrence, found: Sequence[Option], /, **identity: str) -> None:
        super().__init__(say("date-edit-form"), **identity)
        title = ui.TextInput[ui.View](custom_id="title", max_length=LONGEST_TITLE, default=date.title)
        self.ask(say("date-edit-form", "title"), title)
        about = ui.TextInput[ui.View](
            custom_id="about",
            style=discord.TextStyle.paragraph,
            max_length=LONGEST_ABOUT,
            required=False,
            default=date.about or None,
        )
        self.ask(say("date-edit-form", "about"), about)
        lengths = sorted({*LENGTHS, date.minutes})
        options = [Option(str(each), length(say, each)) for each in lengths]
        self.ask(say("date-edit-form", "minutes"), one_of("minutes", options, str(date.minutes)))
        self.ask(say("date-edit-form", "deck"), one_of("deck", found, date.deck or NO_DECK))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        reader = await run(click, identity["occurrence"])
        deck = values.text("deck")
        edit = Edit(
            title=values.text("title"),
            about=values.text("about"),
            deck="" if deck == NO_DECK else deck,
            minutes=custom_ids.number(values.text("minutes")),
        )
        async with or_back(click, reader):
            await read_back(click, reader, change_of(What.EDIT, identity, edit=edit))


class HostButton(Button, control="discussions:v1:host:{occurrence}", words="date-host"):
    async def clicked(self, click: Click) -> None:
        reader = await run(click, self.identity["occurrence"])
        changes.may_be_cancelled(reader.date)
        version = str(reader.date.version)
        form = HostForm(say_in(click, reader.language), reader.date, version=version, **self.identity)
        await open_form(click, form, self)


class HostForm(Form, control="discussions:v1:host-form:{version}:{occurrence}"):
    def __init__(self, say: Say, date: Occurrence, /, **identity: str) -> None:
        super().__init__(say("date-host-form"), **identity)
        now = [discord.Object(date.host_id)] if date.host_id else []
        field = ui.UserSelect[ui.View](custom_id="host", default_values=now)
        self.ask(say("date-host-form", "host"), field, say("date-host-form", "hint"))

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, **identity: str) -> None:
        reader = await run(click, identity["occurrence"])
        host_id = custom_ids.number(values.text("host"))
        change = change_of(What.HOST, {**identity, "scope": Scope.ALL}, host_id=host_id)
        async with or_back(click, reader):
            await read_back(click, reader, change)


class SkipButton(Button, control="discussions:v1:skip:{occurrence}", words="date-skip"):
    async def clicked(self, click: Click) -> None:
        await _at_once(click, What.SKIP, self.identity["occurrence"])


class RestoreButton(Button, control="discussions:v1:restore:{occurrence}", words="date-restore"):
    async def clicked(self, click: Click) -> None:
        await _at_once(click, What.RESTORE, self.identity["occurrence"])


async def decks_for(click: Click, say: Say, date: Occurrence, language: str) -> list[Option]:
    """None, and every deck, by its name in this language where it has one."""
    titles = await decks.names(click.client.deps, community_of(click), language)
    if date.deck:  # first, so that it is among those that there is room for
        titles = {date.deck: titles.get(date.deck, date.deck), **titles}
    options = [Option(key, title[:LONGEST_OPTION]) for key, title in titles.items()]
    return [Option(NO_DECK, say("date-edit-form", "no-deck")), *options[:MOST_DECKS]]


def host_button(say: Say, reader: DateReader) -> Button | None:
    return _for_runners(HostButton, say, reader) if reader.date.is_coming else None


def skip_button(say: Say, reader: DateReader) -> Button | None:
    try:
        changes.may_be_skipped(reader.date, reader.now)
    except Refusal:
        return None
    return _for_runners(SkipButton, say, reader)


def restore_button(say: Say, reader: DateReader) -> Button | None:
    try:
        changes.may_be_restored(reader.date, reader.now)
    except Refusal:
        return None
    return _for_runners(RestoreButton, say, reader)


def _for_runners(button: type[Button], say: Say, reader: DateReader) -> Button | None:
    return button(say, occurrence=str(reader.date.occurrence_id)) if reader.runs else None


async def _at_once(click: Click, what: What, occurrence: str) -> None:
    """Nothing has to be asked: it is read back as it is."""
    reader = await run(click, occurrence)
    await read_back(click, reader, Change(reader.date.occurrence_id, reader.date.version, what))


CONTROLS: tuple[type[Control], ...] = (HostButton, SkipButton, RestoreButton)
FORMS: tuple[type[Form], ...] = (EditForm, HostForm)
MORE = (skip_button, restore_button, host_button)
"""What *More* offers of this."""

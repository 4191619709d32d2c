"""Changing a date of a series: first, how much of it."""

from __future__ import annotations

from functools import partial

import discord
from discord import ui

from actions.agenda import DateReader
from cogs.discussions import calling_off, changing, moving
from cogs.discussions.more import MoreButton, run
from cogs.kit.answers import answer, say_in
from cogs.kit.bot import Click
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Control
from cogs.kit.forms import Form, open_form
from cogs.kit.quoting import escaped
from domain import changes
from domain.changes import Scope, What
from domain.discussion_errors import (
    DateGone,
)
from domain.errors import (
    Refusal,
)
from text import Say


class _Begins(Button):
    """For one date its form opens; for one of a series it is asked first how much of it."""

    what: What

    async def clicked(self, click: Click) -> None:
        reader = await run(click, self.identity["occurrence"])
        _may(self.what, reader)
        if not reader.date.series:
            await open_form(click, await _form(click, self.what, Scope.ONE, reader), self)
            return
        say = say_in(click, reader.language)
        scopes = [ScopeButton.of(say, self.what, scope, **self.identity) for scope in Scope]
        question = say("series-question", self.what, title=escaped(reader.date.title))
        await answer(click, Card(say("series-question"), question, scopes, MoreButton(say, **self.identity)))


class EditButton(_Begins, control="discussions:v1:edit:{occurrence}", words="date-edit"):
    what = What.EDIT


class MoveButton(_Begins, control="discussions:v1:move:{occurrence}", words="date-move"):
    what = What.MOVE


class CancelButton(_Begins, control="discussions:v1:cancel:{occurrence}", words="date-cancel"):
    what = What.CANCEL
    style = discord.ButtonStyle.danger


class ScopeButton(Button, control="discussions:v1:scope:{what}:{scope}:{occurrence}", words="series-scope"):
    """Its words say how much it is about."""

    @classmethod
    def of(cls, say: Say, what: What, scope: Scope, occurrence: str) -> ScopeButton:
        button = cls(None, what=what, scope=scope, occurrence=occurrence)
        if isinstance(button.item, ui.Button):
            button.item.label = say("series-scope", scope)
        return button

    async def clicked(self, click: Click) -> None:
        reader = await run(click, self.identity["occurrence"])
        what, scope = _known(self.identity["what"], self.identity["scope"])
        _may(what, reader)
        await open_form(click, await _form(click, what, scope, reader), self)


def _begins(button: type[_Begins], say: Say, reader: DateReader) -> Button | None:
    """For whoever may, while it still can be."""
    try:
        _may(button.what, reader)
    except Refusal:
        return None
    return button(say, occurrence=str(reader.date.occurrence_id)) if reader.runs else None


def _may(what: What, reader: DateReader) -> None:
    if what is What.CANCEL:
        changes.may_be_cancelled(reader.date)
    else:
        changes.may_be_changed(reader.date, reader.now)


def _known(what: str, scope: str) -> tuple[What, Scope]:
    """Anybody may send any custom id. Raises DateGone."""
    if what not in set(What) or scope not in set(Scope):
        raise DateGone
    return What(what), Scope(scope)


async def _form(click: Click, what: What, scope: Scope, reader: DateReader) -> Form:
    say, date = say_in(click, reader.language), reader.date
    identity = {"scope": scope, "version": str(date.version), "occurrence": str(date.occurrence_id)}
    if what is What.MOVE:
        return moving.MoveForm(say, reader, **identity)
    if what is What.CANCEL:
        return calling_off.CancelForm(say, **identity)
    language = click.client.words.language_of(reader.language or str(click.locale))
    return changing.EditForm(say, date, await changing.decks_for(click, say, date, language), **identity)


CONTROLS: tuple[type[Control], ...] = (EditButton, MoveButton, CancelButton, ScopeButton)
MORE = (partial(_begins, EditButton), partial(_begins, MoveButton))
"""What *More* offers of this; to call off comes last."""
CALL_OFF = partial(_begins, CancelButton)

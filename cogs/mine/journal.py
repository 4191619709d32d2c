"""My journal: what I learned, written down for nobody else."""

from __future__ import annotations

from functools import partial

import discord
from discord import ui
from discord.utils import format_dt

from actions import mine
from actions.mine import Written
from actions.worldviews import Reader
from cogs.kit import custom_ids
from cogs.kit.answers import answer, say_to
from cogs.kit.bot import Click, community_of
from cogs.kit.cards import Card
from cogs.kit.controls import Button, Choice, Control
from cogs.kit.forms import Form, Values, open_form
from cogs.kit.quoting import escaped
from cogs.mine.overview import JournalButton
from cogs.mine.quoting import quote, titled
from cogs.mine.turning import NEWEST, OverviewButton, Sheet, page_of, section, sheet
from domain.journal import ENTRY_LENGTH
from domain.mine import Page, Turn
from text import Say

SHOWN = 320
LABEL = 60
"""Characters of an entry in the list to choose from, after its date."""
ON_ITS_OWN = "0"
"""The identity of an entry that is not written under a worldview."""


class WriteButton(Button, control="mine:v1:write:{worldview}", words="journal-write"):
    style = discord.ButtonStyle.primary

    async def clicked(self, click: Click) -> None:
        await mine.may_write(click.client.deps, community_of(click), click.user.id)
        await open_form(click, WriteForm(await say_to(click), **self.identity), self)


def offered(say: Say, reader: Reader) -> Button | None:
    """In *More*: to whoever listens."""
    if reader.is_author:
        return None
    return WriteButton(say, worldview=str(reader.worldview.worldview_id))


class WriteForm(Form, control="mine:v1:write-form:{worldview}"):
    again = WriteButton

    def __init__(self, say: Say, **identity: str) -> None:
        super().__init__(say("journal-form"), **identity)
        _ask(self, say)

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, worldview: str = ON_ITS_OWN, **_: str) -> None:
        deps, community_id = click.client.deps, community_of(click)
        text = values.text("text")
        await mine.write(deps, community_id, click.user.id, text, values.token, custom_ids.number(worldview))
        await _show(click, NEWEST, (await say_to(click))("journal-saved"))


class EntryChoice(Choice, control="mine:v1:entry", words="journal-choose"):
    async def clicked(self, click: Click) -> None:
        await _show_entry(click, custom_ids.number(self.chosen))


class KeepButton(Button, control="mine:v1:keep:{entry}", words="journal-keep"):
    async def clicked(self, click: Click) -> None:
        await _show_entry(click, custom_ids.number(self.identity["entry"]))


class ChangeButton(Button, control="mine:v1:change:{entry}", words="journal-change"):
    async def clicked(self, click: Click) -> None:
        entry_id = custom_ids.number(self.identity["entry"])
        found = await mine.entry(click.client.deps, community_of(click), click.user.id, entry_id)
        form = ChangeForm(await say_to(click), found.entry.text, **self.identity)
        await open_form(click, form, self)


class ChangeForm(Form, control="mine:v1:change-form:{entry}"):
    again = ChangeButton

    def __init__(self, say: Say, text: str, **identity: str) -> None:
        super().__init__(say("journal-change-form"), **identity)
        _ask(self, say, text)

    @classmethod
    async def submitted(cls, click: Click, values: Values, /, entry: str = "", **_: str) -> None:
        deps, community_id = click.client.deps, community_of(click)
        await mine.rewrite(deps, community_id, click.user.id, custom_ids.number(entry), values.text("text"))
        await _show_entry(click, custom_ids.number(entry), (await say_to(click))("journal-changed"))


class DeleteButton(Button, control="mine:v1:delete:{entry}", words="journal-delete"):
    async def clicked(self, click: Click) -> None:
        entry_id = custom_ids.number(self.identity["entry"])
        found = await mine.entry(click.client.deps, community_of(click), click.user.id, entry_id)
        say = await say_to(click)
        text = "\n".join([say("journal-delete-card"), quote(found.entry.text, SHOWN)])
        await answer(
            click, Card(text, [KeepButton(say, **self.identity), DeleteYesButton(say, **self.identity)])
        )


class DeleteYesButton(Button, control="mine:v1:delete-yes:{entry}", words="journal-delete-yes"):
    style = discord.ButtonStyle.danger

    async def clicked(self, click: Click) -> None:
        deps, community_id = click.client.deps, community_of(click)
        await mine.tear_out(deps, community_id, click.user.id, custom_ids.number(self.identity["entry"]))
        await _show(click, NEWEST, (await say_to(click))("journal-deleted"))


@section("journal")
async def show_journal(click: Click, turn: Turn) -> None:
    await _show(click, turn)


async def _show(click: Click, turn: Turn, note: str | None = None) -> None:
    """The entries as they are now, with a note above them about what has just happened."""
    page = await page_of(partial(mine.entries, click.client.deps, community_of(click), click.user.id), turn)
    say = await say_to(click)
    shown = sheet(page, lambda row: row.entry.entry_id, partial(_words, say))
    await answer(click, _list(say, page, shown, note))


def _list(say: Say, page: Page[Written], shown: Sheet, note: str | None) -> Card:
    head = [note] if note else []
    buttons = [WriteButton(say, worldview=ON_ITS_OWN), *shown.buttons(say, "journal"), OverviewButton(say)]
    if not shown.texts:
        return Card(*head, say("mine-journal-none"), buttons)
    rows = [each for text in shown.texts for each in (ui.Separator[Card](), text)]
    options = [
        (str(row.entry.entry_id), _label(say, row))
        for row in page.rows
        if row.entry.entry_id in shown.numbers
    ]
    return Card(*head, say("mine-journal-heading"), *rows, EntryChoice(say, options), buttons)


async def _show_entry(click: Click, entry_id: int, note: str | None = None) -> None:
    found = await mine.entry(click.client.deps, community_of(click), click.user.id, entry_id)
    say, head = await say_to(click), [note] if note else []
    text = "\n".join([_date(say, found), ">>> " + escaped(found.entry.text)])
    identity = {"entry": str(entry_id)}
    buttons = [ChangeButton(say, **identity), DeleteButton(say, **identity), JournalButton(say)]
    await answer(click, Card(*head, text, buttons))


def _words(say: Say, row: Written) -> str:
    return "\n".join([_date(say, row), quote(row.entry.text, SHOWN)])


def _date(say: Say, row: Written) -> str:
    date = format_dt(row.entry.written_at, "D")
    if row.entry.worldview_id is None:
        return say("journal-entry", date=date)
    return say("journal-entry-under", date=date, worldview=titled(say, row.worldview))


def _label(say: Say, row: Written) -> str:
    """Plain text: a list to choose from shows no markup, and no moment in the reader's own time."""
    line = " ".join(row.entry.text.split())
    first = line if len(line) <= LABEL else line[: LABEL - 1].rstrip() + "…"
    return say("journal-option", date=row.entry.written_at.date(), text=first)


def _ask(form: Form, say: Say, text: str | None = None) -> None:
    field = ui.TextInput[ui.View](
        custom_id="text", style=discord.TextStyle.paragraph, max_length=ENTRY_LENGTH, default=text
    )
    form.ask(say("journal-form", "text"), field, say("journal-form", "hint"))


CONTROLS: tuple[type[Control], ...] = (
    *(WriteButton, EntryChoice, KeepButton, ChangeButton, DeleteButton, DeleteYesButton),
)
FORMS: tuple[type[Form], ...] = (WriteForm, ChangeForm)

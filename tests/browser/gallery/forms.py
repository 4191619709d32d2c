"""Forms with every input there is. Each lists what arrived."""

from __future__ import annotations

from collections.abc import Callable

import discord
from discord import CheckboxGroupOption, RadioGroupOption, TextStyle, ui

from tests.browser.gallery.buttons import Does
from tests.browser.gallery.exhibits import Wing, shows
from tests.browser.gallery.selects import options

Fields = dict[str, ui.Item[ui.Modal]]
"""Inputs by their labels; what stands between them is under a key that nobody reads."""


class Form(ui.Modal):
    """Labels with an input each."""

    def __init__(self, title: str, fields: Fields) -> None:
        super().__init__(title=title)
        for label, item in fields.items():
            between = isinstance(item, ui.TextDisplay)
            self.add_item(
                item if between else ui.Label(text=label, description=HINTS.get(label), component=item)
            )

    async def on_submit(self, interaction: discord.Interaction) -> None:
        labels = [item for item in self.children if isinstance(item, ui.Label)]
        lines = [f"{label.text}: {arrived(label.component)}" for label in labels]
        await interaction.response.send_message("\n".join(lines), ephemeral=True)


class Retitle(ui.Modal):
    """Changes the message whose button opened it."""

    title_wanted: ui.TextInput[Retitle] = ui.TextInput(label="A new title", max_length=40)

    async def on_submit(self, interaction: discord.Interaction) -> None:
        view = ui.LayoutView(timeout=None)
        view.add_item(ui.TextDisplay(f"## {self.title_wanted.value}"))
        view.add_item(ui.ActionRow(Does("Retitle", _retitles)))
        await interaction.response.edit_message(view=view)


async def _retitles(interaction: discord.Interaction) -> None:
    await interaction.response.send_modal(Retitle(title="Retitle"))


def arrived(item: object) -> str:
    """The value of an input, or the names of its values."""
    if isinstance(item, ui.TextInput | ui.RadioGroup | ui.Checkbox):
        return str(item.value)
    values = getattr(item, "values", ())
    return ", ".join(str(getattr(one, "filename", getattr(one, "name", one))) for one in values) or "nothing"


HINTS = {
    "Your name": "As others are to call you", "Your story": "Between 10 and 200 characters",
    "Your seat": "One of them", "Mornings": "Any of them", "Papers": "Up to three files",
}  # fmt: skip


def _texts() -> Fields:
    long = TextStyle.paragraph
    return {
        "between": ui.TextDisplay("Tell us **who you are**. Nothing of it is kept."),
        "Your name": ui.TextInput(placeholder="For example Ruth", min_length=2, max_length=20),
        "Your town": ui.TextInput(default="Leeds", required=False),
        "Your story": ui.TextInput(style=long, placeholder="Take your time", min_length=10, max_length=200),
        "Anything else": ui.TextInput(
            style=long, default="No,\nthank you.", required=False, max_length=4_000
        ),
    }


def _choices() -> Fields:
    seats = [
        RadioGroupOption(label="Mentor", value="mentor", description="I know something"),
        RadioGroupOption(label="Mentee", value="mentee", description="I would like to"),
    ]
    mornings = [
        CheckboxGroupOption(label=day, value=day[:3], default=day == "Monday")
        for day in ("Monday", "Tuesday", "Friday")
    ]
    return {
        "Fruit": ui.Select(placeholder="Choose", options=options(), max_values=2),
        "Your seat": ui.RadioGroup(options=seats),
        "Mornings": ui.CheckboxGroup(options=mornings, min_values=1, max_values=2),
        "I have read the rules": ui.Checkbox(),
        "Write to me": ui.Checkbox(default=True),
    }


def _pickers() -> Fields:
    return {
        "A person": ui.UserSelect(placeholder="Who?"),
        "A role": ui.RoleSelect(placeholder="Which?", required=False),
        "People or roles": ui.MentionableSelect(max_values=3, required=False),
        "A text channel": ui.ChannelSelect(channel_types=[discord.ChannelType.text], required=False),
    }


def _files() -> Fields:
    return {
        "Papers": ui.FileUpload(max_values=3),
        "A portrait": ui.FileUpload(required=False),
    }


def _opens(label: str, title: str, fields: Callable[[], Fields]) -> Does:
    async def answer(interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Form(title, fields()))

    return Does(label, answer, discord.ButtonStyle.primary)


FORMS: Wing = {
    "form-texts": shows(lambda: ui.ActionRow(_opens("Introduce yourself", "About you", _texts))),
    "form-choices": shows(lambda: ui.ActionRow(_opens("Make choices", "Your choices", _choices))),
    "form-pickers": shows(lambda: ui.ActionRow(_opens("Pick from the server", "Who and where", _pickers))),
    "form-files": shows(lambda: ui.ActionRow(_opens("Hand in papers", "Papers", _files))),
    "form-edits": shows(
        lambda: ui.TextDisplay("## Untitled"), lambda: ui.ActionRow(Does("Retitle", _retitles))
    ),
}

"""Buttons of every style, and every way in which a bot may answer one."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import discord
from discord import ButtonStyle, ui

from tests.browser.gallery.exhibits import Wing, shows

Answer = Callable[[discord.Interaction], Awaitable[object]]


class Told(ui.Button[ui.LayoutView]):
    """Tells whoever presses it which button it was."""

    def __init__(
        self,
        label: str | None = None,
        style: ButtonStyle = ButtonStyle.secondary,
        emoji: str | discord.PartialEmoji | None = None,
    ) -> None:
        super().__init__(label=label, style=style, emoji=emoji)

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"You pressed {self.label or self.emoji}.", ephemeral=True)


class Does(ui.Button[ui.LayoutView]):
    """Answers in a way of its own."""

    def __init__(self, label: str, answer: Answer, style: ButtonStyle = ButtonStyle.secondary) -> None:
        super().__init__(label=label, style=style)
        self._answer = answer

    async def callback(self, interaction: discord.Interaction) -> None:
        await self._answer(interaction)


class Count(ui.Button[ui.LayoutView]):
    """Changes the message it is on, in place."""

    def __init__(self, times: int = 0) -> None:
        super().__init__(label=f"Pressed {times} times")
        self._times = times

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.edit_message(view=_row_of(Count(self._times + 1)))


def _row_of(*buttons: ui.Button[ui.LayoutView]) -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.ActionRow(*buttons))
    return view


async def _only_to_you(interaction: discord.Interaction) -> None:
    """An ephemeral answer with buttons of its own, one of which changes it."""
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay("Only you see this. Shall we go on?"))
    view.add_item(ui.ActionRow(Does("Go on", _gone_on, ButtonStyle.success), Told("Tell me more")))
    await interaction.response.send_message(view=view, ephemeral=True)


async def _gone_on(interaction: discord.Interaction) -> None:
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.TextDisplay("We have gone on."))
    await interaction.response.edit_message(view=view)


async def _thinks(interaction: discord.Interaction) -> None:
    await interaction.response.defer(thinking=True, ephemeral=True)
    await interaction.edit_original_response(content="I have thought about it.")


async def _keeps_thinking(interaction: discord.Interaction) -> None:
    await interaction.response.defer(thinking=True)


async def _says_nothing(interaction: discord.Interaction) -> None:
    """Discord waits three seconds, and then the client says so."""


async def _does_nothing_visible(interaction: discord.Interaction) -> None:
    await interaction.response.defer()


async def _follows_up(interaction: discord.Interaction) -> None:
    await interaction.response.send_message("First the answer,")
    await interaction.followup.send("then more for all,")
    await interaction.followup.send("and a word for you alone.", ephemeral=True)


async def _writes(interaction: discord.Interaction) -> None:
    try:
        await interaction.user.send("Here I am, between the two of us.")
    except discord.Forbidden:
        await interaction.response.send_message("Your direct messages are closed.", ephemeral=True)
    else:
        await interaction.response.send_message("I have written to you.", ephemeral=True)


def _styles() -> ui.ActionRow[ui.LayoutView]:
    named = {"Primary": 1, "Secondary": 2, "Success": 3, "Danger": 4}
    styled = [Told(name, ButtonStyle(style)) for name, style in named.items()]
    return ui.ActionRow(*styled, ui.Button(label="Link", url="https://example.org/"))


def _with_emoji() -> ui.ActionRow[ui.LayoutView]:
    custom = discord.PartialEmoji(name="teapot", id=1101234567890123456)
    return ui.ActionRow(
        Told("Grow", emoji="🌱"), Told(emoji="🫖"), Told("Ours", emoji=custom),
        ui.Button(label="Out", emoji="🔗", url="https://example.org/"),
    )  # fmt: skip


def _disabled() -> ui.ActionRow[ui.LayoutView]:
    closed: list[ui.Button[ui.LayoutView]] = [
        ui.Button(label=name, style=style, disabled=True) for name, style in CLOSED.items()
    ]
    return ui.ActionRow(*closed, ui.Button(label="Closed link", url="https://example.org/", disabled=True))


CLOSED = {"Closed": ButtonStyle.primary, "Also closed": ButtonStyle.danger}
LONGEST = "A label of eighty characters is as long as Discord lets the label of a button be"
BUTTONS: Wing = {
    "button-styles": shows(_styles),
    "button-emoji": shows(_with_emoji),
    "button-disabled": shows(_disabled),
    "button-rows": shows(
        *((lambda n=n: ui.ActionRow(*(Told(f"{n}.{i}") for i in range(5)))) for n in range(3))
    ),
    "button-long-label": shows(lambda: ui.ActionRow(Told(LONGEST))),
}
ANSWERS: Wing = {
    "answer-only-to-you": shows(lambda: ui.ActionRow(Does("Only to me", _only_to_you))),
    "answer-thinking": shows(
        lambda: ui.ActionRow(Does("Think", _thinks), Does("Think for ever", _keeps_thinking))
    ),
    "answer-never": shows(lambda: ui.ActionRow(Does("Say nothing", _says_nothing))),
    "answer-unseen": shows(lambda: ui.ActionRow(Does("Nod", _does_nothing_visible))),
    "answer-in-place": shows(lambda: ui.ActionRow(Count())),
    "answer-follow-ups": shows(lambda: ui.ActionRow(Does("Go on and on", _follows_up))),
    "answer-direct": shows(lambda: ui.ActionRow(Does("Write to me", _writes))),
}

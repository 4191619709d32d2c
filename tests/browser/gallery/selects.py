"""Selects of every kind, each of which tells what was chosen."""

from __future__ import annotations

from collections.abc import Iterable

import discord
from discord import ui

from tests.browser.gallery.exhibits import Wing, layout, shows

FRUIT = {"Apple": "🍎", "Banana": "🍌", "Cherry": "🍒"}


async def chosen(interaction: discord.Interaction, values: Iterable[object]) -> None:
    names = ", ".join(str(getattr(one, "name", one)) for one in values)
    await interaction.response.send_message(f"You chose: {names or 'nothing'}", ephemeral=True)


class Strings(ui.Select[ui.LayoutView]):
    async def callback(self, interaction: discord.Interaction) -> None:
        await chosen(interaction, self.values)


class Users(ui.UserSelect[ui.LayoutView]):
    async def callback(self, interaction: discord.Interaction) -> None:
        await chosen(interaction, self.values)


class Roles(ui.RoleSelect[ui.LayoutView]):
    async def callback(self, interaction: discord.Interaction) -> None:
        await chosen(interaction, self.values)


class Mentionables(ui.MentionableSelect[ui.LayoutView]):
    async def callback(self, interaction: discord.Interaction) -> None:
        await chosen(interaction, self.values)


class Channels(ui.ChannelSelect[ui.LayoutView]):
    async def callback(self, interaction: discord.Interaction) -> None:
        await chosen(interaction, self.values)


def options(*, default: Iterable[str] = ()) -> list[discord.SelectOption]:
    return [
        discord.SelectOption(
            label=name, description=f"One {name.lower()} a day", emoji=emoji, default=name in default
        )
        for name, emoji in FRUIT.items()
    ]


def _single() -> ui.ActionRow[ui.LayoutView]:
    plain = [discord.SelectOption(label=name) for name in ("Morning", "Noon", "Evening")]
    return ui.ActionRow(Strings(placeholder="When?", options=plain))


def _several() -> ui.ActionRow[ui.LayoutView]:
    return ui.ActionRow(Strings(placeholder="One or two", options=options(), min_values=1, max_values=2))


def _preset() -> ui.ActionRow[ui.LayoutView]:
    preset = options(default=["Banana"])
    return ui.ActionRow(Strings(placeholder="Any", options=preset, min_values=0, max_values=3))


def _many() -> ui.ActionRow[ui.LayoutView]:
    hours = [discord.SelectOption(label=f"{hour:02}:00") for hour in range(25)]
    return ui.ActionRow(Strings(placeholder="Twenty-five hours", options=hours, max_values=25))


async def _with_defaults(channel: discord.TextChannel) -> None:
    """People and channels that are chosen already."""
    mei = next(member for member in channel.guild.members if member.display_name == "Mei")
    people = Users(placeholder="Mei already", default_values=[mei], min_values=0, max_values=5)
    here = Channels(placeholder="Here already", default_values=[channel], min_values=0)
    await channel.send(view=layout(ui.ActionRow(people), ui.ActionRow(here)))


TEXT, VOICE = discord.ChannelType.text, discord.ChannelType.voice
SELECTS: Wing = {
    "select-one": shows(_single),
    "select-several": shows(_several),
    "select-preset": shows(_preset),
    "select-many": shows(_many),
    "select-closed": shows(
        lambda: ui.ActionRow(Strings(placeholder="Not now", options=options(), disabled=True))
    ),
    "select-people": shows(lambda: ui.ActionRow(Users(placeholder="Who?", max_values=3))),
    "select-roles": shows(lambda: ui.ActionRow(Roles(placeholder="Which role?"))),
    "select-people-or-roles": shows(
        lambda: ui.ActionRow(Mentionables(placeholder="Whom to call?", max_values=4))
    ),
    "select-channels": shows(lambda: ui.ActionRow(Channels(placeholder="Which channel?", max_values=2))),
    "select-voice-channels": shows(
        lambda: ui.ActionRow(Channels(placeholder="Which room?", channel_types=[VOICE]))
    ),
    "select-defaults": _with_defaults,
}

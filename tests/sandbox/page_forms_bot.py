"""A bot that asks everything: forms with every input, selects of every kind, options of every type."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import discord
from discord import app_commands, ui

from sandbox import Sandbox
from sandbox.page import attach
from tests.sandbox.clients import Bare, logged_in

TEXT = [discord.ChannelType.text]
TOWNS = {"Ghent": "gh", "Genoa": "ge", "Geneva": "gv", "Oslo": "os"}
COLOURS = ("Red", "Green", "Blue")


class Asking(ui.Modal):
    """A form that says back what was entered, when the bot may answer; it fails while the bot is silent."""

    def __init__(self, bot: Asker, title: str, **parts: ui.Item[Asking]) -> None:
        super().__init__(title=title)
        self.bot = bot
        self.parts = parts
        self.add_item(ui.TextDisplay("Take your **time**."))
        for label, part in parts.items():
            self.add_item(ui.Label(text=label.replace("_", " "), description=HELP.get(label), component=part))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        self.bot.sent.append({label: answer(part) for label, part in self.parts.items()})
        await self.bot.may_answer.wait()
        if self.bot.silent:
            raise RuntimeError("out of order")
        await interaction.response.send_message(f"Noted: {self.bot.sent[-1]}", ephemeral=True)

    async def on_error(self, interaction: discord.Interaction, error: Exception) -> None:  # type: ignore[override]
        """Nothing is said, so that the form stays open."""


HELP = {"About_you": "A few words are enough."}


def answer(part: object) -> object:
    if isinstance(part, ui.FileUpload):
        return [(file.filename, file.size) for file in part.values]
    if isinstance(part, ui.TextInput | ui.Checkbox | ui.RadioGroup):
        return part.value
    values = getattr(part, "values", [])
    return [shown(value) for value in values]


def shown(value: object) -> str:
    return str(getattr(value, "display_name", value))


def words(bot: Asker) -> Asking:
    return Asking(
        bot, "Introduce yourself",
        Name=ui.TextInput(min_length=2, max_length=20, placeholder="As you like to be called"),
        About_you=ui.TextInput(style=discord.TextStyle.paragraph, min_length=5, max_length=100),
        Motto=ui.TextInput(required=False, default="Little by little", max_length=50),
    )  # fmt: skip


def choices(bot: Asker) -> Asking:
    return Asking(
        bot, "Choose",
        Seat=ui.RadioGroup(options=[
            discord.RadioGroupOption(label="Mentor", value="m", description="You help"),
            discord.RadioGroupOption(label="Mentee", value="e"),
        ]),
        Days=ui.CheckboxGroup(min_values=1, max_values=2, options=[
            discord.CheckboxGroupOption(label=day, value=day[0]) for day in ("Monday", "Tuesday", "Friday")
        ]),
        Town=ui.Select(options=[discord.SelectOption(label=name, value=key) for name, key in TOWNS.items()]),
        I_agree=ui.Checkbox(),
    )  # fmt: skip


def people(bot: Asker) -> Asking:
    me = bot.guilds[0].get_member_named("Mei")
    assert me
    return Asking(
        bot, "Who and where",
        Partner=ui.UserSelect(max_values=2, required=True, default_values=[me]),
        Role=ui.RoleSelect(required=False),
        Channel=ui.ChannelSelect(channel_types=TEXT, required=True),
        Pictures=ui.FileUpload(min_values=1, max_values=2),
    )  # fmt: skip


class Panel(ui.LayoutView):
    """Buttons for the three forms, and a select of each kind."""

    def __init__(self, bot: Asker) -> None:
        super().__init__(timeout=None)
        self.bot = bot
        row: ui.ActionRow[Panel] = ui.ActionRow()
        for label, make in (("Words", words), ("Choices", choices), ("People", people)):
            row.add_item(self._opener(label, make))
        self.add_item(ui.Container(ui.TextDisplay("# Questions"), row))
        for select in self._selects():
            select.callback = self._picked(select)  # type: ignore[method-assign]
            self.add_item(ui.ActionRow(select))

    def _opener(self, label, make) -> ui.Button[Panel]:
        button: ui.Button[Panel] = ui.Button(label=label, custom_id=label)

        async def callback(interaction: discord.Interaction) -> None:
            await interaction.response.send_modal(make(self.bot))

        button.callback = callback  # type: ignore[method-assign]
        return button

    def _selects(self) -> list[ui.Select[Panel] | ui.UserSelect[Panel] | ui.ChannelSelect[Panel]]:
        options = [
            discord.SelectOption(
                label=each, value=each, description=f"As {each.lower()} as can be", emoji="🎨"
            )
            for each in COLOURS
        ]
        zoe = [found] if (found := self.bot.guilds[0].get_member_named("Zoe")) else []
        return [
            ui.Select(custom_id="one", placeholder="One colour", options=options),
            ui.Select(placeholder="Two colours", options=options, min_values=2, max_values=2, custom_id="2"),
            ui.UserSelect(custom_id="who", placeholder="Somebody", max_values=2, default_values=zoe),
            ui.ChannelSelect(custom_id="where", placeholder="A channel", channel_types=TEXT),
        ]  # fmt: skip

    def _picked(self, select):
        async def callback(interaction: discord.Interaction) -> None:
            self.bot.sent.append([shown(value) for value in select.values])
            await self.bot.may_answer.wait()
            if not self.bot.silent:
                await interaction.response.send_message(f"Picked {self.bot.sent[-1]}", ephemeral=True)

        return callback


class Asker(Bare):
    """Has the panel and its commands. `sent` is all that came in."""

    def __init__(self) -> None:
        super().__init__()
        self.sent: list[object] = []
        self.silent = False
        self.may_answer = asyncio.Event()
        self.may_answer.set()
        self.may_suggest = asyncio.Event()
        self.may_suggest.set()
        self.typed: list[str] = []


def circles(bot: Asker) -> app_commands.Group:
    circle = app_commands.Group(name="circle", description="Circles")

    @circle.command(description="Plan a circle")
    @app_commands.describe(topic="What it is about", seats="How many may come", partner="Who comes along")
    @app_commands.choices(
        kind=[app_commands.Choice(name="By voice", value=1), app_commands.Choice(name="In writing", value=2)]
    )
    async def plan(
        interaction: discord.Interaction,
        topic: app_commands.Range[str, 3, 30],
        seats: app_commands.Range[int, 2, 12],
        partner: discord.Member,
        kind: int | None = None,
        open_to_all: bool | None = None,
        place: discord.TextChannel | None = None,
        share: app_commands.Range[float, 0.0, 1.0] | None = None,
        picture: discord.Attachment | None = None,
        for_whom: discord.Role | discord.Member | None = None,
        role: discord.Role | None = None,
    ) -> None:
        given = [topic, seats, shown(partner), kind, open_to_all, place and place.name, share]
        bot.sent.append(
            [*given, picture and picture.filename, for_whom and shown(for_whom), role and role.name]
        )
        await interaction.response.send_message(f"Planned: {bot.sent[-1]}", ephemeral=True)

    @circle.command(description="Leave your circle")
    async def leave(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("You have left.", ephemeral=True)

    return circle


def towns(bot: Asker) -> app_commands.Command[Any, ..., None]:
    @app_commands.command(description="Say where you live")
    async def town(interaction: discord.Interaction, name: str) -> None:
        bot.sent.append(name)
        await interaction.response.send_message(f"You live in {name}.", ephemeral=True)

    @town.autocomplete("name")
    async def suggest(_: discord.Interaction, text: str) -> list[app_commands.Choice[str]]:
        bot.typed.append(text)
        await bot.may_suggest.wait()
        return [app_commands.Choice(name=n, value=v) for n, v in TOWNS.items() if text.lower() in n.lower()]

    return town


@asynccontextmanager
async def asking() -> AsyncIterator[tuple[Sandbox, Asker]]:
    """A guild with Mei and Zoe in it, whose #general holds the panel."""
    async with Sandbox(extras=[attach]) as sandbox:
        guild = sandbox.world.create_guild("Bridge", owner="Nora")
        await sandbox.world.join("Mei", guild)
        await sandbox.world.join("Zoe", guild)
        bot = Asker()
        async with logged_in(sandbox, bot):
            bot.tree.add_command(circles(bot))
            bot.tree.add_command(towns(bot))
            await bot.tree.sync()
            await bot.guilds[0].text_channels[0].send(view=Panel(bot))
            yield sandbox, bot

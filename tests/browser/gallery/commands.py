"""Slash commands with options of every type, subcommands and groups, and the commands in menus."""

from __future__ import annotations

from typing import Any

import discord
from discord import app_commands
from discord.app_commands import Choice, Range

TOWNS = ("Berlin", "Bergen", "Bern", "Leeds", "Lisbon", "Łódź")


@app_commands.command(name="everything", description="An option of every type")
@app_commands.describe(
    word="2 to 10 characters", drink="One of some", count="1 to 10", share="0 to 1", sure="Yes or no",
    person="Somebody", role="A role", anyone="A person or a role", place="A text or voice channel",
    paper="A file",
)  # fmt: skip
@app_commands.choices(drink=[Choice(name="Black tea", value="tea"), Choice(name="Coffee", value="coffee")])
async def everything(
    interaction: discord.Interaction,
    word: Range[str, 2, 10],
    drink: Choice[str] | None = None,
    count: Range[int, 1, 10] | None = None,
    share: Range[float, 0.0, 1.0] | None = None,
    sure: bool | None = None,
    person: discord.Member | None = None,
    role: discord.Role | None = None,
    anyone: discord.Member | discord.Role | None = None,
    place: discord.TextChannel | discord.VoiceChannel | None = None,
    paper: discord.Attachment | None = None,
) -> None:
    given = (word, drink, count, share, sure, person, role, anyone, place, paper)
    names = [_name(value) for value in given if value is not None]
    await interaction.response.send_message(f"I was given: {', '.join(names)}")


def _name(value: object) -> str:
    return str(getattr(value, "filename", getattr(value, "name", value)))


@app_commands.command(name="town", description="Suggests while you type")
@app_commands.describe(name="Where you live")
async def town(interaction: discord.Interaction, name: str) -> None:
    await interaction.response.send_message(f"{name} it is.", ephemeral=True)


@town.autocomplete("name")
async def _towns(_interaction: discord.Interaction, typed: str) -> list[Choice[str]]:
    return [Choice(name=name, value=name) for name in TOWNS if name.lower().startswith(typed.lower())]


circle = app_commands.Group(name="circle", description="A command that has others below it")
host = app_commands.Group(name="host", description="A group in it", parent=circle)


@circle.command(name="plan", description="Straight below the command")
async def _plan(interaction: discord.Interaction, topic: str) -> None:
    await interaction.response.send_message(f"Planned: {topic}")


@host.command(name="add", description="Below the group")
async def _add(interaction: discord.Interaction, person: discord.Member) -> None:
    await interaction.response.send_message(f"{person.mention} is a host now.")


@app_commands.command(name="silent", description="Is never answered")
async def silent(_interaction: discord.Interaction) -> None:
    """Discord waits three seconds, and then the client says so."""


@app_commands.context_menu(name="Count words")
async def count_words(interaction: discord.Interaction, message: discord.Message) -> None:
    await interaction.response.send_message(f"{len(message.content.split())} words", ephemeral=True)


@app_commands.context_menu(name="Say hello")
async def say_hello(interaction: discord.Interaction, member: discord.Member) -> None:
    await interaction.response.send_message(f"{interaction.user.mention} says hello to {member.mention}.")


Command = app_commands.Command[Any, ..., None] | app_commands.Group | app_commands.ContextMenu
COMMANDS: tuple[Command, ...] = (everything, town, circle, silent, count_words, say_hello)

"""A small bot with a panel, for trying the page."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import AbstractAsyncContextManager, asynccontextmanager

import aiohttp
import discord
from discord import ui

from sandbox import Sandbox, World
from sandbox.page import attach
from tests.sandbox.clients import Bare, logged_in
from tests.sandbox.page_client import PageClient


class Place(ui.Button["Panel"]):
    """Answers whoever presses it."""

    def __init__(self) -> None:
        super().__init__(label="My place", custom_id="place")

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"You are {interaction.user.mention}.", ephemeral=True)


class Join(ui.Button["Panel"]):
    """Opens a form."""

    def __init__(self) -> None:
        super().__init__(label="Join the circles", custom_id="join")

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(JoinForm())


class Topics(ui.Select["Panel"]):
    """Says what was picked."""

    def __init__(self) -> None:
        options = [discord.SelectOption(label=name, value=name[0]) for name in ("Music", "Work")]
        super().__init__(placeholder="Pick a topic", custom_id="topics", options=options)

    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_message(f"You picked {self.values}.", ephemeral=True)


class JoinForm(ui.Modal):
    """A choice and a text."""

    def __init__(self) -> None:
        super().__init__(title="Join the circles")
        self.seat: ui.RadioGroup[JoinForm] = ui.RadioGroup(
            options=[
                discord.RadioGroupOption(label="I can mentor", value="mentor"),
                discord.RadioGroupOption(label="I would like a mentor", value="mentee"),
            ]
        )
        self.about: ui.TextInput[JoinForm] = ui.TextInput(style=discord.TextStyle.paragraph, min_length=5)
        self.add_item(ui.Label(text="Your seat", component=self.seat))
        self.add_item(ui.Label(text="About you", component=self.about))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        said = f"You are in as {self.seat.value}: {self.about.value}"
        await interaction.response.send_message(said, ephemeral=True)


class Panel(ui.LayoutView):
    """A text, a button that answers, one that opens a form, a select."""

    def __init__(self) -> None:
        super().__init__(timeout=None)
        self.add_item(
            ui.Container(
                ui.TextDisplay("# Welcome"), ui.Section("One **short** form.", accessory=Join()),
                ui.ActionRow(Place()), ui.ActionRow(Topics()),
            )
        )  # fmt: skip


class Greeter(Bare):
    """Welcomes whoever joins."""

    async def on_member_join(self, member: discord.Member) -> None:
        await member.guild.text_channels[0].send(f"Welcome, {member.mention}!")


@asynccontextmanager
async def panel_up(world: World | None = None) -> AsyncIterator[Sandbox]:
    """A guild with Mei in it, whose #general holds the panel, and the page to see it on."""
    async with Sandbox(world, extras=[attach]) as sandbox:
        guild = sandbox.world.create_guild("Bridge", owner="Nora")
        await sandbox.world.join("Mei", guild)
        async with logged_in(sandbox, Greeter()) as bot:
            await bot.guilds[0].text_channels[0].send(view=Panel())
            yield sandbox


def page_of(sandbox: Sandbox, **headers: str) -> AbstractAsyncContextManager[PageClient]:
    """A page opened on the sandbox, without the browser around it."""
    return page_at(sandbox.page_url, **headers)


@asynccontextmanager
async def page_at(url: str, **headers: str) -> AsyncIterator[PageClient]:
    """The same at the page's address, in whatever process the sandbox is."""
    address = url.replace("http", "ws", 1) + "page/live"
    async with aiohttp.ClientSession() as session, session.ws_connect(address, headers=headers) as socket:
        client = PageClient(socket)
        await client.shows(lambda view: "people" in view)
        yield client

"""A person and an unmodified bot: seeing, clicking, filling in, being answered."""

from __future__ import annotations

import discord
import pytest
from discord import ui

from sandbox import CannotDo, Sandbox
from tests.sandbox.clients import logged_in


class Seat(ui.Modal, title="Take a seat"):
    seat = ui.Label(
        text="Your seat",
        component=ui.Select(
            options=[
                discord.SelectOption(label="I can mentor", value="mentor"),
                discord.SelectOption(label="I want to listen", value="mentee"),
            ]
        ),
    )
    about = ui.Label(text="About you", component=ui.TextInput(required=False, max_length=20))

    async def on_submit(self, interaction: discord.Interaction) -> None:
        answer = f"Seat {self.seat.component.values[0]}, {self.about.component.value or 'no words'}"
        await interaction.response.send_message(answer, ephemeral=True)


class Opener(ui.Button):
    async def callback(self, interaction: discord.Interaction) -> None:
        await interaction.response.send_modal(Seat())


def panel() -> ui.LayoutView:
    view = ui.LayoutView(timeout=None)
    view.add_item(ui.Container(ui.TextDisplay("Welcome to **Bridge**"), ui.ActionRow(Opener(label="Join"))))
    return view


async def test_a_person_clicks_fills_in_a_form_and_sees_the_answer(sandbox: Sandbox):
    world = sandbox.world
    guild = world.create_guild("Bridge", owner="Nora")
    async with logged_in(sandbox) as client:
        mei = await world.join("Mei", guild)
        await client.get_guild(int(guild.id)).text_channels[0].send(view=panel())

        await mei.sees("Welcome to Bridge")
        await mei.clicks("Join")
        assert (mei.form.title, mei.form.labels) == ("Take a seat", ["Your seat", "About you"])
        await mei.fills({"Your seat": "I can mentor"})

        await mei.sees("Seat mentor, no words")
        assert mei.form is None


async def test_a_form_is_held_back_until_it_is_filled_in_properly(sandbox: Sandbox):
    world = sandbox.world
    guild = world.create_guild("Bridge", owner="Nora")
    async with logged_in(sandbox) as client:
        mei = await world.join("Mei", guild)
        await client.get_guild(int(guild.id)).text_channels[0].send(view=panel())
        await mei.clicks("Join")

        with pytest.raises(CannotDo, match="Your seat: This field is required"):
            await mei.fills({"About you": "hello"})
        with pytest.raises(CannotDo, match="About you: Must be 20 or fewer"):
            await mei.fills({"Your seat": "I can mentor", "About you": "x" * 21})
        with pytest.raises(CannotDo, match="no option 'The throne'"):
            await mei.fills({"Your seat": "The throne"})

        await mei.fills({"Your seat": "I want to listen"})
        await mei.sees("Seat mentee")


async def test_only_the_person_addressed_sees_an_ephemeral_answer(sandbox: Sandbox):
    world = sandbox.world
    guild = world.create_guild("Bridge", owner="Nora")
    async with logged_in(sandbox) as client:
        mei, ruth = await world.join("Mei", guild), await world.join("Ruth", guild)
        await client.get_guild(int(guild.id)).text_channels[0].send(view=panel())
        await mei.clicks("Join")
        await mei.fills({"Your seat": "I can mentor"})

        assert "circles (only you can see this): Seat mentor" in mei.screen()
        assert "Seat" not in ruth.screen()
        await mei.dismisses("Seat mentor")
        await mei.sees_not("Seat mentor")


async def test_nothing_can_be_clicked_that_is_not_there(sandbox: Sandbox):
    world = sandbox.world
    guild = world.create_guild("Bridge", owner="Nora")
    async with logged_in(sandbox) as client:
        mei = await world.join("Mei", guild)
        view = ui.View().add_item(ui.Button(label="Closed", disabled=True, custom_id="x"))
        await client.get_guild(int(guild.id)).text_channels[0].send("Come back later", view=view)

        with pytest.raises(CannotDo, match="(?s)sees no 'Join'.*Come back later"):
            await mei.clicks("Join")
        with pytest.raises(CannotDo, match="disabled"):
            await mei.clicks("Closed")

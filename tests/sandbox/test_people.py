"""A person and an unmodified bot: seeing, clicking, filling in, being answered."""

import asyncio

import discord
import pytest
from discord import ui

from sandbox import CannotDo
from tests.sandbox.clients import button


def seat_form() -> ui.Modal:
    options = [
        discord.SelectOption(label="I can mentor", value="mentor"),
        discord.SelectOption(label="I want to listen", value="mentee"),
    ]
    about = ui.TextInput[ui.Modal](custom_id="about", required=False, max_length=20)
    modal = ui.Modal(title="Take a seat")
    modal.add_item(
        ui.Label(text="Your seat", component=ui.Select[ui.Modal](custom_id="seat", options=options))
    )
    return modal.add_item(ui.Label(text="About you", component=about))


async def seat(interaction):
    """Opens the form for a click, and repeats what was entered."""
    if interaction.type is discord.InteractionType.component:
        await interaction.response.send_modal(seat_form())
        return
    seat, about = (label["component"] for label in interaction.data["components"])
    answer = f"Seat {seat['values'][0]}, {about['value'] or 'no words'}"
    await interaction.response.send_message(answer, ephemeral=True)


@pytest.fixture
async def mei(world, guild, client, lobby):
    """In front of a panel with a button that opens a form."""
    client.answers(seat)
    view = ui.LayoutView(timeout=None)
    join = ui.Button[ui.LayoutView](label="Join", custom_id="join")
    view.add_item(ui.Container(ui.TextDisplay("Welcome to **Bridge**"), ui.ActionRow(join)))
    await lobby.send(view=view)
    return await world.join("Mei", guild)


async def test_a_person_clicks_fills_in_a_form_and_sees_the_answer(mei):
    await mei.sees("Welcome to Bridge")
    await mei.clicks("Join")
    assert (mei.form.title, mei.form.labels) == ("Take a seat", ["Your seat", "About you"])
    await mei.fills({"Your seat": "I can mentor"})
    await mei.sees("Seat mentor, no words")
    assert mei.form is None


@pytest.mark.parametrize(
    ("answers", "reason"),
    [
        ({"About you": "hello"}, "Your seat: This field is required"),
        ({"Your seat": "I can mentor", "About you": "x" * 21}, "About you: Must be 20 or fewer"),
        ({"Your seat": "The throne"}, "no option 'The throne'; there are I can mentor, I want to listen"),
        ({"Your shoe size": "42"}, "is not asked"),
    ],
)
async def test_a_form_is_held_back_until_it_is_filled_in_properly(mei, answers, reason):
    await mei.clicks("Join")
    with pytest.raises(CannotDo, match=reason):
        await mei.fills(answers)
    await mei.fills({"Your seat": "I want to listen"})
    await mei.sees("Seat mentee")


async def test_a_form_can_be_closed_and_opened_again(mei):
    await mei.clicks("Join")
    mei.closes_form()
    with pytest.raises(CannotDo, match="no form open"):
        await mei.fills({"Your seat": "I can mentor"})
    await mei.clicks("Join")
    await mei.fills({"Your seat": "I can mentor"})


async def test_only_the_person_addressed_sees_an_ephemeral_answer(world, guild, mei):
    ruth = await world.join("Ruth", guild)
    await mei.clicks("Join")
    await mei.fills({"Your seat": "I can mentor"})
    assert "Circles (only you can see this): Seat mentor" in mei.screen()
    assert "Seat" not in ruth.screen()


async def test_an_ephemeral_answer_is_gone_once_dismissed(mei, client):
    await mei.clicks("Join")
    submission = await mei.fills({"Your seat": "I can mentor"})
    await mei.dismisses("Seat mentor")
    await mei.sees_not("Seat mentor")
    _, interaction = (args[0] for args in client.all_heard("interaction"))
    assert interaction.id == int(submission.id)
    with pytest.raises(discord.NotFound) as refusal:
        await interaction.edit_original_response(content="Changed")
    assert refusal.value.code == 10008


async def test_what_everybody_sees_cannot_be_dismissed(mei):
    with pytest.raises(CannotDo, match="everybody"):
        await mei.dismisses("Welcome")


async def test_nothing_can_be_clicked_that_is_not_there(mei, lobby):
    await lobby.send("Come back later", view=button("Closed", disabled=True))
    with pytest.raises(CannotDo, match=r"(?s)sees no 'Leave' to use.*Come back later"):
        await mei.clicks("Leave")
    with pytest.raises(CannotDo, match="disabled"):
        await mei.clicks("Closed")


async def test_the_newest_of_two_buttons_is_pressed_unless_a_message_is_named(mei, client, lobby):
    async def answer(interaction):
        await interaction.response.send_message(
            f"You pressed {interaction.data['custom_id']}", ephemeral=True
        )

    client.answers(answer)
    await lobby.send("first", view=button("Go", custom_id="old"))
    await lobby.send("second", view=button("Go", custom_id="new"))
    await mei.clicks("Go")
    await mei.sees("You pressed new")
    await mei.clicks("Go", on="first")
    await mei.sees("You pressed old")


async def test_seeing_waits_for_what_comes_and_for_what_goes(mei, lobby):
    async def post_and_delete():
        message = await lobby.send("Here for a moment")
        await mei.sees("for a moment")
        await message.delete()

    watching = asyncio.create_task(mei.sees("Here for a moment"))
    await post_and_delete()
    await watching
    await mei.sees_not("Here for a moment")


async def test_what_is_not_seen_is_an_assertion_that_shows_the_screen(mei):
    with pytest.raises(AssertionError, match=r"(?s)does not see 'Goodbye'.*\[Join\]"):
        await mei.sees("Goodbye", within=0.01)
    with pytest.raises(AssertionError, match="still sees 'Welcome'"):
        await mei.sees_not("Welcome", within=0.01)


async def test_mentions_and_times_are_read_as_names(mei, lobby):
    await lobby.send(f"<@{mei.id}> meets in <#{lobby.id}> at <t:0:F>, ask <@&1>")
    await mei.sees("@Mei meets in #general at 1970-01-01 00:00 UTC, ask @unknown-role")


async def test_a_form_stays_open_when_the_bot_does_not_take_it(mei, client, sandbox):
    await mei.clicks("Join")
    await client.close()
    submitting = asyncio.create_task(mei.fills({"Your seat": "I can mentor"}))
    await asyncio.sleep(0)
    sandbox.world.clock.advance(3.1)
    with pytest.raises(CannotDo, match="Something went wrong"):
        await submitting
    assert mei.form.title == "Take a seat"

"""Interactions: what the bot is sent, how long it has, and what its token is good for."""

import asyncio

import discord
import pytest

from sandbox import CannotDo
from tests.sandbox.clients import button


@pytest.fixture
async def mei(world, guild, client, lobby):
    await lobby.send("A button", view=button("Press"))
    return await world.join("Mei", guild, locale="pl")


async def pressed(client, mei):
    """Press the button of a bot that does not answer by itself; the interaction as the bot has it."""
    pressing = asyncio.create_task(mei.clicks("Press"))
    seen = len(client.all_heard("interaction"))
    (interaction,) = await client.hears("interaction", seen + 1)
    return interaction, pressing


async def test_the_bot_is_sent_everything_discord_sends(client, mei, guild, lobby):
    interaction, pressing = await pressed(client, mei)
    assert interaction.guild_id == int(guild.id)
    assert (interaction.locale, interaction.guild_locale) == (
        discord.Locale.polish,
        discord.Locale.american_english,
    )
    assert interaction.channel == lobby
    assert interaction.message.content == "A button"
    assert interaction.user.display_name == "Mei"
    assert interaction.permissions.send_messages
    assert not interaction.permissions.manage_guild
    assert interaction.app_permissions.manage_roles
    assert interaction.context.guild
    assert interaction.filesize_limit == 10 * 1024 * 1024
    await interaction.response.defer()
    await pressing


async def test_an_answer_after_three_seconds_finds_no_interaction(client, mei, world):
    interaction, pressing = await pressed(client, mei)
    world.clock.advance(3.1)
    with pytest.raises(discord.NotFound) as refusal:
        await interaction.response.send_message("Sorry, I was away")
    assert refusal.value.code == 10062
    with pytest.raises(CannotDo, match="This interaction failed"):
        await pressing
    await mei.sees("This interaction failed")


async def test_a_second_answer_is_refused(client, mei):
    interaction, pressing = await pressed(client, mei)
    await interaction.response.send_message("One")
    await pressing
    interaction.response._response_type = None
    with pytest.raises(discord.HTTPException) as refusal:
        await interaction.response.send_message("Two")
    assert (refusal.value.status, refusal.value.code) == (400, 40060)
    await mei.sees_not("Two")


async def test_a_token_is_worthless_after_fifteen_minutes(client, mei, world):
    interaction, pressing = await pressed(client, mei)
    await interaction.response.send_message("One")
    await pressing
    world.clock.advance(14 * 60)
    await interaction.edit_original_response(content="Still here")
    world.clock.advance(60)
    with pytest.raises(discord.HTTPException) as refusal:
        await interaction.followup.send("Too late")
    assert (refusal.value.status, refusal.value.code) == (401, 50027)


async def test_a_token_that_was_not_answered_yet_is_no_webhook(client, mei):
    interaction, pressing = await pressed(client, mei)
    with pytest.raises(discord.NotFound) as refusal:
        await interaction.followup.send("Before the answer")
    assert refusal.value.code == 10015
    await interaction.response.defer()
    await pressing


async def test_a_deferred_answer_thinks_until_the_first_followup_takes_its_place(client, mei):
    interaction, pressing = await pressed(client, mei)
    await interaction.response.defer(ephemeral=True, thinking=True)
    await pressing
    await mei.sees("Circles is thinking…")
    await interaction.followup.send("Here it is", ephemeral=False)
    await mei.sees_not("thinking")
    assert "Circles (only you can see this): Here it is" in mei.screen()


async def test_followups_are_messages_of_their_own(client, mei, world, guild):
    ruth = await world.join("Ruth", guild)
    interaction, pressing = await pressed(client, mei)
    await interaction.response.send_message("For all")
    await pressing
    second = await interaction.followup.send("For Mei", ephemeral=True, wait=True)
    await interaction.followup.send("For all too")
    await second.edit(content="For Mei alone")
    assert "For Mei alone" in mei.screen()
    assert "For Mei" not in ruth.screen()
    await ruth.sees("For all too")
    await interaction.delete_original_response()
    await second.delete()
    assert [line for line in mei.screen().splitlines() if "For" in line] == ["  Circles: For all too"]


async def test_a_button_may_change_the_message_it_is_on(client, mei):
    interaction, pressing = await pressed(client, mei)
    await interaction.response.edit_message(content="Pressed", view=None)
    await pressing
    assert "  Circles: Pressed (edited)" in mei.screen()
    assert list(mei.controls()) == []
    await client.hears("message_edit")


async def test_a_deferred_update_changes_nothing_until_it_is_edited(client, mei):
    interaction, pressing = await pressed(client, mei)
    await interaction.response.defer()
    await pressing
    assert "  Circles: A button\n" in mei.screen()
    await interaction.edit_original_response(content="Changed")
    await mei.sees("Changed")


async def test_a_form_cannot_be_answered_with_another_form(client, mei):
    async def answer(interaction):
        modal = discord.ui.Modal(title="Again").add_item(
            discord.ui.Label(text="Word", component=discord.ui.TextInput(custom_id="word", required=False))
        )
        await interaction.response.send_modal(modal)

    client.answers(answer)
    await mei.clicks("Press")
    refused = []

    async def answer_again(interaction):
        try:
            await answer(interaction)
        except discord.HTTPException as refusal:
            refused.append(refusal.code)
            await interaction.response.defer()

    client.answers(answer_again)
    await mei.fills({})
    assert refused == [50035]


async def test_a_command_that_is_not_answered_says_so(client, mei, world, bridge):
    @client.tree.command(description="Says nothing")
    async def silence(interaction):
        world.clock.advance(3.1)

    await client.tree.sync()
    with pytest.raises(CannotDo, match="The application did not respond"):
        await mei.runs("/silence")
    await mei.sees("The application did not respond")


async def test_a_click_while_the_bot_is_away_fails_when_its_time_is_over(client, mei, world):
    await client.close()
    pressing = asyncio.create_task(mei.clicks("Press"))
    await asyncio.sleep(0)
    world.clock.advance(3.1)
    with pytest.raises(CannotDo, match="This interaction failed"):
        await asyncio.wait_for(pressing, 0.5)


async def test_a_click_fails_at_once_when_the_bot_has_been_thrown_out(client, mei, world, guild):
    await world.person("Nora").kicks_bot(guild)
    with pytest.raises(CannotDo, match="This interaction failed"):
        await asyncio.wait_for(mei.clicks("Press"), 0.5)


async def test_two_clicks_at_once_are_two_interactions(client, mei):
    async def answer(interaction):
        await interaction.response.send_message("Heard", ephemeral=True)

    client.answers(answer)
    first, second = await asyncio.gather(mei.clicks("Press"), mei.clicks("Press"))
    assert first.id != second.id
    assert mei.screen().count("Heard") == 2


async def test_a_select_brings_what_was_picked(client, mei, lobby, world, guild):
    await world.join("Ruth", guild)
    view = discord.ui.View(timeout=None)
    view.add_item(discord.ui.Select(
        placeholder="Seats", custom_id="seats", max_values=2,
        options=[discord.SelectOption(label=f"Seat {n}", value=str(n)) for n in range(3)],
    ))  # fmt: skip
    view.add_item(discord.ui.UserSelect(placeholder="Who", custom_id="who"))
    await lobby.send("Choose", view=view)
    picked = []

    async def answer(interaction):
        resolved = interaction.data.get("resolved", {}).get("users", {})
        picked.append((interaction.data["values"], [user["global_name"] for user in resolved.values()]))
        await interaction.response.defer()

    client.answers(answer)
    await mei.chooses("Seats", "Seat 0", "Seat 2")
    await mei.chooses("Who", "Ruth")
    assert picked[0] == (["0", "2"], [])
    assert picked[1][1] == ["Ruth"]
    with pytest.raises(CannotDo, match="between 1 and 2, not 3"):
        await mei.chooses("Seats", "Seat 0", "Seat 1", "Seat 2")
    with pytest.raises(CannotDo, match="no option 'Seat 9'"):
        await mei.chooses("Seats", "Seat 9")


async def test_a_button_works_in_a_direct_message(client, mei, world):
    async def answer(interaction):
        await interaction.response.send_message(
            f"Hello {interaction.user.name}, {interaction.context.dm_channel}"
        )

    client.answers(answer)
    user = await client.fetch_user(int(mei.id))
    await user.send("Psst", view=button("Answer"))
    await mei.clicks("Answer")
    await mei.sees("Hello mei, True")


async def test_an_answer_the_sandbox_cannot_give_is_refused_at_once(client, mei):
    interaction, pressing = await pressed(client, mei)
    callback = f"/interactions/{interaction.id}/{interaction.token}/callback"
    sticker = {"type": 4, "data": {"sticker_ids": ["5"]}}
    with pytest.raises(discord.NotFound, match="does not know stickers"):
        await client.http.request(discord.http.Route("POST", callback), json=sticker)
    await interaction.response.defer()
    await pressing

"""Slash commands: registered by a sync, offered to those who may, filled in as the client allows."""

import discord
import pytest
from discord import app_commands

from sandbox import CannotDo, Permission
from tests.sandbox.clients import Bare
from tests.sandbox.refused import refused


@pytest.fixture
async def mei(world, guild, client):
    return await world.join("Mei", guild)


@pytest.fixture
async def synced(client: Bare):
    """A bot with one command of each shape."""
    tree = client.tree
    circle = app_commands.Group(name="circle", description="Circles")

    @circle.command(description="Plan a meeting")
    async def plan(interaction, name: str, minutes: app_commands.Range[int, 5, 120] = 30):
        await interaction.response.send_message(f"{name} for {minutes} minutes", ephemeral=True)

    @tree.command(description="Where you live")
    async def timezone(interaction: discord.Interaction, city: str) -> None:
        await interaction.response.send_message(f"You live in {city}", ephemeral=True)

    @timezone.autocomplete("city")
    async def cities(interaction, typed):
        every = {"Zürich": "Europe/Zurich", "Zagreb": "Europe/Zagreb", "Lagos": "Africa/Lagos"}
        return [app_commands.Choice(name=n, value=v) for n, v in every.items() if n.lower().startswith(typed)]

    @tree.command(description="Who is who")
    @app_commands.choices(how=[app_commands.Choice(name="Loudly", value="loud")])
    async def ask(
        interaction: discord.Interaction,
        who: discord.Member,
        role: discord.Role,
        where: discord.TextChannel,
        how: str,
    ) -> None:
        words = f"{who.display_name} {role.name} {where.name} {how}"
        await interaction.response.send_message(words, ephemeral=True)

    @tree.command(description="For those who manage")
    @app_commands.default_permissions(manage_guild=True)
    async def setup(interaction):
        await interaction.response.send_message("Set up", ephemeral=True)

    tree.add_command(circle)
    await tree.sync()
    return tree


async def test_a_subcommand_is_run_with_its_options(mei, synced):
    await mei.runs("/circle plan", name="Tea", minutes=45)
    await mei.sees("Tea for 45 minutes")
    await mei.runs("/circle plan", name="Coffee")
    await mei.sees("Coffee for 30 minutes")


async def test_people_roles_and_channels_are_picked_by_name(world, guild, bridge, mei, synced):
    ruth = await world.join("Ruth", guild)
    await bridge.create_role(name="Mentor")
    await mei.runs("/ask", who=ruth, role="Mentor", where="#general", how="Loudly")
    await mei.sees("Ruth Mentor general loud")


async def test_a_suggestion_is_offered_and_taken(mei, synced):
    assert await mei.suggestions("/timezone", city="z") == ["Zürich", "Zagreb"]
    await mei.runs("/timezone", city="Zürich")
    await mei.sees("You live in Europe/Zurich")
    await mei.runs("/timezone", city="Atlantis")
    await mei.sees("You live in Atlantis")


@pytest.mark.parametrize(
    ("line", "options", "reason"),
    [
        ("/nothing", {}, "is not offered /nothing"),
        ("/circle", {}, "needs one of"),
        ("/circle burn", {}, "finds no 'burn'"),
        ("/circle plan", {}, "must fill in"),
        ("/circle plan", {"name": "Tea", "sugar": 2}, "sees no options"),
        ("/circle plan", {"name": "Tea", "minutes": 500}, "out of bounds"),
        ("/circle plan", {"name": "Tea", "minutes": "long"}, "cannot enter"),
        ("/ask", {"who": "Nobody", "role": "x", "where": "#general", "how": "Loudly"}, "finds no 'Nobody'"),
        ("/ask", {"who": "Mei", "role": "Circles", "where": "#general", "how": "Softly"}, "finds no choice"),
    ],
)
async def test_the_client_sends_nothing_that_does_not_fit(mei, synced, line, options, reason):
    with pytest.raises(CannotDo, match=reason):
        await mei.runs(line, **options)


async def test_commands_are_offered_to_those_who_may(world, mei, synced):
    nora = world.person("Nora")
    with pytest.raises(CannotDo, match="not offered /setup"):
        await mei.runs("/setup")
    await nora.runs("/setup")
    await nora.sees("Set up")
    await nora.creates_role("Steward", permissions=str(int(Permission.MANAGE_GUILD)))
    await nora.gives_role(mei, "Steward")
    await mei.runs("/setup")
    await nora.edits_overwrites("general", "@everyone", deny=Permission.USE_APPLICATION_COMMANDS)
    assert mei.commands() == []


async def test_a_sync_replaces_everything_and_keeps_the_ids_of_what_stays(client, bridge, synced):
    before = {command.name: command.id for command in await synced.fetch_commands()}
    synced.remove_command("ask")
    after = {command.name: command.id for command in await synced.sync()}
    assert after == {name: identity for name, identity in before.items() if name != "ask"}


async def test_a_guilds_own_command_hides_the_one_of_the_same_name(mei, synced, client, bridge):
    @client.tree.command(name="timezone", description="Here", guild=bridge)
    async def here(interaction):
        await interaction.response.send_message("In this guild", ephemeral=True)

    await client.tree.sync(guild=bridge)
    await mei.runs("/timezone")
    await mei.sees("In this guild")


async def test_single_commands_are_made_changed_and_removed(client, bridge, synced):
    http, application = client.http, client.application_id
    made = await http.upsert_guild_command(
        application, bridge.id, {"name": "one", "description": "x", "type": 1}
    )
    again = await http.upsert_guild_command(
        application, bridge.id, {"name": "one", "description": "y", "type": 1}
    )
    assert (again["id"], again["description"]) == (made["id"], "y")
    edited = await http.edit_guild_command(application, bridge.id, made["id"], {"description": "z"})
    assert (await http.get_guild_command(application, bridge.id, made["id"]))["description"] == edited[
        "description"
    ]
    await http.delete_guild_command(application, bridge.id, made["id"])
    with refused(404, 10063):
        await http.get_guild_command(application, bridge.id, made["id"])


async def test_what_is_no_command_is_not_registered(client):
    with refused(400, 50035):
        await client.http.bulk_upsert_global_commands(
            client.application_id, [{"name": "No Spaces", "type": 1}]
        )
    assert await client.tree.fetch_commands() == []

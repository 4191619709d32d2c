"""Commands in the menus of people and of messages."""

import discord
import pytest

from sandbox import CannotDo
from tests.sandbox.clients import Bare
from tests.sandbox.refused import refused


@pytest.fixture
async def menus(client: Bare) -> None:
    """`Report` on messages, `Greet` on people; each answers with what it was used on."""

    @client.tree.context_menu(name="Report")
    async def report(interaction: discord.Interaction, message: discord.Message) -> None:
        await interaction.response.send_message(f"reported: {message.content}", ephemeral=True)

    @client.tree.context_menu(name="Greet")
    async def greet(interaction: discord.Interaction, member: discord.Member) -> None:
        await interaction.response.send_message(f"hello {member.display_name}")

    await client.tree.sync()


async def test_a_message_is_reported_from_its_menu(world, guild, lobby, menus):
    mei, ruth = await world.join("Mei", guild), await world.join("Ruth", guild)
    await ruth.says("#general", "something rude")
    interaction = await mei.uses("Report", on="something rude")
    await mei.sees("reported: something rude")
    assert interaction.payload["data"]["resolved"]["messages"].keys() == {
        interaction.payload["data"]["target_id"]
    }
    assert "reported" not in ruth.screen()


async def test_the_bot_reads_a_reported_message_without_the_intent_for_content(world, guild, client, menus):
    mei = await world.join("Mei", guild)
    assert not client.intents.message_content
    await mei.says("#general", "my own words")
    await mei.uses("Report", on="my own words")
    await mei.sees("reported: my own words")


async def test_a_message_in_a_thread_is_reported_there(world, guild, client, bridge, menus):
    forum = await bridge.create_forum("views")
    await client.hears("guild_channel_create")
    await forum.create_thread(name="My view", content="something rude")
    mei = await world.join("Mei", guild)
    await mei.uses("Report", on="something rude")
    await mei.sees("reported: something rude")
    assert mei.here["name"] == "My view"


async def test_a_person_is_greeted_from_their_menu(world, guild, lobby, menus):
    mei, ruth = await world.join("Mei", guild), await world.join("Ruth", guild)
    await mei.uses("Greet", on=ruth)
    await ruth.sees("hello Ruth")
    (answer,) = [message async for message in lobby.history()]
    assert answer.type is discord.MessageType.context_menu_command
    assert answer.interaction_metadata.target_user.id == int(ruth.id)


async def test_nobody_uses_what_is_not_in_the_menu(world, guild, menus):
    mei = await world.join("Mei", guild)
    await mei.says("#general", "hello")
    with pytest.raises(CannotDo, match=r"only .'Report'."):
        await mei.uses("Greet", on="hello")
    with pytest.raises(CannotDo, match="sees no 'goodbye'"):
        await mei.uses("Report", on="goodbye")


async def test_there_are_fifteen_of_each_kind_and_no_more(client):
    def commands(kind: int, count: int) -> list[dict[str, object]]:
        return [{"name": f"Do {number}", "type": kind} for number in range(count)]

    both = commands(2, 15) + commands(3, 15)
    assert len(await client.http.bulk_upsert_global_commands(client.application_id, both)) == 30
    with refused(400, 30032):
        await client.http.bulk_upsert_global_commands(client.application_id, commands(3, 16))

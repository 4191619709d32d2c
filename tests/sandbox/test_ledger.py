"""The ledger: every change is there once, as it was then, whoever made it and whoever may know."""

import copy

import aiohttp
import discord
import pytest

from sandbox import Permission, World
from tests.sandbox.clients import button


async def test_a_change_is_on_record_as_it_was_then(world, client, lobby):
    message = await lobby.send("first")
    await message.edit(content="second")
    sent, edited = world.ledger.effects("MESSAGE_CREATE", "MESSAGE_UPDATE")
    assert (sent.event, sent.data["content"], sent.guild_id) == (
        "MESSAGE_CREATE",
        "first",
        str(lobby.guild.id),
    )
    assert (edited.event, edited.data["content"]) == ("MESSAGE_UPDATE", "second")
    assert sent.number < edited.number
    assert sent.at <= edited.at
    assert world.ledger.effects("MESSAGE_CREATE", after=sent.number) == []


async def test_what_the_bot_may_not_know_is_on_record_too(world, guild, client):
    nora = world.person("Nora")
    await nora.creates_channel("stewards")
    await nora.edits_overwrites("stewards", "@everyone", deny=Permission.VIEW_CHANNEL)
    await nora.edits_overwrites("stewards", "Circles", deny=Permission.VIEW_CHANNEL)
    before = len(client.all_heard("message"))
    await nora.says("#stewards", "between us")
    assert world.ledger.effects("MESSAGE_CREATE")[-1].data["content"] == "between us"
    await world.outage(guild)
    await world.join("Mei", guild)
    assert world.ledger.effects("GUILD_MEMBER_ADD")[-1].data["user"]["username"] == "mei"
    await nora.kicks_bot(guild)
    assert world.ledger.effects("GUILD_DELETE")[-1].data == {"id": guild.id}
    assert len(client.all_heard("message")) == before


async def test_a_change_whose_answer_was_lost_is_on_record_once(world, client, lobby):
    world.faults.next("POST", r"/messages$", "drop after")
    with pytest.raises(aiohttp.ClientError):
        await lobby.send("sent all the same")
    assert len(world.ledger.effects("MESSAGE_CREATE")) == 1


async def test_a_refusal_changes_nothing(world, client, lobby):
    count = len(world.ledger)
    world.faults.next("POST", r"/messages$", "403")
    with pytest.raises(discord.Forbidden):
        await lobby.send("not to be")
    assert len(world.ledger) == count


async def test_answers_that_one_person_sees_are_on_record(world, guild, client, lobby):
    async def answer(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("Heard", ephemeral=True)
        further = await interaction.followup.send("More", ephemeral=True, wait=True)
        await interaction.edit_original_response(content="Heard you")
        await further.delete()

    client.answers(answer)
    await lobby.send("A button", view=button("Press"))
    mei = await world.join("Mei", guild)
    await mei.clicks("Press")
    await mei.sees("Heard you")
    await mei.sees_not("More")
    answers = [effect.data for effect in world.ledger.effects("INTERACTION_ANSWER")]
    assert [(one["deed"], one["message"]["content"]) for one in answers] == [
        ("answer", "Heard"), ("follow-up", "More"), ("edit", "Heard you"), ("delete", "More"),
    ]  # fmt: skip
    about = answers[0]["interaction"]
    assert (about["user_id"], about["name"]) == (mei.id, "press")
    assert [one.data["content"] for one in world.ledger.effects("MESSAGE_CREATE")] == ["A button"]


async def test_a_copy_of_the_world_goes_on_in_a_ledger_of_its_own():
    world = World()
    guild = world.create_guild("Bridge", owner="Nora")
    await world.join("Mei", guild)
    other = copy.deepcopy(world)
    await other.join("Ruth", other.guilds[guild.id])
    assert len(world.ledger.effects("GUILD_MEMBER_ADD")) == 1
    assert len(other.ledger.effects("GUILD_MEMBER_ADD")) == 2


async def test_messages_and_roles_can_be_asked_for(world, guild, client, bridge, lobby):
    nora, mei = world.person("Nora"), await world.join("Mei", guild)
    hosts, guests = [await nora.creates_role(name) for name in ("Host", "Guest")]
    for role in (hosts, guests):
        await nora.gives_role(mei, role["name"])
    await nora.takes_role(mei, "Host")
    await nora.deletes_role("Guest")
    await nora.gives_role(mei, "Host")
    await mei.leaves()
    await world.join("Mei", guild)
    await nora.gives_role(mei, "Host")
    changes = [(one.user_id, one.role_id, one.given) for one in world.ledger.role_changes(guild.id)]
    host, guest = ((mei.id, role["id"]) for role in (hosts, guests))
    assert changes == [(*host, True), (*guest, True), (*host, False), (*host, True), (*host, True)]
    await nora.says("#general", "hello")
    await (await lobby.send("gone soon")).delete()
    sent = world.ledger.sent(author_id=world.application_id, channel_id=str(lobby.id))
    assert [message["content"] for message in sent] == ["gone soon"]
    assert len(world.ledger.sent()) == 2

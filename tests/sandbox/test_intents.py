"""Intents: what a bot that did not ask, or may not know, does not hear."""

import discord
import pytest

from sandbox.permissions import Permission
from sandbox.verbs import roles
from tests.sandbox.clients import logged_in


async def heard_by(sandbox, guild, intents: discord.Intents) -> set[str]:
    """The events a bot with these intents hears while Mei comes, speaks, is renamed, joins voice and goes."""
    async with logged_in(sandbox, intents=intents, chunk_guilds_at_startup=False) as client:
        mei = await sandbox.world.join("Mei", guild)
        nora = sandbox.world.person("Nora")
        await nora.renames(mei, "Mei-Mei")
        await mei.says("#general", "hello")
        await mei.joins_voice("General")
        await mei.leaves()
        await nora.creates_role("Last")
        await client.hears("guild_role_create") if intents.guilds else await client.hears("socket_event_type")
        return {name for name, _ in client.heard}


async def test_a_bot_without_the_members_intent_hears_of_nobody(sandbox, guild):
    heard = await heard_by(
        sandbox, guild, discord.Intents(guilds=True, guild_messages=True, voice_states=True)
    )
    assert {"message", "voice_state_update"} <= heard
    assert not {"member_join", "member_remove", "raw_member_remove", "member_update"} & heard


async def test_a_bot_with_guilds_alone_hears_neither_messages_nor_voice(sandbox, guild):
    heard = await heard_by(sandbox, guild, discord.Intents(guilds=True))
    assert not {"message", "voice_state_update"} & heard


async def test_a_bot_is_told_of_its_own_roles_without_the_members_intent(sandbox, guild):
    nora = sandbox.world.person("Nora")
    async with logged_in(
        sandbox, intents=discord.Intents(guilds=True), chunk_guilds_at_startup=False
    ) as client:
        await nora.creates_role("Helper")
        bot = guild.member(sandbox.world.application_id)
        await nora.moves_role("Helper", 2)
        roles.give(nora.actor, bot, guild.role("Helper"))
        await client.hears("member_update")
        assert "Helper" in [role.name for role in client.guilds[0].me.roles]


@pytest.mark.parametrize("allowed", [True, False])
async def test_content_is_hidden_from_a_bot_that_may_not_read_it(sandbox, guild, allowed):
    intents = discord.Intents(guilds=True, guild_messages=True, members=True, message_content=allowed)
    async with logged_in(sandbox, intents=intents) as client:
        mei = await sandbox.world.join("Mei", guild)
        await mei.says("#general", "nothing for bots")
        await mei.says("#general", "@Circles hello")
        (plain,), (addressed,) = await client.hears("message", 1), await client.hears("message", 2)
    assert plain.content == ("nothing for bots" if allowed else "")
    assert addressed.content == f"<@{sandbox.world.application_id}> hello"


async def test_a_bot_reads_what_is_written_to_it_directly(world, guild, client):
    mei = await world.join("Mei", guild)
    await mei.says_privately("just us")
    (message,) = await client.hears("message")
    assert (message.content, message.guild) == ("just us", None)


async def test_a_bot_hears_nothing_from_channels_it_cannot_see(world, guild, client):
    nora = world.person("Nora")
    await nora.creates_channel("secret")
    await nora.edits_overwrites("secret", "Circles", deny=Permission.VIEW_CHANNEL)
    await nora.says("#secret", "not for bots")
    await nora.says("#general", "for everyone")
    (message,) = await client.hears("message")
    assert message.channel.name == "general"


async def test_members_come_with_the_guild_only_to_those_who_asked_for_presences(sandbox, guild):
    await sandbox.world.join("Mei", guild)
    intents = discord.Intents(guilds=True, members=True, presences=True)
    for asked, names in ((intents, {"Mei", "Nora", "Circles"}), (discord.Intents(guilds=True), {"Circles"})):
        async with logged_in(sandbox, intents=asked, chunk_guilds_at_startup=False) as client:
            assert {member.display_name for member in client.guilds[0].members} == names

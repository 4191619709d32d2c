"""Who is in a thread: joining, being added and called, leaving, and what a private one hides."""

import discord
import pytest

from sandbox import CannotDo, Permission
from sandbox.verbs import thread_members
from tests.sandbox.clients import logged_in
from tests.sandbox.refused import refused

PUBLIC = discord.ChannelType.public_thread


@pytest.fixture
async def thread(client, lobby):
    made = await lobby.create_thread(name="Tea", type=PUBLIC)
    await client.hears("thread_create")
    return made


async def members(thread: discord.Thread) -> set[int]:
    return {member.id for member in await thread.fetch_members()}


async def test_whoever_opens_writes_or_is_called_is_in_the_thread(world, guild, client, thread):
    mei, ruth, ida = [await world.join(name, guild) for name in ("Mei", "Ruth", "Ida")]
    role = await thread.guild.create_role(name="Mentor", mentionable=True)
    await world.person("Nora").gives_role(ida, "Mentor")
    assert await members(thread) == {client.user.id}
    await mei.says("Tea", "I like it green, @Ruth")
    assert await members(thread) == {client.user.id, int(mei.id), int(ruth.id)}
    await thread.send(f"<@&{role.id}> too?")
    assert int(ida.id) in await members(thread)
    await client.hears("thread_member_join", 3)
    fetched = await client.fetch_channel(thread.id)
    assert fetched.member_count == 4


async def test_whose_message_a_thread_quotes_and_who_renames_it_is_not_in_it_for_that(
    world, guild, client, lobby
):
    mei = await world.join("Mei", guild)
    asked = await lobby.fetch_message(int((await mei.says("#general", "Tea?"))["id"]))
    thread = await asked.create_thread(name="Tea")
    await world.person("Nora").edits_thread("Tea", name="Green tea")
    assert await members(thread) == {client.user.id}


async def test_people_join_and_leave(world, guild, client, thread):
    mei = await world.join("Mei", guild)
    await mei.joins_thread("Tea")
    (joined,) = await client.hears("thread_member_join")
    assert joined.id == int(mei.id)
    await mei.leaves_thread("Tea")
    await client.hears("thread_member_remove")
    with refused(404, 10007):
        await thread.fetch_member(int(mei.id))


async def test_the_bot_leaves_and_joins_again(client, thread):
    await thread.leave()
    await client.hears("thread_remove")
    assert await members(thread) == set()
    assert (await client.fetch_channel(thread.id)).me is None
    await thread.join()
    await client.hears("thread_join", 2)
    assert (await client.fetch_channel(thread.id)).me.id == client.user.id


async def test_somebody_is_added_and_removed_and_the_thread_says_so(world, guild, thread):
    mei = await world.join("Mei", guild)
    await thread.add_user(discord.Object(int(mei.id)))
    await thread.add_user(discord.Object(int(mei.id)))
    await thread.remove_user(discord.Object(int(mei.id)))
    said = [one.type async for one in thread.history()]
    assert said == [discord.MessageType.recipient_remove, discord.MessageType.recipient_add]
    assert "added @Mei to the thread" in mei.screen()
    with refused(404, 10007):
        await thread.add_user(discord.Object(5))
    with refused(404, 10007):
        await thread.remove_user(discord.Object(int(mei.id)))


async def test_nobody_is_added_who_cannot_see_the_channel(world, guild, lobby, thread):
    mei = await world.join("Mei", guild)
    await lobby.set_permissions(await lobby.guild.fetch_member(int(mei.id)), view_channel=False)
    with refused(403, 50001):
        await thread.add_user(discord.Object(int(mei.id)))
    await thread.send(f"<@{mei.id}>")
    assert int(mei.id) not in await members(thread)


async def test_only_moderators_put_people_out_of_a_public_thread(world, guild, thread):
    mei, ruth = await world.join("Mei", guild), await world.join("Ruth", guild)
    await mei.joins_thread("Tea")
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await ruth.puts_out_of_thread(mei, "Tea")
    await world.person("Nora").puts_out_of_thread(mei, "Tea")


async def test_a_private_thread_is_seen_by_those_in_it_and_by_moderators(world, guild, client, lobby):
    mei, ruth, nora = await world.join("Mei", guild), await world.join("Ruth", guild), world.person("Nora")
    await mei.opens_thread("Between us", within="#general", private=True)
    await mei.says("Between us", "psst")
    assert "psst" in nora.screen()
    assert "psst" not in ruth.screen()
    with pytest.raises(CannotDo, match="sees no channel"):
        await ruth.joins_thread("Between us")
    await mei.adds_to_thread(ruth, "Between us")
    assert "psst" in ruth.screen()
    await mei.puts_out_of_thread(ruth, "Between us")
    assert "psst" not in ruth.screen()
    assert [one.type async for one in lobby.history()] == []


async def test_a_bot_without_manage_threads_knows_a_private_thread_once_it_is_in(
    world, guild, client, bridge
):
    mei, nora = await world.join("Mei", guild), world.person("Nora")
    most = Permission.ALL & ~Permission.ADMINISTRATOR & ~Permission.MANAGE_THREADS
    await nora.edits_role("Circles", permissions=str(int(most)))
    thread = await mei.opens_thread("Between us", within="#general", private=True)
    await mei.says("Between us", "psst")
    assert list(bridge.threads) == []
    with refused(403, 50001):
        await client.fetch_channel(int(thread["id"]))
    await mei.says("Between us", "@Circles come in")
    (known,) = await client.hears("thread_join")
    assert (known.id, known.me.id) == (int(thread["id"]), client.user.id)
    assert not known.is_private() or known.invitable
    own = await bridge.text_channels[0].create_thread(name="Mine alone")
    await client.hears("thread_create")
    assert own in bridge.threads


async def test_where_it_is_so_set_only_whoever_opened_a_private_thread_invites(world, guild, client, lobby):
    mei, ruth, ida = [await world.join(name, guild) for name in ("Mei", "Ruth", "Ida")]
    closed = await lobby.create_thread(name="Closed", invitable=False)
    await closed.add_user(discord.Object(int(mei.id)))
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.adds_to_thread(ruth, "Closed")
    await closed.edit(invitable=True)
    await mei.adds_to_thread(ruth, "Closed")
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await ruth.puts_out_of_thread(mei, "Closed")
    assert ida.id not in {str(one) for one in await members(closed)}


async def test_no_more_than_a_thousand_are_in_a_thread(world, guild, client, thread, monkeypatch):
    monkeypatch.setattr(thread_members, "MAX_MEMBERS", 2)
    mei, ruth = await world.join("Mei", guild), await world.join("Ruth", guild)
    await mei.joins_thread("Tea")
    with refused(400, 30033):
        await thread.add_user(discord.Object(int(ruth.id)))
    with pytest.raises(CannotDo, match="30033"):
        await ruth.joins_thread("Tea")
    await ruth.says("Tea", "I can still write")
    assert int(ruth.id) not in await members(thread)


async def test_the_count_of_members_stops_at_fifty(world, guild, client, thread):
    world.add_members(guild, 60)
    called = [user_id for user_id in guild.members if user_id != guild.owner_id]
    await thread.send(" ".join(f"<@{user_id}>" for user_id in called[1:61]))
    assert (await client.fetch_channel(thread.id)).member_count == 50
    assert len(await members(thread)) == 61
    assert len(await client.http.get_thread_members(thread.id)) == 61


async def test_whoever_leaves_the_guild_is_out_of_its_threads(world, guild, thread):
    mei = await world.join("Mei", guild)
    await mei.joins_thread("Tea")
    await mei.leaves()
    assert int(mei.id) not in await members(thread)


async def test_without_the_members_intent_a_bot_hears_of_nobody_but_itself(sandbox, guild):
    intents = discord.Intents(guilds=True, guild_messages=True)
    async with logged_in(sandbox, intents=intents, chunk_guilds_at_startup=False) as client:
        mei = await sandbox.world.join("Mei", guild)
        thread = await client.guilds[0].text_channels[0].create_thread(name="Tea", type=PUBLIC)
        await mei.joins_thread("Tea")
        await thread.leave()
        await client.hears("thread_remove")
        assert client.all_heard("thread_member_join") == []
        sandbox.world.approved_intents = 0
        with refused(403, 50001):
            await thread.fetch_members()


async def test_membership_is_for_threads_alone(client, lobby):
    for call in (client.http.join_thread, client.http.leave_thread, client.http.get_thread_members):
        with refused(400, 50024):
            await call(lobby.id)

"""Threads at rest: what puts them there, what they refuse, what wakes them."""

import copy
import datetime

import discord
import pytest

from sandbox import CannotDo, Permission, World
from sandbox.permissions import DEFAULT_EVERYONE
from sandbox.verbs import threads
from tests.sandbox.clients import button
from tests.sandbox.refused import refused

PUBLIC = discord.ChannelType.public_thread
HOUR, DAY = 3_600, 86_400


@pytest.fixture
async def thread(client, lobby):
    made = await (await lobby.send("Tea?")).create_thread(name="Tea", auto_archive_duration=60)
    await client.hears("thread_create")
    return made


async def is_archived(client, thread):
    return (await client.fetch_channel(thread.id)).archived


async def test_an_archived_thread_is_out_of_the_bots_cache(client, bridge, thread):
    assert bridge.get_thread(thread.id)
    await thread.edit(archived=True)
    await client.hears("thread_update")
    assert bridge.get_thread(thread.id) is None


async def test_an_archived_thread_refuses_all_but_to_be_woken_and_cleared(client, world, guild, thread):
    mei = await world.join("Mei", guild)
    message = await thread.send("said")
    await message.add_reaction("👍")
    await thread.edit(archived=True)
    user = discord.Object(int(mei.id))
    for refusal in (
        thread.edit(name="Coffee"),
        thread.edit(locked=True),
        thread.join(),
        thread.leave(),
        thread.add_user(user),
        message.edit(content="unsaid"),
        message.pin(),
        message.add_reaction("👎"),
        message.remove_reaction("👍", client.user),
    ):
        with refused(400, 50083):
            await refusal
    await message.delete()
    edited = await thread.edit(archived=False, name="Coffee")
    assert (edited.archived, edited.name) == (False, "Coffee")


async def test_writing_wakes_a_thread(client, bridge, thread):
    await thread.edit(archived=True)
    await client.hears("thread_update")
    await thread.send("good morning")
    await client.hears("message", 3)
    assert not await is_archived(client, thread)
    assert bridge.get_thread(thread.id).me is not None


async def test_writing_does_not_wake_a_locked_thread(world, guild, client, thread):
    mei = await world.join("Mei", guild)
    await thread.edit(archived=True, locked=True)
    with refused(400, 50083):
        await thread.send("good morning")
    with pytest.raises(CannotDo, match="160005"):
        await mei.says("Tea", "good morning")
    with pytest.raises(CannotDo, match="160005"):
        await mei.unarchives("Tea")
    await thread.edit(archived=False)
    await thread.send("good morning")


async def test_whoever_may_write_may_wake(world, guild, client, thread):
    mei, nora = await world.join("Mei", guild), world.person("Nora")
    await thread.edit(archived=True)
    await mei.unarchives("Tea")
    assert not await is_archived(client, thread)
    await thread.edit(archived=True)
    quiet = DEFAULT_EVERYONE & ~Permission.SEND_MESSAGES_IN_THREADS
    await nora.edits_role("@everyone", permissions=str(int(quiet)))
    with pytest.raises(CannotDo, match="50013"):
        await mei.unarchives("Tea")


@pytest.mark.parametrize("minutes", [60, 1_440, 4_320, 10_080])
async def test_a_thread_rests_after_so_long_a_silence(world, client, bridge, thread, minutes):
    await thread.edit(auto_archive_duration=minutes)
    world.clock.advance(minutes * 60 - 60)
    assert not await is_archived(client, thread)
    world.clock.advance(60)
    assert await is_archived(client, thread)
    await client.hears("thread_update", 1 if minutes == thread.auto_archive_duration else 2)
    assert bridge.get_thread(thread.id) is None


async def test_what_is_written_puts_its_rest_off(world, client, thread):
    for _ in range(3):
        world.clock.advance(HOUR - 60)
        await thread.send("still here")
    assert not await is_archived(client, thread)
    world.clock.advance(HOUR)
    assert await is_archived(client, thread)


async def test_a_woken_thread_falls_asleep_again_at_its_own_time(world, client, thread):
    world.clock.advance(DAY)
    before = datetime.datetime.now(datetime.UTC) + datetime.timedelta(seconds=HOUR - 60)
    archived_at = (await client.fetch_channel(thread.id)).archive_timestamp
    assert archived_at < before + datetime.timedelta(minutes=5)
    await thread.edit(archived=False)
    world.clock.advance(HOUR - 60)
    assert not await is_archived(client, thread)
    world.clock.advance(60)
    assert await is_archived(client, thread)


async def test_a_pinned_post_does_not_fall_asleep(world, client, bridge):
    forum = await bridge.create_forum("views")
    post = (await forum.create_thread(name="Rules", content="Be kind", auto_archive_duration=60)).thread
    await post.edit(pinned=True)
    world.clock.advance(30 * DAY)
    assert not await is_archived(client, post)
    await post.edit(pinned=False)
    world.clock.advance(HOUR)
    assert await is_archived(client, post)


async def test_a_deleted_thread_is_not_looked_at_again(world, client, thread):
    await thread.delete()
    world.clock.advance(DAY)
    with refused(404, 10003):
        await client.fetch_channel(thread.id)


async def test_a_click_in_an_archived_thread_wakes_it_first(world, guild, client, thread):
    mei, nora = await world.join("Mei", guild), world.person("Nora")
    client.answers(lambda interaction: interaction.response.send_message("pressed", ephemeral=True))
    await thread.send("Press me", view=button())
    await thread.edit(archived=True)
    await mei.clicks("Press")
    await mei.sees("pressed")
    assert not await is_archived(client, thread)
    await thread.edit(archived=True)
    quiet = DEFAULT_EVERYONE & ~Permission.SEND_MESSAGES_IN_THREADS
    await nora.edits_role("@everyone", permissions=str(int(quiet)))
    with pytest.raises(CannotDo, match="archived: Missing Permissions"):
        await mei.clicks("Press")
    await thread.edit(archived=False, locked=True)
    with pytest.raises(CannotDo, match="locked"):
        await mei.clicks("Press")


async def test_commands_are_not_used_in_an_archived_thread(world, guild, client, thread):
    @client.tree.command(description="Says hello")
    async def hello(interaction):
        await interaction.response.send_message("hello")

    await client.tree.sync()
    mei = await world.join("Mei", guild)
    mei.goes_to("Tea")
    await mei.runs("/hello")
    await thread.edit(archived=True)
    with pytest.raises(CannotDo, match="archived"):
        await mei.runs("/hello")


def test_the_threads_of_a_copied_world_rest_in_the_copy_alone():
    world = World()
    guild = world.create_guild("Bridge", owner="Nora")
    nora = world.person("Nora")
    threads.open_below(nora.actor, guild.channel("general"), {"name": "Tea", "type": 11})
    copied = copy.deepcopy(world)
    copied.clock.advance(DAY)
    rests = [
        thread["thread_metadata"]["archived"]
        for each in (world, copied)
        for thread in each.guilds[guild.id].threads
    ]
    assert rests == [False, True]

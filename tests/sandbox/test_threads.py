"""Threads in text channels: opened, changed, written in, and taken away."""

import discord
import pytest

from sandbox import CannotDo, Permission
from sandbox.verbs import archiving
from tests.sandbox.refused import refused

PUBLIC = discord.ChannelType.public_thread


async def test_a_thread_from_a_message_shares_its_id_and_quotes_it(client, lobby):
    message = await lobby.send("What is a circle?")
    thread = await message.create_thread(name="Circles", auto_archive_duration=60, slowmode_delay=5)
    assert (thread.id, thread.type, thread.parent_id) == (message.id, PUBLIC, lobby.id)
    assert (thread.auto_archive_duration, thread.slowmode_delay) == (60, 5)
    (starter,) = [one async for one in thread.history()]
    assert starter.type is discord.MessageType.thread_starter_message
    assert starter.reference.resolved.content == "What is a circle?"
    fetched = await lobby.fetch_message(message.id)
    assert (fetched.flags.has_thread, fetched.thread.id) == (True, thread.id)
    with refused(400, 160004):
        await message.create_thread(name="Again")


async def test_gateway_events_come_in_discords_order(client, lobby):
    message = await lobby.send("What is a circle?")
    await message.create_thread(name="Circles")
    await client.hears("message", 2)
    told = ("thread_create", "thread_join", "raw_message_edit", "message")
    heard = [name for name, _ in client.heard if name in told]
    assert heard == ["message", "thread_create", "thread_join", "raw_message_edit", "message"]


async def test_a_public_thread_without_a_message_is_announced(lobby):
    thread = await lobby.create_thread(name="Tea", type=PUBLIC)
    (notice,) = [one async for one in lobby.history()]
    assert (notice.type, notice.content) == (discord.MessageType.thread_created, "Tea")
    assert notice.reference.channel_id == thread.id
    with refused(403, 50021):
        await notice.create_thread(name="Below a notice")


async def test_only_a_thread_from_an_older_message_is_announced(world, lobby):
    message = await lobby.send("old news")
    world.clock.advance(3600)
    await message.create_thread(name="Old")
    (newest,) = [one async for one in lobby.history(limit=1)]
    assert newest.type is discord.MessageType.thread_created


async def test_messages_in_a_thread_are_counted(client, lobby):
    thread = await (await lobby.send("start")).create_thread(name="Counted")
    sent = [await thread.send(str(number)) for number in range(3)]
    await sent[0].delete()
    await thread.delete_messages([sent[1], sent[2]])
    fetched = await client.fetch_channel(thread.id)
    assert (fetched.message_count, fetched.total_message_sent) == (0, 3)


async def test_a_thread_is_renamed_and_says_so(client, lobby):
    thread = await lobby.create_thread(name="Tea", type=PUBLIC)
    edited = await thread.edit(name="Coffee", slowmode_delay=10, reason="better")
    assert (edited.name, edited.slowmode_delay) == ("Coffee", 10)
    (notice,) = [one async for one in thread.history()]
    assert (notice.type, notice.content) == (discord.MessageType.channel_name_change, "Coffee")
    await client.hears("thread_update")
    (entry,) = [one async for one in lobby.guild.audit_logs(action=discord.AuditLogAction.thread_update)]
    assert entry.reason == "better"


@pytest.mark.parametrize("wrong", [{"auto_archive_duration": 61}, {"name": ""}, {"slowmode_delay": 21_601}])
async def test_settings_no_thread_has_are_refused(lobby, wrong):
    thread = await lobby.create_thread(name="Tea", type=PUBLIC)
    with refused(400, 50035):
        await thread.edit(**wrong)


async def test_tags_and_pins_are_for_posts_alone(client, lobby):
    thread = await lobby.create_thread(name="Tea", type=PUBLIC)
    with refused(400, 50024):
        await thread.edit(pinned=True)
    with refused(501, 0):
        await client.http.edit_channel(thread.id, flags=1 << 15)
    with refused(400, 50024):
        await client.http.edit_channel(thread.id, applied_tags=[5])
    with refused(400, 50024):
        await client.http.edit_channel_permissions(thread.id, 5, "0", "0", 0)


async def test_what_a_thread_is_does_not_change(client, bridge, lobby):
    hall = await bridge.create_text_channel("hall")
    thread = await lobby.create_thread(name="Tea", type=PUBLIC)
    edited = await client.http.edit_channel(thread.id, parent_id=hall.id, type=12, name="Coffee")
    assert (edited["parent_id"], edited["type"], edited["name"]) == (str(lobby.id), 11, "Coffee")


async def test_threads_only_begin_where_they_can(client, bridge, lobby):
    voice = bridge.voice_channels[0]
    with refused(400, 50024):
        await client.http.start_thread_without_message(voice.id, name="x", auto_archive_duration=60, type=11)
    thread = await lobby.create_thread(name="Tea", type=PUBLIC)
    inside = await thread.send("inside")
    with refused(400, 50024):
        await inside.create_thread(name="Below")


async def test_a_deleted_thread_takes_its_messages_along(client, lobby):
    message = await lobby.send("start")
    thread = await message.create_thread(name="Short")
    await thread.delete()
    await client.hears("thread_delete")
    with refused(404, 10003):
        await thread.send("hello?")
    fetched = await lobby.fetch_message(message.id)
    assert (fetched.flags.has_thread, fetched.thread) == (False, None)
    assert (await message.create_thread(name="Anew")).id == message.id


async def test_a_thread_outlives_the_message_it_began_with(client, lobby):
    message = await lobby.send("start")
    thread = await message.create_thread(name="Orphan")
    await message.delete()
    await thread.send("still here")


async def test_threads_go_with_their_channel_and_nobody_counts_them_as_channels(world, client, bridge, guild):
    hall = await bridge.create_text_channel("hall")
    await client.hears("guild_channel_create")
    thread = await hall.create_thread(name="Tea", type=PUBLIC)
    assert thread.id not in [channel.id for channel in await bridge.fetch_channels()]
    await client.hears("thread_create")
    await hall.delete()
    await client.hears("thread_delete")
    assert list(guild.threads) == []
    assert [gone.data["id"] for gone in world.ledger.effects("THREAD_DELETE")] == [str(thread.id)]


async def test_each_kind_of_thread_has_its_permission(world, lobby):
    nora = world.person("Nora")
    await nora.edits_role("@everyone", permissions="0")
    see = Permission.VIEW_CHANNEL | Permission.SEND_MESSAGES
    await nora.edits_role("Circles", permissions=str(int(see | Permission.CREATE_PRIVATE_THREADS)))
    message = await lobby.send("start")
    for refusal in (message.create_thread(name="x"), lobby.create_thread(name="x", type=PUBLIC)):
        with refused(403, 50013):
            await refusal
    thread = await lobby.create_thread(name="Quiet")
    with refused(403, 50013):
        await thread.send("SEND_MESSAGES does not reach into threads")
    await nora.edits_role("Circles", permissions=str(int(see | Permission.SEND_MESSAGES_IN_THREADS)))
    await thread.send("but this does")
    with refused(403, 50013):
        await lobby.create_thread(name="x")


async def test_threads_go_by_the_overwrites_of_their_channel(world, guild, lobby):
    mei = await world.join("Mei", guild)
    await lobby.create_thread(name="Tea", type=PUBLIC)
    await mei.says("Tea", "hello")
    await lobby.set_permissions(lobby.guild.default_role, send_messages_in_threads=False)
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.says("Tea", "hello again")
    await lobby.set_permissions(lobby.guild.default_role, view_channel=False)
    with pytest.raises(CannotDo, match="sees no channel"):
        await mei.says("Tea", "anyone?")


async def test_a_locked_thread_is_for_moderators(world, guild, client, lobby):
    mei = await world.join("Mei", guild)
    thread = await (await mei_asks(mei, lobby)).create_thread(name="Tea")
    await mei.says("Tea", "mine")
    await thread.edit(locked=True)
    for attempt in (
        mei.says("Tea", "no"),
        mei.edits_message("mine", "yours"),
        mei.edits_thread("Tea", name="T"),
    ):
        with pytest.raises(CannotDo, match=r"160005|50013"):
            await attempt
    await mei.reacts("mine", "👍")
    await mei.deletes_message("mine")
    await thread.send("the bot may")


async def mei_asks(mei, lobby):
    return await lobby.fetch_message(int((await mei.says("#general", "Tea?"))["id"]))


async def test_whoever_opened_a_thread_may_name_it_and_put_it_to_rest_but_not_lock_it(world, guild):
    mei, ruth = await world.join("Mei", guild), await world.join("Ruth", guild)
    await mei.says("#general", "Tea?")
    await mei.opens_thread("Tea", on="Tea?")
    await mei.edits_thread("Tea", name="Green tea")
    with pytest.raises(CannotDo, match="50013"):
        await mei.edits_thread("Green tea", locked=True)
    with pytest.raises(CannotDo, match="50013"):
        await mei.edits_thread("Green tea", rate_limit_per_user=5)
    with pytest.raises(CannotDo, match="50013"):
        await ruth.edits_thread("Green tea", name="Green tea")
    with pytest.raises(CannotDo, match="50013"):
        await ruth.archives("Green tea")
    await mei.archives("Green tea")
    assert "#general > Green tea (archived)" in ruth.screen()


async def test_people_write_slowly_in_a_slow_thread(world, guild, lobby):
    mei = await world.join("Mei", guild)
    thread = await lobby.create_thread(name="Tea", type=PUBLIC, slowmode_delay=30)
    await mei.says("Tea", "one")
    with pytest.raises(CannotDo, match="20016"):
        await mei.says("Tea", "two")
    await thread.send("a bot does not wait")
    await thread.send("never")
    world.clock.advance(30)
    await mei.says("Tea", "two")


async def test_no_more_active_threads_than_a_guild_holds(lobby, monkeypatch):
    monkeypatch.setattr(archiving, "MAX_ACTIVE", 2)
    first = await lobby.create_thread(name="One", type=PUBLIC)
    await lobby.create_thread(name="Two", type=PUBLIC)
    with refused(400, 160006):
        await lobby.create_thread(name="Three", type=PUBLIC)
    await first.edit(archived=True)
    await lobby.create_thread(name="Three", type=PUBLIC)
    with refused(400, 160006):
        await first.edit(archived=False)
    with refused(400, 160006):
        await first.send("this would wake it")

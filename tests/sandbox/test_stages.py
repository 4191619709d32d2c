"""Stages: opened, listened to, spoken on, and closed."""

import pytest

from sandbox import CannotDo, Permission
from tests.sandbox.refused import refused


@pytest.fixture
async def stage(bridge):
    return await bridge.create_stage_channel("Forum", reason="to be heard")


async def test_a_stage_is_opened_renamed_and_closed(client, bridge, stage):
    instance = await stage.create_instance(topic="Home", reason="we begin")
    with refused(400, 150006):
        await stage.create_instance(topic="Again")
    await instance.edit(topic="Homes", reason="more than one")
    _, after = await client.hears("stage_instance_update")
    assert (after.topic, (await stage.fetch_instance()).topic) == ("Homes", "Homes")
    await instance.delete(reason="we end")
    await client.hears("stage_instance_delete")
    with refused(404, 10067):
        await stage.fetch_instance()
    reasons = [entry.reason async for entry in bridge.audit_logs(limit=3)]
    assert reasons == ["we end", "more than one", "we begin"]


async def test_opening_a_stage_has_its_bounds(client, bridge, stage, guild):
    with refused(400, 50035):
        await stage.create_instance(topic="x" * 121)
    with refused(400, 50024):
        await client.http.create_stage_instance(
            reason=None, channel_id=bridge.voice_channels[0].id, topic="Not here"
        )
    role = guild.role("Circles")
    role["permissions"] = str(int(role["permissions"]) & ~Permission.MUTE_MEMBERS)
    with refused(403, 50013):
        await stage.create_instance(topic="Not by me")


async def test_people_listen_until_they_are_let_speak(client, bridge, stage, mei, nora):
    await nora.opens_stage("Forum", "Home")
    await mei.joins_voice("Forum")
    assert "(Mei, listens)" in nora.screen()
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.speaks()
    await mei.asks_to_speak()
    assert "(Mei, asks to speak)" in nora.screen()
    member = await bridge.fetch_member(int(mei.id))
    await member.edit(suppress=False)
    await mei.asks_to_speak(False)
    assert "(Mei, speaks)" in nora.screen()
    await client.hears("voice_state_update", 4)
    assert [one.name for one in stage.speakers] == ["mei"]
    await mei.listens()
    await nora.lets_speak(mei)
    await nora.lets_speak(mei, False)
    await client.hears("voice_state_update", 7)
    assert [one.name for one in stage.listeners] == ["mei"]
    await nora.closes_stage("Forum")
    with pytest.raises(CannotDo, match="Unknown Stage Instance"):
        await nora.closes_stage("Forum")


async def test_the_bot_speaks_on_a_stage(client, bridge, stage):
    await bridge.change_voice_state(channel=stage)
    await client.hears("voice_state_update")
    await bridge.me.request_to_speak()
    await bridge.me.edit(suppress=False)
    _, _, after = await client.hears("voice_state_update", 3)
    assert (after.suppress, after.requested_to_speak_at) == (False, None)
    lounge = bridge.voice_channels[0]
    await bridge.change_voice_state(channel=lounge)
    await client.hears("voice_state_update", 4)
    with refused(400, 50024):
        await bridge.me.edit(suppress=True)


async def test_a_stage_on_which_nobody_speaks_closes_by_itself(client, stage, world, nora):
    await nora.opens_stage("Forum", "Home")
    await nora.joins_voice("Forum")
    await nora.speaks()
    world.clock.advance(600)
    assert await stage.fetch_instance()
    await nora.listens()
    world.clock.advance(240)
    assert await stage.fetch_instance()
    world.clock.advance(120)
    await client.hears("stage_instance_delete")


async def test_a_deleted_channel_is_no_longer_live(client, stage, nora, guild):
    await nora.opens_stage("Forum", "Home")
    await stage.delete()
    await client.hears("guild_channel_delete")
    assert (guild.stage_instances, len(client.all_heard("stage_instance_delete"))) == ({}, 1)

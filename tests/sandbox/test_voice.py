"""Voice channels: who comes and goes, who is moved and muted by whom, and what a room says of itself."""

import asyncio

import discord
import pytest

from sandbox import CannotDo, Permission
from tests.sandbox.clients import logged_in
from tests.sandbox.refused import refused
from tests.sandbox.sockets import connected

VOICE_STATES, GUILDS = 1 << 7, 1


@pytest.fixture
async def member(bridge, mei):
    """Mei as the client knows her."""
    return await bridge.fetch_member(int(mei.id))


async def test_people_set_what_others_hear_and_see_of_them(client, mei):
    await mei.joins_voice("General")
    await mei.mutes_self()
    await mei.deafens_self()
    await mei.deafens_self(False)
    await mei.shows_camera()
    await mei.streams()
    _, before, after = await client.hears("voice_state_update", 6)
    assert not before.self_stream
    assert (after.self_stream, after.self_video, after.self_mute) == (True, True, False)
    assert "(Mei, camera on, live)" in mei.screen()
    await mei.leaves_voice()
    with pytest.raises(CannotDo, match="is in no voice channel"):
        await mei.mutes_self()


async def test_a_visit_keeps_its_session_from_room_to_room(bridge, mei, guild):
    await bridge.create_voice_channel("Side room")
    await mei.joins_voice("General")
    session = guild.voice_states[mei.id]["session_id"]
    await mei.joins_voice("Side room")
    assert guild.voice_states[mei.id]["session_id"] == session
    await mei.leaves_voice()
    await mei.joins_voice("General")
    assert guild.voice_states[mei.id]["session_id"] != session


async def test_joins_and_leaves_that_come_at_once_are_all_told(sandbox, world, guild):
    """Ten in a burst: the wire has every one, whatever discord.py's listeners make of it (see cogs/kit)."""
    people = [await world.join(f"Person {number}", guild) for number in range(5)]
    async with connected(sandbox) as socket:
        await socket.identify(world.token, GUILDS | VOICE_STATES)
        await socket.event("GUILD_CREATE")
        await asyncio.gather(*(person.joins_voice("General") for person in people))
        await asyncio.gather(*(person.leaves_voice() for person in people))
        states = [await socket.event("VOICE_STATE_UPDATE") for _ in range(10)]
    assert [state["channel_id"] is None for state in states] == [False] * 5 + [True] * 5
    assert {state["member"]["user"]["id"] for state in states} == {person.id for person in people}


async def test_who_is_in_voice_is_there_for_a_bot_that_comes_later(sandbox, guild, mei, client):
    await mei.joins_voice("General")
    intents = discord.Intents(guilds=True, voice_states=True)
    async with logged_in(sandbox, intents=intents, chunk_guilds_at_startup=False) as late:
        assert [member.name for member in late.guilds[0].voice_channels[0].members] == ["mei"]


async def test_moderators_move_mute_and_disconnect(client, bridge, mei, member, guild):
    room = await bridge.create_voice_channel("Side room")
    with refused(400, 40032):
        await member.edit(mute=True)
    await mei.joins_voice("General")
    muted = await member.edit(mute=True, deafen=True, reason="echo")
    _, _, after = await client.hears("voice_state_update", 2)
    assert (after.mute, after.deaf, muted.id) == (True, True, member.id)
    await member.move_to(room, reason="the other group")
    await member.move_to(None, reason="closing time")
    _, before, after = await client.hears("voice_state_update", 4)
    assert (before.channel, after.channel) == (room, None)
    await mei.joins_voice("General")
    assert guild.voice_states[mei.id]["mute"], "a moderator's mute outlasts the visit"
    reasons = [entry.reason async for entry in bridge.audit_logs(limit=3)]
    assert reasons == ["closing time", "the other group", "echo"]


@pytest.mark.parametrize(
    ("lacking", "change"),
    [
        (Permission.MUTE_MEMBERS, {"mute": True}),
        (Permission.DEAFEN_MEMBERS, {"deafen": True}),
        (Permission.MOVE_MEMBERS, {"voice_channel": None}),
    ],
    ids=["mute", "deafen", "disconnect"],
)
async def test_each_of_it_needs_its_permission(mei, member, guild, lacking, change):
    role = guild.role("Circles")
    role["permissions"] = str(int(role["permissions"]) & ~lacking)
    await mei.joins_voice("General")
    with refused(403, 50013):
        await member.edit(**change)


async def test_whoever_moves_another_must_be_let_in_there_themselves(bridge, mei, member, nora):
    room = await bridge.create_voice_channel("Side room")
    await mei.joins_voice("General")
    await nora.edits_overwrites("Side room", "Circles", deny=Permission.CONNECT)
    with refused(403, 50013):
        await member.move_to(room)
    await nora.edits_overwrites("Side room", "Circles")
    await nora.edits_overwrites("Side room", "@everyone", deny=Permission.CONNECT)
    await nora.edits_overwrites("Side room", "Circles", allow=Permission.CONNECT)
    await member.move_to(room)
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await (await mei.world.join("Ruth", mei.guild)).joins_voice("Side room")


async def test_a_full_room_lets_in_only_those_who_move_others(nora, mei, world, guild):
    await nora.edits_channel("General", user_limit=1)
    await mei.joins_voice("General")
    await mei.mutes_self()
    ruth = await world.join("Ruth", guild)
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await ruth.joins_voice("General")
    await nora.joins_voice("General")


async def test_people_moderate_too(client, mei, nora, world, guild):
    await nora.creates_channel("Side room", type=2)
    await mei.joins_voice("General")
    await nora.mutes(mei)
    await nora.deafens(mei)
    assert "(Mei, muted by a moderator, deafened by a moderator)" in nora.screen()
    await nora.moves(mei, "Side room")
    assert mei.room["name"] == "Side room"
    ruth = await world.join("Ruth", guild)
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await ruth.disconnects(mei)
    await nora.disconnects(mei)
    with pytest.raises(CannotDo, match="not connected to voice"):
        await nora.disconnects(mei)


async def test_leaving_the_server_leaves_voice(client, mei, guild):
    await mei.joins_voice("General")
    await mei.leaves()
    _, before, after = await client.hears("voice_state_update", 2)
    assert (before.channel.name, after.channel) == ("General", None)


async def test_voice_states_are_fetched(bridge, mei, member, nora):
    with refused(404, 10065):
        await member.fetch_voice()
    await mei.joins_voice("General")
    assert (await member.fetch_voice()).channel.name == "General"
    with refused(404, 10065):
        await bridge.me.fetch_voice()
    await nora.edits_overwrites("General", "Circles", deny=Permission.CONNECT)
    with refused(403, 50013):
        await member.fetch_voice()


async def test_the_bot_goes_into_voice_itself(client, bridge, lounge):
    await bridge.change_voice_state(channel=lounge, self_mute=True)
    (_, _, after) = await client.hears("voice_state_update")
    assert (after.channel, after.self_mute) == (lounge, True)
    await bridge.change_voice_state(channel=None)
    await client.hears("voice_state_update", 2)
    assert lounge.members == []


async def test_a_voice_channel_has_a_chat_of_its_own(client, lounge, mei):
    await lounge.send("Welcome in")
    await mei.says("#General", "hello from the room")
    (message,) = await client.hears("message", 2)
    assert (message.channel, message.author.name) == (lounge, "mei")


async def test_a_rooms_status_is_told_and_goes_with_the_last_person(sandbox, world, guild, mei, lounge):
    async with connected(sandbox) as socket:
        await socket.identify(world.token, GUILDS)
        await socket.event("GUILD_CREATE")
        await mei.joins_voice("General")
        began = await socket.event("VOICE_CHANNEL_START_TIME_UPDATE")
        await lounge.edit(status="What is home?", reason="the prompt")
        status = await socket.event("VOICE_CHANNEL_STATUS_UPDATE")
        await socket.send(43, {"guild_id": guild.id, "fields": ["status", "voice_start_time"]})
        info = await socket.event("CHANNEL_INFO")
        assert "status: What is home?" in mei.screen()
        await mei.leaves_voice()
        assert (await socket.event("VOICE_CHANNEL_STATUS_UPDATE"))["status"] is None
        assert (await socket.event("VOICE_CHANNEL_START_TIME_UPDATE"))["voice_start_time"] is None
    assert status == {"id": str(lounge.id), "guild_id": guild.id, "status": "What is home?"}
    assert info == {
        "guild_id": guild.id,
        "channels": [
            {"id": status["id"], "status": status["status"], "voice_start_time": began["voice_start_time"]}
        ],
    }


async def test_a_status_has_its_bounds(lounge, lobby, client, mei, nora, guild):
    with refused(400, 50035):
        await lounge.edit(status="x" * 501)
    with refused(400, 50024):
        await client.http.edit_voice_channel_status("x", channel_id=lobby.id)
    with pytest.raises(CannotDo, match="Missing Permissions"):
        await mei.sets_room_status("General", "mine")
    await mei.joins_voice("General")
    await mei.sets_room_status("General", "ours")
    await mei.sets_room_status("General", None)
    assert guild.room_statuses == {}
    await nora.sets_room_status("General", "from outside")
    await nora.edits_overwrites("General", "Circles", deny=Permission.SET_VOICE_CHANNEL_STATUS)
    with refused(403, 50013):
        await lounge.edit(status="not by the bot")

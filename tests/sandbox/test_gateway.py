"""The gateway: getting in, staying in, being thrown out, and missing nothing on the way back."""

import asyncio

import discord
import pytest

from sandbox import Sandbox, World
from tests.sandbox.clients import logged_in
from tests.sandbox.sockets import connected


@pytest.mark.parametrize("compression", ["zlib-stream", "zstd-stream", "none"])
async def test_frames_travel_compressed_or_plain(compression):
    query = "?v=10" if compression == "none" else f"?v=10&compress={compression}"
    if compression == "zstd-stream":
        pytest.importorskip("zstandard")
    async with Sandbox(World(compression=compression != "none")) as sandbox:
        guild = sandbox.world.create_guild("Bridge", owner="Nora")
        async with logged_in(sandbox) as client:  # discord.py asks for zstd when it can
            await sandbox.world.join("Mei", guild)
            (member,) = await client.hears("member_join")
            assert member.name == "mei"
        if compression != "zstd-stream":
            async with connected(sandbox, query) as socket:
                await socket.identify(sandbox.world.token)
                assert (await socket.event("GUILD_CREATE"))["name"] == "Bridge"


async def test_a_heartbeat_is_acknowledged(sandbox):
    async with connected(sandbox) as socket:
        await socket.send(1, None)
        assert (await socket.answer(11))["op"] == 11


async def test_a_connection_without_a_heartbeat_is_closed(guild):
    async with Sandbox(World(heartbeat=0.02)) as sandbox, connected(sandbox) as socket:
        assert await socket.closed() == 4009


@pytest.mark.parametrize(
    ("op", "data", "code"),
    [
        (2, {"token": "wrong", "intents": 1}, 4004),
        (2, {"token": "{token}", "intents": 1 << 40}, 4013),
        (2, {"token": "{token}", "intents": 1 << 1}, 4014),
        (2, {"token": "{token}", "intents": 1, "shard": [2, 2]}, 4010),
        (2, {"intents": 1}, 4002),
        (6, {"token": "wrong", "session_id": "x", "seq": 1}, 4004),
        (8, {"guild_id": "1"}, 4003),
        (99, None, 4001),
    ],
)
async def test_who_breaks_the_protocol_is_told_how(sandbox, op, data, code):
    sandbox.world.approved_intents = 0
    async with connected(sandbox) as socket:
        if data and data.get("token") == "{token}":
            data = data | {"token": sandbox.world.token}
        await socket.send(op, data)
        assert await socket.closed() == code


@pytest.mark.parametrize("text", ["no json", "[]", '{"op": "one"}', '{"d": 1}', "x" * 5000])
async def test_what_cannot_be_read_closes_with_4002(sandbox, text):
    async with connected(sandbox) as socket:
        await socket.send_text(text)
        assert await socket.closed() == 4002


async def test_identifying_twice_closes_with_4005(sandbox):
    async with connected(sandbox) as socket:
        await socket.identify(sandbox.world.token)
        await socket.identify(sandbox.world.token)
        assert await socket.closed() == 4005


async def test_more_than_120_frames_a_minute_close_with_4008(sandbox):
    async with connected(sandbox) as socket:
        for _ in range(121):
            await socket.send(1, None)
        assert await socket.closed() == 4008


async def test_an_unknown_version_or_compression_closes_with_4012(sandbox):
    for query in ("?v=5", "?v=11&compress=lz4"):
        async with connected(sandbox, query) as socket:
            assert await socket.closed() == 4012


async def test_too_many_guilds_for_one_shard_close_with_4011(sandbox, guild):
    sandbox.world.guilds |= {str(number): guild for number in range(2500)}
    async with connected(sandbox) as socket:
        await socket.identify(sandbox.world.token)
        assert await socket.closed() == 4011


async def test_a_shard_hears_of_its_own_guilds_only(sandbox, guild):
    shard = (int(guild.id) >> 22) % 2
    for number in (0, 1):
        async with connected(sandbox) as socket:
            await socket.identify(sandbox.world.token, shard=[number, 2])
            ready = await socket.event("READY")
            assert len(ready["guilds"]) == (1 if number == shard else 0)


async def test_a_wrong_token_is_refused_at_login(sandbox):
    with pytest.raises(discord.LoginFailure):
        async with logged_in(sandbox, token="wrong"):
            pass


async def test_intents_that_were_not_approved_end_the_client(sandbox):
    sandbox.world.approved_intents = 0
    with pytest.raises(discord.PrivilegedIntentsRequired):
        async with logged_in(sandbox):
            pass


async def test_a_revoked_token_ends_the_client_and_its_calls(sandbox, guild):
    old = sandbox.world.token
    async with logged_in(sandbox) as client:
        sandbox.world.revoke_token()
        with pytest.raises(discord.ConnectionClosed) as end:
            await asyncio.wait_for(client.running, 3)
    assert end.value.code == 4004
    with pytest.raises(discord.LoginFailure):
        async with logged_in(sandbox, token=old):
            pass
    async with logged_in(sandbox, token=sandbox.world.token) as client:
        assert client.guilds[0].name == "Bridge"


async def test_all_members_come_in_chunks_of_a_thousand(sandbox, guild):
    sandbox.world.add_members(guild, 2_498)
    async with logged_in(sandbox, chunk_guilds_at_startup=False) as client:
        seen = client.guilds[0]
        assert (len(seen.members), seen.member_count) == (1, 2_500)
        assert len(await seen.chunk()) == 2_500
    asked = [data for op, data in sandbox.world.gateway_log if op == 8]
    assert len(asked) == 1


async def test_members_are_found_by_name_or_id(world, guild, client, bridge):
    mei, _ = await world.join("Mei", guild), await world.join("Ruth", guild)
    assert [member.name for member in await bridge.query_members("me", cache=False)] == ["mei"]
    found = await bridge.query_members(user_ids=[int(mei.id), 5], cache=False)
    assert [member.id for member in found] == [int(mei.id)]


async def test_a_dropped_connection_resumes_and_misses_nothing(world, guild, client, lobby):
    mei = await world.join("Mei", guild)
    await world.drop_sockets()
    await mei.says("#general", "while you were away")
    await client.hears("resumed", within=8)
    (message,) = await client.hears("message")
    assert message.author.id == int(mei.id)
    assert len(client.all_heard("ready")) == 1


async def test_the_bot_comes_back_when_it_is_asked_to(world, guild, client):
    await world.ask_reconnect()
    await client.hears("resumed", within=8)
    await world.join("Mei", guild)
    await client.hears("member_join")


async def test_a_session_that_may_be_resumed_is(world, client):
    await world.invalidate_sessions(resumable=True)
    await client.hears("resumed", within=8)


async def test_a_session_that_was_invalidated_cannot_be_resumed(sandbox, guild):
    async with connected(sandbox) as socket:
        await socket.identify(sandbox.world.token)
        session = (await socket.event("READY"))["session_id"]
        await sandbox.world.invalidate_sessions()
        assert (await socket.answer(9))["d"] is False
    async with connected(sandbox) as socket:
        await socket.send(6, {"token": sandbox.world.token, "session_id": session, "seq": 1})
        assert (await socket.answer(9))["d"] is False
        await socket.identify(sandbox.world.token)
        await socket.event("READY")


async def test_a_session_does_not_wait_for_its_bot_for_ever(sandbox, guild):
    async with connected(sandbox) as socket:
        await socket.identify(sandbox.world.token)
        session = (await socket.event("READY"))["session_id"]
        await socket.close(4000)
    sandbox.world.clock.advance(200)
    async with connected(sandbox) as socket:
        await socket.send(6, {"token": sandbox.world.token, "session_id": session, "seq": 1})
        assert (await socket.answer(9))["d"] is False


async def test_a_guild_that_goes_down_falls_silent_until_it_is_back(world, guild, client, bridge):
    await world.outage(guild)
    await client.hears("guild_unavailable")
    await world.join("Mei", guild)
    await world.restore(guild)
    await client.hears("guild_available")
    assert client.all_heard("member_join") == []
    assert bridge.member_count == 3


async def test_the_bot_is_let_in_and_thrown_out_by_those_who_may(world, client):
    hill = world.create_guild("Hill", owner="Olu", bot=False)
    olu = world.person("Olu")
    await olu.invites_bot(hill)
    (joined,) = await client.hears("guild_join")
    assert joined.me.guild_permissions.manage_roles
    assert not joined.me.guild_permissions.administrator
    await olu.kicks_bot(hill)
    await client.hears("guild_remove")
    assert [guild.name for guild in client.guilds] == ["Bridge"]


async def test_a_bot_sets_its_presence_and_enters_voice(world, guild, client, bridge):
    await client.change_presence(activity=discord.Game("circles"))
    await bridge.change_voice_state(channel=bridge.voice_channels[0])
    await client.hears("voice_state_update")
    assert list(guild.voice_states) == [world.application_id]
    await bridge.change_voice_state(channel=discord.Object(5))
    await bridge.change_voice_state(channel=None)
    await client.hears("voice_state_update", 2)
    assert guild.voice_states == {}


async def test_only_one_socket_holds_a_session(sandbox, guild):
    token = sandbox.world.token
    async with connected(sandbox) as first, connected(sandbox) as second, connected(sandbox) as third:
        await first.identify(token)
        session = (await first.event("READY"))["session_id"]
        await second.send(6, {"token": token, "session_id": session, "seq": 0})
        assert (await second.event("READY"))["session_id"] == session
        assert await first.closed() == 4000
        await second.send(6, {"token": token, "session_id": session, "seq": 1})
        assert await second.closed() == 4005
        await third.send(6, {"token": token, "session_id": session, "seq": 99})
        assert await third.closed() == 4007

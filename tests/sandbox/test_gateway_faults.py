"""Misfortune on the gateway: each kind does what its name says, and to no other event."""

import asyncio
import copy

import pytest

from sandbox import Sandbox, World
from sandbox.people.cannot import CannotDo
from sandbox.sessions import IDENTIFIES_A_DAY
from tests.sandbox.asking import asked
from tests.sandbox.clients import button, logged_in
from tests.sandbox.sockets import connected


async def joined(client, count: int) -> list[str]:
    """The names in the first so many joins that the client hears of, in its order."""
    await client.hears("member_join", count)
    return [member.name for (member,) in client.all_heard("member_join")]


@pytest.fixture
def faults(world):
    return world.gateway_faults


async def test_a_lost_event_never_comes_not_even_by_a_resume(world, guild, client, faults):
    faults.lose("GUILD_MEMBER_ADD", where=lambda data: data["user"]["username"] == "ruth")
    for name in ("Mei", "Ruth", "Olu"):
        await world.join(name, guild)
    await world.drop_sockets()
    await client.hears("resumed", within=8)
    assert await joined(client, 2) == ["mei", "olu"]


async def test_only_so_many_are_lost(world, guild, client, faults):
    faults.lose(times=4)  # two joins: nobody is greeted, nothing else happens
    for name in ("Mei", "Ruth", "Olu", "Ada", "Eva"):
        await world.join(name, guild)
    assert await joined(client, 1) == ["eva"]


async def test_an_event_can_come_twice(world, guild, client, faults):
    nora = world.person("Nora")
    faults.repeat("MESSAGE_CREATE")
    first, second = await nora.says("#general", "one"), await nora.says("#general", "two")
    await client.hears("message", 3)
    heard = [str(message.id) for (message,) in client.all_heard("message")]
    assert heard == [first["id"], first["id"], second["id"]]


async def test_events_that_were_held_back_come_in_any_order(world, guild, client, faults):
    names = ["Mei", "Ruth", "Olu", "Ada"]

    async def all_join():
        faults.hold("GUILD_MEMBER_ADD")
        for name in names:
            await world.join(name, guild)
        assert faults.held == ["GUILD_MEMBER_ADD"] * 4

    async def all_leave():
        for name in names:
            await world.person(name).leaves()
        await client.hears("member_remove", 4)
        client.heard.clear()

    orders = []
    for how in ({}, {"backwards": True}, {"shuffled": 2}, {"shuffled": 2}):
        await all_join()
        faults.release(**how)
        orders.append(await joined(client, 4))
        await all_leave()
    assert orders[0] == ["mei", "ruth", "olu", "ada"]
    assert orders[1] == orders[0][::-1]
    assert orders[2] == orders[3] != orders[0]
    assert sorted(orders[2]) == sorted(orders[0])


async def test_what_is_held_back_is_as_it_was_then(world, guild, client, lobby, faults):
    nora = world.person("Nora")
    faults.hold("MESSAGE_CREATE")
    said = await nora.says("#general", f"<@{world.application_id}> first")
    said["content"] = "changed since"
    faults.release()
    (message,) = await client.hears("message")
    assert message.content.endswith("first")


async def test_a_late_event_is_overtaken(world, guild, client, faults):
    faults.delay(30, "GUILD_MEMBER_ADD")
    await world.join("Mei", guild)
    await world.join("Ruth", guild)
    await client.hears("member_join")
    world.clock.advance(30)
    assert await joined(client, 2) == ["ruth", "mei"]


async def test_who_lost_the_click_never_answers(world, guild, client, lobby, faults):
    client.answers(lambda interaction: interaction.response.send_message("Heard", ephemeral=True))
    await lobby.send("A button", view=button("Press"))
    mei = await world.join("Mei", guild)
    faults.lose("INTERACTION_CREATE")
    pressing = asyncio.create_task(mei.clicks("Press"))
    await asyncio.sleep(0)
    world.clock.advance(3.1)
    with pytest.raises(CannotDo, match="did not answer"):
        await pressing
    await mei.clicks("Press")
    await mei.sees("Heard")


async def test_when_it_is_over_it_is_over(world, guild, client, faults):
    faults.lose("GUILD_MEMBER_ADD", times=9)
    faults.hold("GUILD_MEMBER_ADD")
    faults.clear()
    await world.join("Mei", guild)
    assert await joined(client, 1) == ["mei"]


def test_a_copy_of_the_world_keeps_its_plans_for_itself():
    world = World()
    guild = world.create_guild("Bridge", owner="Nora")
    world.gateway_faults.hold()
    other = copy.deepcopy(world)
    other.emit("GUILD_UPDATE", guild.payload(), other.guilds[guild.id])
    assert (world.gateway_faults.held, other.gateway_faults.held) == ([], ["GUILD_UPDATE"])


async def test_a_heartbeat_can_stay_without_an_answer(sandbox, faults):
    faults.acknowledges = False
    async with connected(sandbox) as socket:
        await socket.send(1, None)
        await socket.identify(sandbox.world.token)
        assert (await socket.frame())["t"] == "READY"
        faults.acknowledges = True
        await socket.send(1, None)
        assert (await socket.answer(11))["op"] == 11


async def test_discord_py_leaves_a_zombie_and_resumes():
    async with Sandbox(World(heartbeat=0.1)) as sandbox:
        sandbox.world.create_guild("Bridge", owner="Nora")
        async with logged_in(sandbox, heartbeat_timeout=0.3) as client:
            sandbox.world.gateway_faults.acknowledges = False
            await client.hears("disconnect", within=5)
            sandbox.world.gateway_faults.acknowledges = True
            await client.hears("resumed", within=8)


async def test_a_slow_line_is_slow_in_the_worlds_time(sandbox, guild, faults):
    async with connected(sandbox) as socket:
        await socket.identify(sandbox.world.token, intents=1 << 1)
        await socket.event("READY")
        faults.lag = 30
        mei = sandbox.world.person("Mei")
        joining = asyncio.create_task(sandbox.world.join("Mei", guild))
        with pytest.raises(TimeoutError):
            await asyncio.wait_for(socket.frame(), 0.1)
        sandbox.world.clock.advance(30)
        faults.lag = 0
        assert (await socket.event("GUILD_MEMBER_ADD"))["user"]["id"] == mei.id
        await joining


async def test_a_gateway_that_is_shut_lets_nobody_in(sandbox, faults):
    faults.shut = True
    with pytest.raises(Exception, match="503"):
        async with connected(sandbox):
            pass


async def test_identifying_again_too_soon_is_an_invalid_session(sandbox):
    sandbox.world.sessions.identify_every = 5.0
    async with connected(sandbox) as first, connected(sandbox) as second:
        await first.identify(sandbox.world.token)
        await first.event("READY")
        await second.identify(sandbox.world.token)
        assert (await second.answer(9))["d"] is False
        sandbox.world.clock.advance(5)
        await second.identify(sandbox.world.token)
        await second.event("READY")


async def test_identifies_are_counted_for_a_day_and_the_thousandth_is_the_last(sandbox):
    world = sandbox.world

    async def left() -> dict[str, int]:
        limit: dict[str, int] = (await asked(sandbox, "GET", "/gateway/bot"))[2]["session_start_limit"]
        return limit

    assert (await left())["remaining"] == IDENTIFIES_A_DAY
    async with connected(sandbox) as socket:
        await socket.identify(world.token)
        await socket.event("READY")
    world.clock.advance(3600)
    limit = await left()
    assert limit["remaining"] == IDENTIFIES_A_DAY - 1
    assert limit["reset_after"] == pytest.approx(23 * 3600 * 1000, rel=0.001)
    world.clock.advance(23 * 3600)
    assert (await left())["remaining"] == IDENTIFIES_A_DAY
    async with connected(sandbox) as socket:
        await socket.identify(world.token)
        await socket.event("READY")
    assert (await left())["remaining"] == IDENTIFIES_A_DAY - 1
    world.sessions.identified = IDENTIFIES_A_DAY
    old = world.token
    async with connected(sandbox) as socket:
        await socket.identify(old)
        assert await socket.closed() == 4004
    assert world.token != old


async def test_a_bot_that_missed_more_than_is_kept_has_to_identify_again(sandbox, guild):
    sandbox.world.sessions.replay_frames = 2
    sessions = []
    for missed in (2, 3):
        async with connected(sandbox) as socket:
            await socket.identify(sandbox.world.token, intents=1 << 1)
            sessions.append((await socket.event("READY"))["session_id"])
            seen = socket.sequence
            await socket.close(4000)
        for number in range(missed):
            await sandbox.world.join(f"Member {missed} {number}", guild)
        async with connected(sandbox) as socket:
            await socket.send(6, {"token": sandbox.world.token, "session_id": sessions[-1], "seq": seen})
            if missed == 2:
                assert (await socket.event("GUILD_MEMBER_ADD"))["user"]["global_name"] == "Member 2 0"
            else:
                assert (await socket.answer(9))["d"] is False


@pytest.mark.parametrize("code", range(4000, 4015))
async def test_the_sockets_can_be_closed_with_any_code(sandbox, code):
    async with connected(sandbox) as socket:
        closed, _ = await asyncio.gather(socket.closed(), sandbox.world.drop_sockets(code))
        assert closed == code


async def test_the_line_can_be_cut_without_a_word(sandbox):
    async with connected(sandbox) as socket:
        for connection in list(sandbox.world.connections):
            connection.cut()
        assert await socket.closed() in (None, 1006)

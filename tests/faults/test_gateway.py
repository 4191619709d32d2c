"""Rows 15 to 19: a connection that breaks, and events that never come, come twice, or in the wrong order."""

import asyncio

import pytest

from sandbox import World
from tests.cogs.upkeep.watching import (
    CHANNELS,
    ROLES,
    becomes,
    channels,
    comes_to_rest,
    messages_in,
    resumes,
    roles,
)
from tour import community
from tour.community import sign_up
from tour.stage import on_stage

MENTOR, GEN_Z = "I can mentor", "Gen Z · born 1997 to 2012"


@pytest.fixture
def gate(stage):
    """While it is shut, a bot that lost its session does not get a new one."""
    gate = asyncio.Event()

    async def until_open(_):
        await gate.wait()

    stage.bot.identifies.pause = until_open
    return gate


@pytest.fixture
async def member(server, mei):
    await sign_up(mei, MENTOR, GEN_Z)
    await mei.has_roles("Gen Z", "Mentor")
    return mei


async def everyone(stage, server):
    async with stage.database.read() as store:
        return {person.user_id: person for person in await store.people.everyone(int(server.guild.id))}


@pytest.mark.parametrize("how", ["asked to come back", "cut", "invalid but resumable", "invalid"])
async def test_row_15_after_every_end_of_a_connection_the_server_is_looked_after(stage, server, gate, how):
    await server.nora.deletes_message("Reverse-mentoring circles")
    gate.set()
    world = server.world
    match how:
        case "asked to come back":
            await world.ask_reconnect()
        case "cut":
            await world.drop_sockets()
        case _:
            await world.invalidate_sessions(resumable=how != "invalid")
    await becomes(world, lambda: messages_in(world, server.guild, "home") != [])
    assert len(messages_in(world, server.guild, "home")) == 1


async def test_row_15_a_connection_that_only_seems_to_be_there_is_left(database):
    bridge = community.found(World(heartbeat=0.1))
    faults = bridge.world.gateway_faults
    async with on_stage(database, bridge.world, heartbeat_timeout=0.3) as stage:
        await bridge.is_set_up()
        await bridge.nora.deletes_message("Reverse-mentoring circles")
        resumed = asyncio.create_task(stage.bot.wait_for("resumed", timeout=10))
        faults.acknowledges = False
        await asyncio.wait_for(stage.bot.wait_for("disconnect"), 10)
        faults.acknowledges = True
        await resumed
        await becomes(bridge.world, lambda: len(messages_in(bridge.world, bridge.guild, "home")) == 1)


async def test_row_16_what_happened_in_a_gap_is_found_out_afterwards(stage, server, member, gate):
    """The session is lost: none of this is ever told to the bot."""
    await server.world.invalidate_sessions()
    ruth = await server.join("Ruth")
    await server.nora.deletes_role("Mentor")
    await server.nora.deletes_channel("home")
    await server.nora.gives_role(member, "Mentee")
    heard = server.world.sessions.identified
    gate.set()
    await becomes(server.world, lambda: server.world.sessions.identified > heard)
    await ruth.sees("Welcome, @Ruth", within=5)
    await member.has_roles("Gen Z", "Mentor", within=5)
    await comes_to_rest(stage)
    assert (roles(server.guild), channels(server.guild)) == (ROLES, CHANNELS)
    assert len(messages_in(server.world, server.guild, "home")) == 1


async def test_row_16_whoever_left_in_a_gap_keeps_their_place_and_is_not_asked_for_again(
    stage, server, member, gate
):
    await server.world.invalidate_sessions()
    await member.leaves()
    gate.set()
    await server.nora.deletes_role("Mentor")
    await becomes(server.world, lambda: roles(server.guild) == ROLES)
    await comes_to_rest(stage)
    assert int(member.id) in await everyone(stage, server)
    assert len([call for call in stage.sandbox.requests if call.status >= 400]) <= 1, "asked once, if at all"


async def test_row_19_an_outage_forgets_nobody_and_nothing(stage, server, member):
    before = await everyone(stage, server)
    await server.world.outage(server.guild)
    await comes_to_rest(stage)
    assert await everyone(stage, server) == before
    await server.world.restore(server.guild)
    await comes_to_rest(stage)
    assert await everyone(stage, server) == before
    await member.has_roles("Gen Z", "Mentor")


async def test_row_19_a_bot_that_was_thrown_out_forgets_nobody_and_mends_everything_when_it_is_back(
    stage, server, member
):
    before = await everyone(stage, server)
    await server.nora.kicks_bot(server.guild)
    await comes_to_rest(stage)
    assert await everyone(stage, server) == before
    await server.nora.takes_role(member, "Mentor")
    await server.nora.deletes_channel("welcome")
    await server.nora.invites_bot(server.guild)
    await server.nora.sees("Something needs a hand", within=5)
    await server.nora.moves_role("Circles", len(server.guild.roles) - 1)
    await member.has_roles("Gen Z", "Mentor", within=5)
    assert channels(server.guild) == CHANNELS
    assert await everyone(stage, server) == before


@pytest.mark.parametrize("order", ["twice", "backwards", 1, 2, 3])
async def test_row_18_whatever_the_order_of_the_events_the_end_is_the_same(stage, server, member, order):
    """Joins after leaves, deletions before the update, and each of them twice."""
    faults = server.world.gateway_faults
    faults.repeat(times=50) if order == "twice" else faults.hold()
    ruth = await server.join("Ruth")
    await server.nora.edits_role("Mentor", permissions="8")
    await server.nora.edits_role("Mentor", permissions="0")
    await server.nora.deletes_role("Mentor")
    await member.leaves()
    await server.join("Mei")
    await server.nora.creates_channel("kitchen")
    await server.nora.deletes_channel("kitchen")
    await server.nora.deletes_channel("home")
    if order != "twice":
        faults.release(backwards=order == "backwards", shuffled=order if isinstance(order, int) else None)
    await ruth.sees("Welcome, @Ruth", within=5)
    await member.has_roles("Gen Z", "Mentor", within=5)
    await resumes(stage)
    assert (roles(server.guild), channels(server.guild)) == (ROLES, CHANNELS)
    assert len([m for m in ruth.newest_first() if "Welcome, @Ruth" in ruth.reads(m)]) == 1

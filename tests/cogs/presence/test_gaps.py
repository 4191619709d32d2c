"""Who came and went while we could not hear it: known within the gap, and said so."""

import asyncio
from contextlib import asynccontextmanager

import pytest
from discord.backoff import ExponentialBackoff

from domain.discussions import State
from sandbox import World
from tests.cogs.presence.evening import NEAR, ROOM, begun, comes_in, hurried
from tests.cogs.upkeep.watching import comes_to_rest
from tests.until import until
from tour import community
from tour.stage import on_stage

GAP = 120


@pytest.fixture(autouse=True)
def _soon_back(monkeypatch):
    """The library tries again at once, not after some seconds by chance."""
    monkeypatch.setattr(ExponentialBackoff, "delay", lambda _: 0.02)


@asynccontextmanager
async def gap(evening, how):
    """The connection breaks, two minutes pass, it is back."""
    world, vitals = evening.stage.world, evening.stage.bot.vitals
    await evening.heard()
    world.gateway_faults.shut = True
    match how:
        case "asked to come back":
            await world.ask_reconnect()
        case "cut":
            await world.drop_sockets()
        case _:
            await world.invalidate_sessions(resumable=how != "invalid")
    await until(lambda: not vitals.connected)
    world.clock.advance(GAP)
    yield
    world.gateway_faults.shut = False
    await until(lambda: vitals.connected)
    await comes_to_rest(evening.stage)


@pytest.mark.parametrize("how", ["asked to come back", "cut", "invalid but resumable", "invalid"])
async def test_row_15_whoever_came_or_left_in_a_gap_did_so_within_it(evening, mei, ruth, how):
    tomas = await comes_in(evening.bridge, "Tomas")
    await mei.joins_voice(ROOM)
    await ruth.joins_voice(ROOM)
    await evening.goes_round()
    async with gap(evening, how):
        await ruth.leaves_voice()
        await tomas.joins_voice(ROOM)
    of_tomas = 31 + GAP if how == "invalid" else GAP  # nobody had asked after him before
    await evening.shows(
        ("Mei", 0, 0, None, 0), ("Ruth", 0, 0, 31, GAP), ("Tomas", 31 + GAP, of_tomas, None, 0)
    )


async def test_row_15_in_a_connection_that_only_seems_to_be_there_nobody_is_seen(database, monkeypatch):
    bridge = community.found(World(heartbeat=0.1))
    async with on_stage(database, bridge.world, bridge.world.clock.now, heartbeat_timeout=0.3) as stage:
        await bridge.is_set_up()
        hurried(stage)
        evening = await begun(stage, bridge)
        mei = await comes_in(bridge, "Mei")
        await mei.joins_voice(ROOM)
        await evening.goes_round()
        faults = bridge.world.gateway_faults
        faults.acknowledges = False
        faults.lose("VOICE_STATE_UPDATE")
        resumed = asyncio.create_task(stage.bot.wait_for("resumed", timeout=10))
        await mei.leaves_voice()
        await asyncio.wait_for(stage.bot.wait_for("disconnect"), 10)
        bridge.world.clock.advance(GAP)
        faults.acknowledges = True
        await resumed
        await evening.shows(("Mei", 0, 0, 31, GAP))


async def test_row_16_a_leaving_that_is_lost_is_found_out_by_asking(evening, mei, ruth):
    await mei.joins_voice(ROOM)
    await ruth.joins_voice(ROOM)
    await evening.goes_round()
    evening.stage.world.gateway_faults.lose("VOICE_STATE_UPDATE")
    await ruth.leaves_voice()
    await evening.goes_round()
    await evening.shows(("Mei", 0, 0, None, 0), ("Ruth", 0, 0, 31, 31))


async def test_row_16_a_coming_that_is_lost_shows_when_they_leave(evening, mei):
    evening.stage.world.gateway_faults.lose("VOICE_STATE_UPDATE")
    await mei.joins_voice(ROOM)
    await evening.passes(300)
    await mei.leaves_voice()
    await evening.shows(("Mei", 300, 300, 300, 0))


async def test_row_16_the_process_dies_in_the_middle(evening, mei, ruth):
    await mei.joins_voice(ROOM)
    await ruth.joins_voice(ROOM)
    await evening.goes_round()
    await evening.stage.stop()
    await ruth.leaves_voice()
    evening.stage.world.clock.advance(GAP)
    await evening.stage.start()
    await evening.shows(("Mei", 0, 0, None, 0), ("Ruth", 0, 0, 31, GAP))


async def test_row_16_the_process_dies_and_the_date_is_over_when_it_is_back(evening, mei):
    await mei.joins_voice(ROOM)
    await evening.goes_round()
    await evening.stage.stop()
    evening.stage.world.clock.advance(GAP)
    await evening.becomes(State.ENDED)
    await mei.leaves_voice()
    evening.stage.world.clock.advance(GAP)
    await evening.stage.start()
    hurried(evening.stage)
    await evening.shows(("Mei", 0, 0, 31, 2 * GAP))
    await until(lambda: not evening.cog.rounds.rooms)


async def test_row_17_after_an_outage_there_are_no_ghosts_in_the_room(evening, mei, ruth):
    await mei.joins_voice(ROOM)
    await ruth.joins_voice(ROOM)
    await evening.goes_round()
    world, guild = evening.stage.world, evening.bridge.guild
    await world.outage(guild)
    await ruth.leaves_voice()
    world.clock.advance(GAP)
    await world.restore(guild)
    await evening.shows(("Mei", 0, 0, None, 0), ("Ruth", 0, 0, 31, GAP))


@pytest.mark.parametrize("order", ["twice", "backwards", 1, 2, 3])
async def test_row_18_whatever_the_order_of_the_events_the_room_is_right_in_the_end(
    evening, mei, ruth, order
):
    faults = evening.stage.world.gateway_faults
    if order == "twice":
        faults.repeat("VOICE_STATE_UPDATE", times=50)
    else:
        faults.hold("VOICE_STATE_UPDATE")
    await mei.joins_voice(ROOM)
    await ruth.joins_voice(ROOM)
    await mei.leaves_voice()
    await ruth.joins_voice("General")
    await ruth.joins_voice(ROOM)
    if order != "twice":
        faults.release(backwards=order == "backwards", shuffled=order if isinstance(order, int) else None)
    await evening.goes_round()
    assert await evening.here() == [int(ruth.id)]
    mei_was_there = sum(
        (left or 0) - came for who, came, _, left, _ in await evening.visits() if who == "Mei"
    )
    assert mei_was_there <= NEAR, "nothing is claimed that was not so"


async def test_while_discord_tells_nothing_nobody_is_taken_to_have_left(evening, mei):
    await mei.joins_voice(ROOM)
    await evening.goes_round()
    evening.stage.world.faults.storm("503", seconds=3600)
    await evening.passes(31)
    await comes_to_rest(evening.stage)
    await evening.shows(("Mei", 0, 0, None, 0))


async def test_where_the_bot_may_not_ask_it_asks_once_and_believes_what_it_hears(evening, mei):
    await mei.joins_voice(ROOM)
    await evening.heard()
    evening.stage.world.faults.next("GET", r"/voice-states/\d+$", "403", times=9)
    since = len(evening.stage.sandbox.requests)
    for _ in range(3):
        await evening.passes(31)
        await comes_to_rest(evening.stage)
    refused = [each for each in evening.stage.sandbox.requests[since:] if "voice-states" in each.template]
    assert [each.status for each in refused] == [403]
    await mei.leaves_voice()
    await evening.shows(("Mei", 0, 0, 93, 0))

"""Who comes and goes while all is well."""

import asyncio

from domain.discussions import State
from sandbox.verbs import voice
from tests.cogs.presence.evening import ROOM
from tests.cogs.upkeep.watching import comes_to_rest
from tests.until import until


async def test_who_comes_and_who_leaves(evening, mei, ruth):
    await mei.joins_voice(ROOM)
    await evening.passes(60)
    await ruth.joins_voice(ROOM)
    await mei.mutes_self()
    await evening.passes(600)
    await mei.leaves_voice()
    await evening.shows(("Mei", 0, 0, 660, 0), ("Ruth", 60, 0, None, 0))


async def test_another_room_is_another_room(evening, mei):
    await mei.joins_voice("General")
    await evening.passes(60)
    await mei.joins_voice(ROOM)
    await evening.passes(60)
    await mei.joins_voice("General")
    await mei.leaves_voice()
    await evening.shows(("Mei", 60, 0, 120, 0))


async def test_whoever_comes_and_goes_at_once_is_heard_both_times(evening, mei):
    """The library would tell of two leavings; see cogs/kit/faults.py."""
    guild = evening.bridge.guild
    for _ in range(3):
        voice.move(evening.stage.world, guild.id, mei.id, mei.channel(ROOM)["id"])
        voice.leave(evening.stage.world, guild, mei.id)
    await evening.shows(*[("Mei", 0, 0, 0, 0)] * 3)


async def test_a_bot_is_nobody(evening, mei):
    world = evening.stage.world
    evening.bridge.guild.members[mei.id]["user"]["bot"] = True
    await mei.joins_voice(ROOM)
    await evening.passes(10)
    await world.outage(evening.bridge.guild)
    await world.restore(evening.bridge.guild)
    await comes_to_rest(evening.stage)
    await evening.shows()


async def test_who_stays_to_the_end_stayed_to_the_end(evening, mei, ruth):
    await evening.passes(600)
    await mei.joins_voice(ROOM)
    await ruth.joins_voice(ROOM)
    await evening.becomes(State.ON)
    await evening.passes(1800)
    await ruth.leaves_voice()
    await evening.passes(1800)
    await evening.becomes(State.ENDED)
    await evening.shows(("Mei", 600, 0, 4200, 0), ("Ruth", 600, 0, 2400, 0))
    attended = await evening.attended()
    assert (attended["Mei"].minutes, attended["Mei"].left_early) == (60, False)
    assert (attended["Ruth"].minutes, attended["Ruth"].left_early) == (30, True)
    await until(lambda: not evening.cog.rounds.rooms)


async def test_a_room_that_is_deleted_in_the_middle_is_empty(evening, mei, ruth):
    await mei.joins_voice(ROOM)
    await ruth.joins_voice(ROOM)
    await evening.passes(300)
    evening.stage.world.gateway_faults.lose("VOICE_STATE_UPDATE", times=2)
    await evening.bridge.nora.deletes_channel(ROOM)
    await evening.shows(("Mei", 0, 0, 300, 0), ("Ruth", 0, 0, 300, 0))


async def test_with_nobody_in_the_room_nothing_is_asked(evening):
    since = len(evening.stage.sandbox.requests)
    await evening.passes(31)
    await comes_to_rest(evening.stage)
    assert not [each for each in evening.stage.sandbox.requests[since:] if "voice-states" in each.template]


async def test_a_room_that_fills_at_once_is_kept_in_a_few_transactions(evening):
    world, guild = evening.stage.world, evening.bridge.guild
    crowd = world.add_members(guild, 100)
    room, seat = guild.channel(ROOM)["id"], guild.role("Mentor")["id"]
    evening.cog.beat = 0.2
    before = evening.stage.database.commits.count
    for user_id in crowd:
        guild.members[user_id]["roles"].append(seat)
        voice.move(world, guild.id, user_id, room)
    while len(await evening.here()) < len(crowd):  # noqa: ASYNC110
        await asyncio.sleep(0.02)
    assert evening.stage.database.commits.count - before < len(crowd) / 4

"""Every call to Discord is counted, and none goes out that would make things worse."""

import asyncio

import discord
import pytest
import structlog

from cogs.kit.breakers import MOST_INVALID
from cogs.upkeep.outcomes import Later, NotDone, outcome
from tests.cogs.kit import probes
from tests.processes import connected
from tests.until import until


async def ask(stage):
    """Any call that is no answer to a person."""
    async with outcome():
        await stage.bot.fetch_user(stage.bot.application_id)


def calls(stage):
    return len(stage.sandbox.requests)


async def test_row_12_a_ban_by_cloudflare_stops_every_call_for_as_long_as_it_says(stage):
    stage.world.faults.next("GET", "/users/", "html 429 90")
    before = calls(stage)
    for _ in range(3):
        with pytest.raises(Later) as later:
            await ask(stage)
        assert 85 < later.value.seconds <= 90
    assert calls(stage) == before + 1


async def test_row_12_a_ban_without_a_time_stops_every_call_for_ten_minutes(stage):
    stage.world.faults.next("GET", "/users/", "html 403")
    for _ in range(3):
        with pytest.raises(Later) as later:
            await ask(stage)
    assert 590 < later.value.seconds <= 600


async def test_while_a_breaker_is_open_people_are_answered_all_the_same(stage, bridge):
    await probes.post(stage, "probes", [probes.Answers(probes.say)])
    mei = await bridge.join("Mei")
    stage.bot.vitals.banned.open(600)
    await mei.clicks("Answer")
    await mei.sees("answer")


async def test_refusals_are_counted_and_too_many_stop_what_nobody_waits_for(stage):
    stage.world.faults.next("GET", "/users/", "403", times=MOST_INVALID)
    with structlog.testing.capture_logs() as logs:
        for _ in range(MOST_INVALID):
            with pytest.raises(NotDone, match="50013"):
                await ask(stage)
        for _ in range(3):
            with pytest.raises(Later):
                await ask(stage)
    assert stage.bot.vitals.invalid.counts() == {403: MOST_INVALID}
    assert [log["event"] for log in logs if log["log_level"] == "error"] == ["breaker-opened"]


async def test_a_limit_that_others_have_used_up_is_not_held_against_the_bot(stage):
    stage.world.faults.next("GET", "/users/", "429 0.01 shared")
    await ask(stage)
    assert not stage.bot.vitals.invalid.counts()


async def test_row_13_a_token_that_is_reset_ends_the_bot_at_once(stage, bridge):
    """Here Discord closes no socket: the first call that is refused is enough."""
    await bridge.nora.sees("Set up")
    token = stage.world.token
    stage.world.token = "another.token.now"
    with pytest.raises(NotDone):
        await ask(stage)
    before = calls(stage)
    with pytest.raises(Later) as later:
        await ask(stage)
    assert later.value.seconds <= 60  # the work is for the next start, which comes soon
    with pytest.raises(discord.LoginFailure):
        async with asyncio.timeout(5):
            await stage._running
    assert calls(stage) == before
    stage.world.token = token


async def test_an_answer_is_timed_from_the_press(stage, bridge):
    await probes.post(stage, "probes", [probes.Answers(probes.say)])
    mei = await bridge.join("Mei")
    before = stage.bot.vitals.answers.count
    await mei.clicks("Answer")
    await mei.sees("answer")
    answers = stage.bot.vitals.answers
    await until(lambda: answers.count == before + 1)
    assert answers.total < 1


async def test_sessions_are_counted_by_how_they_began(stage, bridge):
    await bridge.world.drop_sockets()
    await connected(stage.sandbox)
    await bridge.world.invalidate_sessions()
    await connected(stage.sandbox)
    assert stage.bot.vitals.sessions["identified"] == 2


async def test_no_servers_members_are_listed_at_the_start(stage):
    assert stage.bot._connection._chunk_guilds is False
    assert not [frame for operation, frame in stage.world.gateway_log if operation == 8]

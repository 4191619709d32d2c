"""What was written down happens: once, in time, and whatever Discord answers."""

import asyncio
from dataclasses import replace
from datetime import timedelta

import pytest

from cogs.clock import clock_of
from cogs.kit import bot as kit
from cogs.kit.handlers import Handler
from cogs.upkeep.outcomes import Later
from domain.jobs import Wish
from sandbox import Permission
from tests.cogs.noting import NOTE, note
from tests.cogs.ticking import become, passes, quick, states, wish
from tests.cogs.upkeep.watching import becomes, comes_to_rest, messages_in
from tests.cogs.upkeep.watching import notices as notices_in

EVERYTHING = str(int(Permission.ALL & ~Permission.ADMINISTRATOR))
LOST = ["502 after", "502 before", "drop after", "drop before", "503 before"]


@pytest.fixture(autouse=True)
def _a_room_that_posts(monkeypatch):
    monkeypatch.setattr(kit, "ROOMS", ("tests.cogs.noting", *kit.ROOMS))


@pytest.fixture
async def server(stage, open_bridge):
    """Set up, with a bot that does not dawdle."""
    await comes_to_rest(stage)
    quick(stage)
    stage.bot.get_cog("Upkeep").settle = 0
    return open_bridge


@pytest.fixture
def forgetful(server):
    """Discord remembers nonces for "the past few minutes", and those are over."""
    server.world.messages._nonce_window = 0


def posted(server, channel="general"):
    """Everything that stands there but the bot's invitation."""
    lines = [server.nora.reads(each) for each in messages_in(server.world, server.guild, channel)]
    return [line for line in lines if "[Set up]" not in line]


async def test_what_is_wished_for_is_posted_once_and_written_down(stage, server):
    before = clock_of(stage.bot).ended[NOTE, "done"]
    await wish(stage, note(server.guild, "Hello"))
    await become(stage, NOTE, "done")
    await comes_to_rest(stage)  # the row is written before it is counted
    assert posted(server) == ["Hello"]
    assert clock_of(stage.bot).ended[NOTE, "done"] == before + 1


@pytest.mark.usefixtures("forgetful")
async def test_row_21_what_was_posted_though_the_answer_was_lost_is_found_and_not_sent_again(stage, server):
    for outcome in LOST:
        server.world.faults.next("POST", "/messages$", outcome)
        await wish(stage, note(server.guild, outcome))
    await become(stage, NOTE, *["done"] * len(LOST))
    assert sorted(posted(server)) == sorted(LOST)


@pytest.mark.usefixtures("forgetful")
async def test_the_control_whoever_does_not_look_sends_it_twice(stage, server, monkeypatch):
    async def blind(*_):
        return None

    monkeypatch.setattr("cogs.posting.find", blind)
    server.world.faults.next("POST", "/messages$", "drop after")
    await wish(stage, note(server.guild, "Hello"))
    await become(stage, NOTE, "done")
    assert posted(server) == ["Hello", "Hello"]


@pytest.mark.usefixtures("forgetful")
async def test_what_was_posted_is_found_under_a_hundred_other_messages(stage, server):
    server.world.faults.next("POST", "/messages$", "drop after")
    server.world.faults.next("GET", "/messages$", "503 before", times=2)
    await wish(stage, note(server.guild, "Hello"))
    await becomes(server.world, lambda: "Hello" in posted(server))
    for number in range(120):
        await server.nora.says("general", f"Chatter {number}")
    await become(stage, NOTE, "done", within=20)
    assert posted(server).count("Hello") == 1


async def test_row_22_after_days_away_what_is_still_of_use_is_done_and_the_rest_is_one_notice(stage, server):
    now = stage.bot.deps.now()
    await stage.stop()
    async with stage.database.begin() as store:
        for hours in (1, 3, 5, 70):
            due, expires = now + timedelta(hours=hours), now + timedelta(hours=hours + 24)
            await store.jobs.add(note(server.guild, f"{hours} h", due_at=due, expires_at=expires), now)
    stage.world.clock.advance(72 * 3600)
    await stage.start()
    quick(stage)
    await become(stage, NOTE, "expired", "expired", "expired", "done")
    await server.nora.sees("I could not do something that was due in time")
    await comes_to_rest(stage)
    assert posted(server) == ["70 h"]
    assert len(notices_in(server.world, server.guild)) == 1


async def test_nothing_happens_before_it_is_due(stage, server):
    await wish(stage, note(server.guild, "Later", due_at=stage.bot.deps.now() + timedelta(hours=1)))
    await comes_to_rest(stage)
    assert posted(server) == []
    passes(stage, 3600)
    await become(stage, NOTE, "done")


async def test_what_was_lost_and_is_too_late_by_now_is_not_sent_again(stage, server):
    server.world.faults.next("POST", "/messages$", "503 before", times=99)
    now = stage.bot.deps.now()
    await wish(stage, note(server.guild, "Hello", expires_at=now + timedelta(hours=1)))
    await become(stage, NOTE, "unknown")
    server.world.faults.clear()
    passes(stage, 7200)
    await become(stage, NOTE, "expired")
    assert posted(server) == []


async def test_a_job_of_an_unknown_kind_is_kept_and_told_and_done_by_the_version_that_knows_it(stage, server):
    await wish(stage, Wish(int(server.guild.id), "from-tomorrow", "a"))
    await server.nora.sees("Another version of me left it")
    await stage.restart()
    await comes_to_rest(stage)
    assert await states(stage, "from-tomorrow") == ["dead"]
    assert len(notices_in(server.world, server.guild)) == 1
    await stage.stop()

    async def setup(bot):
        await original(bot)
        bot.handles("from-tomorrow", Handler(lambda _: asyncio.sleep(0, 7)))

    from tests.cogs import noting

    original, noting.setup = noting.setup, setup
    try:
        await stage.start()
    finally:
        noting.setup = original
    await become(stage, "from-tomorrow", "done")
    await server.nora.sees("Now it is")


async def test_an_older_payload_is_read_and_a_newer_one_kept_and_told(stage, server):
    wished = note(server.guild, "Old")
    old = replace(wished, version=1, payload={"channel_id": wished.payload["channel_id"], "line": "Old"})
    await wish(stage, old)
    await wish(stage, note(server.guild, "New", version=3))
    await become(stage, NOTE, "done", "dead")
    await server.nora.sees("Another version of me left it")
    assert posted(server) == ["Old"]


async def test_a_fault_of_our_own_is_tried_again_and_then_told_once(stage, server):
    async def fails(job):
        asyncio.get_running_loop().call_later(0.05, passes, stage, 60)
        raise ZeroDivisionError(job.attempts)

    stage.bot.handles("fragile", Handler(fails))
    await wish(stage, Wish(int(server.guild.id), "fragile", "a"))
    await become(stage, "fragile", "dead")
    await server.nora.sees("That is a fault of mine")


async def test_what_discord_forbids_is_one_notice_no_storm_and_done_once_it_may_be(stage, server):
    nora = server.nora
    denied = {"id": server.guild.id, "type": 0, "allow": "0", "deny": str(int(Permission.SEND_MESSAGES))}
    await nora.edits_channel("general", permission_overwrites=[denied])
    for number in range(5):
        await wish(stage, note(server.guild, f"Note {number}"))
    await become(stage, NOTE, *["dead"] * 5)
    await nora.sees("I could not do something that was due")
    await comes_to_rest(stage)
    assert len(notices_in(server.world, server.guild)) == 1
    since = len(stage.sandbox.requests)
    passes(stage, 3600)
    await comes_to_rest(stage)
    assert 403 not in [call.status for call in stage.sandbox.requests[since:]]
    await nora.edits_channel("general", permission_overwrites=[])
    await become(stage, NOTE, *["done"] * 5)
    await nora.sees("Now it is")
    assert len(posted(server)) == 5


async def test_row_14_a_long_rate_limit_is_waited_for_outside_and_holds_up_nobody_else(stage, server):
    waited = []

    async def limited(job):
        waited.append(job.attempts)
        if len(waited) == 1:
            raise Later(600)
        return 7

    stage.bot.handles("limited", Handler(limited))
    await wish(stage, Wish(int(server.guild.id), "limited", "a"))
    await become(stage, "limited", "ready")
    await wish(stage, note(server.guild, "Not held up"))
    await become(stage, NOTE, "done")
    passes(stage, 599)
    await comes_to_rest(stage)
    assert await states(stage, "limited") == ["ready"]
    passes(stage, 2)
    await become(stage, "limited", "done")
    assert waited == [1, 1]  # no attempt was lost to waiting


async def test_jobs_of_one_lane_take_turns_and_those_of_many_do_not(stage, server):
    most = {"lane": 0, "free": 0}
    going = {"lane": 0, "free": 0}

    async def busy(job):
        going[job.key[:4]] += 1
        most[job.key[:4]] = max(most[job.key[:4]], going[job.key[:4]])
        await asyncio.sleep(0.01)
        going[job.key[:4]] -= 1

    stage.bot.handles("busy", Handler(busy))
    here = int(server.guild.id)
    lanes = [Wish(here, "busy", f"lane {number}", lane="one") for number in range(6)]
    await wish(stage, *lanes, *(Wish(here, "busy", f"free {number}") for number in range(6)))
    await become(stage, "busy", *["done"] * 12)
    assert most["lane"] == 1
    assert 1 < most["free"] <= clock_of(stage.bot).workers


async def test_row_48_what_is_in_flight_when_the_bot_is_told_to_end_is_free_for_the_next_at_once(
    stage, server, monkeypatch
):
    monkeypatch.setattr(kit, "FINISHING", 0.05)
    server.world.faults.next("POST", "/messages$", 30.0)
    await wish(stage, note(server.guild, "Hello"))
    await become(stage, NOTE, "leased")
    await stage.stop()
    assert await states(stage, NOTE) == ["unknown"]
    server.world.faults.clear()
    await stage.start()
    await become(stage, NOTE, "done")
    assert posted(server) == ["Hello"]


async def test_what_a_killed_process_held_is_free_at_the_next_start(stage, server):
    await stage.stop()
    async with stage.database.begin() as store:
        now = stage.bot.deps.now()
        await store.jobs.add(note(server.guild, "Hello"), now)
        assert len(await store.jobs.claim(now, 9, "the one that was killed")) == 1
    await stage.start()
    await become(stage, NOTE, "done")


async def test_a_database_that_fails_for_a_moment_stops_no_clock(stage, server, monkeypatch):
    failed: list[int] = []

    async def away(deps):
        if len(failed) < 3:
            failed.append(1)
            raise ConnectionError("the database is away")
        return await next_at(deps)

    from actions import jobs

    next_at = jobs.next_at
    monkeypatch.setattr(jobs, "next_at", away)
    await wish(stage, note(server.guild, "Hello"))
    await become(stage, NOTE, "done")
    assert len(failed) == 3


async def test_during_an_outage_of_the_server_its_jobs_wait(stage, server):
    await server.world.outage(server.guild)
    await wish(stage, note(server.guild, "Hello"))
    await become(stage, NOTE, "ready")
    await server.world.restore(server.guild)
    await become(stage, NOTE, "done")
    assert posted(server) == ["Hello"]

"""A bot that is started over and over waits, says for how long and why, and ends when it is told to."""

import asyncio
import json
import os
import signal
import time

import pytest

import service
from cogs.kit.identifies import FILE, HOUR, RESERVE, Identifies, Pace
from cogs.kit.wire import point_at
from life.ending import GRACE, Exit
from tests.cogs.kit.test_identifies import Clock, most_in_an_hour
from tests.processes import connected, the_bot


def noted(settings, ahead):
    """As a crash loop has left it: the pace is used up for so many seconds."""
    file = settings.master_key_file.with_name(FILE)
    file.write_text(json.dumps({"used_until": time.time() + ahead}))
    return file


async def comes_and_goes(settings, sandbox, **options):
    """Runs until its session has begun."""
    sandbox.world.sessions.forget_all()
    running = asyncio.create_task(service.on_discord(settings, sandbox.world.token, **options))
    await connected(sandbox)
    running.cancel()
    with pytest.raises(asyncio.CancelledError):
        await running


async def is_killed(settings, sandbox, clock):
    """Answers when its session began; like a new process, it knows only what stands in the file."""
    file = settings.master_key_file.with_name(FILE)
    identifies = Identifies(Pace.in_an_hour(20), file, clock.now, clock.pause)
    await comes_and_goes(settings, sandbox, identifies=identifies)
    return clock.now()


async def test_row_20_a_crash_loop_identifies_at_most_20_times_in_an_hour(sandbox, settings, capsys):
    clock = Clock()
    moments = [await is_killed(settings, sandbox, clock) for _ in range(50)]
    assert sandbox.world.sessions.identified == 50
    assert most_in_an_hour(moments) <= 20
    assert moments[-1] - moments[0] > 2 * HOUR
    waits = [line for line in capsys.readouterr().err.splitlines() if "started often" in line]
    assert len(waits) == 45
    assert "0:04:00" in waits[0]


async def test_sessions_are_left_to_the_operator_when_discord_has_few_left(sandbox, settings, capsys):
    sandbox.world.sessions.identified = 1000 - RESERVE
    clock = Clock()

    async def a_day(seconds):
        await clock.pause(seconds)
        sandbox.world.sessions.identified = 0

    identifies = Identifies(Pace.in_an_hour(20), None, clock.now, a_day)
    began = clock.now()
    await comes_and_goes(settings, sandbox, identifies=identifies)
    assert clock.now() - began == pytest.approx(86_400)
    assert "only 50 more sessions today" in capsys.readouterr().err


@pytest.mark.skipif(os.name != "posix", reason="Windows has no SIGTERM")
async def test_a_wait_is_announced_and_ends_at_once_when_asked(sandbox, settings):
    noted(settings, ahead=HOUR)
    async with the_bot(settings, sandbox.world.token, IDENTIFIES_IN_AN_HOUR="20") as bot:
        await bot.shows("waits")
        asked = time.monotonic()
        bot.asked(signal.SIGTERM)
        code, screen = await bot.end()
    assert code == Exit.ENDED
    assert time.monotonic() - asked < GRACE / 2
    assert "started often lately" in screen
    assert '"event":"start-waits","seconds":' in screen
    assert sandbox.world.sessions.identified == 0


async def test_a_clean_end_forgets_no_start(sandbox, settings):
    file = noted(settings, ahead=0)
    await comes_and_goes(settings, sandbox)
    assert json.loads(file.read_text())["used_until"] > time.time() + 200


async def test_a_folder_that_cannot_be_written_is_named(settings, tmp_path):
    (tmp_path / "file").write_text("")
    wrong = settings.model_copy(update={"state_folder": tmp_path / "file"})
    with pytest.raises(service.Unable, match="set STATE_FOLDER") as unable:
        await service.on_discord(wrong, "any.token.will-do")
    assert unable.value.code == Exit.MISCONFIGURED


async def test_connections_to_discord_are_bounded(settings, sandbox):
    point_at(sandbox.api_url, sandbox.gateway_url, sandbox.cdn_url)
    async with service.running(settings, sandbox.world.token) as (bot, _):
        assert bot.http.connector.limit == bot.http.connector.limit_per_host == service.CONNECTIONS

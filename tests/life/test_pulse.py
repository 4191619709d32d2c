"""A bot that hangs is seen from outside its event loop, shown, and ended."""

import asyncio
import os
import signal
import socket
import threading
import time

import pytest

from life.pulse import Pulse
from tests.processes import started
from tests.until import until


async def test_a_short_stall_is_remembered():
    pulse = Pulse(beat=0.01)
    async with pulse.beating():
        await until(lambda: pulse.beats > 2)
        assert pulse.longest_stall < 0.2
        time.sleep(0.3)  # noqa: ASYNC251 - this is the stall
        seen = pulse.beats
        await until(lambda: pulse.beats > seen)
    assert pulse.longest_stall > 0.2


async def test_a_loop_that_hangs_for_good_is_shown_and_given_up(tmp_path):
    given_up = threading.Event()
    with (tmp_path / "screen").open("w+") as screen:
        pulse = Pulse(beat=0.01, stuck=0.2, hopeless=0.4, give_up=given_up.set, out=screen)
        async with pulse.beating():
            await until(lambda: pulse.beats > 2)
            assert given_up.wait(10)
        screen.seek(0)
        shown = screen.read()
    assert "test_pulse.py" in shown
    assert "in test_a_loop_that_hangs" in shown


async def test_a_loop_that_responds_is_left_alone():
    given_up = threading.Event()
    pulse = Pulse(beat=0.01, stuck=0.3, hopeless=0.6, give_up=given_up.set)
    async with pulse.beating():
        await asyncio.sleep(1)
    assert not given_up.is_set()


HANGING = """
import asyncio, time
from life.pulse import Pulse

async def main():
    async with Pulse(beat=0.01, stuck=0.2, hopeless=0.5).beating():
        await asyncio.sleep(0.05)
        time.sleep(60)

asyncio.run(main())
"""


async def test_a_process_whose_loop_hangs_ends_with_70_and_shows_where():
    async with started("-c", HANGING) as bot:
        code, screen = await bot.end()
    assert code == 70
    assert "loop-stuck" in screen
    assert 'File "<string>", line 8 in main' in screen
    assert "loop-hopeless" in screen


STOPPED = """
import asyncio
from life.pulse import Pulse

async def main():
    async with Pulse(beat=0.01, stuck=0.5, hopeless=0.6).beating():
        await asyncio.sleep(0.1)
        print("stop me", flush=True)
        await asyncio.sleep(1)

asyncio.run(main())
"""


@pytest.mark.skipif(os.name != "posix", reason="Windows has no SIGSTOP")
async def test_a_process_that_was_stopped_as_a_whole_is_not_stuck():
    async with started("-c", STOPPED) as bot:
        await bot.shows("stop me")
        bot.asked(signal.SIGSTOP)
        await asyncio.sleep(1)
        bot.asked(signal.SIGCONT)
        code, screen = await bot.end()
    assert code == 0, screen
    assert "loop-stuck" not in screen


@pytest.fixture
def told(monkeypatch, tmp_path):
    """What systemd hears."""
    if not hasattr(socket, "AF_UNIX"):
        pytest.skip("no systemd here")
    with socket.socket(socket.AF_UNIX, socket.SOCK_DGRAM) as notify:
        notify.bind(str(tmp_path / "notify"))
        notify.setblocking(False)
        monkeypatch.setenv("NOTIFY_SOCKET", str(tmp_path / "notify"))
        monkeypatch.setenv("WATCHDOG_USEC", "1000")
        yield lambda: _all_of(notify)


def _all_of(notify):
    lines = []
    try:
        while True:
            lines += notify.recv(4096).decode().splitlines()
    except BlockingIOError:
        return lines


async def test_systemd_is_told_of_the_start_the_beats_and_the_end(told):
    pulse = Pulse(beat=0.01)
    async with pulse.beating():
        await until(lambda: pulse.beats > 3)
        starting = told()
        await pulse.on_ready()
        seen = pulse.beats
        await until(lambda: pulse.beats > seen + 3)
    assert {"EXTEND_TIMEOUT_USEC=30000000", "WATCHDOG=1"} == set(starting)
    assert set(told()) == {"READY=1", "WATCHDOG=1", "STOPPING=1"}


async def test_a_loop_that_hangs_tells_systemd_nothing(told):
    pulse = Pulse(beat=0.01)
    async with pulse.beating():
        await until(lambda: pulse.beats > 3)
        told()
        time.sleep(0.2)  # noqa: ASYNC251 - this is the stall
        assert told() == []


async def test_without_systemd_nobody_is_told(monkeypatch):
    monkeypatch.setenv("NOTIFY_SOCKET", "/nowhere/notify")
    pulse = Pulse(beat=0.01)
    async with pulse.beating():
        await pulse.on_ready()

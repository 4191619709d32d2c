"""A bot never begins so many sessions that Discord resets its token, however it is started."""

import json
import threading

import pytest
from discord.gateway import KeepAliveHandler
from hypothesis import given
from hypothesis import strategies as st

from cogs.kit.identifies import HOUR, RESERVE, Identifies, Pace, TooSoon
from tests.processes import connected

PACE = Pace.in_an_hour(20)


class Clock:
    def __init__(self):
        self.time = 1_800_000_000.0

    def now(self):
        return self.time

    async def pause(self, seconds):
        self.time += seconds


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def file(tmp_path):
    return tmp_path / "identifies.json"


def begun(clock, file, most=20):
    """As a process has it that has just started."""
    return Identifies(Pace.in_an_hour(most), file, clock.now, clock.pause)


def crash_loop(clock, file, times, most=20):
    """The moments at which a bot identifies that dies at once and is started again at once."""
    moments = []
    for _ in range(times):
        identifies = begun(clock, file, most)
        clock.time += identifies.wait()
        identifies.note()
        moments.append(clock.time)
    return moments


def most_in_an_hour(moments):
    return max(sum(0 <= other - first < HOUR for other in moments) for first in moments)


def test_the_first_few_starts_do_not_wait(clock, file):
    moments = crash_loop(clock, file, 6)
    assert [moment - moments[0] for moment in moments] == [0, 0, 0, 0, 0, 240]


@given(most=st.integers(2, 40), pauses=st.lists(st.floats(0, 2 * HOUR), min_size=1, max_size=60))
def test_in_no_hour_there_are_more_than_allowed(tmp_path_factory, most, pauses):
    clock, file = Clock(), tmp_path_factory.mktemp("state") / "identifies.json"
    moments = []
    for pause in pauses:
        clock.time += pause
        moments += crash_loop(clock, file, 1, most)
    assert most_in_an_hour(moments) <= most


def test_after_a_quiet_hour_nothing_is_held_against_the_bot(clock, file):
    crash_loop(clock, file, 20)
    clock.time += HOUR
    moments = crash_loop(clock, file, 5)
    assert moments[0] == moments[-1]


def test_a_clock_that_was_put_back_makes_nobody_wait_for_ever(clock, file):
    crash_loop(clock, file, 5)
    clock.time -= 30 * 86_400
    assert begun(clock, file).wait() <= 5 * 240


@pytest.mark.parametrize("found", ["", "{}", "[]", '{"used_until": "soon"}', "\0" * 20])
def test_a_note_that_cannot_be_read_is_written_anew(clock, file, found):
    file.write_text(found)
    identifies = begun(clock, file)
    assert identifies.wait() == 0
    identifies.note()
    assert json.loads(file.read_text())["used_until"] == clock.time + 240


def test_a_note_that_cannot_be_written_is_an_error(clock, tmp_path):
    with pytest.raises(OSError, match="No such file"):
        begun(clock, tmp_path / "nowhere" / "identifies.json").note()


async def test_an_open_socket_waits_a_moment_and_never_long(clock, file):
    identifies = begun(clock, file)
    for number in range(5):
        await identifies.turn(first=number == 0)
    clock.time += 200
    before = clock.time
    await identifies.turn(first=False)
    assert 0 < clock.time - before < 30
    with pytest.raises(TooSoon) as too_soon:
        await identifies.turn(first=False)
    assert too_soon.value.seconds == pytest.approx(240)


async def test_row_15_sessions_that_discord_ends_again_and_again_are_begun_at_the_same_pace(
    stage, bridge, clock, monkeypatch
):
    """Op 9 in a loop: the library alone would identify every five seconds."""
    monkeypatch.setattr(stage.bot, "identifies", Identifies(PACE, now=clock.now, pause=clock.pause))
    moments = []
    for _ in range(8):
        await bridge.world.invalidate_sessions()
        await connected(stage.sandbox)
        moments.append(clock.time)
    assert moments[5] - moments[0] >= 240
    assert most_in_an_hour(moments) <= 20
    hearts = [thread for thread in threading.enumerate() if isinstance(thread, KeepAliveHandler)]
    ours = [heart for heart in hearts if heart.ws._connection is stage.bot._connection]
    assert len([heart for heart in ours if not heart._stop_ev.is_set()]) == 1


async def test_the_last_sessions_of_the_day_are_left_to_the_operator(stage, bridge):
    http, identifies = stage.bot.http, stage.bot.identifies
    assert await identifies.ask(http) == 0
    bridge.world.sessions.identified = 1000 - RESERVE
    assert await identifies.ask(http) == pytest.approx(86_400, abs=30)
    assert identifies.left == RESERVE

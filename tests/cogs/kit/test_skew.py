"""A machine whose clock is wrong is noticed by what Discord says the time is."""

from datetime import UTC, datetime, timedelta
from email.utils import format_datetime

import pytest
import structlog

from actions.deps import utc_now
from cogs.kit.skew import EVERY, SAMPLES, Skew
from tour.stage import on_stage

NOON = datetime(2027, 3, 28, 12, tzinfo=UTC)


class Host:
    """A machine whose clock is off by so much; at noon, and some part of a second later."""

    def __init__(self, off=0.0, fraction=0.3):
        self.off, self.fraction = off, fraction
        self.passed = 0.0
        self.skew = Skew(self.now, self.steady)

    def now(self):
        return NOON + timedelta(seconds=self.passed + self.off + self.fraction)

    def steady(self):
        return 1000.0 + self.passed

    def hears(self, after, took=0.0):
        """Discord's answer, which says when it was sent."""
        self.passed += after
        sent = NOON + timedelta(seconds=self.passed + self.fraction - took / 2)
        self.skew.heard(format_datetime(sent, usegmt=True), took)


def skew_of(off, **kind):
    """After some answers."""
    took = kind.pop("took", 0.1)
    host = Host(off, **kind)
    for _ in range(SAMPLES):
        host.hears(after=1, took=took)
    return host.skew


@pytest.mark.parametrize("off", [-3600, -300, -61, 61, 300])
def test_a_clock_that_is_far_off_is_not_to_be_believed(off):
    assert skew_of(off).too_far
    assert skew_of(off).seconds == pytest.approx(off, abs=0.51)


@pytest.mark.parametrize("off", [-59, -3, 3, 59])
def test_a_clock_that_is_off_is_noticed(off):
    assert skew_of(off).noticeable
    assert not skew_of(off).too_far


@pytest.mark.parametrize("fraction", [0.0, 0.5, 0.999])
@pytest.mark.parametrize("took", [0.001, 0.9])
def test_a_right_clock_is_never_suspected(fraction, took):
    assert not skew_of(0, took=took, fraction=fraction).noticeable


@pytest.mark.parametrize("off", [-3600, -3, 3, 300])
def test_a_clock_that_is_off_is_replaced_by_discords(off):
    host = Host(off)
    for _ in range(SAMPLES):
        host.hears(after=1)
    right = host.now() - timedelta(seconds=off)
    assert abs(host.skew.right_now() - right) < timedelta(seconds=0.6)


def test_a_right_clock_is_left_as_it_is():
    host = Host()
    for _ in range(SAMPLES):
        host.hears(after=1)
    assert host.skew.right_now() == host.now()


def test_one_odd_answer_sets_off_nothing():
    skew = skew_of(0)
    skew.heard(format_datetime(NOON - timedelta(hours=1), usegmt=True), 0.1)
    assert not skew.noticeable


def test_an_answer_that_took_long_says_too_little():
    host = Host(off=90)
    host.hears(after=1, took=1.1)
    assert not host.skew.noticeable


@pytest.mark.parametrize("date", [None, "", "yesterday", "Sun, 99 Mar 2027 12:00:00 GMT"])
def test_an_answer_without_a_date_says_nothing(date):
    host = Host(off=90)
    host.skew.heard(date, 0.1)
    assert host.skew.seconds == 0


def test_a_clock_that_is_set_is_noticed_at_once_and_told_once_and_so_is_its_return():
    host = Host()
    with structlog.testing.capture_logs() as logs:
        for number in range(3 * SAMPLES):
            host.off = 300 if SAMPLES <= number < 2 * SAMPLES else 0
            assert host.skew.too_far is (host.off > 0)
            host.hears(after=EVERY)
    assert [log["event"] for log in logs] == ["clock-off", "clock-right-again"]


def test_after_a_sleep_of_the_machine_a_few_answers_set_it_right():
    host = Host()
    for _ in range(SAMPLES):
        host.hears(after=1)
    slept = 3600.0
    host.skew.steady = lambda: host.steady() - slept
    assert host.skew.too_far
    for _ in range(SAMPLES):
        host.hears(after=slept + EVERY)
    assert not host.skew.noticeable


@pytest.mark.parametrize("minutes", [5, -5])
async def test_row_24_a_host_clock_that_is_five_minutes_off_is_seen_at_the_start(database, bridge, minutes):
    def wrong():
        return utc_now() + timedelta(minutes=minutes)

    with structlog.testing.capture_logs() as logs:
        async with on_stage(database, bridge.world, now=wrong) as stage:
            assert stage.bot.vitals.skew.too_far
    assert [log["event"] for log in logs if log["event"] == "clock-off"] == ["clock-off"]


async def test_row_24_a_right_host_clock_is_right(stage):
    assert abs(stage.bot.vitals.skew.seconds) < 1


async def test_row_24_a_host_clock_that_runs_with_the_sandbox_is_right_whenever_that_is(database, bridge):
    clock = bridge.world.clock
    clock.advance(3 * 86_400)
    async with on_stage(database, bridge.world, now=clock.now) as stage:
        assert abs(stage.bot.vitals.skew.seconds) < 1
